// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/holds.h"

#include <set>

namespace delpek::clinic
{

namespace
{

using base::Instant;
using Minutes = std::chrono::minutes;

struct RealSpan {
    qint64 from;
    qint64 to;
};

RealSpan realSpan(const domain::Slot& slot, const QTimeZone& zone)
{
    const Instant start = domain::toInstant(slot.start, zone);
    return {qint64(base::toMillis(start)), qint64(base::toMillis(start + Minutes(slot.minutes)))};
}

bool isUsable(const Hold& hold, Instant now)
{
    return !hold.holder.isEmpty() && !hold.slot.doctor.isEmpty() && hold.slot.start.isValid() &&
           hold.slot.minutes > 0 && hold.until > now;
}

} // namespace

/// Rows that are not there yet cannot be locked: on PostgreSQL holds are given one process at a time. (SQLite has one
/// writer anyway.)
Result<Done> Holds::lock()
{
    if (m_session.engine() != store::Engine::PostgreSql) {
        return Done{};
    }
    // Any number that all processes agree on; released with the transaction.
    return m_session.command(QStringLiteral("SELECT pg_advisory_xact_lock(7303015)"));
}

Result<bool> Holds::isHeldByOther(const domain::Slot& slot, const QString& holder)
{
    const auto span = realSpan(slot, m_zone);
    auto rows = m_session.run(QStringLiteral("SELECT 1 FROM slot_hold WHERE doctor = ? AND holder <> ? AND "
                                             "start_ms < ? AND end_ms > ? AND until_ms > ? LIMIT 1"),
                              {slot.doctor, holder, span.to, span.from, qint64(base::toMillis(m_now))});
    return rows.map([](store::Rows& found) { return found.next(); });
}

Result<std::vector<Hold>> Holds::replace(const std::vector<Hold>& offered)
{
    if (const auto locked = lock(); !locked) {
        return fail(locked.error());
    }
    const auto expired =
        m_session.execute(QStringLiteral("DELETE FROM slot_hold WHERE until_ms <= ?"), {qint64(base::toMillis(m_now))});
    if (!expired) {
        return fail(expired.error());
    }
    std::set<QString> holders;
    for (const auto& hold : offered) {
        holders.insert(hold.holder);
    }
    for (const auto& holder : holders) {
        if (const auto released = release(holder); !released) {
            return fail(released.error());
        }
    }
    std::vector<Hold> kept;
    for (const auto& hold : offered) {
        if (!isUsable(hold, m_now)) {
            continue;
        }
        const auto taken = isHeldByOther(hold.slot, hold.holder);
        if (!taken) {
            return fail(taken.error());
        }
        if (*taken) {
            continue;
        }
        const auto span = realSpan(hold.slot, m_zone);
        const auto added = m_session.execute(
            QStringLiteral("INSERT INTO slot_hold (holder, doctor, treatment, start_at, minutes, start_ms, end_ms, "
                           "until_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
            {hold.holder, hold.slot.doctor, hold.slot.treatment, hold.slot.start.toText(), hold.slot.minutes, span.from,
             span.to, qint64(base::toMillis(hold.until))});
        if (!added) {
            return fail(added.error());
        }
        if (*added == 1) {
            kept.push_back(hold);
        }
    }
    if (!offered.empty()) {
        m_session.changed(domain::Topic::Clinic, 0);
    }
    return kept;
}

Result<Done> Holds::toldOf(const Result<int>& released)
{
    return released.map([this](int count) {
        if (count > 0) {
            m_session.changed(domain::Topic::Clinic, 0);
        }
        return Done{};
    });
}

Result<Done> Holds::release(const QString& holder)
{
    return toldOf(m_session.execute(QStringLiteral("DELETE FROM slot_hold WHERE holder = ?"), {holder}));
}

Result<Done> Holds::end(const domain::Slot& slot)
{
    const auto span = realSpan(slot, m_zone);
    const auto ended =
        m_session.execute(QStringLiteral("DELETE FROM slot_hold WHERE doctor = ? AND start_ms < ? AND end_ms > ?"),
                          {slot.doctor, span.to, span.from});
    return toldOf(ended);
}

Result<std::vector<Hold>> Holds::between(QDate from, QDate to)
{
    const auto midnight = [&](QDate date) {
        return qint64(base::toMillis(domain::toInstant({date, QTime(0, 0)}, m_zone)));
    };
    auto rows = m_session.run(QStringLiteral("SELECT holder, doctor, treatment, start_at, minutes, until_ms "
                                             "FROM slot_hold WHERE end_ms > ? AND start_ms < ? AND until_ms > ? "
                                             "ORDER BY start_ms, doctor, holder"),
                              {midnight(from), midnight(to.addDays(1)), qint64(base::toMillis(m_now))});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Hold> found;
    while (rows->next()) {
        found.push_back({rows->text(0),
                         {rows->text(1), rows->text(2), domain::LocalTime::fromText(rows->text(3)),
                          static_cast<int>(rows->integer(4))},
                         rows->instant(5)});
    }
    return found;
}

Result<std::vector<BusySpan>> Holds::busy(QDate from, QDate to, const QString& holder)
{
    const auto held = between(from, to);
    if (!held) {
        return fail(held.error());
    }
    std::vector<BusySpan> spans;
    for (const auto& hold : *held) {
        if (holder.isEmpty() || hold.holder != holder) {
            spans.push_back(busySpan(hold.slot.doctor, hold.slot.start, hold.slot.minutes, m_zone));
        }
    }
    return spans;
}

Result<Done> Holds::checkFree(const domain::Slot& slot, const QString& holder)
{
    if (const auto locked = lock(); !locked) {
        return locked;
    }
    const auto held = isHeldByOther(slot, holder);
    if (!held) {
        return fail(held.error());
    }
    if (*held) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("doctor %1 is kept for somebody else at %2; ask for free times again")
                        .arg(slot.doctor, slot.start.toText()),
                    QStringLiteral("clinic.slot-held"));
    }
    return Done{};
}

} // namespace delpek::clinic
