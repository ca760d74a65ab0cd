// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localdutyroom.h"

#include "desk/localsignin.h"
#include "domain/localtime.h"
#include "domain/weekhours.h"
#include "store/auditlog.h"
#include "store/duty.h"
#include "store/staff.h"

namespace delpek::desk
{

using domain::DutyException;
using domain::DutyExceptionId;
using domain::DutySpan;
using domain::DutySpanId;
using domain::StaffId;
using domain::StaffMember;
using store::Session;

namespace
{

tl::unexpected<Error> refused(ErrorCode code, const char* key, const QString& why)
{
    return fail(code, why, QLatin1String(key));
}

/// For the audit log: "08:00-16:00 #1".
QString timesText(int from, int to, int order)
{
    return QStringLiteral("%1-%2 #%3").arg(domain::clockText(from), domain::clockText(to)).arg(order);
}

QString textOf(const DutySpan& span)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(domain::weekdayNames.at(size_t(span.weekday))),
                                       timesText(span.from, span.to, span.order));
}

QString textOf(const DutyException& exception)
{
    return QStringLiteral("%1 %2 %3")
        .arg(exception.date.toString(Qt::ISODate),
             exception.present ? QStringLiteral("on duty") : QStringLiteral("not on duty"),
             timesText(exception.from, exception.to, exception.order));
}

Result<Done> checkPerson(Session& session, StaffId id)
{
    const auto member = store::Staff(session).byId(id);
    if (member && member->active) {
        return Done{};
    }
    if (!member && member.error().code != ErrorCode::NotFound) {
        return fail(member.error());
    }
    return refused(ErrorCode::NotFound, "duty.nobody", QStringLiteral("nobody of this number works here"));
}

template <typename Entry>
bool isTwice(const Entry& entry, const std::vector<Entry>& entries)
{
    return std::ranges::any_of(entries, [&](const Entry& other) {
        return other.id != entry.id && other.staff == entry.staff && domain::meet(entry, other);
    });
}

/// Once it is kept: what is refused here is taken back with everything else of the write.
Result<Done> checkOnce(Session& session, const DutySpan& span)
{
    return store::Duty(session).roster().and_then([&](const domain::DutyRoster& roster) {
        return isTwice(span, roster.weekly)
                   ? refused(ErrorCode::Conflict, "duty.twice", QStringLiteral("this person is on duty then already"))
                   : Result<Done>(Done{});
    });
}

Result<Done> checkOnce(Session& session, const DutyException& exception)
{
    return store::Duty(session).roster().and_then([&](const domain::DutyRoster& roster) {
        return isTwice(exception, roster.exceptions)
                   ? refused(ErrorCode::Conflict, "duty.dateTwice",
                             QStringLiteral("a date says something of this person already"))
                   : Result<Done>(Done{});
    });
}

/// Keeps one more, under its id.
template <typename Entry>
Result<Done> keep(Session& session, Entry entry)
{
    return checkPerson(session, entry.staff)
        .and_then([&](Done) { return store::Duty(session).add(entry); })
        .and_then([&](decltype(entry.id) id) {
            entry.id = id;
            return checkOnce(session, entry);
        });
}

Result<Done> note(Session& session, const QString& actor, const char* action, StaffId staff, const QString& detail,
                  base::Instant now)
{
    return store::AuditLog(session).append(actor, QLatin1String(action), subjectOf(staff), detail, now);
}

DutyPerson personOf(const StaffMember& member, const std::vector<domain::NoticeWay>& ways)
{
    return {member.id, member.name, member.role, member.active, member.active && !domain::waysTo(member, ways).empty()};
}

std::vector<std::vector<StaffId>> idsOf(const std::vector<domain::Rung>& line)
{
    std::vector<std::vector<StaffId>> steps;
    for (const auto& rung : line) {
        steps.emplace_back();
        std::ranges::transform(rung, std::back_inserter(steps.back()), &StaffMember::id);
    }
    return steps;
}

/// Under the name of everybody whom it concerns.
Result<Done> noteChange(Session& session, const QString& actor, const DutySpan& was, const DutySpan& now,
                        base::Instant at)
{
    if (was.staff == now.staff) {
        return note(session, actor, "duty.change", now.staff, QStringLiteral("%1 → %2").arg(textOf(was), textOf(now)),
                    at);
    }
    return note(session, actor, "duty.remove", was.staff, textOf(was), at).and_then([&](Done) {
        return note(session, actor, "duty.add", now.staff, textOf(now), at);
    });
}

template <typename Id, typename Entry>
Result<Done> removeEntry(Session& session, Id id, const std::vector<Entry>& entries, const QString& actor,
                         base::Instant now)
{
    const auto entry = std::ranges::find(entries, id, &Entry::id);
    if (entry == entries.end()) {
        return refused(ErrorCode::NotFound, "duty.gone", QStringLiteral("the roster has no such entry"));
    }
    return store::Duty(session).remove(id).and_then(
        [&](Done) { return note(session, actor, "duty.remove", entry->staff, textOf(*entry), now); });
}

} // namespace

LocalDutyRoom::LocalDutyRoom(store::Store& store, base::Clock& clock, QString actor, std::function<QTimeZone()> zone,
                             std::vector<domain::NoticeWay> ways)
    : m_store(store)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_zone(std::move(zone))
    , m_ways(std::move(ways))
{
}

Future<DutyState> LocalDutyRoom::state()
{
    return m_store.read([zone = m_zone(), ways = m_ways, now = m_clock.now()](Session& session) -> Result<DutyState> {
        auto roster = store::Duty(session).roster();
        const auto staff = store::Staff(session).all();
        if (!roster || !staff) {
            return fail(roster ? staff.error() : roster.error());
        }
        DutyState state;
        state.roster = std::move(*roster);
        state.roster.zone = zone;
        state.hasWays = !ways.empty();
        state.line = idsOf(domain::callLine(state.roster, *staff, ways, now));
        state.fallback = idsOf(domain::callLine({zone, {}, {}}, *staff, ways, now));
        state.gaps = domain::dutyGaps(state.roster.weekly, *staff, ways);
        // A night that began yesterday may still last.
        const QDate yesterday = domain::toLocal(now, zone).date.addDays(-1);
        std::erase_if(state.roster.exceptions, [&](const DutyException& one) { return one.date < yesterday; });
        for (const auto& one : state.roster.exceptions) {
            if (!one.present && !ways.empty() && domain::leavesNobody(state.roster, *staff, ways, one)) {
                state.uncovered.push_back(one.id);
            }
        }
        for (const auto& member : *staff) {
            state.staff.push_back(personOf(member, ways));
        }
        std::ranges::stable_sort(state.staff, [](const DutyPerson& a, const DutyPerson& b) {
            const auto rank = [](const DutyPerson& one) {
                return !one.isActive ? 2 : one.role == domain::Role::Doctor ? 0 : 1;
            };
            return rank(a) != rank(b) ? rank(a) < rank(b) : a.name.localeAwareCompare(b.name) < 0;
        });
        return state;
    });
}

Future<Done> LocalDutyRoom::add(const std::vector<DutySpan>& spans)
{
    return m_store.write([spans, actor = m_actor, now = m_clock.now()](Session& session) -> Result<Done> {
        for (const auto& span : spans) {
            const auto added = keep(session, span).and_then([&](Done) {
                return note(session, actor, "duty.add", span.staff, textOf(span), now);
            });
            if (!added) {
                return added;
            }
        }
        return Done{};
    });
}

Future<Done> LocalDutyRoom::add(const DutyException& exception)
{
    const QDate today = domain::toLocal(m_clock.now(), m_zone()).date;
    return m_store.write([exception, today, actor = m_actor, now = m_clock.now()](Session& session) -> Result<Done> {
        if (exception.date.isValid() && exception.date < today) {
            return refused(ErrorCode::InvalidInput, "duty.past", QStringLiteral("this date is over"));
        }
        return keep(session, exception).and_then([&](Done) {
            return note(session, actor, "duty.add", exception.staff, textOf(exception), now);
        });
    });
}

Future<Done> LocalDutyRoom::change(const DutySpan& span)
{
    return m_store.write([span, actor = m_actor, now = m_clock.now()](Session& session) -> Result<Done> {
        const auto roster = store::Duty(session).roster();
        if (!roster) {
            return fail(roster.error());
        }
        const auto was = std::ranges::find(roster->weekly, span.id, &DutySpan::id);
        if (was == roster->weekly.end()) {
            return refused(ErrorCode::NotFound, "duty.gone", QStringLiteral("the roster has no such entry"));
        }
        return checkPerson(session, span.staff)
            .and_then([&](Done) { return store::Duty(session).change(span); })
            .and_then([&](Done) { return checkOnce(session, span); })
            .and_then([&](Done) { return noteChange(session, actor, *was, span, now); });
    });
}

Future<Done> LocalDutyRoom::remove(DutySpanId id)
{
    return m_store.write([id, actor = m_actor, now = m_clock.now()](Session& session) {
        return store::Duty(session).roster().and_then(
            [&](const domain::DutyRoster& roster) { return removeEntry(session, id, roster.weekly, actor, now); });
    });
}

Future<Done> LocalDutyRoom::remove(DutyExceptionId id)
{
    return m_store.write([id, actor = m_actor, now = m_clock.now()](Session& session) {
        return store::Duty(session).roster().and_then(
            [&](const domain::DutyRoster& roster) { return removeEntry(session, id, roster.exceptions, actor, now); });
    });
}

} // namespace delpek::desk
