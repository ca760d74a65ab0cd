// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/settings.h"
#include "app/database.h"
#include "app/secretreading.h"

namespace delpek::app
{

/// Runs a command on the keychain and the database that the settings name; complains of what cannot be opened.
template <typename Command>
int withStore(const config::Config& config, Command command)
{
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error());
    }
    const auto store = openDatabase(config, databaseLocation(config, **secrets));
    if (!store) {
        return complain(store.error(), exitFailed);
    }
    return command(**secrets, **store);
}

} // namespace delpek::app
