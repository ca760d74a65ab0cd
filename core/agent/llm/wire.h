// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/conversation.h"
#include "http/client.h"

#include <memory>

namespace delpek::agent::llm
{

/// Where a provider answers, and how it is spoken to there.
struct Endpoint {
    QUrl base;   ///< without the path of the call: https://api.anthropic.com, https://api.openai.com/v1 …
    QString key; ///< empty: none is sent
    bool streams = false;
    /// OpenAI-compatible only: the name of the limit of the answer. Newer models of OpenAI refuse "max_tokens", many
    /// compatible servers know nothing else.
    QString lengthField = QStringLiteral("max_completion_tokens");
    bool tellsToolChoice = true; ///< OpenAI-compatible only: Ollama has no tool_choice
};

/// Puts a streamed answer together. Pieces may end at any byte.
class StreamReader
{
public:
    virtual ~StreamReader() = default;
    virtual void feed(const QByteArray& piece) = 0;
    /// The stream has ended. Cut where it ended before the provider's own end mark.
    virtual Result<Completion> finish() = 0;
};

struct ModelPage {
    std::vector<ModelInfo> models;
    QString next; ///< what asks for the next page; empty: there is none
};

/// How one kind of provider is spoken to. Pure: values in, values out; any thread. Source: llm-providers.md.
class Wire
{
public:
    virtual ~Wire() = default;

    virtual http::Request ask(const Endpoint& endpoint, const Prompt& prompt) const = 0;
    virtual std::unique_ptr<StreamReader> streamReader() const = 0;
    virtual http::Request askModels(const Endpoint& endpoint, const QString& page) const = 0;
    virtual Result<ModelPage> readModels(const http::Response& response) const = 0;

    /// An answer of any status, whole or streamed; errors are those of Trouble.
    Result<Completion> read(const http::Response& response) const;

protected:
    virtual Result<Completion> readWhole(const base::Json& answer) const = 0;
    /// `body` is null where the answer is no JSON.
    virtual base::Error readError(const http::Response& response, const base::Json& body) const = 0;
};

/// "anthropic", "openai" (and whatever speaks like it) or "gemini"; nothing for another word.
std::unique_ptr<Wire> wireFor(const QString& provider);

/// Arguments written as text. Null where they are no object; an empty text is one without members.
base::Json argumentsFrom(const QString& text);

/// The address of a call below the endpoint's own path.
QUrl below(const QUrl& base, const QString& path);

} // namespace delpek::agent::llm
