// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/failures.h"

namespace delpek::channels
{

namespace
{

const QString unknownKey = QStringLiteral("send.unknown");

} // namespace

Error transportFailure(const Error& error)
{
    if (error.code == ErrorCode::Unavailable) {
        return {ErrorCode::Unavailable, QStringLiteral("send.unavailable"), error.detail, error.retryAfter};
    }
    return {ErrorCode::Timeout, unknownKey, error.detail};
}

std::optional<base::Duration> retryAfter(const http::Response& response)
{
    bool ok = false;
    const int seconds = http::header(response.headers, "Retry-After").trimmed().toInt(&ok);
    if (!ok || seconds < 0 || seconds > 24 * 60 * 60) {
        return std::nullopt;
    }
    return std::chrono::seconds(seconds);
}

Error statusFailure(const http::Response& response, const QString& provider)
{
    const QString detail =
        QStringLiteral("%1 answered HTTP %2 without a readable reason").arg(provider).arg(response.status);
    switch (response.status) {
    case 401:
        return {ErrorCode::Unauthorised, QStringLiteral("send.tokenRefused"), detail};
    case 403:
        return {ErrorCode::Forbidden, QStringLiteral("send.permissionMissing"), detail};
    case 404:
        return {ErrorCode::Forbidden, QStringLiteral("send.configuration"), detail};
    case 429:
        return {ErrorCode::RateLimited, QStringLiteral("send.rateLimited"), detail, retryAfter(response)};
    case 503:
        return {ErrorCode::Unavailable, QStringLiteral("send.unavailable"), detail, retryAfter(response)};
    default:
        break;
    }
    if (response.status >= 400 && response.status < 500 && response.status != 408) {
        return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"), detail};
    }
    if (response.status >= 300 && response.status < 400) {
        // A redirect is a gate in the way (a hotel's or a proxy's page); the provider never saw the call.
        return {ErrorCode::Unavailable, QStringLiteral("send.unavailable"), detail};
    }
    return {ErrorCode::Timeout, unknownKey, detail};
}

Error unreadableReceipt(const QString& provider)
{
    return {ErrorCode::Timeout, unknownKey,
            QStringLiteral("%1 accepted the message, but its answer names no message id").arg(provider)};
}

} // namespace delpek::channels
