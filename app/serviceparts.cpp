// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serviceparts.h"

#include "api/staff/tokenkey.h"
#include "config/keys.h"

namespace delpek::app
{

agent::TurnServices turnServices(const agent::Mind& mind, store::Store& store, base::Clock& clock)
{
    const auto codes = std::make_shared<agent::service::Codes>(store, clock);
    return {mind.services.get(), [codes](const agent::service::CodeTry& tried) { return codes->check(tried); }};
}

std::unique_ptr<api::services::ServiceApi> openServiceApi(const config::Config& config, const ServiceApiNeeds& needs)
{
    return std::make_unique<api::services::ServiceApi>(api::services::Parts{
        needs.store, needs.clock, needs.records, needs.desks, *needs.mind.services, *needs.mind.understander,
        needs.turns, [&secrets = needs.secrets] { return api::staff::tokenKey(secrets); },
        config.get(config::keys::webchatTrustedProxy)});
}

} // namespace delpek::app
