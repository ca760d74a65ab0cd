// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/database.h"

#include "config/keys.h"
#include "node/backup.h"

#include <QDir>
#include <QFileInfo>

namespace delpek::app
{

Result<std::unique_ptr<store::Store>> openDatabase(const config::Config& config, const QString& location)
{
    const QLatin1String sqlite("sqlite:");
    if (location.startsWith(sqlite) && location != sqlite) {
        if (const auto ended = node::checkRestoreEnded(location.mid(sqlite.size())); !ended) {
            return fail(ended.error());
        }
    }
    if (config.origin(QLatin1String(config::keys::storeLocation.spec.name)) == QLatin1String("default") &&
        location.startsWith(sqlite)) {
        const QString folder = QFileInfo(location.mid(sqlite.size())).path();
        // What cannot be made is told of when the database is opened.
        if (!QFileInfo::exists(folder) && QDir().mkpath(folder)) {
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    return store::Store::open({location});
}

} // namespace delpek::app
