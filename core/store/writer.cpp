// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "base/logging.h"
#include "store/notification.h"

#include <future>

namespace delpek::store
{

namespace
{

Error thrown(const char* what)
{
    return {ErrorCode::Internal, {}, QStringLiteral("a write threw: %1").arg(QString::fromUtf8(what))};
}

} // namespace

Writer::Writer(Location location, ChangeFeed& feed, int groupLimit, QString node)
    : m_connection(std::move(location), Access::Write)
    , m_feed(feed)
    , m_groupLimit(size_t(std::max(1, groupLimit)))
    , m_node(std::move(node))
{
}

Writer::~Writer()
{
    m_queue.close();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<Done> Writer::start()
{
    std::promise<Result<Done>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, &opened] {
        opened.set_value(m_connection.get().map([](Connection*) { return Done{}; }));
        work();
        m_connection.close();
    });
    return result.get();
}

void Writer::work()
{
    std::vector<Job> jobs;
    while (m_queue.take(jobs, m_groupLimit)) {
        commitGroup(jobs);
        jobs.clear();
    }
}

void Writer::commitGroup(std::vector<Job>& jobs)
{
    const Attempt together = attempt(jobs);
    if (together.error && m_connection.isLost()) {
        for (auto& job : jobs) {
            job.finish(&*together.error);
        }
        m_connection.dropIfLost();
        return;
    }
    if (together.error) {
        qCWarning(lcStore) << "a group of" << jobs.size() << "writes could not be committed, each is tried alone:"
                           << qUtf8Printable(base::describe(*together.error));
        for (auto& job : jobs) {
            commitAlone(job);
        }
        return;
    }
    for (size_t i = 0; i < jobs.size(); ++i) {
        if (together.ran[i].fate != Fate::Again) {
            jobs[i].finish(together.ran[i].error ? &*together.ran[i].error : nullptr);
        }
    }
    m_feed.publish(together.changes);
    bool paused = false;
    for (size_t i = 0; i < jobs.size(); ++i) {
        if (together.ran[i].fate != Fate::Again) {
            continue;
        }
        if (!std::exchange(paused, true)) {
            // Whoever won the deadlock must get its rows before the victim asks for them again.
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        commitAlone(jobs[i]);
    }
}

void Writer::commitAlone(Job& job)
{
    const Attempt alone = attempt(std::span(&job, 1));
    const auto& error = alone.error ? alone.error : alone.ran.front().error;
    job.finish(error ? &*error : nullptr);
    m_feed.publish(alone.changes);
    m_connection.dropIfLost();
}

Writer::Attempt Writer::attempt(std::span<Job> jobs)
{
    Attempt attempt;
    const auto connection = m_connection.get();
    if (!connection) {
        attempt.error = connection.error();
        return attempt;
    }
    Session& session = (*connection)->session();
    const auto giveUp = [&](Error error) {
        attempt.error = std::move(error);
        attempt.changes.clear();
        session.dropChanges();
        if (!session.isLost()) {
            // Fails harmlessly where the engine has rolled back already.
            (void)session.command(QStringLiteral("ROLLBACK"));
        }
        return std::move(attempt);
    };
    const bool sqlite = session.engine() == Engine::Sqlite;
    if (const auto begun = session.command(sqlite ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN"));
        !begun) {
        return giveUp(begun.error());
    }
    attempt.ran.reserve(jobs.size());
    for (auto& job : jobs) {
        auto ran = runInSavepoint(session, job);
        if (!ran) {
            return giveUp(ran.error());
        }
        if (ran->fate == Fate::Kept) {
            std::ranges::move(session.takeChanges(), std::back_inserter(attempt.changes));
        }
        session.dropChanges();
        attempt.ran.push_back(std::move(*ran));
    }
    std::ranges::sort(attempt.changes);
    attempt.changes.erase(std::ranges::unique(attempt.changes).begin(), attempt.changes.end());
    if (const auto notified = notify(session, attempt.changes); !notified) {
        return giveUp(notified.error());
    }
    if (const auto committed = session.command(QStringLiteral("COMMIT")); !committed) {
        Error error = committed.error();
        if (session.isLost()) {
            error.code = ErrorCode::Timeout; // the server may have committed before the answer was lost
        }
        return giveUp(std::move(error));
    }
    return attempt;
}

Result<Writer::Ran> Writer::runInSavepoint(Session& session, Job& job)
{
    if (const auto begun = session.command(QStringLiteral("SAVEPOINT job")); !begun) {
        return fail(begun.error());
    }
    session.takeKeep();
    session.takeAgain();
    Ran ran;
    bool keep = false;
    try {
        keep = job.run(session);
        keep = session.takeKeep() || keep;
    } catch (const std::exception& exception) {
        ran.error = thrown(exception.what());
    } catch (...) {
        ran.error = thrown("something that is no std::exception");
    }
    if (session.isLost()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the connection to the database was lost; nothing was kept"));
    }
    if (keep) {
        const auto released = session.command(QStringLiteral("RELEASE SAVEPOINT job"));
        if (released) {
            ran.fate = Fate::Kept;
            return ran;
        }
        ran.error = released.error();
    }
    if (session.takeAgain()) {
        ran.fate = Fate::Again;
    }
    for (const auto& sql : {QStringLiteral("ROLLBACK TO SAVEPOINT job"), QStringLiteral("RELEASE SAVEPOINT job")}) {
        if (const auto undone = session.command(sql); !undone) {
            return fail(undone.error());
        }
    }
    return ran;
}

Result<Done> Writer::notify(Session& session, const std::vector<domain::Change>& changes)
{
    if (session.engine() != Engine::PostgreSql) {
        return Done{};
    }
    for (const auto& payload : toPayloads(m_node, changes)) {
        const auto told =
            session.run(QStringLiteral("SELECT pg_notify('%1', ?)").arg(QLatin1String(notificationChannel)), {payload});
        if (!told) {
            return fail(told.error());
        }
    }
    return Done{};
}

} // namespace delpek::store
