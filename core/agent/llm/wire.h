// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/conversation.h"
#include "agent/llm/sse.h"
#include "http/client.h"

#include <QUrlQuery>

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

/// Puts a streamed answer together.
class StreamReader
{
public:
    virtual ~StreamReader() = default;
    /// Pieces may end at any byte.
    void feed(const QByteArray& piece);
    /// The stream has ended. Cut where it ended before the provider's own end mark.
    Result<Completion> finish();

protected:
    /// One event; nothing more comes after an error, nor once it says that it is the last.
    enum class Next { More, Last };
    virtual Result<Next> take(const QByteArray& data) = 0;
    virtual Result<Completion> conclude(bool wasLast) = 0;

private:
    SseReader m_events;
    std::optional<base::Error> m_error;
    bool m_ended = false;
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

    http::Request ask(const Endpoint& endpoint, const Prompt& prompt) const;
    http::Request askModels(const Endpoint& endpoint, const QString& page) const;
    virtual std::unique_ptr<StreamReader> streamReader() const = 0;

    /// An answer of any status, whole or streamed; errors are those of Trouble.
    Result<Completion> read(const http::Response& response) const;
    Result<ModelPage> readModels(const http::Response& response) const;

protected:
    struct Call {
        QString path; ///< below the endpoint's own
        QUrlQuery query;
        base::Json body;
    };
    virtual Call callFor(const Endpoint& endpoint, const Prompt& prompt) const = 0;
    /// `page` is empty for the first; the body does not count.
    virtual Call modelsCall(const QString& page) const = 0;
    /// What every request carries. The key may be empty: then none is told.
    virtual http::Headers headers(const QByteArray& key) const = 0;
    virtual Result<Completion> readWhole(const base::Json& answer) const = 0;
    virtual ModelPage readModelPage(const base::Json& models, const base::Json& answer) const = 0;
    /// `body` is null where the answer is no JSON.
    virtual base::Error readError(const http::Response& response, const base::Json& body) const = 0;

private:
    http::Request requestTo(const Endpoint& endpoint, const Call& call) const;
};

/// "anthropic", "openai" (and whatever speaks like it) or "gemini"; nothing for another word.
std::unique_ptr<Wire> wireFor(const QString& provider);

/// Arguments written as text. Null where they are no object; an empty text is one without members.
base::Json argumentsFrom(const QString& text);

} // namespace delpek::agent::llm
