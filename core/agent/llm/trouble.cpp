// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/trouble.h"

#include "http/httpdate.h"

namespace delpek::agent::llm
{
namespace
{

ErrorCode codeOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Key:
        return ErrorCode::Unauthorised;
    case Trouble::Right:
    case Trouble::Quota:
    case Trouble::Refused:
        return ErrorCode::Forbidden;
    case Trouble::Model:
        return ErrorCode::NotFound;
    case Trouble::Rate:
        return ErrorCode::RateLimited;
    case Trouble::Overloaded:
        return ErrorCode::Unavailable;
    case Trouble::Cut:
        return ErrorCode::Timeout;
    case Trouble::Request:
    case Trouble::TooLong:
    case Trouble::Length:
    case Trouble::Empty:
    case Trouble::Malformed:
        break;
    }
    return ErrorCode::InvalidInput;
}

} // namespace

base::Error troubleError(Trouble trouble, const QString& detail, std::optional<base::Duration> retryAfter)
{
    return {codeOf(trouble), QStringLiteral("llm.") + base::toText(trouble), detail, retryAfter};
}

Trouble troubleOf(int status)
{
    switch (status) {
    case 401:
        return Trouble::Key;
    case 402:
        return Trouble::Quota;
    case 403:
        return Trouble::Right;
    case 404:
        return Trouble::Model;
    case 413:
        return Trouble::TooLong;
    case 429:
        return Trouble::Rate;
    case 408:
    case 409:
        return Trouble::Overloaded;
    default:
        return status >= 500 || status < 300 ? Trouble::Overloaded : Trouble::Request;
    }
}

std::optional<base::Duration> retryAfter(const http::Headers& headers)
{
    bool isNumber = false;
    if (const qint64 millis = http::header(headers, "retry-after-ms").toLongLong(&isNumber); isNumber && millis >= 0) {
        return base::Duration(millis);
    }
    const QByteArray text = http::header(headers, "retry-after").trimmed();
    if (const qint64 seconds = text.toLongLong(&isNumber); isNumber && seconds >= 0) {
        return std::chrono::seconds(seconds);
    }
    const auto until = http::parseHttpDate(text);
    const auto now = http::parseHttpDate(http::header(headers, "Date"));
    if (until && now) {
        return std::max(*until - *now, base::Duration(0));
    }
    return std::nullopt;
}

QString codeWord(const QString& text)
{
    constexpr qsizetype longest = 64;
    const bool isWord = !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == QLatin1Char('_') || c == QLatin1Char('.') ||
               c == QLatin1Char('-');
    });
    return isWord ? text : QString();
}

} // namespace delpek::agent::llm
