// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wire.h"

#include "agent/llm/trouble.h"
#include "agent/llm/wires.h"

namespace delpek::agent::llm
{
namespace
{

/// The address of a call below the endpoint's own path.
QUrl below(const QUrl& base, const QString& path)
{
    QUrl url = base;
    QString whole = url.path();
    while (whole.endsWith(QLatin1Char('/'))) {
        whole.chop(1);
    }
    url.setPath(whole + path);
    return url;
}

} // namespace

void StreamReader::feed(const QByteArray& piece)
{
    for (const auto& event : m_events.feed(piece)) {
        if (m_error || m_ended) {
            return;
        }
        const auto next = take(event.data);
        if (!next) {
            m_error = next.error();
        } else {
            m_ended = *next == Next::Last;
        }
    }
}

Result<Completion> StreamReader::finish()
{
    return m_error ? fail(*m_error) : conclude(m_ended);
}

http::Request Wire::ask(const Endpoint& endpoint, const Prompt& prompt) const
{
    const Call call = callFor(endpoint, prompt);
    http::Request request = requestTo(endpoint, call);
    request.method = "POST";
    request.body = base::toBytes(call.body);
    return request;
}

http::Request Wire::askModels(const Endpoint& endpoint, const QString& page) const
{
    return requestTo(endpoint, modelsCall(page));
}

http::Request Wire::requestTo(const Endpoint& endpoint, const Call& call) const
{
    http::Request request;
    request.url = below(endpoint.base, call.path);
    if (!call.query.isEmpty()) {
        request.url.setQuery(call.query);
    }
    request.headers = headers(endpoint.key.toUtf8());
    request.headers.emplaceBack("content-type", "application/json");
    return request;
}

Result<Completion> Wire::read(const http::Response& response) const
{
    const bool isGood = response.status >= 200 && response.status < 300;
    if (isGood && http::header(response.headers, "Content-Type").toLower().startsWith("text/event-stream")) {
        const auto reader = streamReader();
        reader->feed(response.body);
        return reader->finish();
    }
    const auto body = base::parseJson(response.body);
    if (!isGood) {
        return fail(readError(response, body.value_or(base::Json())));
    }
    if (!body || !body->is_object()) {
        return failWith(Trouble::Malformed, QStringLiteral("the answer is no JSON object"));
    }
    return readWhole(*body);
}

Result<ModelPage> Wire::readModels(const http::Response& response) const
{
    const base::Json answer = base::parseJson(response.body).value_or(base::Json());
    if (response.status != 200) {
        return fail(readError(response, answer));
    }
    for (const char* member : {"data", "models"}) {
        if (const base::Json& models = base::at(answer, member); models.is_array()) {
            return readModelPage(models, answer);
        }
    }
    return failWith(Trouble::Malformed, QStringLiteral("no list of models"));
}

std::unique_ptr<Wire> wireFor(const QString& provider)
{
    if (provider == QLatin1String("anthropic")) {
        return anthropicWire();
    }
    if (provider == QLatin1String("openai")) {
        return openAiWire();
    }
    if (provider == QLatin1String("gemini")) {
        return geminiWire();
    }
    return nullptr;
}

base::Json argumentsFrom(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return base::Json::object();
    }
    auto parsed = base::parseJson(text.toUtf8());
    return parsed && parsed->is_object() ? std::move(*parsed) : base::Json();
}

} // namespace delpek::agent::llm
