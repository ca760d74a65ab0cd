// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/webhook.h"

#include "http/signature.h"

namespace delpek::channels::telegram
{

Result<Done> checkSecret(const QByteArray& header, const QByteArray& secret)
{
    if (secret.isEmpty()) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("no webhook secret is set: set the webhook again in the Telegram settings"));
    }
    if (!http::equalInConstantTime(header, secret)) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("X-Telegram-Bot-Api-Secret-Token is missing or differs: set the webhook again"));
    }
    return Done{};
}

} // namespace delpek::channels::telegram
