// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookreader.h"

#include "clinic/builtin/bookcolumns.h"
#include "clinic/holds.h"

namespace delpek::clinic
{

namespace
{

using domain::Appointment;
using domain::Patient;
using store::Rows;

void addHours(domain::WeeklyHours& hours, const Rows& rows, int column)
{
    const auto timeAt = [&](int offset) {
        return QTime::fromMSecsSinceStartOfDay(static_cast<int>(rows.integer(column + offset)) * 60'000);
    };
    hours.at(static_cast<size_t>(rows.integer(column))).push_back({timeAt(1), timeAt(2)});
}

QDate dateAt(const Rows& rows, int column)
{
    return QDate::fromString(rows.text(column), Qt::ISODate);
}

Patient patientAt(const Rows& rows)
{
    Patient patient;
    patient.id = rows.text(0);
    patient.name = {rows.text(1), rows.text(2)};
    patient.birthDate = dateAt(rows, 3);
    patient.gender = base::fromText<domain::Gender>(rows.text(4)).value_or(domain::Gender::Unknown);
    patient.language = base::fromText<domain::Language>(rows.text(5)).value_or(domain::Language::Hebrew);
    patient.allergies = listFromColumn(rows.text(6));
    patient.flags = listFromColumn(rows.text(7));
    patient.email = rows.text(8);
    return patient;
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

/// Reads every row with `read`.
template <typename Read>
auto collected(Result<Rows> rows, Read read) -> Result<std::vector<std::invoke_result_t<Read, const Rows&>>>
{
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<std::invoke_result_t<Read, const Rows&>> result;
    while (rows->next()) {
        result.push_back(read(*rows));
    }
    return result;
}

template <typename T>
Result<std::optional<T>> firstOf(Result<std::vector<T>> found)
{
    if (!found) {
        return fail(found.error());
    }
    return found->empty() ? std::optional<T>() : std::optional<T>(std::move(found->front()));
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
        return fail(ErrorCode::NotFound, QStringLiteral("the built-in book is empty; load a clinic file first"),
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
    auto doctors = collected(
        m_session.run(QStringLiteral(
            "SELECT id, name_he, name_en, phone, email, kind FROM doctor WHERE retired = 0 ORDER BY position, id")),
        [](const Rows& rows) {
            return domain::Doctor{
                rows.text(0),
                {rows.text(1), rows.text(2)},
                {},
                {},
                rows.text(3),
                rows.text(4),
                base::fromText<domain::DoctorKind>(rows.text(5)).value_or(domain::DoctorKind::Dentist)};
        });
    if (!doctors) {
        return doctors;
    }
    const auto byId = [&](const QString& id) {
        return std::find_if(doctors->begin(), doctors->end(),
                            [&](const domain::Doctor& doctor) { return doctor.id == id; });
    };
    auto treatments =
        m_session.run(QStringLiteral("SELECT doctor, treatment FROM doctor_treatment ORDER BY doctor, position"));
    if (!treatments) {
        return fail(treatments.error());
    }
    while (treatments->next()) {
        if (const auto doctor = byId(treatments->text(0)); doctor != doctors->end()) {
            doctor->treatments << treatments->text(1);
        }
    }
    auto hours = m_session.run(QStringLiteral(
        "SELECT doctor, weekday, from_minute, to_minute FROM doctor_hours ORDER BY doctor, weekday, from_minute"));
    if (!hours) {
        return fail(hours.error());
    }
    while (hours->next()) {
        if (const auto doctor = byId(hours->text(0)); doctor != doctors->end()) {
            addHours(doctor->hours, *hours, 1);
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

Result<std::vector<Patient>> BookReader::patientsByPhone(const QString& e164)
{
    return patients(QStringLiteral("retired = 0 AND id IN (SELECT patient FROM patient_phone WHERE phone = ?)"),
                    {e164});
}

Result<Patient> BookReader::patient(const QString& id)
{
    const auto current = currentId(id);
    if (!current) {
        return fail(current.error());
    }
    auto found = firstOf(patients(QStringLiteral("id = ?"), {*current}));
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("no patient has the id \"%1\"").arg(id));
    }
    return std::move(**found);
}

Result<std::optional<Patient>> BookReader::patientByReference(const QString& reference)
{
    if (reference.isEmpty()) {
        return std::optional<Patient>();
    }
    return firstOf(patients(QStringLiteral("reference = ?"), {reference}));
}

Result<QString> BookReader::currentId(QString id)
{
    // Merges form no circle, but a book that somebody else wrote into might; nobody merges that often.
    for (int step = 0; step < 100; ++step) {
        auto rows = m_session.run(QStringLiteral("SELECT merged_into FROM patient WHERE id = ?"), {id});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next() || rows->text(0).isEmpty()) {
            return id;
        }
        id = rows->text(0);
    }
    return fail(ErrorCode::Internal, QStringLiteral("the merges of a patient form a circle"));
}

Result<std::vector<Patient>> BookReader::patients(const QString& where, const QVariantList& values)
{
    auto found =
        collected(m_session.run(QStringLiteral("SELECT id, name_he, name_en, birth_date, gender, language, "
                                               "allergies, flags, email FROM patient WHERE %1 ORDER BY position, id")
                                    .arg(where),
                                values),
                  patientAt);
    if (found) {
        for (auto& patient : *found) {
            if (auto added = addHistory(patient); !added) {
                return fail(added.error());
            }
        }
    }
    return found;
}

Result<Done> BookReader::addHistory(Patient& patient)
{
    auto phones = collected(
        m_session.run(QStringLiteral("SELECT phone FROM patient_phone WHERE patient = ? ORDER BY position, phone"),
                      {patient.id}),
        [](const Rows& rows) { return rows.text(0); });
    if (!phones) {
        return fail(phones.error());
    }
    if (!phones->empty()) {
        const auto phone = domain::Phone::fromStored(phones->front());
        if (!phone) {
            return fail(phone.error());
        }
        patient.phone = *phone;
    }
    auto notes = collected(m_session.run(QStringLiteral("SELECT day, author, body, reference FROM note "
                                                        "WHERE patient = ? AND retired = 0 ORDER BY position"),
                                         {patient.id}),
                           [](const Rows& rows) {
                               return domain::Note{dateAt(rows, 0), rows.text(1), rows.text(2), rows.text(3)};
                           });
    if (!notes) {
        return fail(notes.error());
    }
    patient.notes = std::move(*notes);
    auto plan = collected(
        m_session.run(
            QStringLiteral("SELECT treatment, tooth, state FROM plan_item WHERE patient = ? ORDER BY position"),
            {patient.id}),
        [](const Rows& rows) {
            return domain::PlanItem{rows.text(0), rows.text(1), rows.text(2)};
        });
    if (!plan) {
        return fail(plan.error());
    }
    patient.plan = std::move(*plan);
    return Done{};
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

Result<std::vector<domain::Invoice>> BookReader::invoices(const QString& patient)
{
    const auto current = currentId(patient);
    if (!current) {
        return fail(current.error());
    }
    auto found = collected(
        m_session.run(QStringLiteral("SELECT number, day, total, due, currency, state, due_day FROM invoice "
                                     "WHERE patient = ? ORDER BY day DESC, number DESC"),
                      {*current}),
        [&](const Rows& rows) {
            const QString currency = rows.text(4);
            domain::Invoice invoice{
                rows.text(0), *current, dateAt(rows, 1), {rows.integer(2), currency}, {rows.integer(3), currency},
                rows.text(5), {}};
            invoice.dueDate = dateAt(rows, 6);
            return invoice;
        });
    if (found) {
        for (auto& invoice : *found) {
            auto itsLines = lines(invoice);
            if (!itsLines) {
                return fail(itsLines.error());
            }
            invoice.lines = std::move(*itsLines);
            auto paid = payments(invoice);
            if (!paid) {
                return fail(paid.error());
            }
            invoice.payments = std::move(*paid);
        }
    }
    return found;
}

Result<std::vector<domain::InvoiceLine>> BookReader::lines(const domain::Invoice& invoice)
{
    return collected(
        m_session.run(
            QStringLiteral("SELECT text_he, text_en, amount FROM invoice_line WHERE invoice = ? ORDER BY position"),
            {invoice.number}),
        [&](const Rows& rows) {
            return domain::InvoiceLine{{rows.text(0), rows.text(1)}, {rows.integer(2), invoice.total.currency}};
        });
}

Result<std::vector<domain::Payment>> BookReader::payments(const domain::Invoice& invoice)
{
    return collected(
        m_session.run(
            QStringLiteral("SELECT day, amount, method FROM payment WHERE invoice = ? AND cancelled = 0 ORDER BY id"),
            {invoice.number}),
        [&](const Rows& rows) {
            return domain::Payment{dateAt(rows, 0), {rows.integer(1), invoice.total.currency}, rows.text(2)};
        });
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
    // A visit of the evening before may reach into the first day.
    auto booked = visits(QStringLiteral("state = 'booked' AND start_at >= ? AND start_at < ?"),
                         {first.addDays(-1).toString(Qt::ISODate), last.addDays(1).toString(Qt::ISODate)});
    if (!booked) {
        return fail(booked.error());
    }
    for (const auto& visit : *booked) {
        diary->busy.push_back(busySpan(visit.doctor, visit.start, visit.minutes, diary->zone));
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

} // namespace delpek::clinic
