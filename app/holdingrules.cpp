// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/holdingrules.h"

#include "config/keys.h"

#include <algorithm>

namespace delpek::app
{

node::HoldingRules holdingRules(const config::Config& config)
{
    namespace keys = config::keys;
    const auto after = config.get(keys::escalationHoldingAfter);
    const auto again = config.get(keys::escalationHoldingAgain);
    const auto emergency = config.get(keys::escalationHoldingEmergency);
    constexpr base::Duration never(0);
    node::HoldingRules rules{{}, {}};
    if (after > never) {
        rules.doctor.push_back(after);
        if (again > never) {
            rules.doctor.push_back(std::max(after, again));
        }
    }
    if (emergency > never) {
        rules.emergency = {emergency, 5 * emergency};
    }
    return rules;
}

} // namespace delpek::app
