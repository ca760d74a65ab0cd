// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/anthropicwire.h"

#include "agent/llm/sse.h"
#include "agent/llm/trouble.h"

#include <QUrlQuery>

#include <map>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

const Json shortCache{{"type", "ephemeral"}};

http::Headers headersFor(const Endpoint& endpoint)
{
    http::Headers headers{{"anthropic-version", "2023-06-01"}, {"content-type", "application/json"}};
    if (!endpoint.key.isEmpty()) {
        headers.append({"x-api-key", endpoint.key.toUtf8()});
    }
    return headers;
}

/// Results first, text after them; empty text is refused.
Json contentOf(const Entry& entry)
{
    Json content = Json::array();
    for (const auto& answer : entry.answers) {
        content.push_back({{"type", "tool_result"},
                           {"tool_use_id", base::utf8(answer.id)},
                           {"content", base::utf8(base::toCompactText(answer.value))},
                           {"is_error", answer.failed}});
    }
    if (!entry.text.isEmpty()) {
        content.push_back({{"type", "text"}, {"text", base::utf8(entry.text)}});
    }
    for (const auto& use : entry.uses) {
        content.push_back({{"type", "tool_use"},
                           {"id", base::utf8(use.id)},
                           {"name", base::utf8(use.name)},
                           {"input", use.arguments.is_object() ? use.arguments : Json::object()}});
    }
    return content;
}

Usage usageOf(const Json& usage)
{
    return {base::integerAt(usage, "input_tokens").value_or(0),
            base::integerAt(usage, "cache_read_input_tokens").value_or(0),
            base::integerAt(usage, "cache_creation_input_tokens").value_or(0),
            base::integerAt(usage, "output_tokens").value_or(0)};
}

/// The end of an answer, whole or streamed.
Result<Completion> concluded(Completion completion, const QString& stop)
{
    if (stop == QLatin1String("refusal")) {
        return failWith(Trouble::Refused, QStringLiteral("stop_reason refusal"));
    }
    if (stop == QLatin1String("max_tokens")) {
        return failWith(Trouble::Length, QStringLiteral("stop_reason max_tokens"));
    }
    if (stop == QLatin1String("model_context_window_exceeded")) {
        return failWith(Trouble::TooLong, QStringLiteral("stop_reason model_context_window_exceeded"));
    }
    if (stop == QLatin1String("pause_turn")) {
        // Only tools that the provider runs pause a turn, and it is offered none.
        return failWith(Trouble::Malformed, QStringLiteral("stop_reason pause_turn without a tool of the provider"));
    }
    if (completion.text.isEmpty() && completion.uses.empty()) {
        return failWith(Trouble::Empty, QStringLiteral("no text and no tool_use"));
    }
    return completion;
}

base::Error errorOf(const QString& type, int status, std::optional<base::Duration> wait)
{
    static const std::map<QString, Trouble> known{{QStringLiteral("invalid_request_error"), Trouble::Request},
                                                  {QStringLiteral("authentication_error"), Trouble::Key},
                                                  {QStringLiteral("billing_error"), Trouble::Quota},
                                                  {QStringLiteral("permission_error"), Trouble::Right},
                                                  {QStringLiteral("not_found_error"), Trouble::Model},
                                                  {QStringLiteral("conflict_error"), Trouble::Overloaded},
                                                  {QStringLiteral("request_too_large"), Trouble::TooLong},
                                                  {QStringLiteral("rate_limit_error"), Trouble::Rate},
                                                  {QStringLiteral("api_error"), Trouble::Overloaded},
                                                  {QStringLiteral("timeout_error"), Trouble::Overloaded},
                                                  {QStringLiteral("overloaded_error"), Trouble::Overloaded}};
    const auto found = known.find(type);
    return troubleError(found == known.end() ? troubleOf(status) : found->second,
                        QStringLiteral("status %1 %2").arg(status).arg(codeWord(type)).trimmed(), wait);
}

class AnthropicStream final : public StreamReader
{
public:
    void feed(const QByteArray& piece) override
    {
        for (const auto& event : m_events.feed(piece)) {
            if (!m_error && !m_ended) {
                take(event);
            }
        }
    }

    Result<Completion> finish() override
    {
        if (m_error) {
            return fail(*m_error);
        }
        if (!m_ended) {
            return failWith(Trouble::Cut, QStringLiteral("the stream ended without message_stop"));
        }
        for (auto& [index, block] : m_blocks) {
            m_completion.text += block.text;
            if (block.isUse) {
                block.use.arguments = argumentsFrom(block.json);
                m_completion.uses.push_back(block.use);
            }
        }
        return concluded(m_completion, m_stop);
    }

private:
    struct Block {
        bool isUse = false;
        ToolUse use;
        QString text;
        QString json;
    };

    void take(const SseEvent& event)
    {
        const auto data = base::parseJson(event.data);
        if (!data || !data->is_object()) {
            m_error = troubleError(Trouble::Malformed, QStringLiteral("an event of the stream is no JSON object"));
            return;
        }
        const QString type = base::textAt(*data, "type");
        if (type == QLatin1String("message_start")) {
            m_completion.model = base::textAt(base::at(*data, "message"), "model");
            m_completion.usage = usageOf(base::at(base::at(*data, "message"), "usage"));
        } else if (type == QLatin1String("content_block_start")) {
            begin(m_blocks[base::integerAt(*data, "index").value_or(0)], base::at(*data, "content_block"));
        } else if (type == QLatin1String("content_block_delta")) {
            Block& block = m_blocks[base::integerAt(*data, "index").value_or(0)];
            block.text += base::textAt(base::at(*data, "delta"), "text");
            block.json += base::textAt(base::at(*data, "delta"), "partial_json");
        } else if (type == QLatin1String("message_delta")) {
            m_stop = base::textAt(base::at(*data, "delta"), "stop_reason");
            takeUsage(base::at(*data, "usage"));
        } else if (type == QLatin1String("message_stop")) {
            m_ended = true;
        } else if (type == QLatin1String("error")) {
            m_error = errorOf(base::textAt(base::at(*data, "error"), "type"), 200, std::nullopt);
        }
    }

    static void begin(Block& block, const Json& start)
    {
        const QString type = base::textAt(start, "type");
        if (type == QLatin1String("text")) {
            block.text = base::textAt(start, "text");
        } else if (type == QLatin1String("tool_use")) {
            block.isUse = true;
            block.use = {base::textAt(start, "id"), base::textAt(start, "name"), {}};
        }
    }

    /// Cumulative: what is named replaces what was there.
    void takeUsage(const Json& usage)
    {
        Usage& kept = m_completion.usage;
        kept.input = base::integerAt(usage, "input_tokens").value_or(kept.input);
        kept.cacheRead = base::integerAt(usage, "cache_read_input_tokens").value_or(kept.cacheRead);
        kept.cacheWritten = base::integerAt(usage, "cache_creation_input_tokens").value_or(kept.cacheWritten);
        kept.output = base::integerAt(usage, "output_tokens").value_or(kept.output);
    }

    SseReader m_events;
    Completion m_completion;
    std::map<qint64, Block> m_blocks;
    QString m_stop;
    std::optional<base::Error> m_error;
    bool m_ended = false;
};

} // namespace

http::Request AnthropicWire::ask(const Endpoint& endpoint, const Prompt& prompt) const
{
    Json messages = Json::array();
    for (const auto& entry : prompt.entries) {
        messages.push_back(
            {{"role", entry.speaker == Speaker::User ? "user" : "assistant"}, {"content", contentOf(entry)}});
    }
    Json body{{"model", base::utf8(prompt.model)}, {"max_tokens", prompt.mostTokens}, {"messages", messages}};
    if (!prompt.system.isEmpty()) {
        // Tools and the system text are the same from turn to turn: the mark lets the provider keep them.
        body["system"] =
            Json::array({{{"type", "text"}, {"text", base::utf8(prompt.system)}, {"cache_control", shortCache}}});
        if (!prompt.situation.isEmpty()) {
            body["system"].push_back({{"type", "text"}, {"text", base::utf8(prompt.situation)}});
        }
    }
    for (const auto& tool : prompt.tools) {
        body["tools"].push_back({{"name", base::utf8(tool.name)},
                                 {"description", base::utf8(tool.description)},
                                 {"input_schema", tool.parameters}});
    }
    if (!prompt.tools.empty()) {
        body["tool_choice"] = {{"type", prompt.needsTool ? "any" : "auto"}};
    }
    if (prompt.temperature) {
        body["temperature"] = *prompt.temperature;
    }
    if (endpoint.streams) {
        body["stream"] = true;
    }
    http::Request request;
    request.method = "POST";
    request.url = below(endpoint.base, QStringLiteral("/v1/messages"));
    request.headers = headersFor(endpoint);
    request.body = base::toBytes(body);
    return request;
}

Result<Completion> AnthropicWire::readWhole(const Json& answer) const
{
    const Json& content = base::at(answer, "content");
    if (base::textAt(answer, "type") != QLatin1String("message") || !content.is_array()) {
        return failWith(Trouble::Malformed, QStringLiteral("no message with content"));
    }
    Completion completion;
    completion.model = base::textAt(answer, "model");
    completion.usage = usageOf(base::at(answer, "usage"));
    for (const auto& block : content) {
        const QString type = base::textAt(block, "type");
        if (type == QLatin1String("text")) {
            completion.text += base::textAt(block, "text");
        } else if (type == QLatin1String("tool_use")) {
            const Json& input = base::at(block, "input");
            completion.uses.push_back(
                {base::textAt(block, "id"), base::textAt(block, "name"), input.is_object() ? input : Json()});
        }
    }
    return concluded(std::move(completion), base::textAt(answer, "stop_reason"));
}

base::Error AnthropicWire::readError(const http::Response& response, const Json& body) const
{
    return errorOf(base::textAt(base::at(body, "error"), "type"), response.status, retryAfter(response.headers));
}

std::unique_ptr<StreamReader> AnthropicWire::streamReader() const
{
    return std::make_unique<AnthropicStream>();
}

http::Request AnthropicWire::askModels(const Endpoint& endpoint, const QString& page) const
{
    QUrlQuery query{{QStringLiteral("limit"), QStringLiteral("100")}};
    if (!page.isEmpty()) {
        query.addQueryItem(QStringLiteral("after_id"), QString::fromLatin1(QUrl::toPercentEncoding(page)));
    }
    http::Request request;
    request.url = below(endpoint.base, QStringLiteral("/v1/models"));
    request.url.setQuery(query);
    request.headers = headersFor(endpoint);
    return request;
}

Result<ModelPage> AnthropicWire::readModels(const http::Response& response) const
{
    const auto body = base::parseJson(response.body);
    if (response.status != 200) {
        return fail(readError(response, body.value_or(Json())));
    }
    if (!body || !base::at(*body, "data").is_array()) {
        return failWith(Trouble::Malformed, QStringLiteral("no list of models"));
    }
    ModelPage page;
    for (const auto& model : base::at(*body, "data")) {
        page.models.push_back({base::textAt(model, "id"), base::textAt(model, "display_name")});
    }
    page.next = base::boolAt(*body, "has_more") ? base::textAt(*body, "last_id") : QString();
    return page;
}

} // namespace delpek::agent::llm
