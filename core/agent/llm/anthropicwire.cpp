// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wires.h"

#include "agent/llm/trouble.h"

#include <map>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

const Json shortCache{{"type", "ephemeral"}};

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
protected:
    Result<Next> take(const QByteArray& event) override
    {
        const auto data = base::parseJson(event);
        if (!data || !data->is_object()) {
            return failWith(Trouble::Malformed, QStringLiteral("an event of the stream is no JSON object"));
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
        } else if (type == QLatin1String("error")) {
            return fail(errorOf(base::textAt(base::at(*data, "error"), "type"), 200, std::nullopt));
        }
        return type == QLatin1String("message_stop") ? Next::Last : Next::More;
    }

    Result<Completion> conclude(bool wasLast) override
    {
        if (!wasLast) {
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

    Completion m_completion;
    std::map<qint64, Block> m_blocks;
    QString m_stop;
};

class AnthropicWire final : public Wire
{
public:
    std::unique_ptr<StreamReader> streamReader() const override { return std::make_unique<AnthropicStream>(); }

protected:
    Call callFor(const Endpoint& endpoint, const Prompt& prompt) const override
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
        return {QStringLiteral("/v1/messages"), {}, std::move(body)};
    }

    Call modelsCall(const QString& page) const override
    {
        QUrlQuery query{{QStringLiteral("limit"), QStringLiteral("100")}};
        if (!page.isEmpty()) {
            query.addQueryItem(QStringLiteral("after_id"), QString::fromLatin1(QUrl::toPercentEncoding(page)));
        }
        return {QStringLiteral("/v1/models"), query, {}};
    }

    http::Headers headers(const QByteArray& key) const override
    {
        http::Headers headers{{"anthropic-version", "2023-06-01"}};
        if (!key.isEmpty()) {
            headers.append({"x-api-key", key});
        }
        return headers;
    }

    Result<Completion> readWhole(const Json& answer) const override
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

    ModelPage readModelPage(const Json& models, const Json& answer) const override
    {
        ModelPage page;
        for (const auto& model : models) {
            page.models.push_back({base::textAt(model, "id"), base::textAt(model, "display_name")});
        }
        page.next = base::boolAt(answer, "has_more") ? base::textAt(answer, "last_id") : QString();
        return page;
    }

    base::Error readError(const http::Response& response, const Json& body) const override
    {
        return errorOf(base::textAt(base::at(body, "error"), "type"), response.status, retryAfter(response.headers));
    }
};

} // namespace

std::unique_ptr<Wire> anthropicWire()
{
    return std::make_unique<AnthropicWire>();
}

} // namespace delpek::agent::llm
