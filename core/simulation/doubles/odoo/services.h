// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/odoo/database.h"
#include "simulation/doubles/odoo/methods.h"
#include "simulation/doubles/odoo/wires.h"

namespace delpek::simulation::odoo
{

using Databases = std::map<QString, std::unique_ptr<Database>>;

/// Who asks what of which database: a call of a method after its login was taken.
struct Admitted {
    Database* db = nullptr;
    qint64 user = 0;
    Invocation invocation;
};

/// The services that need no login: "common" and "db". Throws Refused.
std::optional<base::Json> openService(const Databases& databases, const OdooDouble::Setup& setup,
                                      const Incoming& incoming);
/// "object": execute_kw and execute. Throws Refused: AccessDenied, or the driver's word on an unknown database.
Admitted admit(const Databases& databases, const Incoming& incoming);
/// The call of JSON-2 that a request makes. Throws Refused.
Admitted admitJson2(const Databases& databases, const http::ServerRequest& request, const Incoming& incoming);

base::Json versionInfo(int version);

} // namespace delpek::simulation::odoo
