// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace delpek::simulation
{

struct ModelUse {
    QString name;
    base::Json arguments;
    QByteArray brokenArguments = {}; ///< written instead where the wire has arguments as text
};

/// What the model behind a double says.
struct ModelReply {
    enum class Stop { Natural, Length, Refusal };

    QString text;
    std::vector<ModelUse> uses;
    Stop stop = Stop::Natural;
    qsizetype streamBytes = -1;  ///< a stream breaks off after so many; -1: it is whole
    bool overloadInside = false; ///< a stream ends with an error after it began
};

/// Sees the request as JSON, after it was found right.
using ModelMind = std::function<ModelReply(const base::Json& request)>;

/// How one provider checks and answers.
class ModelSpeech
{
public:
    virtual ~ModelSpeech() = default;
    virtual std::vector<std::pair<QByteArray, QByteArray>> calls() const = 0; ///< method and path; "…/*" takes the rest
    virtual bool isModelList(const http::ServerRequest& request) const = 0;
    /// Why the provider would refuse this, as it would say it.
    virtual std::optional<http::ServerResponse> refusal(const http::ServerRequest& request, const base::Json& body,
                                                        const QByteArray& key, const QStringList& models) const = 0;
    virtual http::ServerResponse answer(const http::ServerRequest& request, const base::Json& body,
                                        const ModelReply& reply) const = 0;
    virtual http::ServerResponse list(const QStringList& models) const = 0;
    virtual QByteArray errorBody(int status) const = 0;
};

/// A provider of language models: strict about what it is asked, in its own words. Any thread.
class ModelDouble
{
public:
    enum class Provider { Anthropic, OpenAi, Gemini };
    struct Setup {
        Provider provider = Provider::Anthropic;
        QByteArray key = "key-of-the-double";
        QStringList models{QStringLiteral("model-x")};
    };

    /// `clock` runs delayed answers; it outlives the double.
    static Result<std::unique_ptr<ModelDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process.
    static std::unique_ptr<ModelDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~ModelDouble();

    /// As the setting llm.api-base takes it.
    QUrl url() const;
    std::vector<http::Server::Route> routes();
    void answerWith(ModelMind mind);
    /// Each good answer takes so long.
    void setThinkingTime(base::Duration time);
    /// The next `count` good calls meet `fault`; without a body of its own it has the provider's for that status.
    void failNext(int count, Fault fault);
    /// Good calls so far, and what was refused: its status and why.
    int calls() const;
    QStringList refusals() const;
    /// Answers that the clock will let out.
    int thinking() const;

private:
    class Private;
    explicit ModelDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

std::unique_ptr<ModelSpeech> anthropicSpeech();
std::unique_ptr<ModelSpeech> openAiSpeech();
std::unique_ptr<ModelSpeech> geminiSpeech();

/// The first member that `allowed` does not name; empty when there is none.
QString unknownMember(const base::Json& object, std::initializer_list<const char*> allowed);
http::ServerResponse streamAnswer(const QByteArray& body, const ModelReply& reply);
/// Text in pieces of a few bytes that may end within a letter only where the wire escapes them: whole letters here.
QStringList piecesOf(const QString& text);

} // namespace delpek::simulation
