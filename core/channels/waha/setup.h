// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/waha/line.h"

// Making a session of WAHA ready for Delpek. Source: WAHA, "Sessions" and "Webhooks".

namespace delpek::channels::waha
{

/// How WAHA is to deliver.
struct WebhookWish {
    QUrl url;        ///< of our route as WAHA reaches it; empty: the session's webhooks are left alone
    QString hmacKey; ///< the secret waha.webhook-secret
};

/// Our webhook in a session's settings: the events that Delpek reads, signed, tried again for some minutes.
base::Json webhookOf(const WebhookWish& wish);

/// The settings with our webhook in the place of every other one that leads to the same route; nothing when they have
/// it already. A release that shows stars for the key is believed.
std::optional<base::Json> withWebhook(const base::Json& config, const WebhookWish& wish);

/// Makes the session when WAHA has none of that name, puts our webhook into its settings and starts it when it is
/// stopped; all else in its settings stays. Gives its status word. WAHA restarts a session whose settings change.
Future<QString> prepareSession(const Line& line, const WebhookWish& wish);

/// Its status word; started when it is stopped. NotFound where WAHA has no session of that name: none is made.
Future<QString> wakeSession(const Line& line);

/// What the QR code for linking a phone says, now: it changes every some seconds. Unavailable when there is none to
/// scan.
Future<QString> pairingCode(const Line& line);

} // namespace delpek::channels::waha
