// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookreader.h"

#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/bookrows.h"
#include "clinic/holds.h"

namespace delpek::clinic
{

namespace
{

using domain::Appointment;
using store::Rows;

void addHours(domain::WeeklyHours& hours, const Rows& rows, int column)
{
    const auto timeAt = [&](int offset) {
        return QTime::fromMSecsSinceStartOfDay(static_cast<int>(rows.integer(column + offset)) * 60'000);
    };
    hours.at(static_cast<size_t>(rows.integer(column))).push_back({timeAt(1), timeAt(2)});
}

Appointment appointmentAt(const Rows& rows)
{
    return {rows.text(0),
            rows.text(1),
            rows.text(2),
            rows.text(3),
            domain::LocalTime::fromText(rows.text(4)),
            static_cast<int>(rows.integer(5)),
            rows.text(6) == QLatin1String(Booked) ? domain::AppointmentState::Booked
                                                  : domain::AppointmentState::Cancelled,
            rows.text(7)};
}

} // namespace

Result<domain::ClinicInfo> BookReader::info()
{
    auto found =
        firstOf(collected(m_session.run(QStringLiteral(
                              "SELECT name_he, name_en, phone, address_he, address_en, latitude, longitude, zone, "
                              "insurance FROM clinic_info WHERE id = 1")),
                          [](const Rows& rows) {
                              domain::ClinicInfo info;
                              info.name = {rows.text(0), rows.text(1)};
                              info.phone = rows.text(2);
                              info.address = {rows.text(3), rows.text(4)};
                              if (!rows.isNull(5) && !rows.isNull(6)) {
                                  info.location = {rows.real(5), rows.real(6)};
                              }
                              info.zone = QTimeZone(rows.text(7).toUtf8());
                              info.insurance = listFromColumn(rows.text(8));
                              return info;
                          }));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral(
                        "the built-in book is empty; enter the clinic in the window's settings, or load a clinic file"),
                    QStringLiteral("clinic.empty"));
    }
    auto info = std::move(**found);
    auto hours = m_session.run(
        QStringLiteral("SELECT weekday, from_minute, to_minute FROM clinic_hours ORDER BY weekday, from_minute"));
    if (!hours) {
        return fail(hours.error());
    }
    while (hours->next()) {
        addHours(info.hours, *hours, 0);
    }
    auto closed = collected(m_session.run(QStringLiteral("SELECT day FROM closed_day ORDER BY day")),
                            [](const Rows& rows) { return dateAt(rows, 0); });
    if (!closed) {
        return fail(closed.error());
    }
    info.closed = std::move(*closed);
    return info;
}

Result<std::vector<domain::Doctor>> BookReader::doctors()
{
    auto all = allDoctors();
    if (!all) {
        return fail(all.error());
    }
    std::vector<domain::Doctor> working;
    for (auto& [doctor, retired] : *all) {
        if (!retired) {
            working.push_back(std::move(doctor));
        }
    }
    return working;
}

Result<std::vector<std::pair<domain::Doctor, bool>>> BookReader::allDoctors()
{
    using Entry = std::pair<domain::Doctor, bool>;
    auto doctors = collected(
        m_session.run(QStringLiteral(
            "SELECT id, name_he, name_en, phone, email, kind, retired FROM doctor ORDER BY position, id")),
        [](const Rows& rows) {
            return Entry{{rows.text(0),
                          {rows.text(1), rows.text(2)},
                          {},
                          {},
                          rows.text(3),
                          rows.text(4),
                          base::fromText<domain::DoctorKind>(rows.text(5)).value_or(domain::DoctorKind::Dentist)},
                         rows.flag(6)};
        });
    if (!doctors) {
        return doctors;
    }
    const auto byId = [&](const QString& id) {
        return std::find_if(doctors->begin(), doctors->end(), [&](const Entry& entry) { return entry.first.id == id; });
    };
    auto treatments = m_session.run(QStringLiteral(
        "SELECT doctor, treatment FROM doctor_treatment JOIN treatment ON treatment.id = doctor_treatment.treatment "
        "WHERE treatment.retired = 0 ORDER BY doctor, doctor_treatment.position"));
    if (!treatments) {
        return fail(treatments.error());
    }
    while (treatments->next()) {
        if (const auto entry = byId(treatments->text(0)); entry != doctors->end()) {
            entry->first.treatments << treatments->text(1);
        }
    }
    auto hours = m_session.run(QStringLiteral(
        "SELECT doctor, weekday, from_minute, to_minute FROM doctor_hours ORDER BY doctor, weekday, from_minute"));
    if (!hours) {
        return fail(hours.error());
    }
    while (hours->next()) {
        if (const auto entry = byId(hours->text(0)); entry != doctors->end()) {
            addHours(entry->first.hours, *hours, 1);
        }
    }
    return doctors;
}

Result<std::vector<domain::Treatment>> BookReader::treatments()
{
    return collected(m_session.run(QStringLiteral(
                         "SELECT id, name_he, name_en, minutes, price, currency FROM treatment WHERE retired = 0 "
                         "ORDER BY position, id")),
                     [](const Rows& rows) {
                         return domain::Treatment{rows.text(0),
                                                  {rows.text(1), rows.text(2)},
                                                  static_cast<int>(rows.integer(3)),
                                                  {rows.integer(4), rows.text(5)}};
                     });
}

Result<Appointment> BookReader::appointment(const QString& id)
{
    auto found = firstOf(visits(QStringLiteral("id = ?"), {id}));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("no appointment has the id \"%1\"").arg(id));
    }
    return std::move(**found);
}

Result<std::optional<Appointment>> BookReader::appointmentByReference(const QString& reference)
{
    if (reference.isEmpty()) {
        return std::optional<Appointment>();
    }
    return firstOf(visits(QStringLiteral("reference = ?"), {reference}));
}

Result<std::vector<Appointment>> BookReader::appointments(const QString& patient, const domain::LocalTime& from)
{
    const auto current = currentId(patient);
    if (!current) {
        return fail(current.error());
    }
    return visits(QStringLiteral("patient = ? AND state = 'booked' AND start_at >= ?"), {*current, from.toText()});
}

Result<std::vector<Appointment>> BookReader::bookedBetween(const QString& doctor, qint64 from, qint64 to)
{
    return visits(QStringLiteral("state = 'booked' AND (doctor = ? OR ? = '') AND end_ms > ? AND start_ms < ?"),
                  {doctor, doctor, from, to});
}

Result<std::vector<Appointment>> BookReader::appointmentsOn(QDate first, QDate last)
{
    return visits(QStringLiteral("start_at >= ? AND start_at < ?"),
                  {first.toString(Qt::ISODate), last.addDays(1).toString(Qt::ISODate)});
}

Result<std::vector<Appointment>> BookReader::allAppointments()
{
    return visits(QStringLiteral("1 = 1"), {});
}

Result<std::vector<Appointment>> BookReader::visits(const QString& where, const QVariantList& values)
{
    return collected(m_session.run(QStringLiteral("SELECT id, patient, doctor, treatment, start_at, minutes, state, "
                                                  "reference FROM appointment WHERE %1 ORDER BY start_at, id")
                                       .arg(where),
                                   values),
                     appointmentAt);
}

Result<std::vector<domain::Absence>> BookReader::absences(QDate first, QDate last)
{
    return collected(m_session.run(QStringLiteral("SELECT doctor, from_at, to_at, reason FROM absence WHERE "
                                                  "cancelled = 0 AND from_at < ? AND to_at > ? ORDER BY from_at, id"),
                                   {last.addDays(1).toString(Qt::ISODate), first.toString(Qt::ISODate)}),
                     [](const Rows& rows) {
                         return domain::Absence{rows.text(0), domain::LocalTime::fromText(rows.text(1)),
                                                domain::LocalTime::fromText(rows.text(2)), rows.text(3)};
                     });
}

Result<Diary> BookReader::emptyDiary()
{
    auto house = info();
    if (!house) {
        return fail(house.error());
    }
    auto who = doctors();
    if (!who) {
        return fail(who.error());
    }
    auto what = treatments();
    if (!what) {
        return fail(what.error());
    }
    return Diary{house->zone, house->hours, std::move(house->closed), std::move(*who), std::move(*what), {}};
}

Result<Diary> BookReader::diary(QDate first, QDate last, const QString& holder, base::Instant now)
{
    auto diary = emptyDiary();
    if (!diary) {
        return diary;
    }
    const auto away = absences(first, last);
    if (!away) {
        return fail(away.error());
    }
    for (const auto& absence : *away) {
        diary->busy.push_back({absence.doctor, absence.from, absence.to});
    }
    const auto held = Holds(m_session, diary->zone, now).busy(first, last, holder);
    if (!held) {
        return fail(held.error());
    }
    diary->busy.insert(diary->busy.end(), held->begin(), held->end());
    return diary;
}

Result<std::vector<TakenSpan>> BookReader::taken(const QStringList& doctors, QDate first, QDate last,
                                                 const QTimeZone& zone)
{
    if (doctors.isEmpty()) {
        return std::vector<TakenSpan>();
    }
    const auto midnight = [&](QDate date) {
        return qint64(base::toMillis(domain::toInstant({date, QTime(0, 0)}, zone)));
    };
    // Thousands of rows: a doctor's place in the list is read faster than the id, and the index of starts, which holds
    // all that is asked for, than the one of doctors, which `doctor IN` would take.
    QString places;
    QVariantList values;
    for (qsizetype place = 0; place < doctors.size(); ++place) {
        places += QStringLiteral(" WHEN ? THEN %1").arg(place);
        values << doctors[place];
    }
    // A visit of the day before may reach into the first day.
    values << midnight(first.addDays(-1)) << midnight(last.addDays(1));
    return collected(
        m_session.run(QStringLiteral("SELECT place, start_ms, end_ms FROM (SELECT CASE doctor%1 END AS place, "
                                     "start_ms, end_ms FROM appointment WHERE state = 'booked' AND start_ms >= ? "
                                     "AND start_ms < ?) AS taken WHERE place IS NOT NULL")
                          .arg(places),
                      values),
        [&](const Rows& rows) {
            return TakenSpan{doctors[rows.integer(0)], rows.instant(1), rows.instant(2)};
        });
}

} // namespace delpek::clinic
