// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/transport.h"
#include "config/config.h"
#include "secrets/secretstore.h"

namespace delpek::app
{

bool usesOdoo(const config::Config& config);

/// The settings odoo.* with the secret odoo.secret, which may be empty. InvalidInput names the setting that is no
/// address. Blocks until the secret store answers.
Result<clinic::odoo::Connection> odooConnection(const config::Config& config, secrets::SecretStore& secrets);

} // namespace delpek::app
