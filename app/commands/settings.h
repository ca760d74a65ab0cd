// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/output.h"
#include "config/config.h"
#include "config/keys.h"
#include "secrets/choose.h"

#include <QProcessEnvironment>

namespace delpek::app
{

/// The configuration of this process; what is no setting of it is left in rest().
inline Result<config::Config> loadOpenConfig(const QStringList& arguments)
{
    return config::Config::load(config::Config::defaultFiles(), QProcessEnvironment::systemEnvironment(), arguments);
}

/// The configuration of this process, with every argument used up.
inline Result<config::Config> loadConfig(const QStringList& arguments)
{
    auto config = loadOpenConfig(arguments);
    if (config && !config->rest().isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("unknown argument %1: see --help").arg(config->rest().constFirst()));
    }
    return config;
}

/// Runs a command that takes words; without any, and with --help, prints how it is used.
template <typename Command>
int withWords(const QStringList& arguments, const QString& usage, Command command)
{
    const auto config = loadOpenConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    const QStringList words = config->rest();
    if (words.isEmpty() || words.contains(QStringLiteral("--help"))) {
        print(usage);
        return words.isEmpty() ? exitUsage : exitOk;
    }
    return command(*config, words);
}

inline Result<std::unique_ptr<secrets::SecretStore>> openSecrets(const config::Config& config)
{
    secrets::StoreChoice choice;
    choice.kind = config.get(config::keys::secretsStore);
    choice.filePath = config.get(config::keys::secretsFile);
    return secrets::chooseStore(choice);
}

} // namespace delpek::app
