// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphaccount.h"

#include <QStringList>

namespace delpek::simulation
{

using base::Json;
using base::utf8;

Json GraphAccount::number(const QString& phoneNumberId) const
{
    return {{"id", utf8(phoneNumberId)},
            {"display_phone_number", "+972 3-555-0100"},
            {"verified_name", "Rimon Dental Clinic"},
            {"status", utf8(status)},
            {"quality_rating", utf8(quality)},
            {"name_status", utf8(nameStatus)},
            {"throughput", {{"level", utf8(throughput)}}}};
}

Json GraphAccount::subscriptions() const
{
    Json apps = Json::array();
    if (subscribed) {
        apps.push_back({{"whatsapp_business_api_data", {{"id", utf8(appId)}, {"name", "Front desk"}}}});
    }
    return {{"data", std::move(apps)}};
}

Json GraphAccount::token() const
{
    Json scopes = Json::array();
    for (const QString& permission : permissions) {
        scopes.push_back(utf8(permission));
    }
    return {{"data",
             {{"app_id", utf8(appId)},
              {"is_valid", true},
              {"expires_at", tokenExpires ? base::toMillis(*tokenExpires) / 1000 : 0},
              {"scopes", std::move(scopes)}}}};
}

} // namespace delpek::simulation
