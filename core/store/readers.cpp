// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers.h"

#include "store/steadyconnection.h"

#include <future>

namespace delpek::store
{

namespace
{

std::optional<Error> runInSnapshot(Session& session, Job& job)
{
    const bool sqlite = session.engine() == Engine::Sqlite;
    const auto begun = session.command(sqlite ? QStringLiteral("BEGIN")
                                              : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (!begun) {
        return begun.error();
    }
    std::optional<Error> error;
    try {
        job.run(session);
    } catch (const std::exception& exception) {
        error =
            Error{ErrorCode::Internal, {}, QStringLiteral("a read threw: %1").arg(QString::fromUtf8(exception.what()))};
    } catch (...) {
        error = Error{ErrorCode::Internal, {}, QStringLiteral("a read threw something that is no std::exception")};
    }
    session.dropChanges();
    if (const auto ended = session.command(QStringLiteral("ROLLBACK")); !ended && !error) {
        error = ended.error();
    }
    return error;
}

void work(SteadyConnection& steady, JobQueue& queue)
{
    std::vector<Job> jobs;
    while (queue.take(jobs, 1)) {
        auto& job = jobs.front();
        const auto connection = steady.get();
        const auto error =
            connection ? runInSnapshot((*connection)->session(), job) : std::optional(connection.error());
        job.finish(error ? &*error : nullptr);
        steady.dropIfLost();
        jobs.clear();
    }
}

} // namespace

Readers::Readers(Location location)
    : m_location(std::move(location))
{
}

Readers::~Readers()
{
    m_queue.close();
    for (auto& thread : m_threads) {
        thread.join();
    }
}

Result<Done> Readers::start(int count)
{
    for (int i = 0; i < std::max(1, count); ++i) {
        std::promise<Result<Done>> opened;
        auto result = opened.get_future();
        m_threads.emplace_back([this, &opened] {
            SteadyConnection steady(m_location, Access::Read);
            opened.set_value(steady.get().map([](Connection*) { return Done{}; }));
            work(steady, m_queue);
        });
        if (const auto done = result.get(); !done) {
            return done;
        }
    }
    return Done{};
}

} // namespace delpek::store
