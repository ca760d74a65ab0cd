// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/answers.h"
#include "simulation/doubles/modeldouble.h"

#include <QSet>

// Chat Completions as its documentation has it: llm-providers.md, section 2.

namespace delpek::simulation
{
namespace
{

using base::Json;

http::ServerResponse refuse(int status, const QString& message, const char* type = "invalid_request_error",
                            const char* code = nullptr)
{
    return jsonAnswer(status, base::toBytes({{"error",
                                              {{"message", base::utf8(message)},
                                               {"type", type},
                                               {"param", nullptr},
                                               {"code", code ? Json(code) : Json()}}}}));
}

/// The ids that an assistant message asks for, or what is wrong with it.
QString wrongCalls(const Json& message, QStringList& open)
{
    for (const auto& call : base::at(message, "tool_calls")) {
        const Json& function = base::at(call, "function");
        const auto arguments = base::parseJson(base::textAt(function, "arguments").toUtf8());
        if (base::textAt(call, "id").isEmpty() || base::textAt(call, "type") != QLatin1String("function") ||
            base::textAt(function, "name").isEmpty() || !arguments) {
            return QStringLiteral("tool_calls: id, type and a function with name and JSON arguments");
        }
        open << base::textAt(call, "id");
    }
    const Json& content = base::at(message, "content");
    return content.is_null() && open.isEmpty() ? QStringLiteral("an assistant message needs content or tool_calls")
                                               : QString();
}

QString wrongMessages(const Json& messages)
{
    if (!messages.is_array() || messages.empty()) {
        return QStringLiteral("'messages' must have an element");
    }
    QStringList open;
    for (const auto& message : messages) {
        const QString role = base::textAt(message, "role");
        if (role == QLatin1String("tool")) {
            if (!open.removeOne(base::textAt(message, "tool_call_id")) || !base::at(message, "content").is_string()) {
                return QStringLiteral("messages with role 'tool' must be a response to a preceding message with "
                                      "'tool_calls'");
            }
            continue;
        }
        if (!open.isEmpty()) {
            return QStringLiteral("an assistant message with 'tool_calls' must be followed by tool messages");
        }
        if (role == QLatin1String("assistant")) {
            if (const QString wrong = wrongCalls(message, open); !wrong.isEmpty()) {
                return wrong;
            }
        } else if ((role != QLatin1String("system") && role != QLatin1String("developer") &&
                    role != QLatin1String("user")) ||
                   base::at(message, "content").empty()) {
            return QStringLiteral("a role is unknown, or its message has no content");
        }
        if (!unknownMember(message, {"role", "content", "tool_calls", "name", "refusal"}).isEmpty()) {
            return QStringLiteral("a message has an unknown member");
        }
    }
    return open.isEmpty() ? QString() : QStringLiteral("tool_calls without their tool messages");
}

QString wrongTools(const Json& body)
{
    for (const auto& tool : base::at(body, "tools")) {
        const Json& function = base::at(tool, "function");
        const QString name = base::textAt(function, "name");
        if (base::textAt(tool, "type") != QLatin1String("function") || name.isEmpty() || name.size() > 64 ||
            !unknownMember(function, {"name", "description", "parameters", "strict"}).isEmpty()) {
            return QStringLiteral("tools: a function with a name of at most 64 letters");
        }
    }
    const bool hasTools = base::at(body, "tools").is_array() && !base::at(body, "tools").empty();
    if (!hasTools && (body.contains("tool_choice") || body.contains("parallel_tool_calls"))) {
        return QStringLiteral("tool_choice is only allowed when tools are specified");
    }
    if (body.contains("stream_options") && !base::boolAt(body, "stream")) {
        return QStringLiteral("stream_options is only allowed when stream is enabled");
    }
    return {};
}

QByteArray chunk(const Json& model, const Json& choices, const Json& usage = nullptr)
{
    return "data: " +
           base::toBytes({{"id", "chatcmpl-double"},
                          {"object", "chat.completion.chunk"},
                          {"created", 1},
                          {"model", model},
                          {"choices", choices},
                          {"usage", usage}}) +
           "\n\n";
}

Json choice(Json delta, const char* finish = nullptr)
{
    return Json::array(
        {{{"index", 0}, {"delta", std::move(delta)}, {"finish_reason", finish ? Json(finish) : Json()}}});
}

QString argumentsOf(const ModelUse& use)
{
    return use.brokenArguments.isEmpty() ? base::toCompactText(use.arguments) : QString::fromUtf8(use.brokenArguments);
}

class OpenAiSpeech final : public ModelSpeech
{
public:
    std::vector<std::pair<QByteArray, QByteArray>> calls() const override
    {
        return {{"POST", "/v1/chat/completions"}, {"GET", "/v1/models"}};
    }

    bool isModelList(const http::ServerRequest& request) const override { return request.method == "GET"; }

    std::optional<http::ServerResponse> refusal(const http::ServerRequest& request, const Json& body,
                                                const QByteArray& key, const QStringList& models) const override
    {
        if (!key.isEmpty() && http::header(request.headers, "Authorization") != "Bearer " + key) {
            return refuse(401, QStringLiteral("Incorrect API key provided."), "invalid_request_error",
                          "invalid_api_key");
        }
        if (isModelList(request)) {
            return std::nullopt;
        }
        if (!body.is_object()) {
            return refuse(400, QStringLiteral("We could not parse the JSON body of your request."));
        }
        if (const QString unknown = unknownMember(body, {"model", "messages", "max_completion_tokens", "tools",
                                                         "tool_choice", "parallel_tool_calls", "temperature", "top_p",
                                                         "stream", "stream_options", "response_format", "seed", "stop",
                                                         "user", "metadata", "store", "reasoning_effort"});
            !unknown.isEmpty()) {
            return refuse(400,
                          unknown == QLatin1String("max_tokens")
                              ? QStringLiteral("Unsupported parameter: 'max_tokens' is not supported with this model. "
                                               "Use 'max_completion_tokens' instead.")
                              : QStringLiteral("Unrecognized request argument supplied: ") + unknown);
        }
        if (!models.contains(base::textAt(body, "model"))) {
            return refuse(404, QStringLiteral("The model does not exist."), "invalid_request_error", "model_not_found");
        }
        for (const QString& wrong : {wrongMessages(base::at(body, "messages")), wrongTools(body)}) {
            if (!wrong.isEmpty()) {
                return refuse(400, wrong);
            }
        }
        return std::nullopt;
    }

    http::ServerResponse answer(const http::ServerRequest&, const Json& body, const ModelReply& reply) const override
    {
        const char* finish = reply.stop == ModelReply::Stop::Length    ? "length"
                             : reply.stop == ModelReply::Stop::Refusal ? "content_filter"
                             : reply.uses.empty()                      ? "stop"
                                                                       : "tool_calls";
        const Json usage{{"prompt_tokens", 40}, {"completion_tokens", 12}, {"total_tokens", 52}};
        if (base::boolAt(body, "stream")) {
            return streamAnswer(stream(base::at(body, "model"), usage, finish, reply), reply);
        }
        Json message{{"role", "assistant"},
                     {"content", reply.text.isEmpty() ? Json() : Json(base::utf8(reply.text))},
                     {"refusal", nullptr}};
        for (std::size_t i = 0; i < reply.uses.size(); ++i) {
            message["tool_calls"].push_back(
                {{"id", "call_" + std::to_string(i + 1)},
                 {"type", "function"},
                 {"function",
                  {{"name", base::utf8(reply.uses[i].name)}, {"arguments", base::utf8(argumentsOf(reply.uses[i]))}}}});
        }
        return jsonAnswer(
            200,
            base::toBytes({{"id", "chatcmpl-double"},
                           {"object", "chat.completion"},
                           {"created", 1},
                           {"model", base::at(body, "model")},
                           {"choices", Json::array({{{"index", 0}, {"message", message}, {"finish_reason", finish}}})},
                           {"usage", usage}}));
    }

    http::ServerResponse list(const QStringList& models) const override
    {
        Json data = Json::array();
        for (const auto& model : models) {
            data.push_back({{"id", base::utf8(model)}, {"object", "model"}, {"created", 1}, {"owned_by", "double"}});
        }
        return jsonAnswer(200, base::toBytes({{"object", "list"}, {"data", data}}));
    }

    QByteArray errorBody(int status) const override
    {
        return refuse(status, QStringLiteral("as the double was told"), status == 429 ? "requests" : "server_error",
                      status == 429 ? "rate_limit_exceeded" : nullptr)
            .body;
    }

private:
    /// Calls interleave, piece by piece; comments keep the line alive.
    static QByteArray stream(const Json& model, const Json& usage, const char* finish, const ModelReply& reply)
    {
        QByteArray bytes = chunk(model, choice({{"role", "assistant"}, {"content", nullptr}}));
        for (const QString& piece : piecesOf(reply.text)) {
            bytes += chunk(model, choice({{"content", base::utf8(piece)}}));
        }
        bytes += ": keep-alive\n\n";
        std::vector<QStringList> pieces;
        for (std::size_t i = 0; i < reply.uses.size(); ++i) {
            pieces.push_back(piecesOf(argumentsOf(reply.uses[i])));
            const Json call{{"index", i},
                            {"id", "call_" + std::to_string(i + 1)},
                            {"type", "function"},
                            {"function", {{"name", base::utf8(reply.uses[i].name)}, {"arguments", ""}}}};
            bytes += chunk(model, choice({{"tool_calls", Json::array({call})}}));
        }
        for (bool more = true; more;) {
            more = false;
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                if (!pieces[i].isEmpty()) {
                    const Json call{{"index", i}, {"function", {{"arguments", base::utf8(pieces[i].takeFirst())}}}};
                    bytes += chunk(model, choice({{"tool_calls", Json::array({call})}}));
                    more = true;
                }
            }
        }
        if (reply.overloadInside) {
            return bytes + "data: {\"error\":{\"message\":\"Overloaded\",\"type\":\"server_error\",\"code\":null}}\n\n";
        }
        return bytes + chunk(model, choice(Json::object(), finish)) + chunk(model, Json::array(), usage) +
               "data: [DONE]\n\n";
    }
};

} // namespace

std::unique_ptr<ModelSpeech> openAiSpeech()
{
    return std::make_unique<OpenAiSpeech>();
}

} // namespace delpek::simulation
