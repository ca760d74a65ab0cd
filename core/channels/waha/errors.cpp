// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/errors.h"

#include "base/json.h"
#include "channels/failures.h"
#include "channels/waha/session.h"

namespace delpek::channels::waha
{

namespace
{

Error unprocessable(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const QString status = body ? base::textAt(*body, "status") : QString();
    // Without a word of a session it was the message that WAHA could not take.
    const auto fault = isStatus(status) ? faultOf(status) : std::nullopt;
    return fault ? *fault
                 : Error{ErrorCode::InvalidInput, QStringLiteral("send.rejected"),
                         QStringLiteral("WAHA answered HTTP 422: it cannot send this message")};
}

} // namespace

Error classify(const http::Response& response)
{
    switch (response.status) {
    case 401:
        return {ErrorCode::Unauthorised, QStringLiteral("send.tokenRefused"),
                QStringLiteral("WAHA answered HTTP 401: the secret waha.api-key is not a key of this WAHA")};
    case 403:
        return {ErrorCode::Forbidden, QStringLiteral("send.permissionMissing"),
                QStringLiteral("WAHA answered HTTP 403: the key may not send for this session")};
    case 404:
        return {ErrorCode::Forbidden, QStringLiteral("channel.wahaMissing"),
                QStringLiteral("WAHA answered HTTP 404: there is no session of that name; create it in WAHA's "
                               "dashboard or correct waha.session and waha.api-base")};
    case 413:
        return {ErrorCode::InvalidInput, QStringLiteral("send.tooLong"),
                QStringLiteral("WAHA answered HTTP 413: too large")};
    case 422:
        return unprocessable(response);
    case 501:
        return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"),
                QStringLiteral("WAHA answered HTTP 501: its engine cannot do this")};
    default:
        return statusFailure(response, QStringLiteral("WAHA"));
    }
}

} // namespace delpek::channels::waha
