// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/mind.h"
#include "agent/turn.h"
#include "api/services/serviceapi.h"
#include "config/config.h"
#include "secrets/secretstore.h"

namespace delpek::app
{

/// The services of a mind for the turns, with the parents' codes of this store. All that is given outlives them.
agent::TurnServices turnServices(const agent::Mind& mind, store::Store& store, base::Clock& clock);

/// What the API of the services works with. References outlive it.
struct ServiceApiNeeds {
    store::Store& store;
    base::Clock& clock;
    clinic::ClinicRecords& records;
    desk::StaffDesks& desks;
    const agent::Mind& mind;
    agent::TurnRunner& turns;
    secrets::SecretStore& secrets;
};

std::unique_ptr<api::services::ServiceApi> openServiceApi(const config::Config& config, const ServiceApiNeeds& needs);

} // namespace delpek::app
