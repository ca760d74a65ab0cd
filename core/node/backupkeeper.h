// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/activity.h"
#include "base/workers.h"
#include "desk/backups.h"
#include "node/backup.h"
#include "store/store.h"

#include <QTimeZone>

#include <atomic>
#include <mutex>

namespace delpek::node
{

/// The moment at which the next copy is due: the first `at` of a day after `last`, or after `now` where there is none
/// yet. Pure.
base::Instant nextBackup(std::optional<base::Instant> last, base::Instant now, QTime at, const QTimeZone& zone);

/// Makes copies at their time of day, and when somebody asks. It sleeps until the next is due; one that was missed
/// while the program was off is made at the start, one that failed is tried again after an hour. How the last try went
/// and when the last one was made stands in the setting backup.last, so that a folder that is away does not look like
/// one without copies. A thread of its own; any thread may call.
class BackupKeeper
{
public:
    /// References outlive it. `zone`: of the times of day.
    BackupKeeper(store::Store& store, base::Clock& clock, BackupSource source, QTimeZone zone);
    /// Gives up a copy that is being made.
    ~BackupKeeper();

    void setPlan(const desk::BackupPlan& plan);
    desk::BackupPlan plan() const;
    /// While one is made: that one.
    Future<Backup> makeNow();
    /// How the last try went wrong, with the moment; nothing when it did not. backup.oldStay: the copy was made then,
    /// an older one could not be removed.
    Future<std::optional<std::pair<base::Instant, Error>>> lastFailure();
    /// Empty without a folder or a time.
    std::optional<base::Instant> next() const;
    std::optional<BackupProgress> progress() const;

private:
    struct Made {
        Backup backup;
        std::optional<Error> cleanUp; ///< why older ones stay
    };
    struct Tries {
        std::optional<base::Instant> made; ///< the last one
        std::optional<std::pair<base::Instant, Error>> failure;
    };

    static Result<Tries> triesIn(store::Session& session);
    void schedule(std::optional<base::Instant> retryAt = {});
    void onDue();
    void work();
    Result<Made> make();
    void note(const Result<Made>& made);

    store::Store& m_store;
    base::Clock& m_clock;
    BackupSource m_source;
    QTimeZone m_zone;
    mutable std::mutex m_mutex;
    desk::BackupPlan m_plan;
    std::optional<base::Instant> m_next;
    std::optional<BackupProgress> m_progress;
    std::optional<Promise<Backup>> m_running;
    base::Clock::TimerId m_timer = 0;
    std::atomic<bool> m_stopped = false;
    base::Workers m_workers{1};
};

} // namespace delpek::node
