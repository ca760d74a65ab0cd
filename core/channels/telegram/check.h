// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "channels/finding.h"
#include "http/client.h"

namespace delpek::channels::telegram
{

struct CheckSetup {
    QUrl apiBase;
    QString token;
    bool polling = true;
    QUrl webhook; ///< where Telegram should deliver to; empty: not known, or polling
};

/// Looks at the bot from Telegram's side and changes nothing. Waits for answers: on a worker only. Subjects and keys:
///   token         check.telegramToken (missing, wrong or revoked), check.telegramUnreachable
///   webhook       check.telegramWebhookSet (while we poll), check.telegramWebhookMissing,
///                 check.telegramWebhookElsewhere, check.telegramWebhookSecret (our 401), check.telegramCertificate,
///                 check.telegramWebhookFails, check.telegramWebhookFailed (it works again: Attention)
///   subscription  check.telegramKinds (kinds of updates we need are switched off)
///   last-event    check.telegramWaiting (updates that nobody took)
/// Details hold counts and Telegram's own word on the last failed delivery, never the token.
Findings check(const CheckSetup& setup, http::Client& client, const base::Cancel& cancel = {});

} // namespace delpek::channels::telegram
