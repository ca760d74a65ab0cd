// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/answers.h"
#include "simulation/doubles/modeldouble.h"

#include <QSet>

// Anthropic's Messages API as its documentation has it: llm-providers.md, section 1.

namespace delpek::simulation
{
namespace
{

using base::Json;

http::ServerResponse refuse(int status, const char* type, const QString& message)
{
    return jsonAnswer(status, base::toBytes({{"type", "error"},
                                             {"error", {{"type", type}, {"message", base::utf8(message)}}},
                                             {"request_id", "req_double"}}));
}

http::ServerResponse invalid(const QString& message)
{
    return refuse(400, "invalid_request_error", message);
}

/// What is wrong with one content block, and which tool ids it asks for or answers.
QString wrongBlock(const Json& block, bool isUser, QStringList& uses, QStringList& results)
{
    const QString type = base::textAt(block, "type");
    if (type == QLatin1String("text")) {
        return base::textAt(block, "text").isEmpty() ? QStringLiteral("text content blocks must be non-empty")
                                                     : unknownMember(block, {"type", "text", "cache_control"});
    }
    if (type == QLatin1String("tool_use") && !isUser) {
        uses << base::textAt(block, "id");
        return base::at(block, "input").is_object() && !uses.back().isEmpty()
                   ? unknownMember(block, {"type", "id", "name", "input", "cache_control"})
                   : QStringLiteral("tool_use needs an id and an object as input");
    }
    if (type == QLatin1String("tool_result") && isUser) {
        results << base::textAt(block, "tool_use_id");
        return unknownMember(block, {"type", "tool_use_id", "content", "is_error", "cache_control"});
    }
    return QStringLiteral("a block of type \"%1\" does not belong here").arg(type);
}

QString wrongMessages(const Json& messages)
{
    if (!messages.is_array() || messages.empty()) {
        return QStringLiteral("messages: at least one message is required");
    }
    QStringList open;
    bool first = true;
    for (const auto& message : messages) {
        const QString role = base::textAt(message, "role");
        const bool isUser = role == QLatin1String("user");
        if (!isUser && role != QLatin1String("assistant")) {
            return QStringLiteral("messages: unexpected role");
        }
        if (std::exchange(first, false) && !isUser) {
            return QStringLiteral("messages: first message must use the user role");
        }
        const Json& content = base::at(message, "content");
        if (!unknownMember(message, {"role", "content"}).isEmpty() || (!content.is_string() && !content.is_array()) ||
            content.empty()) {
            return QStringLiteral("messages: content must be a text or blocks");
        }
        QStringList uses;
        QStringList results;
        bool sawText = false;
        for (const auto& block : content.is_array() ? content : Json::array()) {
            if (const QString wrong = wrongBlock(block, isUser, uses, results); !wrong.isEmpty()) {
                return QStringLiteral("messages: ") + wrong;
            }
            const bool isResult = base::textAt(block, "type") == QLatin1String("tool_result");
            if (isResult && sawText) {
                return QStringLiteral("messages: tool_result blocks must come first");
            }
            sawText = sawText || !isResult;
        }
        std::sort(results.begin(), results.end());
        std::sort(open.begin(), open.end());
        if (isUser ? results != open : !open.isEmpty()) {
            return QStringLiteral("messages: each tool_use must have its tool_result in the next message");
        }
        open = uses;
    }
    return open.isEmpty() ? QString() : QStringLiteral("messages: tool_use without tool_result");
}

QString wrongTools(const Json& body)
{
    QSet<QString> names;
    for (const auto& tool : base::at(body, "tools")) {
        const QString name = base::textAt(tool, "name");
        if (name.isEmpty() || name.size() > 64 || names.contains(name) ||
            !unknownMember(tool, {"name", "description", "input_schema", "cache_control", "strict"}).isEmpty() ||
            base::textAt(base::at(tool, "input_schema"), "type") != QLatin1String("object")) {
            return QStringLiteral("tools: name, description and an input_schema of type object");
        }
        names.insert(name);
    }
    const QString choice = base::textAt(base::at(body, "tool_choice"), "type");
    if (body.contains("tool_choice") &&
        (names.isEmpty() ||
         !QStringList({QStringLiteral("auto"), QStringLiteral("any"), QStringLiteral("none"), QStringLiteral("tool")})
              .contains(choice))) {
        return QStringLiteral("tool_choice: needs tools and a known type");
    }
    return {};
}

QByteArray event(const char* name, Json data)
{
    data["type"] = name;
    return QByteArray("event: ") + name + "\ndata: " + base::toBytes(data) + "\n\n";
}

class AnthropicSpeech final : public ModelSpeech
{
public:
    std::vector<std::pair<QByteArray, QByteArray>> calls() const override
    {
        return {{"POST", "/v1/messages"}, {"GET", "/v1/models"}};
    }

    bool isModelList(const http::ServerRequest& request) const override { return request.method == "GET"; }

    std::optional<http::ServerResponse> refusal(const http::ServerRequest& request, const Json& body,
                                                const QByteArray& key, const QStringList& models) const override
    {
        if (http::header(request.headers, "x-api-key") != key) {
            return refuse(401, "authentication_error", QStringLiteral("invalid x-api-key"));
        }
        if (http::header(request.headers, "anthropic-version") != "2023-06-01") {
            return invalid(QStringLiteral("anthropic-version: header is required"));
        }
        if (isModelList(request)) {
            return std::nullopt;
        }
        if (!http::header(request.headers, "content-type").startsWith("application/json") || !body.is_object()) {
            return invalid(QStringLiteral("the body must be a JSON object"));
        }
        if (const QString unknown =
                unknownMember(body, {"model", "max_tokens", "messages", "system", "tools", "tool_choice", "temperature",
                                     "top_p", "top_k", "stop_sequences", "stream", "metadata", "thinking",
                                     "output_config", "service_tier", "cache_control"});
            !unknown.isEmpty()) {
            return invalid(unknown + QStringLiteral(": Extra inputs are not permitted"));
        }
        if (!models.contains(base::textAt(body, "model"))) {
            return refuse(404, "not_found_error", QStringLiteral("model: ") + base::textAt(body, "model"));
        }
        if (!base::at(body, "max_tokens").is_number_integer() || base::integerAt(body, "max_tokens").value_or(0) < 1) {
            return invalid(QStringLiteral("max_tokens: Field required"));
        }
        for (const QString& wrong : {wrongMessages(base::at(body, "messages")), wrongTools(body)}) {
            if (!wrong.isEmpty()) {
                return invalid(wrong);
            }
        }
        return std::nullopt;
    }

    http::ServerResponse answer(const http::ServerRequest&, const Json& body, const ModelReply& reply) const override
    {
        const char* stop = reply.stop == ModelReply::Stop::Length    ? "max_tokens"
                           : reply.stop == ModelReply::Stop::Refusal ? "refusal"
                           : reply.uses.empty()                      ? "end_turn"
                                                                     : "tool_use";
        const Json usage{{"input_tokens", 40},
                         {"cache_creation_input_tokens", 0},
                         {"cache_read_input_tokens", 0},
                         {"output_tokens", 12}};
        Json content = Json::array();
        if (!reply.text.isEmpty()) {
            content.push_back({{"type", "text"}, {"text", base::utf8(reply.text)}});
        }
        for (std::size_t i = 0; i < reply.uses.size(); ++i) {
            content.push_back({{"type", "tool_use"},
                               {"id", "toolu_" + std::to_string(i + 1)},
                               {"name", base::utf8(reply.uses[i].name)},
                               {"input", reply.uses[i].arguments}});
        }
        const Json head{
            {"id", "msg_double"}, {"type", "message"}, {"role", "assistant"}, {"model", base::at(body, "model")}};
        if (base::boolAt(body, "stream")) {
            return streamAnswer(stream(head, usage, content, stop, reply), reply);
        }
        Json whole = head;
        whole["content"] = content;
        whole["stop_reason"] = stop;
        whole["stop_sequence"] = nullptr;
        whole["usage"] = usage;
        return jsonAnswer(200, base::toBytes(whole));
    }

    http::ServerResponse list(const QStringList& models) const override
    {
        Json data = Json::array();
        for (const auto& model : models) {
            data.push_back({{"type", "model"}, {"id", base::utf8(model)}, {"display_name", base::utf8(model)}});
        }
        return jsonAnswer(200, base::toBytes({{"data", data}, {"has_more", false}, {"last_id", nullptr}}));
    }

    QByteArray errorBody(int status) const override
    {
        const char* type = status == 429   ? "rate_limit_error"
                           : status == 529 ? "overloaded_error"
                           : status == 402 ? "billing_error"
                           : status == 504 ? "timeout_error"
                                           : "api_error";
        return refuse(status, type, QStringLiteral("as the double was told")).body;
    }

private:
    /// With pings in between and tool arguments in pieces; two blocks interleave.
    static QByteArray stream(Json head, const Json& usage, const Json& content, const char* stop,
                             const ModelReply& reply)
    {
        head["content"] = Json::array();
        head["usage"] = usage;
        QByteArray bytes = event("message_start", {{"message", head}}) + event("ping", Json::object());
        std::vector<std::pair<int, Json>> deltas;
        int index = 0;
        for (auto block : content) {
            const bool isText = base::textAt(block, "type") == QLatin1String("text");
            const QString whole = isText ? base::textAt(block, "text") : base::toCompactText(block["input"]);
            for (const QString& piece : piecesOf(whole)) {
                deltas.emplace_back(index,
                                    isText ? Json{{"type", "text_delta"}, {"text", base::utf8(piece)}}
                                           : Json{{"type", "input_json_delta"}, {"partial_json", base::utf8(piece)}});
            }
            block[isText ? "text" : "input"] = isText ? Json("") : Json::object();
            bytes += event("content_block_start", {{"index", index}, {"content_block", block}});
            ++index;
        }
        for (const auto& [at, delta] : deltas) {
            bytes += event("content_block_delta", {{"index", at}, {"delta", delta}});
        }
        if (reply.overloadInside) {
            return bytes + event("error", {{"error", {{"type", "overloaded_error"}, {"message", "Overloaded"}}}});
        }
        bytes += event("ping", Json::object());
        for (int i = 0; i < index; ++i) {
            bytes += event("content_block_stop", {{"index", i}});
        }
        bytes += event("message_delta", {{"delta", {{"stop_reason", stop}, {"stop_sequence", nullptr}}},
                                         {"usage", {{"output_tokens", 12}}}});
        return bytes + event("message_stop", Json::object());
    }
};

} // namespace

std::unique_ptr<ModelSpeech> anthropicSpeech()
{
    return std::make_unique<AnthropicSpeech>();
}

} // namespace delpek::simulation
