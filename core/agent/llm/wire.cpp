// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/wire.h"

#include "agent/llm/anthropicwire.h"
#include "agent/llm/geminiwire.h"
#include "agent/llm/openaiwire.h"
#include "agent/llm/trouble.h"

namespace delpek::agent::llm
{

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

std::unique_ptr<Wire> wireFor(const QString& provider)
{
    if (provider == QLatin1String("anthropic")) {
        return std::make_unique<AnthropicWire>();
    }
    if (provider == QLatin1String("openai")) {
        return std::make_unique<OpenAiWire>();
    }
    if (provider == QLatin1String("gemini")) {
        return std::make_unique<GeminiWire>();
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

} // namespace delpek::agent::llm
