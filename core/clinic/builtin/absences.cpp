// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/booklock.h"
#include "clinic/builtin/staffeditor.h"

// The part of StaffEditor that takes time away.

namespace delpek::clinic
{

namespace
{

constexpr int LongestReason = 500;

LogEntry absenceRow(const QString& id, const char* what)
{
    return {QStringLiteral("absence"),
            id,
            QLatin1String(what),
            {QStringLiteral("doctor"), QStringLiteral("from_at"), QStringLiteral("to_at"), QStringLiteral("reason"),
             QStringLiteral("cancelled")},
            QStringLiteral("id = ?"),
            {id}};
}

domain::Absence wholeDay(QDate date)
{
    return {{}, {date, QTime(0, 0)}, {date.addDays(1), QTime(0, 0)}, {}};
}

} // namespace

Result<Done> StaffEditor::checkAbsence(const domain::Absence& absence)
{
    if (!absence.from.isValid() || !absence.to.isValid() || !(absence.from < absence.to)) {
        return refuse(QStringLiteral("absence"), QStringLiteral("the end comes after the beginning"), "book.hours");
    }
    if (absence.reason.size() > LongestReason) {
        return refuse(QStringLiteral("absence/reason"),
                      QStringLiteral("write at most %1 characters").arg(LongestReason), "book.text");
    }
    if (absence.doctor.isEmpty()) {
        return Done{};
    }
    const auto known = exists(QStringLiteral("doctor"), absence.doctor);
    if (!known) {
        return fail(known.error());
    }
    if (!*known) {
        return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(absence.doctor));
    }
    return Done{};
}

Result<std::vector<domain::Appointment>> StaffEditor::inTheWay(const domain::Absence& absence)
{
    const auto info = m_reader.info();
    if (!info) {
        return fail(info.error());
    }
    const auto millis = [&](const domain::LocalTime& local) {
        return qint64(base::toMillis(domain::toInstant(local, info->zone)));
    };
    return m_reader.bookedBetween(absence.doctor, std::max(millis(absence.from), qint64(base::toMillis(m_now))),
                                  millis(absence.to));
}

Result<Done> StaffEditor::checkKept(const domain::Absence& absence, const QStringList& keep)
{
    const auto visits = inTheWay(absence);
    if (!visits) {
        return fail(visits.error());
    }
    return refuseUnless(keep, *visits);
}

Result<Done> StaffEditor::refuseUnless(const QStringList& keep, const std::vector<domain::Appointment>& visits)
{
    QStringList open;
    for (const auto& visit : visits) {
        if (!keep.contains(visit.id)) {
            open << visit.id;
        }
    }
    if (!open.isEmpty()) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("%1 booked visits lie in this time; move or cancel them, or name them to keep them: "
                                   "%2")
                        .arg(open.size())
                        .arg(open.join(QStringLiteral(", "))),
                    QStringLiteral("book.visits-there"));
    }
    return Done{};
}

Result<QString> StaffEditor::addAbsence(const domain::Absence& absence, const QStringList& keep,
                                        const QString& reference)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    if (const auto fine = checkAbsence(absence); !fine) {
        return fail(fine.error());
    }
    const auto info = m_reader.info();
    if (!info) {
        return fail(info.error());
    }
    QString id = newId("b-", reference);
    if (!reference.isEmpty()) {
        auto same = m_session.run(
            QStringLiteral("SELECT id, doctor, from_at, to_at, reason, cancelled FROM absence WHERE reference = ?"),
            {reference});
        if (!same) {
            return fail(same.error());
        }
        if (same->next()) {
            id = same->text(0);
            if (same->text(1) == absence.doctor && same->text(2) == absence.from.toText() &&
                same->text(3) == absence.to.toText() && same->text(4) == absence.reason && !same->flag(5)) {
                return id;
            }
        }
    }
    if (const auto kept = checkKept(absence, keep); !kept) {
        return fail(kept.error());
    }
    if (const auto logged = logBefore(m_session, absenceRow(id, "change"), m_author, m_now); !logged) {
        return fail(logged.error());
    }
    const auto written = m_session.execute(
        QStringLiteral("INSERT INTO absence (id, doctor, from_at, to_at, from_ms, to_ms, reason, reference) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET doctor = excluded.doctor, "
                       "from_at = excluded.from_at, to_at = excluded.to_at, from_ms = excluded.from_ms, "
                       "to_ms = excluded.to_ms, reason = excluded.reason, cancelled = 0"),
        {id, absence.doctor, absence.from.toText(), absence.to.toText(),
         qint64(base::toMillis(domain::toInstant(absence.from, info->zone))),
         qint64(base::toMillis(domain::toInstant(absence.to, info->zone))), absence.reason, reference});
    if (!written) {
        return fail(written.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return id;
}

Result<Done> StaffEditor::cancelAbsence(const QString& id)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    if (const auto logged = logBefore(m_session, absenceRow(id, "cancel"), m_author, m_now); !logged) {
        return logged;
    }
    const auto cancelled = m_session.execute(QStringLiteral("UPDATE absence SET cancelled = 1 WHERE id = ?"), {id});
    if (!cancelled) {
        return fail(cancelled.error());
    }
    if (*cancelled == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("no absence has the id \"%1\"").arg(id));
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<Done> StaffEditor::closeDay(const ClosedDay& day, const QStringList& keep)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    if (!day.date.isValid()) {
        return refuse(QStringLiteral("closed/date"), QStringLiteral("write a day"), "book.day");
    }
    if (day.reason.size() > LongestReason) {
        return refuse(QStringLiteral("closed/reason"), QStringLiteral("write at most %1 characters").arg(LongestReason),
                      "book.text");
    }
    if (const auto kept = checkKept(wholeDay(day.date), keep); !kept) {
        return kept;
    }
    const auto closed = m_session.execute(
        QStringLiteral("INSERT INTO closed_day (day, reason) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET reason = "
                       "excluded.reason"),
        {day.date.toString(Qt::ISODate), day.reason});
    if (!closed) {
        return fail(closed.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<Done> StaffEditor::openDay(QDate date)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    const QString day = date.toString(Qt::ISODate);
    const LogEntry entry{QStringLiteral("closed_day"), day,
                         QStringLiteral("open"),       {QStringLiteral("day"), QStringLiteral("reason")},
                         QStringLiteral("day = ?"),    {day}};
    if (const auto logged = logBefore(m_session, entry, m_author, m_now); !logged) {
        return logged;
    }
    const auto opened = m_session.execute(QStringLiteral("DELETE FROM closed_day WHERE day = ?"), {day});
    if (!opened) {
        return fail(opened.error());
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return Done{};
}

Result<std::vector<AbsenceEntry>> StaffEditor::absences(QDate first, QDate last)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, doctor, from_at, to_at, reason, cancelled FROM absence WHERE "
                                             "from_at < ? AND to_at > ? ORDER BY from_at, id"),
                              {last.addDays(1).toString(Qt::ISODate), first.toString(Qt::ISODate)});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<AbsenceEntry> entries;
    while (rows->next()) {
        entries.push_back({rows->text(0),
                           {rows->text(1), domain::LocalTime::fromText(rows->text(2)),
                            domain::LocalTime::fromText(rows->text(3)), rows->text(4)},
                           rows->flag(5)});
    }
    return entries;
}

Result<std::vector<ClosedDay>> StaffEditor::closedDays()
{
    auto rows = m_session.run(QStringLiteral("SELECT day, reason FROM closed_day ORDER BY day"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ClosedDay> days;
    while (rows->next()) {
        days.push_back({QDate::fromString(rows->text(0), Qt::ISODate), rows->text(1)});
    }
    return days;
}

} // namespace delpek::clinic
