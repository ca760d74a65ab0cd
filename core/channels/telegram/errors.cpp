// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/errors.h"

#include "base/json.h"
#include "channels/failures.h"

#include <array>

namespace delpek::channels::telegram
{

namespace
{

/// What stands in a 400, and what it means. The first that is contained decides.
struct Refusal {
    const char* word;
    ErrorCode code;
    const char* key;
    const char* remedy;
};

constexpr auto refusals = std::to_array<Refusal>({
    {"chat not found", ErrorCode::Unreachable, "send.unreachable", ": this chat does not exist for the bot"},
    {"user not found", ErrorCode::Unreachable, "send.unreachable", ": this chat does not exist for the bot"},
    {"group chat was upgraded", ErrorCode::Unreachable, "send.unreachable",
     ": this chat is a group; Delpek writes to patients alone"},
    {"message is too long", ErrorCode::InvalidInput, "send.tooLong", ": text too long"},
    {"caption is too long", ErrorCode::InvalidInput, "send.tooLong", ": caption too long"},
    {"wrong file_id", ErrorCode::NotFound, "", ": Telegram does not have this file any more"},
    {"file is too big", ErrorCode::InvalidInput, "media.tooLarge", ": bots may fetch files up to 20 MB"},
    {"BUSINESS_PEER_USAGE_MISSING", ErrorCode::WindowClosed, "send.businessQuiet",
     ": the patient has not written to the clinic's account for 24 hours"},
    {"usiness connection not found", ErrorCode::Unreachable, "send.businessEnded",
     ": the bot is no longer connected to the clinic's account; connect it again in Telegram, Business, Chatbots"},
    {"BUSINESS_CONNECTION_INVALID", ErrorCode::Unreachable, "send.businessEnded",
     ": the bot is no longer connected to the clinic's account; connect it again in Telegram, Business, Chatbots"},
    {"BUSINESS_PEER_INVALID", ErrorCode::Unreachable, "send.businessEnded",
     ": the clinic's account does not share this chat with the bot"},
    {"not enough rights", ErrorCode::Forbidden, "send.permissionMissing",
     ": the bot may not do this; allow it to reply in Telegram, Business, Chatbots"},
});

Error badRequest(const QString& description, const QString& detail)
{
    for (const Refusal& refusal : refusals) {
        if (description.contains(QLatin1String(refusal.word))) {
            return {refusal.code, QString::fromLatin1(refusal.key), detail + QLatin1String(refusal.remedy)};
        }
    }
    return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"), detail};
}

Error conflict(const QString& description, const QString& detail)
{
    if (description.contains(QLatin1String("webhook"), Qt::CaseInsensitive)) {
        return {ErrorCode::Conflict, QStringLiteral("channel.telegramWebhook"),
                detail +
                    QStringLiteral(": Telegram delivers this bot's messages to a webhook address. Remove the webhook, "
                                   "or let Delpek receive by webhook")};
    }
    return {ErrorCode::Conflict, QStringLiteral("channel.telegramOtherReceiver"),
            detail + QStringLiteral(": another program receives this bot's messages with the same token. Stop it, or "
                                    "give it a bot of its own")};
}

bool says(const http::Response& response, const char* words)
{
    const auto body = base::parseJson(response.body);
    return body && response.status == 400 &&
           base::textAt(*body, "description").contains(QLatin1String(words), Qt::CaseInsensitive);
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
        return {ErrorCode::InvalidInput, QStringLiteral("send.fileTooLarge"), detail + QStringLiteral(": too large")};
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

Error receivingFault(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Conflict:
        return error;
    case ErrorCode::Unauthorised:
        return {error.code, QStringLiteral("channel.telegramKey"), error.detail};
    default:
        return {error.code, QStringLiteral("channel.telegramUnreachable"), error.detail, error.retryAfter};
    }
}

bool isStyleRefused(const http::Response& response)
{
    return says(response, "can't parse entities");
}

bool isPictureRefused(const http::Response& response)
{
    return says(response, "PHOTO_INVALID_DIMENSIONS") || says(response, "IMAGE_PROCESS_FAILED") ||
           says(response, "PHOTO_SAVE_FILE_INVALID");
}

bool isNotModified(const http::Response& response)
{
    return says(response, "message is not modified");
}

} // namespace delpek::channels::telegram
