// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/webhook.h"

#include "http/signature.h"

namespace delpek::channels::waha
{

Result<Done> checkSignature(const QByteArray& header, const QByteArray& algorithm, const QByteArray& body,
                            const QByteArray& key)
{
    if (key.isEmpty()) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("no webhook secret is set: store the HMAC key of WAHA's webhook as the secret "
                                   "waha.webhook-secret"));
    }
    if (header.isEmpty()) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("X-Webhook-Hmac is missing: give the webhook in WAHA an HMAC key"));
    }
    if (!algorithm.isEmpty() && algorithm.toLower() != "sha512") {
        return fail(ErrorCode::Unauthorised, QStringLiteral("X-Webhook-Hmac-Algorithm is not sha512"));
    }
    if (!http::equalInConstantTime(header.toLower(), http::hmacSha512Hex(key, body))) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("X-Webhook-Hmac does not match: the HMAC key of WAHA's webhook and the secret "
                                   "waha.webhook-secret differ"));
    }
    return Done{};
}

} // namespace delpek::channels::waha
