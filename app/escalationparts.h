// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/doctor/doctorchat.h"
#include "api/doctor/linkmaker.h"
#include "api/staff/staffapi.h"
#include "config/config.h"
#include "secrets/secretstore.h"

namespace delpek::app
{

/// What doctors and the clinic's programs reach escalations by from outside. The routes' server ends first.
struct EscalationParts {
    std::unique_ptr<api::doctor::LinkMaker> links;
    std::unique_ptr<api::doctor::DoctorChat> page;
    std::unique_ptr<api::staff::StaffApi> api;

    std::vector<http::Server::Route> routes();
};

struct EscalationNeeds {
    store::Store& store;
    clinic::ClinicRecords& records;
    media::FileDoor& files;
    base::Clock& clock;
    secrets::SecretStore& secrets;
    desk::StaffDesks& desks;
};

/// From the settings. All that is given outlives the parts. InvalidInput when listen.public-url is no address.
Result<EscalationParts> openEscalations(const config::Config& config, const EscalationNeeds& needs);

/// Follows the audit log's chain, a stretch at a time, and says in the log where it ends; a break is said loudly and
/// becomes a fault that every desk shows. The store waits for it at its end.
void checkAuditLog(store::Store& store);

} // namespace delpek::app
