// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/job.h"
#include "store/session.h"

#include <functional>
#include <type_traits>

namespace delpek::store
{

struct StoreOptions {
    /// "sqlite:<path>" ("sqlite:" alone: a temporary file that ends with the store) or
    /// "postgresql://user:password@host:port/database" (a `host` query parameter names a socket folder).
    QString location;
    int readers = 2;
    /// At most this many writes share one durable commit.
    int groupLimit = 512;
};

/// The database: one writer thread, a few reader threads, a change feed. All functions may be called from any thread.
///
/// Writes wait in a queue, in order of arrival within each priority. The writer takes what waits, runs each in a
/// savepoint of its own, commits all of them durably at once (SQLite: WAL with synchronous=FULL) and only then
/// completes their futures: a completed write is on the disk. A write that returns an error or throws (Internal) is
/// rolled back alone. When the commit itself fails, or PostgreSQL chose a write as a deadlock's victim, the write runs
/// once more, alone: so a write must be able to run twice. While the server is away writes and reads fail with
/// Unavailable (no effect); a connection lost within the commit gives Timeout (effect unknown). A destroyed store first
/// finishes what waits.
class Store
{
public:
    /// T of work that gives Result<T>.
    template <typename Work>
    using ValueOf = typename std::invoke_result_t<Work, Session&>::value_type;

    /// Creates or migrates the schema. Fails with a sentence for people when another process has the SQLite file
    /// (Conflict), when the file is of a newer program (Unsupported; it is left untouched), is no database
    /// (InvalidInput), or the server cannot be reached (Unavailable).
    static Result<std::unique_ptr<Store>> open(const StoreOptions& options);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    Engine engine() const;

    /// `work` is `Result<T>(Session&)`; it runs on the writer thread and must not wait for anything.
    template <typename Work>
    auto write(Work work, Priority priority = Priority::Normal) -> Future<ValueOf<Work>>
    {
        return enqueue<ValueOf<Work>>(std::move(work), true, priority);
    }

    /// `work` is `Result<T>(Session&)`; it runs on a reader thread in a read-only connection.
    template <typename Work>
    auto read(Work work) -> Future<ValueOf<Work>>
    {
        return enqueue<ValueOf<Work>>(std::move(work), false, Priority::Normal);
    }

    /// `callback` runs after each commit that changed something, here or (PostgreSQL) in another process, on a thread
    /// of the store: it must be short and must not wait. A change with id 0 says that anything of its topic may have
    /// changed (the connection that tells of other processes was lost for a while).
    [[nodiscard]] domain::Subscription subscribe(domain::ChangeCallback callback);

private:
    class Private;

    explicit Store(std::unique_ptr<Private> d);
    void post(Job job, bool writing);

    template <typename T>
    Future<T> enqueue(std::function<Result<T>(Session&)> work, bool writing, Priority priority)
    {
        struct State {
            Promise<T> promise;
            std::optional<Result<T>> result;
        };
        auto state = std::make_shared<State>();
        auto future = state->promise.future();
        post(Job{[state, work = std::move(work)](Session& session) {
                     state->result.emplace(work(session));
                     return state->result->has_value();
                 },
                 [state](const Error* error) {
                     state->promise.finish(error ? Result<T>(tl::unexpected(*error)) : std::move(*state->result));
                 },
                 priority},
             writing);
        return future;
    }

    std::unique_ptr<Private> d;
};

} // namespace delpek::store
