// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/errors.h"

#include "base/json.h"
#include "channels/failures.h"

namespace delpek::channels::telegram
{

namespace
{

Error badRequest(const QString& description, const QString& detail)
{
    if (description.contains(QLatin1String("chat not found")) ||
        description.contains(QLatin1String("user not found"))) {
        return {ErrorCode::Unreachable, QStringLiteral("send.unreachable"),
                detail + QStringLiteral(": this chat does not exist for the bot")};
    }
    if (description.contains(QLatin1String("message is too long"))) {
        return {ErrorCode::InvalidInput, QStringLiteral("send.tooLong"), detail + QStringLiteral(": text too long")};
    }
    return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"), detail};
}

Error conflict(const QString& description, const QString& detail)
{
    if (description.contains(QLatin1String("webhook"))) {
        return {ErrorCode::Conflict, QStringLiteral("telegram.webhookActive"),
                detail +
                    QStringLiteral(": Telegram delivers this bot's messages to a webhook address. Remove the webhook, "
                                   "or let Delpek receive by webhook")};
    }
    return {ErrorCode::Conflict, QStringLiteral("telegram.otherReceiver"),
            detail + QStringLiteral(": another program receives this bot's messages with the same token. Stop it, or "
                                    "give it a bot of its own")};
}

} // namespace

Error classify(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const auto code = body ? base::integerAt(*body, "error_code") : std::nullopt;
    if (!code) {
        return statusFailure(response, QStringLiteral("Telegram"));
    }
    const QString detail = QStringLiteral("Telegram error %1").arg(*code);
    const QString description = base::textAt(*body, "description");
    switch (*code) {
    case 400:
        return badRequest(description, detail);
    case 401:
        return {ErrorCode::Unauthorised, QStringLiteral("send.tokenRefused"),
                detail + QStringLiteral(": the bot token is wrong or was revoked; enter the one BotFather shows")};
    case 403:
        return {ErrorCode::Unreachable, QStringLiteral("send.unreachable"),
                detail + QStringLiteral(": the patient blocked the bot or never wrote to it")};
    case 404:
        return {ErrorCode::Unauthorised, QStringLiteral("send.tokenRefused"),
                detail + QStringLiteral(": the bot token has not the form of a token; enter the one BotFather shows")};
    case 409:
        return conflict(description, detail);
    case 413:
        return {ErrorCode::InvalidInput, QStringLiteral("send.tooLong"), detail + QStringLiteral(": too large")};
    case 429: {
        const auto seconds = base::integerAt(base::at(*body, "parameters"), "retry_after");
        const bool usable = seconds && *seconds >= 0 && *seconds <= 24 * 60 * 60;
        return {ErrorCode::RateLimited, QStringLiteral("send.rateLimited"), detail,
                usable ? std::optional<base::Duration>(std::chrono::seconds(*seconds)) : retryAfter(response)};
    }
    default:
        break;
    }
    if (*code >= 500 && *code < 600) {
        // The Bot API server itself refused (restart, overload), unlike a gateway in front of it: no effect.
        return {ErrorCode::Unavailable, QStringLiteral("send.unavailable"), detail, retryAfter(response)};
    }
    return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"), detail};
}

} // namespace delpek::channels::telegram
