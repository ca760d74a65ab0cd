// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/answers.h"
#include "simulation/doubles/modeldouble.h"

// Gemini's generateContent as its documentation has it: llm-providers.md, section 3.

namespace delpek::simulation
{
namespace
{

using base::Json;

http::ServerResponse refuse(int status, const char* word, const QString& message, const char* reason = nullptr)
{
    Json error{{"code", status}, {"message", base::utf8(message)}, {"status", word}};
    if (reason) {
        error["details"] = Json::array({{{"@type", "type.googleapis.com/google.rpc.ErrorInfo"}, {"reason", reason}}});
    }
    return jsonAnswer(status, base::toBytes({{"error", error}}));
}

http::ServerResponse invalid(const QString& message)
{
    return refuse(400, "INVALID_ARGUMENT", message);
}

QString wrongPart(const Json& part, bool isUser, QStringList& calls, QStringList& answers)
{
    if (const QString unknown =
            unknownMember(part, {"text", "functionCall", "functionResponse", "thoughtSignature", "inlineData"});
        !unknown.isEmpty()) {
        return QStringLiteral("Unknown name \"%1\"").arg(unknown);
    }
    if (part.contains("functionCall")) {
        const Json& call = part["functionCall"];
        calls << base::textAt(call, "name") + base::textAt(call, "id");
        return isUser || !base::at(call, "args").is_object() || base::textAt(part, "thoughtSignature").isEmpty()
                   ? QStringLiteral("Function call is missing a thought_signature, or is not of the model")
                   : QString();
    }
    if (part.contains("functionResponse")) {
        const Json& response = part["functionResponse"];
        answers << base::textAt(response, "name") + base::textAt(response, "id");
        return isUser && base::at(response, "response").is_object()
                   ? QString()
                   : QStringLiteral("functionResponse.response must be an object in a user turn");
    }
    return base::textAt(part, "text").isEmpty() ? QStringLiteral("a part must have one initialised field") : QString();
}

QString wrongContents(const Json& contents)
{
    if (!contents.is_array() || contents.empty()) {
        return QStringLiteral("contents is not specified");
    }
    QStringList open;
    bool first = true;
    for (const auto& content : contents) {
        const QString role = base::textAt(content, "role");
        const bool isUser = role == QLatin1String("user");
        if ((!isUser && role != QLatin1String("model")) || (std::exchange(first, false) && !isUser)) {
            return QStringLiteral("Please use a valid role: user, model.");
        }
        const Json& parts = base::at(content, "parts");
        if (!parts.is_array() || parts.empty()) {
            return QStringLiteral("contents.parts must not be empty");
        }
        QStringList calls;
        QStringList answers;
        for (const auto& part : parts) {
            if (const QString wrong = wrongPart(part, isUser, calls, answers); !wrong.isEmpty()) {
                return wrong;
            }
        }
        if (answers != open) {
            return QStringLiteral("the number of function response parts must equal that of the function call parts");
        }
        open = calls;
    }
    return open.isEmpty() ? QString() : QStringLiteral("a function call turn must be followed by its responses");
}

QString wrongTools(const Json& body)
{
    for (const auto& tool : base::at(body, "tools")) {
        for (const auto& one : base::at(tool, "functionDeclarations")) {
            if (base::textAt(one, "name").isEmpty() ||
                (one.contains("parameters") && one.contains("parametersJsonSchema")) ||
                !unknownMember(one, {"name", "description", "parameters", "parametersJsonSchema"}).isEmpty()) {
                return QStringLiteral("functionDeclarations: a name and one kind of parameters");
            }
        }
    }
    return {};
}

class GeminiSpeech final : public ModelSpeech
{
public:
    std::vector<std::pair<QByteArray, QByteArray>> calls() const override
    {
        return {{"POST", "/v1beta/models/*"}, {"GET", "/v1beta/models"}};
    }

    bool isModelList(const http::ServerRequest& request) const override { return request.method == "GET"; }

    std::optional<http::ServerResponse> refusal(const http::ServerRequest& request, const Json& body,
                                                const QByteArray& key, const QStringList& models) const override
    {
        for (const auto& [name, value] : request.query) {
            if (name == "key") {
                return invalid(QStringLiteral("the double takes no key in an address"));
            }
        }
        if (http::header(request.headers, "x-goog-api-key") != key) {
            return refuse(400, "INVALID_ARGUMENT", QStringLiteral("API key not valid."), "API_KEY_INVALID");
        }
        if (isModelList(request)) {
            return std::nullopt;
        }
        const QString call = QString::fromUtf8(request.path.mid(request.path.lastIndexOf('/') + 1));
        if (!models.contains(call.section(QLatin1Char(':'), 0, 0))) {
            return refuse(404, "NOT_FOUND", QStringLiteral("the model is not found for API version v1beta"));
        }
        const QString method = call.section(QLatin1Char(':'), 1);
        if (method != QLatin1String("generateContent") && method != QLatin1String("streamGenerateContent")) {
            return refuse(404, "NOT_FOUND", QStringLiteral("no such method"));
        }
        if (const QString unknown = unknownMember(
                body, {"contents", "systemInstruction", "tools", "toolConfig", "generationConfig", "safetySettings"});
            !unknown.isEmpty()) {
            return invalid(QStringLiteral("Unknown name \"%1\"").arg(unknown));
        }
        if (const QString unknown =
                unknownMember(body.value("generationConfig", Json::object()),
                              {"temperature", "topP", "topK", "maxOutputTokens", "stopSequences", "seed"});
            !unknown.isEmpty()) {
            return invalid(QStringLiteral("Unknown name \"%1\" at 'generation_config'").arg(unknown));
        }
        for (const QString& wrong : {wrongContents(base::at(body, "contents")), wrongTools(body)}) {
            if (!wrong.isEmpty()) {
                return invalid(wrong);
            }
        }
        return std::nullopt;
    }

    http::ServerResponse answer(const http::ServerRequest& request, const Json&, const ModelReply& reply) const override
    {
        const char* finish = reply.stop == ModelReply::Stop::Length    ? "MAX_TOKENS"
                             : reply.stop == ModelReply::Stop::Refusal ? "SAFETY"
                                                                       : "STOP";
        Json calls = Json::array();
        for (const auto& use : reply.uses) {
            calls.push_back({{"functionCall", {{"name", base::utf8(use.name)}, {"args", use.arguments}}},
                             {"thoughtSignature", "c2lnbmF0dXJl"}});
        }
        const Json usage{{"promptTokenCount", 40}, {"candidatesTokenCount", 12}, {"totalTokenCount", 52}};
        if (!request.path.endsWith(":streamGenerateContent")) {
            Json parts = calls;
            if (!reply.text.isEmpty()) {
                parts.insert(parts.begin(), Json{{"text", base::utf8(reply.text)}});
            }
            return jsonAnswer(200, base::toBytes(response(parts, finish, usage)));
        }
        QByteArray bytes;
        for (const QString& piece : piecesOf(reply.text)) {
            if (!piece.isEmpty()) {
                bytes +=
                    "data: " + base::toBytes(response(Json::array({{{"text", base::utf8(piece)}}}), nullptr, usage)) +
                    "\r\n\r\n";
            }
        }
        if (reply.overloadInside) {
            return streamAnswer(
                bytes + "data: " + refuse(503, "UNAVAILABLE", QStringLiteral("The model is overloaded.")).body +
                    "\r\n\r\n",
                reply);
        }
        return streamAnswer(bytes + "data: " + base::toBytes(response(calls, finish, usage)) + "\r\n\r\n", reply);
    }

    http::ServerResponse list(const QStringList& models) const override
    {
        Json data = Json::array();
        for (const auto& model : models) {
            data.push_back({{"name", "models/" + base::utf8(model)},
                            {"displayName", base::utf8(model)},
                            {"supportedGenerationMethods", Json::array({"generateContent", "countTokens"})}});
        }
        return jsonAnswer(200, base::toBytes({{"models", data}}));
    }

    QByteArray errorBody(int status) const override
    {
        return refuse(status,
                      status == 429   ? "RESOURCE_EXHAUSTED"
                      : status == 503 ? "UNAVAILABLE"
                      : status == 504 ? "DEADLINE_EXCEEDED"
                                      : "INTERNAL",
                      QStringLiteral("as the double was told"))
            .body;
    }

private:
    static Json response(const Json& parts, const char* finish, const Json& usage)
    {
        Json candidate{{"content", {{"role", "model"}, {"parts", parts}}}, {"index", 0}};
        if (finish) {
            candidate["finishReason"] = finish;
        }
        return {{"candidates", Json::array({candidate})},
                {"usageMetadata", usage},
                {"modelVersion", "model-x"},
                {"responseId", "r1"}};
    }
};

} // namespace

std::unique_ptr<ModelSpeech> geminiSpeech()
{
    return std::make_unique<GeminiSpeech>();
}

} // namespace delpek::simulation
