// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/duty.h"

namespace delpek::store
{

using domain::DutyException;
using domain::DutyExceptionId;
using domain::DutySpan;
using domain::DutySpanId;

namespace
{

const auto timeKey = QStringLiteral("duty.time");

Result<Done> check(int from, int to, int order)
{
    if (from < 0 || from >= domain::minutesOfDay || to < 0 || to > domain::minutesOfDay) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("duty lasts from 00:00 – 23:59 to 00:00 – 24:00"), timeKey);
    }
    if (order < 1) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the first to call has order 1"),
                    QStringLiteral("duty.order"));
    }
    return Done{};
}

Result<Done> check(const DutySpan& span)
{
    if (span.weekday < 0 || span.weekday > 6) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a weekday is 0 (Sunday) to 6"), timeKey);
    }
    return check(span.from, span.to, span.order);
}

Result<Done> gone(Session& session, const Result<int>& rows)
{
    if (!rows) {
        return fail(rows.error());
    }
    if (*rows == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("the roster has no such entry"), QStringLiteral("duty.gone"));
    }
    session.changed(domain::Topic::Setting, 0);
    return Done{};
}

template <typename Id>
Result<Id> added(Session& session, const Result<std::optional<qint64>>& id)
{
    if (!id) {
        return fail(id.error());
    }
    session.changed(domain::Topic::Setting, 0);
    return Id{**id};
}

} // namespace

Result<DutySpanId> Duty::add(const DutySpan& span)
{
    if (const auto checked = check(span); !checked) {
        return fail(checked.error());
    }
    return added<DutySpanId>(
        m_session, m_session.insert(QStringLiteral("INSERT INTO duty_span (staff, weekday, from_minute, to_minute, "
                                                   "call_order) VALUES (?, ?, ?, ?, ?) RETURNING id"),
                                    {span.staff.value, span.weekday, span.from, span.to, span.order}));
}

Result<DutyExceptionId> Duty::add(const DutyException& exception)
{
    if (const auto checked = check(exception.from, exception.to, exception.order); !checked) {
        return fail(checked.error());
    }
    if (!exception.date.isValid()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("there is no such date"), timeKey);
    }
    return added<DutyExceptionId>(
        m_session,
        m_session.insert(QStringLiteral("INSERT INTO duty_exception (staff, day, present, from_minute, to_minute, "
                                        "call_order) VALUES (?, ?, ?, ?, ?, ?) RETURNING id"),
                         {exception.staff.value, exception.date.toString(Qt::ISODate), exception.present,
                          exception.from, exception.to, exception.order}));
}

Result<Done> Duty::change(const DutySpan& span)
{
    return check(span).and_then([&](Done) {
        return gone(m_session,
                    m_session.execute(QStringLiteral("UPDATE duty_span SET staff = ?, weekday = ?, from_minute = ?, "
                                                     "to_minute = ?, call_order = ? WHERE id = ?"),
                                      {span.staff.value, span.weekday, span.from, span.to, span.order, span.id.value}));
    });
}

Result<Done> Duty::remove(DutySpanId id)
{
    return gone(m_session, m_session.execute(QStringLiteral("DELETE FROM duty_span WHERE id = ?"), {id.value}));
}

Result<Done> Duty::remove(DutyExceptionId id)
{
    return gone(m_session, m_session.execute(QStringLiteral("DELETE FROM duty_exception WHERE id = ?"), {id.value}));
}

Result<domain::DutyRoster> Duty::roster()
{
    domain::DutyRoster roster;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT id, staff, weekday, from_minute, to_minute, call_order FROM duty_span "
                                         "ORDER BY weekday, from_minute, call_order, id"));
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            roster.weekly.push_back({{rows->integer(0)},
                                     {rows->integer(1)},
                                     int(rows->integer(2)),
                                     int(rows->integer(3)),
                                     int(rows->integer(4)),
                                     int(rows->integer(5))});
        }
    }
    auto rows = m_session.run(
        QStringLiteral("SELECT id, staff, day, present, from_minute, to_minute, call_order FROM duty_exception "
                       "ORDER BY day, from_minute, call_order, id"));
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        roster.exceptions.push_back({{rows->integer(0)},
                                     {rows->integer(1)},
                                     QDate::fromString(rows->text(2), Qt::ISODate),
                                     rows->flag(3),
                                     int(rows->integer(4)),
                                     int(rows->integer(5)),
                                     int(rows->integer(6))});
    }
    return roster;
}

} // namespace delpek::store
