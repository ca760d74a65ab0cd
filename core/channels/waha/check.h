// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "channels/finding.h"
#include "channels/waha/requests.h"

namespace delpek::channels::waha
{

struct CheckSetup {
    Endpoint endpoint;
    QString key;           ///< the secret waha.api-key; empty: none is stored
    QString webhookSecret; ///< the secret waha.webhook-secret; empty: none is stored
    /// Delpek's route. By which address WAHA reaches this machine is the network's affair, so the path alone counts.
    QString webhookPath = QStringLiteral("/api/waha/webhook");
};

/// Looks at WAHA and the clinic's session and changes nothing. Waits for answers: on a worker only. Subjects and keys:
///   token         channel.wahaKey, channel.wahaUnreachable, check.wahaKeyMissing
///   session       channel.wahaMissing, channel.wahaStopped and the others of faultOf(); the detail names WAHA's
///                 version, engine and tier
///   webhook       check.wahaWebhookNone (Attention: one that is set for all of WAHA is not to be seen here),
///                 check.wahaWebhookUnsigned, check.wahaWebhookSecret, check.wahaWebhookSecretMissing
///   subscription  check.wahaEventsMessages (Fault), check.wahaEvents (Attention; the detail names those missing)
/// What cannot be seen because something before it failed is left out. Details never hold a secret or a number.
Findings check(const CheckSetup& setup, http::Client& client, const base::Cancel& cancel = {});

} // namespace delpek::channels::waha
