// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replayparts.h"

#include "config/keys.h"

namespace delpek::app
{

namespace keys = config::keys;

agent::TurnLimits turnLimits(const config::Config& config)
{
    agent::TurnLimits limits;
    limits.held = config.get(keys::offersHold);
    limits.identityTries = int(config.get(keys::identityTries));
    limits.asksConsent = config.get(keys::escalationAskConsent);
    return limits;
}

std::unique_ptr<desk::TurnReplay> openReplay(const config::Config& config)
{
    return std::make_unique<desk::TurnReplay>(
        [team = config.get(keys::agentTeam), services = config.get(keys::servicesFolder)] {
            return agent::Mind::load(QStringLiteral(":/delpek"), team, services);
        },
        turnLimits(config));
}

} // namespace delpek::app
