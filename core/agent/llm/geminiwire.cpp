// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/geminiwire.h"

#include "agent/llm/sse.h"
#include "agent/llm/trouble.h"

#include <QUrlQuery>

#include <map>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

/// Documented for calls whose signature is not there: the conversation is told anew from our own record.
constexpr auto noSignature = "skip_thought_signature_validator";

/// The key goes in a header: an address is written down in too many places.
http::Headers headersFor(const Endpoint& endpoint)
{
    http::Headers headers{{"content-type", "application/json"}};
    if (!endpoint.key.isEmpty()) {
        headers.append({"x-goog-api-key", endpoint.key.toUtf8()});
    }
    return headers;
}

Json contentOf(const Entry& entry)
{
    Json parts = Json::array();
    for (const auto& answer : entry.answers) {
        parts.push_back({{"functionResponse",
                          {{"id", base::utf8(answer.id)},
                           {"name", base::utf8(answer.name)},
                           {"response", {{answer.failed ? "error" : "output", answer.value}}}}}});
    }
    if (!entry.text.isEmpty()) {
        parts.push_back({{"text", base::utf8(entry.text)}});
    }
    for (const auto& use : entry.uses) {
        parts.push_back({{"functionCall",
                          {{"id", base::utf8(use.id)},
                           {"name", base::utf8(use.name)},
                           {"args", use.arguments.is_object() ? use.arguments : Json::object()}}},
                         {"thoughtSignature", noSignature}});
    }
    return {{"role", entry.speaker == Speaker::User ? "user" : "model"}, {"parts", std::move(parts)}};
}

/// Thoughts are paid for like words.
Usage usageOf(const Json& usage)
{
    const qint64 cached = base::integerAt(usage, "cachedContentTokenCount").value_or(0);
    return {base::integerAt(usage, "promptTokenCount").value_or(0) - cached, cached, 0,
            base::integerAt(usage, "candidatesTokenCount").value_or(0) +
                base::integerAt(usage, "thoughtsTokenCount").value_or(0)};
}

base::Error errorOf(const Json& body, int status, std::optional<base::Duration> wait)
{
    static const std::map<QString, Trouble> known{{QStringLiteral("INVALID_ARGUMENT"), Trouble::Request},
                                                  {QStringLiteral("FAILED_PRECONDITION"), Trouble::Right},
                                                  {QStringLiteral("UNAUTHENTICATED"), Trouble::Key},
                                                  {QStringLiteral("PERMISSION_DENIED"), Trouble::Right},
                                                  {QStringLiteral("NOT_FOUND"), Trouble::Model},
                                                  {QStringLiteral("RESOURCE_EXHAUSTED"), Trouble::Rate},
                                                  {QStringLiteral("INTERNAL"), Trouble::Overloaded},
                                                  {QStringLiteral("UNAVAILABLE"), Trouble::Overloaded},
                                                  {QStringLiteral("DEADLINE_EXCEEDED"), Trouble::Overloaded}};
    const Json& error = base::at(body.is_array() && !body.empty() ? body.front() : body, "error");
    const QString word = base::textAt(error, "status");
    const auto found = known.find(word);
    Trouble trouble = found == known.end() ? troubleOf(status) : found->second;
    for (const auto& detail : base::at(error, "details")) {
        if (base::textAt(detail, "reason") == QLatin1String("API_KEY_INVALID")) {
            trouble = Trouble::Key;
        }
        const QString delay = base::textAt(detail, "retryDelay"); // "34s", "1.5s"
        bool isNumber = false;
        const double seconds = delay.chopped(delay.isEmpty() ? 0 : 1).toDouble(&isNumber);
        if (!wait && isNumber && delay.endsWith(QLatin1Char('s')) && seconds >= 0 && seconds < 86'400) {
            wait = base::Duration(qint64(seconds * 1000));
        }
    }
    return troubleError(trouble, QStringLiteral("status %1 %2").arg(status).arg(codeWord(word)).trimmed(), wait);
}

/// Gathers response objects: one that is whole, or those of a stream.
class Gathering
{
public:
    void take(const Json& response)
    {
        if (const QString blocked = base::textAt(base::at(response, "promptFeedback"), "blockReason");
            !blocked.isEmpty()) {
            m_blocked = blocked;
        }
        if (const QString model = base::textAt(response, "modelVersion"); !model.isEmpty()) {
            m_completion.model = model;
        }
        if (const Json& usage = base::at(response, "usageMetadata"); usage.is_object()) {
            m_completion.usage = usageOf(usage);
        }
        const Json& candidates = base::at(response, "candidates");
        if (!candidates.is_array() || candidates.empty()) {
            return;
        }
        for (const auto& part : base::at(base::at(candidates.front(), "content"), "parts")) {
            takePart(part);
        }
        if (const QString finish = base::textAt(candidates.front(), "finishReason"); !finish.isEmpty()) {
            m_finish = finish;
        }
    }

    Result<Completion> concluded() const
    {
        if (!m_blocked.isEmpty()) {
            return failWith(Trouble::Refused, QStringLiteral("blockReason ") + codeWord(m_blocked));
        }
        if (m_finish.isEmpty()) {
            return failWith(Trouble::Cut, QStringLiteral("the answer ended without finishReason"));
        }
        if (m_finish == QLatin1String("MAX_TOKENS")) {
            return failWith(Trouble::Length, QStringLiteral("finishReason MAX_TOKENS"));
        }
        static const QStringList mistakes{QStringLiteral("MALFORMED_FUNCTION_CALL"),
                                          QStringLiteral("UNEXPECTED_TOOL_CALL"), QStringLiteral("TOO_MANY_TOOL_CALLS"),
                                          QStringLiteral("OTHER")};
        if (m_finish != QLatin1String("STOP")) {
            return failWith(mistakes.contains(m_finish) ? Trouble::Malformed : Trouble::Refused,
                            QStringLiteral("finishReason ") + codeWord(m_finish));
        }
        if (m_completion.text.isEmpty() && m_completion.uses.empty()) {
            return failWith(Trouble::Empty, QStringLiteral("no text and no functionCall"));
        }
        return m_completion;
    }

private:
    void takePart(const Json& part)
    {
        const Json& call = base::at(part, "functionCall");
        if (call.is_object()) {
            const Json& arguments = base::at(call, "args");
            QString id = base::textAt(call, "id");
            if (id.isEmpty()) {
                id = QStringLiteral("call_%1").arg(m_completion.uses.size() + 1);
            }
            // Without arguments the member may be missing.
            const Json members = arguments.is_null() ? Json::object() : arguments;
            m_completion.uses.push_back({id, base::textAt(call, "name"), members.is_object() ? members : Json()});
        } else if (!base::boolAt(part, "thought")) {
            m_completion.text += base::textAt(part, "text");
        }
    }

    Completion m_completion;
    QString m_finish;
    QString m_blocked;
};

class GeminiStream final : public StreamReader
{
public:
    void feed(const QByteArray& piece) override
    {
        for (const auto& event : m_events.feed(piece)) {
            const auto response = base::parseJson(event.data);
            if (m_error) {
                return;
            }
            if (!response || !response->is_object()) {
                m_error = troubleError(Trouble::Malformed, QStringLiteral("a piece of the stream is no JSON object"));
            } else if (base::at(*response, "error").is_object()) {
                m_error = errorOf(*response, int(base::integerAt(base::at(*response, "error"), "code").value_or(500)),
                                  std::nullopt);
            } else {
                m_gathering.take(*response);
            }
        }
    }

    Result<Completion> finish() override { return m_error ? fail(*m_error) : m_gathering.concluded(); }

private:
    SseReader m_events;
    Gathering m_gathering;
    std::optional<base::Error> m_error;
};

} // namespace

http::Request GeminiWire::ask(const Endpoint& endpoint, const Prompt& prompt) const
{
    Json body{{"contents", Json::array()}, {"generationConfig", {{"maxOutputTokens", prompt.mostTokens}}}};
    if (!prompt.system.isEmpty()) {
        body["systemInstruction"] = {{"parts", Json::array({{{"text", base::utf8(prompt.system)}}})}};
        if (!prompt.situation.isEmpty()) {
            body["systemInstruction"]["parts"].push_back({{"text", base::utf8(prompt.situation)}});
        }
    }
    for (const auto& entry : prompt.entries) {
        body["contents"].push_back(contentOf(entry));
    }
    Json declarations = Json::array();
    for (const auto& tool : prompt.tools) {
        declarations.push_back({{"name", base::utf8(tool.name)},
                                {"description", base::utf8(tool.description)},
                                {"parametersJsonSchema", tool.parameters}});
    }
    if (!declarations.empty()) {
        body["tools"] = Json::array({{{"functionDeclarations", std::move(declarations)}}});
        body["toolConfig"] = {{"functionCallingConfig", {{"mode", prompt.needsTool ? "ANY" : "AUTO"}}}};
    }
    if (prompt.temperature) {
        body["generationConfig"]["temperature"] = *prompt.temperature;
    }
    http::Request request;
    request.method = "POST";
    request.url = below(endpoint.base, QStringLiteral("/models/%1:%2")
                                           .arg(prompt.model, endpoint.streams ? QStringLiteral("streamGenerateContent")
                                                                               : QStringLiteral("generateContent")));
    if (endpoint.streams) {
        request.url.setQuery(QStringLiteral("alt=sse"));
    }
    request.headers = headersFor(endpoint);
    request.body = base::toBytes(body);
    return request;
}

Result<Completion> GeminiWire::readWhole(const Json& answer) const
{
    Gathering gathering;
    gathering.take(answer);
    return gathering.concluded();
}

base::Error GeminiWire::readError(const http::Response& response, const Json& body) const
{
    return errorOf(body, response.status, retryAfter(response.headers));
}

std::unique_ptr<StreamReader> GeminiWire::streamReader() const
{
    return std::make_unique<GeminiStream>();
}

http::Request GeminiWire::askModels(const Endpoint& endpoint, const QString& page) const
{
    QUrlQuery query{{QStringLiteral("pageSize"), QStringLiteral("100")}};
    if (!page.isEmpty()) {
        query.addQueryItem(QStringLiteral("pageToken"), QString::fromLatin1(QUrl::toPercentEncoding(page)));
    }
    http::Request request;
    request.url = below(endpoint.base, QStringLiteral("/models"));
    request.url.setQuery(query);
    request.headers = headersFor(endpoint);
    return request;
}

Result<ModelPage> GeminiWire::readModels(const http::Response& response) const
{
    const auto body = base::parseJson(response.body);
    if (response.status != 200) {
        return fail(readError(response, body.value_or(Json())));
    }
    if (!body || !base::at(*body, "models").is_array()) {
        return failWith(Trouble::Malformed, QStringLiteral("no list of models"));
    }
    ModelPage page;
    for (const auto& model : base::at(*body, "models")) {
        const Json& methods = base::at(model, "supportedGenerationMethods");
        if (std::find(methods.begin(), methods.end(), "generateContent") != methods.end()) {
            QString id = base::textAt(model, "name");
            id.remove(QStringLiteral("models/"));
            page.models.push_back({id, base::textAt(model, "displayName")});
        }
    }
    page.next = base::textAt(*body, "nextPageToken");
    return page;
}

} // namespace delpek::agent::llm
