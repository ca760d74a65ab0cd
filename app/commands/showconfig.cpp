// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"

namespace delpek::app
{

int configCommand(const QStringList& arguments)
{
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"))) {
        print(QStringLiteral(
            "Usage: delpekd config [--config FILE] [--set key=value …] [--<key> value …]\n"
            "Prints every setting in force and where its value came from: default, file and line, environment "
            "(DELPEK_…) or command line. Secrets are not settings and are not shown."));
        return exitOk;
    }
    const auto config = loadConfig(arguments);
    if (!config) {
        return complain(config.error());
    }
    for (const auto& line : config->describeAll()) {
        print(line);
    }
    for (const auto& warning : config->warnings()) {
        complain(warning);
    }
    return exitOk;
}

} // namespace delpek::app
