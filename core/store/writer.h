// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changefeed.h"
#include "store/jobqueue.h"
#include "store/steadyconnection.h"

#include <span>
#include <thread>

namespace delpek::store
{

/// The one thread that writes. Jobs that wait together share one durable commit, each in a savepoint of its own.
class Writer
{
public:
    /// `node` marks our own notifications on PostgreSQL.
    Writer(Location location, ChangeFeed& feed, int groupLimit, QString node);
    /// Finishes what waits.
    ~Writer();

    /// Opens the connection on the thread; to be called once.
    Result<Done> start();
    void post(Job job) { m_queue.push(std::move(job)); }

private:
    enum class Fate { Kept, RolledBack, Again };
    struct Ran {
        Fate fate = Fate::RolledBack;
        std::optional<Error> error; ///< replaces the job's own result
    };
    struct Attempt {
        std::vector<Ran> ran;
        std::vector<domain::Change> changes;
        std::optional<Error> error; ///< nothing of the group was kept
    };

    void work();
    void commitGroup(std::vector<Job>& jobs);
    void commitAlone(Job& job);
    Attempt attempt(std::span<Job> jobs);
    Result<Ran> runInSavepoint(Session& session, Job& job);
    Result<Done> notify(Session& session, const std::vector<domain::Change>& changes);

    SteadyConnection m_connection;
    ChangeFeed& m_feed;
    size_t m_groupLimit;
    QString m_node;
    JobQueue m_queue;
    std::thread m_thread;
};

} // namespace delpek::store
