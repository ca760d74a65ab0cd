// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/gateway.h"
#include "clinic/odoo/odoorecords.h"
#include "clinic/odoo/odoorecordsfacts.h"
#include "config/config.h"
#include "secrets/secretstore.h"

#include <QUrl>

#include <functional>

namespace delpek::app
{

/// The clinic's records in an Odoo, and the way there. The records end first.
struct OdooParts {
    std::unique_ptr<clinic::odoo::Gateway> gateway;
    std::unique_ptr<clinic::odoo::OdooRecords> records;
    /// Where a patient's record is opened in a browser; empty for an address that is not https.
    std::function<QUrl(const QString& patient)> recordLink;
};

/// odoo.mapping: "auto", the name of a profile, or a file. `own`: read in its place when it is not empty.
Result<clinic::odoo::MappingChoice> odooMapping(const config::Config& config, const QString& own = {});

/// From the settings odoo.*. Asks Odoo nothing yet: a desk starts also while it is away. InvalidInput and NotFound name
/// the setting and what is wrong with it. The rest outlives what is given.
Result<OdooParts> openOdoo(const config::Config& config, secrets::SecretStore& secrets, http::Client& client,
                           store::Store& store, base::Clock& clock);

} // namespace delpek::app
