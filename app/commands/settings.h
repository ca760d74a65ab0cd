// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "secrets/choose.h"

#include "config/keys.h"

#include <QProcessEnvironment>

namespace delpek::app
{

/// The configuration of this process, with every argument used up.
inline Result<config::Config> loadConfig(const QStringList& arguments)
{
    auto config =
        config::Config::load(config::Config::defaultFiles(), QProcessEnvironment::systemEnvironment(), arguments);
    if (config && !config->rest().isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("unknown argument %1: see --help").arg(config->rest().constFirst()));
    }
    return config;
}

inline Result<std::unique_ptr<secrets::SecretStore>> openSecrets(const config::Config& config)
{
    secrets::StoreChoice choice;
    choice.kind = config.get(config::keys::secretsStore);
    choice.filePath = config.get(config::keys::secretsFile);
    return secrets::chooseStore(choice);
}

} // namespace delpek::app
