// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/odoo/transport.h"

#include <map>
#include <mutex>

namespace delpek::store
{
class Store;
}

namespace delpek::clinic::odoo
{

/// Reads of an Odoo with an age: served again while they are young, kept in our own store, and served older, up to a
/// bound, while Odoo is away. Changes never pass here. Waits: for workers only.
class CachedReads
{
public:
    struct Limits {
        base::Duration outage = std::chrono::hours(12);      ///< the oldest that is given while Odoo is away
        base::Duration askAgain = std::chrono::seconds(15);  ///< after a failure nobody waits for Odoo for so long
        base::Duration saveAgain = std::chrono::seconds(60); ///< an answer is written down at most so often
        size_t kept = 400;                                   ///< answers in memory
    };
    CachedReads(Transport& transport, store::Store& store, const base::Clock& clock, const Limits& limits)
        : m_transport(transport)
        , m_store(store)
        , m_clock(clock)
        , m_limits(limits)
    {
    }

    /// An answer younger than `age` without a call, unless it was that nothing is there; else a call. While Odoo is
    /// away: the last answer to exactly this call, if it is young enough, and asOf() tells its age.
    Result<base::Json> read(const Call& call, base::Duration age, const base::Cancel& cancel);
    /// The same, and null instead of Unsupported and NotFound: a question whether something is there.
    Result<base::Json> readIfThere(const Call& call, base::Duration age, const base::Cancel& cancel);
    /// From Odoo or not at all, and not kept: what a change is decided by.
    Result<base::Json> readLive(const Call& call, const base::Cancel& cancel);
    /// A change. Never answered from here, never kept for later; what was read of its model is asked anew.
    Result<base::Json> change(const Call& call, const base::Cancel& cancel);
    /// Keeps a fact that no call of a model gives, and gives it back while Odoo is away.
    void note(const QString& name, const base::Json& value);
    std::optional<base::Json> noted(const QString& name);
    /// What was read of the model is asked anew.
    void forget(const QString& model);

    /// Empty while reads are live.
    std::optional<base::Instant> asOf() const;

private:
    struct Answer {
        QString model;
        base::Json value;
        base::Instant readAt;
        base::Instant savedAt;
    };

    std::optional<Answer> known(const QString& key);
    void keep(const QString& key, const Call& call, const base::Json& value);
    std::optional<Answer> saved(const QString& key, const QString& model);
    Result<base::Json> answered(const Call& call, const base::Cancel& cancel);
    void reached();
    std::optional<base::Json> stale(const QString& key, const QString& model);

    Transport& m_transport;
    store::Store& m_store;
    const base::Clock& m_clock;
    Limits m_limits;
    mutable std::mutex m_mutex;
    std::map<QString, Answer> m_answers;
    std::optional<base::Instant> m_failedAt; ///< the last failure, while Odoo is away
    std::optional<base::Instant> m_asOf;
};

/// True for failures that say that Odoo is away, not that it refuses.
bool isAway(const Error& error);

/// Of a read before a change: the change was not begun, so it had no effect.
Error notBegun(const Error& error);

/// The references of changes that were begun, in our own store: the first try of a booking need not look for itself in
/// Odoo, every later one must. Waits.
class Attempts
{
public:
    Attempts(store::Store& store, const base::Clock& clock)
        : m_store(store)
        , m_clock(clock)
    {
    }
    /// Durable before it returns. True when the reference is new.
    Result<bool> begin(const QString& reference, const base::Cancel& cancel);

private:
    store::Store& m_store;
    const base::Clock& m_clock;
};

} // namespace delpek::clinic::odoo
