// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "secrets/secretstore.h"

// Credentials as the program needs them. Each call blocks until the secret store answers.

namespace delpek::app
{

/// NotFound says what to do.
Result<QString> secret(secrets::SecretStore& store, const QString& name);
/// Empty when there is none or the store does not answer.
QString optionalSecret(secrets::SecretStore& store, const QString& name);

/// store.location with the password, which never stands in the configuration.
QString databaseLocation(const config::Config& config, secrets::SecretStore& secrets);

} // namespace delpek::app
