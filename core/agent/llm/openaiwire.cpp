// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wires.h"

#include "agent/llm/trouble.h"

#include <map>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

/// Each answer is a message of its own and stands before the text.
void addEntry(Json& messages, const Entry& entry)
{
    for (const auto& answer : entry.answers) {
        const Json value = answer.failed ? Json{{"error", answer.value}} : answer.value;
        messages.push_back({{"role", "tool"},
                            {"tool_call_id", base::utf8(answer.id)},
                            {"content", base::utf8(base::toCompactText(value))}});
    }
    if (entry.speaker == Speaker::User) {
        if (!entry.text.isEmpty()) {
            messages.push_back({{"role", "user"}, {"content", base::utf8(entry.text)}});
        }
        return;
    }
    Json message{{"role", "assistant"}, {"content", entry.text.isEmpty() ? Json() : Json(base::utf8(entry.text))}};
    for (const auto& use : entry.uses) {
        const Json arguments = use.arguments.is_object() ? use.arguments : Json::object();
        message["tool_calls"].push_back(
            {{"id", base::utf8(use.id)},
             {"type", "function"},
             {"function",
              {{"name", base::utf8(use.name)}, {"arguments", base::utf8(base::toCompactText(arguments))}}}});
    }
    messages.push_back(std::move(message));
}

Usage usageOf(const Json& usage)
{
    const qint64 cached = base::integerAt(base::at(usage, "prompt_tokens_details"), "cached_tokens").value_or(0);
    return {base::integerAt(usage, "prompt_tokens").value_or(0) - cached, cached, 0,
            base::integerAt(usage, "completion_tokens").value_or(0)};
}

base::Error errorOf(const Json& error, int status, std::optional<base::Duration> wait)
{
    static const std::map<QString, Trouble> known{{QStringLiteral("insufficient_quota"), Trouble::Quota},
                                                  {QStringLiteral("billing_hard_limit_reached"), Trouble::Quota},
                                                  {QStringLiteral("invalid_api_key"), Trouble::Key},
                                                  {QStringLiteral("authentication_error"), Trouble::Key},
                                                  {QStringLiteral("model_not_found"), Trouble::Model},
                                                  {QStringLiteral("context_length_exceeded"), Trouble::TooLong},
                                                  {QStringLiteral("exceed_context_size_error"), Trouble::TooLong},
                                                  {QStringLiteral("rate_limit_exceeded"), Trouble::Rate},
                                                  {QStringLiteral("server_error"), Trouble::Overloaded},
                                                  {QStringLiteral("unavailable_error"), Trouble::Overloaded},
                                                  {QStringLiteral("content_filter"), Trouble::Refused}};
    // The code says more than the type; llama.cpp and vLLM write the status there.
    const QString code = base::textAt(error, "code");
    const QString type = base::textAt(error, "type");
    Trouble trouble = troubleOf(status);
    for (const QString& word : {type, code}) {
        if (const auto found = known.find(word); found != known.end()) {
            trouble = found->second;
        }
    }
    return troubleError(
        trouble, QStringLiteral("status %1 %2 %3").arg(status).arg(codeWord(type), codeWord(code)).simplified(), wait);
}

Result<Completion> concluded(Completion completion, const QString& finish, bool refuses)
{
    if (refuses || finish == QLatin1String("content_filter")) {
        return failWith(Trouble::Refused, refuses ? QStringLiteral("refusal") : QStringLiteral("content_filter"));
    }
    if (finish == QLatin1String("length")) {
        return failWith(Trouble::Length, QStringLiteral("finish_reason length"));
    }
    if (completion.text.isEmpty() && completion.uses.empty()) {
        return failWith(Trouble::Empty, QStringLiteral("no content and no tool_calls"));
    }
    for (std::size_t i = 0; i < completion.uses.size(); ++i) {
        if (completion.uses[i].id.isEmpty()) {
            completion.uses[i].id = QStringLiteral("call_%1").arg(i + 1);
        }
    }
    return completion;
}

class OpenAiStream final : public StreamReader
{
protected:
    Result<Next> take(const QByteArray& data) override
    {
        if (data == "[DONE]") {
            return Next::Last;
        }
        const auto chunk = base::parseJson(data);
        if (!chunk || !chunk->is_object()) {
            return failWith(Trouble::Malformed, QStringLiteral("a chunk of the stream is no JSON object"));
        }
        if (const Json& error = base::at(*chunk, "error"); !error.is_null()) {
            return fail(errorOf(error, 200, std::nullopt));
        }
        if (const QString model = base::textAt(*chunk, "model"); !model.isEmpty()) {
            m_completion.model = model;
        }
        if (const Json& usage = base::at(*chunk, "usage"); usage.is_object()) {
            m_completion.usage = usageOf(usage);
        }
        for (const auto& choice : base::at(*chunk, "choices")) {
            takeChoice(choice);
        }
        return Next::More;
    }

    Result<Completion> conclude(bool wasLast) override
    {
        if (!wasLast || m_finish.isEmpty()) {
            return failWith(Trouble::Cut, QStringLiteral("the stream ended without finish_reason and [DONE]"));
        }
        for (const auto& call : m_calls) {
            m_completion.uses.push_back({call.id, call.name, argumentsFrom(call.arguments)});
        }
        return concluded(m_completion, m_finish, m_refuses);
    }

private:
    struct Call {
        qint64 index = 0;
        QString id;
        QString name;
        QString arguments;
    };

    void takeChoice(const Json& choice)
    {
        const Json& delta = base::at(choice, "delta");
        m_completion.text += base::textAt(delta, "content");
        m_refuses = m_refuses || !base::textAt(delta, "refusal").isEmpty();
        for (const auto& part : base::at(delta, "tool_calls")) {
            takeCall(part);
        }
        if (const QString finish = base::textAt(choice, "finish_reason"); !finish.isEmpty()) {
            m_finish = finish;
        }
    }

    void takeCall(const Json& part)
    {
        const QString id = base::textAt(part, "id");
        const Json& function = base::at(part, "function");
        const auto index = base::integerAt(part, "index");
        auto call = m_calls.end();
        if (index) {
            call = std::find_if(m_calls.begin(), m_calls.end(), [&](const Call& c) { return c.index == *index; });
        } else if (id.isEmpty() && !m_calls.empty()) {
            // Some servers leave the index out: an id begins a call, what has none goes on with the last.
            call = m_calls.end() - 1;
        }
        if (call == m_calls.end()) {
            m_calls.push_back({index.value_or(-1 - qint64(m_calls.size())), {}, {}, {}});
            call = m_calls.end() - 1;
        }
        call->id += call->id.isEmpty() ? id : QString();
        call->name += call->name.isEmpty() ? base::textAt(function, "name") : QString();
        call->arguments += base::textAt(function, "arguments");
    }

    Completion m_completion;
    std::vector<Call> m_calls;
    QString m_finish;
    bool m_refuses = false;
};

class OpenAiWire final : public Wire
{
public:
    std::unique_ptr<StreamReader> streamReader() const override { return std::make_unique<OpenAiStream>(); }

protected:
    Call callFor(const Endpoint& endpoint, const Prompt& prompt) const override
    {
        Json messages = Json::array();
        if (!prompt.system.isEmpty()) {
            const QString gap = prompt.situation.isEmpty() ? QString() : QStringLiteral("\n\n");
            messages.push_back({{"role", "system"}, {"content", base::utf8(prompt.system + gap + prompt.situation)}});
        }
        for (const auto& entry : prompt.entries) {
            addEntry(messages, entry);
        }
        Json body{{"model", base::utf8(prompt.model)},
                  {"messages", messages},
                  {base::utf8(endpoint.lengthField), prompt.mostTokens}};
        for (const auto& tool : prompt.tools) {
            body["tools"].push_back({{"type", "function"},
                                     {"function",
                                      {{"name", base::utf8(tool.name)},
                                       {"description", base::utf8(tool.description)},
                                       {"parameters", tool.parameters}}}});
        }
        if (!prompt.tools.empty() && endpoint.tellsToolChoice) {
            body["tool_choice"] = prompt.needsTool ? "required" : "auto";
        }
        if (prompt.temperature) {
            body["temperature"] = *prompt.temperature;
        }
        if (endpoint.streams) {
            body["stream"] = true;
            body["stream_options"] = {{"include_usage", true}};
        }
        return {QStringLiteral("/chat/completions"), {}, std::move(body)};
    }

    Call modelsCall(const QString&) const override { return {QStringLiteral("/models"), {}, {}}; }

    http::Headers headers(const QByteArray& key) const override
    {
        return key.isEmpty() ? http::Headers{} : http::Headers{{"Authorization", "Bearer " + key}};
    }

    Result<Completion> readWhole(const Json& answer) const override
    {
        const Json& choices = base::at(answer, "choices");
        if (!choices.is_array() || choices.empty() || !base::at(choices.front(), "message").is_object()) {
            return failWith(Trouble::Malformed, QStringLiteral("no choice with a message"));
        }
        const Json& message = base::at(choices.front(), "message");
        Completion completion;
        completion.model = base::textAt(answer, "model");
        completion.usage = usageOf(base::at(answer, "usage"));
        completion.text = base::textAt(message, "content");
        for (const auto& call : base::at(message, "tool_calls")) {
            const Json& function = base::at(call, "function");
            completion.uses.push_back({base::textAt(call, "id"), base::textAt(function, "name"),
                                       argumentsFrom(base::textAt(function, "arguments"))});
        }
        return concluded(std::move(completion), base::textAt(choices.front(), "finish_reason"),
                         !base::textAt(message, "refusal").isEmpty());
    }

    ModelPage readModelPage(const Json& models, const Json&) const override
    {
        ModelPage page;
        for (const auto& model : models) {
            page.models.push_back({base::textAt(model, "id"), base::textAt(model, "owned_by")});
        }
        return page;
    }

    base::Error readError(const http::Response& response, const Json& body) const override
    {
        const Json& error = base::at(body, "error");
        // Older vLLM wrote the members flat.
        return errorOf(error.is_object() ? error : body, response.status, retryAfter(response.headers));
    }
};

} // namespace

std::unique_ptr<Wire> openAiWire()
{
    return std::make_unique<OpenAiWire>();
}

} // namespace delpek::agent::llm
