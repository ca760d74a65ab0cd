// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wires.h"

#include "agent/llm/trouble.h"

#include <map>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

/// Documented for calls whose signature is not there: the conversation is told anew from our own record.
constexpr auto noSignature = "skip_thought_signature_validator";

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
protected:
    Result<Next> take(const QByteArray& data) override
    {
        const auto response = base::parseJson(data);
        if (!response || !response->is_object()) {
            return failWith(Trouble::Malformed, QStringLiteral("a piece of the stream is no JSON object"));
        }
        if (const Json& error = base::at(*response, "error"); error.is_object()) {
            return fail(errorOf(*response, int(base::integerAt(error, "code").value_or(500)), std::nullopt));
        }
        m_gathering.take(*response);
        return Next::More;
    }

    /// No event says that it is the last.
    Result<Completion> conclude(bool) override { return m_gathering.concluded(); }

private:
    Gathering m_gathering;
};

class GeminiWire final : public Wire
{
public:
    std::unique_ptr<StreamReader> streamReader() const override { return std::make_unique<GeminiStream>(); }

protected:
    Call callFor(const Endpoint& endpoint, const Prompt& prompt) const override
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
        if (endpoint.streams) {
            return {QStringLiteral("/models/%1:streamGenerateContent").arg(prompt.model),
                    {{QStringLiteral("alt"), QStringLiteral("sse")}},
                    std::move(body)};
        }
        return {QStringLiteral("/models/%1:generateContent").arg(prompt.model), {}, std::move(body)};
    }

    Call modelsCall(const QString& page) const override
    {
        QUrlQuery query{{QStringLiteral("pageSize"), QStringLiteral("100")}};
        if (!page.isEmpty()) {
            query.addQueryItem(QStringLiteral("pageToken"), QString::fromLatin1(QUrl::toPercentEncoding(page)));
        }
        return {QStringLiteral("/models"), query, {}};
    }

    /// The key goes in a header: an address is written down in too many places.
    http::Headers headers(const QByteArray& key) const override
    {
        return key.isEmpty() ? http::Headers{} : http::Headers{{"x-goog-api-key", key}};
    }

    Result<Completion> readWhole(const Json& answer) const override
    {
        Gathering gathering;
        gathering.take(answer);
        return gathering.concluded();
    }

    ModelPage readModelPage(const Json& models, const Json& answer) const override
    {
        ModelPage page;
        for (const auto& model : models) {
            const Json& methods = base::at(model, "supportedGenerationMethods");
            if (std::find(methods.begin(), methods.end(), "generateContent") != methods.end()) {
                QString id = base::textAt(model, "name");
                id.remove(QStringLiteral("models/"));
                page.models.push_back({id, base::textAt(model, "displayName")});
            }
        }
        page.next = base::textAt(answer, "nextPageToken");
        return page;
    }

    base::Error readError(const http::Response& response, const Json& body) const override
    {
        return errorOf(body, response.status, retryAfter(response.headers));
    }
};

} // namespace

std::unique_ptr<Wire> geminiWire()
{
    return std::make_unique<GeminiWire>();
}

} // namespace delpek::agent::llm
