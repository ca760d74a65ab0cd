// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QTime>

#include <optional>
#include <vector>

namespace delpek::desk
{

/// Where copies go, when, and how many are kept.
struct BackupPlan {
    QString folder; ///< empty: none is made
    QTime at;       ///< of each day, on this machine's clock; invalid: none is made by itself
    int keep = 7;   ///< the newest that stay
    friend bool operator==(const BackupPlan&, const BackupPlan&) = default;
};

inline constexpr int mostBackups = 365;

/// A copy that is whole: it was verified when it was made.
struct BackupCopy {
    QString path;
    base::Instant madeAt;
    qint64 bytes = 0;
    int files = 0; ///< of messages
    int lacks = 0; ///< files of messages that were gone when it was made
};

struct BackupProgress {
    enum class Step { Database, Files, Checking };
    Step step = Step::Database;
    int done = 0; ///< of Files and Checking
    int all = 0;
};

struct BackupState {
    BackupPlan plan;
    bool canChange = true;                 ///< false where the environment or the command line gives the plan
    std::vector<BackupCopy> copies;        ///< newest first
    std::optional<base::Instant> failedAt; ///< set: the last try failed
    Error failure;                         ///< its error; backup.oldStay: the copy was made, an older one stays
    std::optional<Error> unusable;         ///< why copies cannot go to the folder now, nor those in it be told
    std::optional<base::Instant> next;     ///< when the next is made by itself
};

/// A clinic's last copy is not older than this where all is well.
inline constexpr base::Duration oldestGoodBackup = std::chrono::hours(48);
/// Whether somebody has to look after the copies.
inline bool needsLook(const BackupState& state, base::Instant now)
{
    return state.failedAt || state.unusable || state.copies.empty() || state.copies.front().lacks > 0 ||
           now - state.copies.front().madeAt > oldestGoodBackup;
}

/// Copies of the clinic's data. As Desk: any thread, answers later, blocks nowhere. What changed is told with
/// Topic::Setting. Unsupported where nothing is copied here: backup.none; backup.server for a database on a server.
class Backups
{
public:
    virtual ~Backups() = default;

    virtual Future<BackupState> state() = 0;
    /// Counts at once and stands in the configuration file. InvalidInput (backup.inside, backup.keep), Unavailable
    /// (backup.folder, setup.file), Conflict (setup.overridden).
    virtual Future<Done> setPlan(const BackupPlan& plan) = 0;
    /// One at a time: while one is made this is the same. Errors as setPlan, and backup.full, backup.broken,
    /// backup.source, backup.busy, backup.unset without a folder.
    virtual Future<BackupCopy> makeNow() = 0;
    /// Of the one that is being made.
    virtual std::optional<BackupProgress> progress() const = 0;
};

/// Where there is none.
class NoBackups final : public Backups
{
public:
    Future<BackupState> state() override { return none<BackupState>(); }
    Future<Done> setPlan(const BackupPlan&) override { return none<Done>(); }
    Future<BackupCopy> makeNow() override { return none<BackupCopy>(); }
    std::optional<BackupProgress> progress() const override { return {}; }

private:
    template <typename T>
    Future<T> none() const
    {
        return base::ready(Result<T>(
            fail(ErrorCode::Unsupported, QStringLiteral("nothing is copied here"), QStringLiteral("backup.none"))));
    }
};

} // namespace delpek::desk
