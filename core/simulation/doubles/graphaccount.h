// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

namespace delpek::simulation
{

/// What Meta's side tells of the number, the token and the subscription. A value. Source: general knowledge of the
/// Graph API; the names and words of these members (status, quality_rating, name_status, throughput, expires_at,
/// scopes, whatsapp_business_api_data) stand on no page that was read for Delpek.
struct GraphAccount {
    QString status = QStringLiteral("CONNECTED");
    QString quality = QStringLiteral("GREEN");
    QString nameStatus = QStringLiteral("APPROVED");
    QString throughput = QStringLiteral("STANDARD");
    QString appId = QStringLiteral("330044005500");
    bool subscribed = true;
    std::optional<base::Instant> tokenExpires = {};
    QStringList permissions = {QStringLiteral("whatsapp_business_messaging"),
                               QStringLiteral("whatsapp_business_management")};

    base::Json number(const QString& phoneNumberId) const; ///< answer to GET /{phone number id}
    base::Json subscriptions() const;                      ///< answer to GET …/subscribed_apps
    base::Json token() const;                              ///< answer to GET /debug_token
};

} // namespace delpek::simulation
