// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/backups.h"

#include <QString>

#include <functional>
#include <vector>

// Copies of what cannot be made again: the database, the sealed files of messages and the configuration file. Each is a
// folder of its own with a list of what it holds. Secrets are not in it: without the secret media.key its files cannot
// be read. All functions block, for minutes perhaps; none belongs on a thread of the store or of the window.

namespace delpek::node
{

struct BackupSource {
    QString database;      ///< the SQLite file
    QString media;         ///< the folder of FileDoor; it may be missing
    QString configuration; ///< a file; empty or missing: none
    QString services;      ///< the folder of the clinic's own services; empty: none
};

using desk::BackupProgress;

/// False gives the copy up: Cancelled.
using BackupReport = std::function<bool(const BackupProgress&)>;

struct Backup {
    QString path;
    base::Instant madeAt;
    qint64 bytes = 0;
    int files = 0;  ///< of messages
    int lacks = 0;  ///< files that the database names and nobody had
    QString clinic; ///< store::clinicIdOf its database
    friend bool operator==(const Backup&, const Backup&) = default;
};

/// Whether copies may go there: Unavailable (backup.folder), InvalidInput (backup.inside).
Result<Done> checkBackupFolder(const BackupSource& source, const QString& folder);

/// Makes "delpek-<time>" in `folder`, which must be there. It is written under another name and gets its own only when
/// it is whole, on the disk and verified; what an earlier try left is removed. Errors: Unavailable with backup.folder
/// (missing, not writable), backup.full or backup.source (of the files that the database names none is there, or one
/// cannot be read), InvalidInput with backup.inside (within the clinic's own data), Conflict with backup.busy (another
/// works in the folder), backup.broken.
Result<Backup> makeBackup(const BackupSource& source, const QString& folder, base::Instant now,
                          const BackupReport& report = {});

/// Reads every file and holds its bytes against the list, opens the database, looks at every page and counts its rows.
/// InvalidInput (backup.broken), NotFound where no backup is.
Result<Backup> verifyBackup(const QString& path, const BackupReport& report = {});

/// Those with a name and a list, newest first; they are not verified. `clinic`: of that one alone.
std::vector<Backup> backupsIn(const QString& folder, const QString& clinic = {});

/// All but the `keep` newest of this clinic's go; another's stay. Each loses its name first, so that a cut leaves none
/// that looks whole. Gives how many. Unavailable (backup.oldStay) when one cannot be removed, after the others were
/// tried; Conflict (backup.busy).
Result<int> removeOldBackups(const BackupSource& source, const QString& folder, int keep);

struct RestoreTarget {
    QString database;
    QString media;
    QString services;       ///< empty: the clinic's own services stay in the copy
    bool overwrite = false; ///< data that is there is put aside; else it is Conflict (restore.there)
};

/// Verifies the backup, then puts its database in place; files and services that lack there are added. Replies that
/// waited in the copy are not sent: they become Unknown, and bursts that the agent had not answered are for a person.
/// The database that was there stays beside it under "….before-<time>", as does a service that said something else;
/// gives that ending, or nothing when no database was there. Conflict (store.in_use) while a program has the database,
/// Unsupported for a copy of a newer Delpek. After a cut the same call begins anew.
Result<QString> restoreBackup(const QString& path, const RestoreTarget& target, base::Instant now);

/// Conflict (restore.cut) where a restore was cut while the database had no name: a program that started there would
/// begin with an empty one.
Result<Done> checkRestoreEnded(const QString& database);

} // namespace delpek::node
