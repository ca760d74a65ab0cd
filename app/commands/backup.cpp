// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backup.h"
#include "app/clinicbackups.h"
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/output.h"

#include <QDir>

namespace delpek::app
{

namespace
{

const auto backupUsage = QStringLiteral(
    "Usage: delpekd backup FOLDER   [--config FILE] [--set key=value …]\n"
    "Copies the database, the files of messages, the clinic's own services and the configuration file into a\n"
    "folder of their own in FOLDER, also while Delpek runs, and verifies the copy. Secrets are not in it: keep the "
    "secret\n"
    "media.key with your passwords, without it the files cannot be read. docs/backup.md tells more.");

const auto restoreUsage = QStringLiteral(
    "Usage: delpekd restore FOLDER [--overwrite]   [--config FILE] [--set key=value …]\n"
    "Verifies the copy FOLDER (…/delpek-<time>) and puts its database, files and services where the settings say,\n"
    "while no Delpek runs. With --overwrite data that is there is put aside and kept beside it. The\n"
    "configuration file in the copy is for you to compare; it is not put in place.");

QString megabytes(qint64 bytes)
{
    return QString::number(double(bytes) / (1024 * 1024), 'f', 1) + QStringLiteral(" MB");
}

int makeOne(const config::Config& config, const QStringList& words)
{
    const auto database = databaseFile(config);
    if (!database) {
        return complain(database.error());
    }
    if (words.size() != 1) {
        return complain(backupUsage);
    }
    const base::SystemClock clock;
    const auto made = node::makeBackup(backupSource(config, *database), words[0], clock.now());
    if (!made) {
        return complain(made.error(), exitFailed);
    }
    print(QStringLiteral("%1: verified, %2, %3 files of messages; keep the secret media.key with your passwords")
              .arg(made->path, megabytes(made->bytes))
              .arg(made->files));
    return exitOk;
}

int bringBack(const config::Config& config, QStringList words)
{
    const auto database = databaseFile(config);
    if (!database) {
        return complain(database.error());
    }
    const bool overwrite = words.removeAll(QStringLiteral("--overwrite")) > 0;
    if (words.size() != 1) {
        return complain(restoreUsage);
    }
    const base::SystemClock clock;
    const QString services = config.get(config::keys::servicesFolder);
    const auto restored = node::restoreBackup(
        words[0], {*database, config.get(config::keys::mediaFolder), services, overwrite}, clock.now());
    if (!restored) {
        return complain(restored.error(), exitFailed);
    }
    print(QStringLiteral("restored to %1").arg(*database));
    if (!restored->isEmpty()) {
        print(QStringLiteral("what was there is kept beside it, its names end in %1").arg(*restored));
    }
    print(QStringLiteral("replies that waited in the copy were not sent: look at them in the window"));
    const QString copied = words[0] + QStringLiteral("/services");
    if (services.isEmpty() && !QDir(copied).isEmpty()) {
        print(
            QStringLiteral("the clinic's own services are in %1: set services.folder and copy them there").arg(copied));
    }
    return exitOk;
}

} // namespace

int backupCommand(const QStringList& arguments)
{
    return withWords(arguments, backupUsage, makeOne);
}

int restoreCommand(const QStringList& arguments)
{
    return withWords(arguments, restoreUsage, bringBack);
}

} // namespace delpek::app
