// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/engine.h"
#include "app/output.h"
#include "app/signals.h"
#include "base/logfile.h"
#include "base/logging.h"

#include <QCoreApplication>

namespace delpek::app
{

int runCommand(const QStringList& arguments)
{
    const auto config = loadConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    base::SystemClock clock;
    base::LogOptions logOptions;
    logOptions.file = config->get(config::keys::logFile);
    logOptions.level = config->get(config::keys::logLevel);
    logOptions.maxSize = config->get(config::keys::logMaxSize);
    logOptions.keep = int(config->get(config::keys::logKeep));
    const auto log = base::LogFile::install(logOptions, clock);
    if (!log) {
        return complain(log.error());
    }
    for (const auto& warning : config->warnings()) {
        qCWarning(lcApp).noquote() << warning;
    }
    const auto secrets = openSecrets(*config);
    if (!secrets) {
        return complain(secrets.error());
    }
    qCInfo(lcApp).noquote() << "credentials are kept in" << (*secrets)->description();
    auto engine = Engine::start(*config, **secrets, clock);
    if (!engine) {
        qCCritical(lcApp).noquote() << "cannot start:" << base::describe(engine.error());
        return complain(engine.error(), exitFailed);
    }
    onTermination(QCoreApplication::instance(), [] { QCoreApplication::quit(); });
    print(QStringLiteral("listening on %1:%2").arg(config->get(config::keys::listenAddress)).arg((*engine)->port()));
    qCInfo(lcApp) << "started on port" << (*engine)->port();
    const int code = QCoreApplication::exec();
    qCInfo(lcApp) << "stopping";
    engine->reset();
    qCInfo(lcApp) << "stopped";
    return code;
}

} // namespace delpek::app
