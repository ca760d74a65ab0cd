// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/finding.h"
#include "channels/whatsapp/requests.h"
#include "channels/whatsapp/templates.h"

namespace delpek::channels::whatsapp
{

struct CheckSetup {
    Endpoint endpoint;
    QString businessAccountId; ///< empty: subscription and templates cannot be looked at, which is a finding
    QString token;
    std::vector<Template> templates; ///< those the clinic needs; see loadTemplates
};

/// Looks at the account from Meta's side: "token" (valid, how long, which permissions), "number" (connected, quality,
/// name), "subscription" (are deliveries sent to the app), "templates" (each approved?). It changes nothing. Waits for
/// the network: on a worker thread only. `now` tells how long the token is good for.
///
/// Source: that an app is subscribed at {account}/subscribed_apps, and the two permissions: WhatsApp Cloud API. What
/// the answers of subscribed_apps, debug_token and of the number look like is from general knowledge of the Graph API.
///
/// Keys: check.whatsapp. followed by tokenMissing, tokenRefused, tokenExpires, tokenPermission, notAnswered,
/// numberUnknown, numberOffline, numberQuality, numberName, accountIdMissing, accountUnknown, notSubscribed,
/// templatesMissing, templatesRejected, templatesPending.
Findings check(const CheckSetup& setup, http::Client& client, base::Instant now);

} // namespace delpek::channels::whatsapp
