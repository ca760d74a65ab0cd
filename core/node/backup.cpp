// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backup.h"

#include "base/cutpoint.h"
#include "base/json.h"
#include "node/backupfiles.h"
#include "store/databasecopy.h"
#include "store/filelock.h"

#include <QDir>
#include <QSaveFile>
#include <QSet>

namespace delpek::node
{

namespace
{

using base::Json;

constexpr qint64 spareBytes = 32LL * 1024 * 1024;
const auto unfinished = QStringLiteral(".part");
const auto discarded = QStringLiteral(".gone");
const auto backupPattern = QStringLiteral("delpek-????????") + QStringLiteral("-??????");

QString nameAt(base::Instant now)
{
    return QStringLiteral("delpek-") +
           QDateTime::fromMSecsSinceEpoch(base::toMillis(now), Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
}

/// Symbolic links resolved; a folder that is not there yet as it is written.
QString realPath(const QString& path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : real;
}

bool isInside(const QString& path, const QString& folder)
{
    const QString outer = realPath(folder);
    return realPath(path) == outer || realPath(path).startsWith(outer + QLatin1Char('/'));
}

Result<Done> checkRoom(const BackupSource& source, const QStringList& files, const QString& folder)
{
    qint64 needed = spareBytes + QFileInfo(source.database).size();
    for (const QString& name : files) {
        needed += QFileInfo(QDir(source.media).filePath(name)).size();
    }
    const qint64 free = freeBytes(folder);
    if (free < needed) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1 has %2 MB left, the copy needs %3 MB; make room or choose another disk")
                        .arg(folder)
                        .arg(free >> 20)
                        .arg(needed >> 20),
                    QStringLiteral("backup.full"));
    }
    return Done{};
}

bool goesOn(const BackupReport& report, BackupProgress::Step step, int done = 0, int all = 0)
{
    return !report || report({step, done, all});
}

Error givenUp()
{
    return {ErrorCode::Cancelled, {}, QStringLiteral("the copy was given up")};
}

/// Two that worked in one folder would take each other's unfinished and old copies for their own.
Result<std::unique_ptr<store::FileLock>> lockFolder(const QString& folder)
{
    return store::FileLock::acquire(QDir(folder).filePath(QStringLiteral(".delpek-backup.lock")))
        .map_error([&](Error error) {
            const bool isBusy = error.code == ErrorCode::Conflict;
            return Error{error.code, isBusy ? QStringLiteral("backup.busy") : QStringLiteral("backup.folder"),
                         isBusy ? QStringLiteral("another Delpek makes a copy in %1; try again later").arg(folder)
                                : error.detail};
        });
}

/// How many files the copied database names that the copy lacks, but for those erased since. One that was lost must not
/// keep the others from being copied; where all are away a disk is.
Result<int> lackingIn(const BackupSource& source, const QString& database, const QSet<QString>& copied)
{
    auto named = store::filesNamedIn(database);
    if (!named) {
        return fail(named.error());
    }
    const auto all = named->size();
    named->removeIf([&](const QString& name) { return copied.contains(name); });
    if (named->isEmpty()) {
        return 0;
    }
    const auto now = store::filesNamedIn(source.database);
    if (!now) {
        return fail(now.error());
    }
    const QSet<QString> live(now->begin(), now->end());
    const auto lacks = int(std::ranges::count_if(*named, [&](const QString& name) { return live.contains(name); }));
    if (lacks > 0 && named->size() == all) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1 has none of the %2 files that the database names; connect its disk, or bring "
                                   "them back from an older copy")
                        .arg(source.media)
                        .arg(lacks),
                    QStringLiteral("backup.source"));
    }
    return lacks;
}

struct CopiedFiles {
    Json list = Json::array();
    int lacks = 0;
};

Result<CopiedFiles> copyFiles(const BackupSource& source, const QDir& to, const BackupReport& report)
{
    // Listed behind the database: what came meanwhile does no harm, what it names must be there.
    const QStringList files = filesOf(source.media);
    CopiedFiles made;
    QSet<QString> copied;
    int done = 0;
    for (const QString& name : files) {
        if (!goesOn(report, BackupProgress::Step::Files, done++, int(files.size()))) {
            return fail(givenUp());
        }
        const QString original = QDir(source.media).filePath(name);
        const QString copy = to.filePath(mediaPart + QLatin1Char('/') + name);
        const auto mark = copyFile(original, copy);
        if (!mark) {
            if (!QFileInfo::exists(original)) {
                QFile::remove(copy);
                continue; // erased meanwhile, or lost: lackingIn tells
            }
            return fail(mark.error());
        }
        made.list.push_back(toList(*mark, name));
        copied.insert(name);
    }
    return lackingIn(source, to.filePath(databasePart), copied).map([&](int lacks) {
        made.lacks = lacks;
        return made;
    });
}

Result<Json> copyServices(const BackupSource& source, const QDir& to)
{
    Json list = Json::array();
    if (source.services.isEmpty()) {
        return list;
    }
    if (!QFileInfo(source.services).isDir()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the folder of the clinic's own services, %1, is missing").arg(source.services),
                    QStringLiteral("backup.source"));
    }
    for (const QString& name : serviceFilesOf(source.services)) {
        const auto mark =
            copyFile(QDir(source.services).filePath(name), to.filePath(servicesPart + QLatin1Char('/') + name));
        if (!mark) {
            return fail(mark.error());
        }
        list.push_back(toList(*mark, name));
    }
    return list;
}

Result<Done> writeList(const QString& path, const Json& list)
{
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(list.dump(1));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
                    QStringLiteral("backup.folder"));
    }
    return syncPath(path);
}

/// Everything in the folder `part`, verified and on the disk.
Result<Done> fill(const BackupSource& source, const QDir& part, const QString& clinic, base::Instant now,
                  const BackupReport& report)
{
    if (!goesOn(report, BackupProgress::Step::Database)) {
        return fail(givenUp());
    }
    const QString database = part.filePath(databasePart);
    if (const auto copied = store::copyDatabase(source.database, database); !copied) {
        return fail(copied.error().code, copied.error().detail,
                    freeBytes(part.path()) < spareBytes ? QStringLiteral("backup.full")
                                                        : QStringLiteral("backup.folder"));
    }
    base::cutPoint("backup.database");
    auto files = copyFiles(source, part, report);
    auto services = files ? copyServices(source, part) : fail(files.error());
    if (!services) {
        return fail(services.error());
    }
    Json whole{{"form", listForm},
               {"made_at", base::toMillis(now)},
               {"clinic", base::utf8(clinic)},
               {"files", std::move(files->list)},
               {"lacks", files->lacks},
               {"services", std::move(*services)}};
    if (QFileInfo::exists(source.configuration)) {
        const auto mark = copyFile(source.configuration, part.filePath(configurationPart));
        if (!mark) {
            return fail(mark.error());
        }
        whole["configuration"] = toList(*mark);
    }
    base::cutPoint("backup.files");
    if (!goesOn(report, BackupProgress::Step::Checking)) {
        return fail(givenUp());
    }
    const auto counts = store::checkDatabase(database);
    if (!counts) {
        return fail(counts.error());
    }
    for (const auto& [table, rows] : *counts) {
        whole["rows"][base::utf8(table)] = rows;
    }
    const auto mark = markOf(database);
    if (!mark) {
        return fail(mark.error());
    }
    whole["database"] = toList(*mark);
    return syncPath(database)
        .and_then([&](Done) { return writeList(part.filePath(listPart), whole); })
        .and_then([&](Done) { return syncPath(part.filePath(mediaPart)); })
        .and_then([&](Done) { return syncPath(part.filePath(servicesPart)); })
        .and_then([&](Done) { return syncPath(part.path()); })
        .and_then([&](Done) { return verifyBackup(part.path(), report).map([](const Backup&) { return Done{}; }); });
}

void removeLeftovers(const QDir& folder)
{
    for (const QString& name :
         folder.entryList({backupPattern + unfinished, backupPattern + discarded}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        QDir(folder.filePath(name)).removeRecursively();
    }
}

} // namespace

/// A folder for copies is none of the clinic's data, or the next copy would hold this one.
Result<Done> checkBackupFolder(const BackupSource& source, const QString& folder)
{
    const QFileInfo place(folder);
    if (folder.isEmpty() || !place.isDir() || !place.isWritable()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1 is no folder that can be written to; make it, or connect the disk").arg(folder),
                    QStringLiteral("backup.folder"));
    }
    if (isInside(folder, source.media) || isInside(folder, QFileInfo(source.database).path())) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1 lies in the folder of the data itself; choose one on another disk").arg(folder),
                    QStringLiteral("backup.inside"));
    }
    return Done{};
}

Result<Backup> makeBackup(const BackupSource& source, const QString& folder, base::Instant now,
                          const BackupReport& report)
{
    const QDir place(folder);
    if (const auto fine = checkBackupFolder(source, folder); !fine) {
        return fail(fine.error());
    }
    const auto lock = lockFolder(folder);
    if (!lock) {
        return fail(lock.error());
    }
    const auto clinic = store::clinicIdOf(source.database);
    if (!clinic) {
        return fail(clinic.error().code, clinic.error().detail, QStringLiteral("backup.source"));
    }
    removeLeftovers(place);
    if (const auto room = checkRoom(source, filesOf(source.media), folder); !room) {
        return fail(room.error());
    }
    const QString path = place.filePath(nameAt(now));
    const QDir part(path + unfinished);
    if (QFileInfo::exists(path) || !place.mkpath(part.filePath(mediaPart)) ||
        !place.mkpath(part.filePath(servicesPart)) || !keepPrivate(part.path())) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be made").arg(part.path()),
                    QStringLiteral("backup.folder"));
    }
    const auto filled = fill(source, part, *clinic, now, report);
    base::cutPoint("backup.verified");
    if (!filled) {
        QDir(part).removeRecursively();
        return fail(filled.error());
    }
    if (!QDir().rename(part.path(), path)) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be given its name").arg(part.path()),
                    QStringLiteral("backup.folder"));
    }
    base::cutPoint("backup.named");
    if (const auto synced = syncPath(folder); !synced) {
        return fail(synced.error());
    }
    return readList(path);
}

Result<Backup> verifyBackup(const QString& path, const BackupReport& report)
{
    const auto found = readList(path);
    if (!found) {
        return found;
    }
    const auto broken = [&](const QString& what) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2; take another copy").arg(path, what),
                    QStringLiteral("backup.broken"));
    };
    const auto list = listOf(path);
    if (!list) {
        return fail(list.error());
    }
    const QDir folder(path);
    const auto isWhole = [&](const QString& name, const Json& listed) {
        const auto mark = markOf(folder.filePath(name));
        return mark && isAsListed(*mark, listed);
    };
    if (!isWhole(databasePart, base::at(*list, "database"))) {
        return broken(QStringLiteral("the database is not as the list says"));
    }
    if (list->contains("configuration") && !isWhole(configurationPart, base::at(*list, "configuration"))) {
        return broken(QStringLiteral("the configuration file is not as the list says"));
    }
    const Json& files = base::at(*list, "files");
    int done = 0;
    for (const Json& file : files) {
        if (!goesOn(report, BackupProgress::Step::Checking, done++, int(files.size()))) {
            return fail(givenUp());
        }
        const QString name = base::textAt(file, "name");
        if (!isFileName(name) || !isWhole(mediaPart + QLatin1Char('/') + name, file)) {
            return broken(QStringLiteral("a file is missing or not as the list says"));
        }
    }
    for (const Json& file : base::at(*list, "services")) {
        const QString name = base::textAt(file, "name");
        if (!isServiceFile(name) || !isWhole(servicesPart + QLatin1Char('/') + name, file)) {
            return broken(QStringLiteral("a service is missing or not as the list says"));
        }
    }
    const auto counts = store::checkDatabase(folder.filePath(databasePart));
    if (!counts) {
        return fail(counts.error());
    }
    for (const auto& [table, rows] : *counts) {
        if (base::integerAt(base::at(*list, "rows"), base::utf8(table).c_str()) != rows) {
            return broken(QStringLiteral("the database has other rows than the list says"));
        }
    }
    return found;
}

std::vector<Backup> backupsIn(const QString& folder, const QString& clinic)
{
    std::vector<Backup> all;
    const QDir place(folder);
    for (const QString& name : place.entryList({backupPattern}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const auto found = readList(place.filePath(name)); found && (clinic.isEmpty() || found->clinic == clinic)) {
            all.push_back(*found);
        }
    }
    std::ranges::sort(all, std::greater<>(), &Backup::madeAt);
    return all;
}

Result<int> removeOldBackups(const BackupSource& source, const QString& folder, int keep)
{
    const auto lock = lockFolder(folder);
    if (!lock) {
        return fail(lock.error());
    }
    const auto clinic = store::clinicIdOf(source.database);
    if (!clinic) {
        return fail(clinic.error().code, clinic.error().detail, QStringLiteral("backup.source"));
    }
    const auto all = backupsIn(folder, *clinic);
    int removed = 0;
    QStringList stay;
    for (size_t i = size_t(std::max(keep, 1)); i < all.size(); ++i) {
        const QString doomed = all[i].path + discarded;
        if (!QDir().rename(all[i].path, doomed)) {
            stay << all[i].path;
            continue;
        }
        base::cutPoint("backup.discarded");
        if (!QDir(doomed).removeRecursively()) {
            stay << doomed;
            continue;
        }
        ++removed;
    }
    if (!stay.isEmpty()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("%1 cannot be removed; remove it by hand").arg(stay.join(QStringLiteral(", "))),
                    QStringLiteral("backup.oldStay"));
    }
    return removed;
}

} // namespace delpek::node
