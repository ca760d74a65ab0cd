// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/booklock.h"
#include "clinic/builtin/staffeditor.h"
#include "domain/openinghours.h"

#include <limits>

// The part of StaffEditor that changes when the clinic is open and who works when.

namespace delpek::clinic
{

namespace
{

/// In order of the day, as they are read.
domain::WeeklyHours inOrder(domain::WeeklyHours hours)
{
    for (auto& day : hours) {
        std::ranges::sort(day, std::less<>(), &domain::DaySpan::from);
    }
    return hours;
}

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

LogEntry hoursRows(const QString& doctor)
{
    const QStringList columns{QStringLiteral("weekday"), QStringLiteral("from_minute"), QStringLiteral("to_minute")};
    return doctor.isEmpty() ? LogEntry{QStringLiteral("clinic_hours"), QStringLiteral("1"),
                                       QStringLiteral("change"),       columns,
                                       QStringLiteral("1 = 1"),        {}}
                            : LogEntry{QStringLiteral("doctor_hours"), doctor,  QStringLiteral("change"), columns,
                                       QStringLiteral("doctor = ?"),   {doctor}};
}

} // namespace

Result<domain::WeeklyHours> StaffEditor::hoursOf(const QString& doctor)
{
    if (doctor.isEmpty()) {
        return m_reader.info().map([](const domain::ClinicInfo& info) { return info.hours; });
    }
    const auto known = m_reader.allDoctors();
    if (!known) {
        return fail(known.error());
    }
    const auto found = std::ranges::find(*known, doctor, [](const auto& entry) { return entry.first.id; });
    if (found == known->end()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(doctor));
    }
    return found->first.hours;
}

Result<std::vector<domain::Appointment>> StaffEditor::leftOutside(const QString& doctor,
                                                                  const domain::WeeklyHours& hours)
{
    const auto before = hoursOf(doctor);
    if (!before) {
        return fail(before.error());
    }
    auto visits = m_reader.bookedBetween(doctor, qint64(base::toMillis(m_now)), std::numeric_limits<qint64>::max());
    if (visits) {
        std::erase_if(*visits, [&](const domain::Appointment& visit) {
            return domain::isWithin(hours, visit.start, visit.minutes) ||
                   !domain::isWithin(*before, visit.start, visit.minutes);
        });
    }
    return visits;
}

Result<Done> StaffEditor::setHours(const QString& doctor, const domain::WeeklyHours& was,
                                   const domain::WeeklyHours& hours, const QStringList& keep)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    if (const auto fine = checkHours(QStringLiteral("hours"), hours); !fine) {
        return fine;
    }
    const auto before = hoursOf(doctor);
    if (!before) {
        return fail(before.error());
    }
    if (inOrder(*before) != inOrder(was)) {
        return fail(ErrorCode::Conflict, QStringLiteral("the hours were changed meanwhile; read them again"),
                    QStringLiteral("hours.changed"));
    }
    const auto outside = leftOutside(doctor, hours);
    if (!outside) {
        return fail(outside.error());
    }
    if (const auto kept = refuseUnless(keep, *outside); !kept) {
        return kept;
    }
    m_session.changed(domain::Topic::Clinic, 0);
    return writeHours(doctor, hours);
}

Result<Done> StaffEditor::writeHours(const QString& doctor, const domain::WeeklyHours& hours)
{
    const auto before = hoursOf(doctor);
    if (!before) {
        return fail(before.error());
    }
    if (inOrder(*before) == inOrder(hours)) {
        return Done{};
    }
    const auto rows = hoursRows(doctor);
    if (const auto logged = logBefore(m_session, rows, m_author, m_now); !logged) {
        return logged;
    }
    const auto emptied =
        m_session.execute(QStringLiteral("DELETE FROM %1 WHERE %2").arg(rows.subject, rows.where), rows.values);
    if (!emptied) {
        return fail(emptied.error());
    }
    const QString sql =
        doctor.isEmpty()
            ? QStringLiteral("INSERT INTO clinic_hours (weekday, from_minute, to_minute) VALUES (?, ?, ?)")
            : QStringLiteral("INSERT INTO doctor_hours (doctor, weekday, from_minute, to_minute) VALUES (?, ?, ?, ?)");
    for (size_t weekday = 0; weekday < hours.size(); ++weekday) {
        for (const auto& span : hours[weekday]) {
            QVariantList values = rows.values; // the doctor's id, or nothing
            values << qint64(weekday) << minuteOf(span.from) << minuteOf(span.to);
            if (const auto added = m_session.execute(sql, values); !added) {
                return fail(added.error());
            }
        }
    }
    return Done{};
}

} // namespace delpek::clinic
