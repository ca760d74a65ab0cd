// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookimport.h"

#include "clinic/builtin/bookcolumns.h"

namespace delpek::clinic
{

namespace
{

using Minutes = std::chrono::minutes;

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

/// Writes row after row; the first failure ends it and is kept.
class Loader
{
public:
    Loader(store::Session& session, const ClinicFile& file)
        : m_session(session)
        , m_file(file)
    {
    }

    Result<Done> load()
    {
        empty();
        addClinic();
        addTreatments();
        addDoctors();
        addPatients();
        addAppointments();
        addInvoices();
        if (m_failure) {
            return fail(*m_failure);
        }
        return Done{};
    }

private:
    void execute(const QString& sql, const QVariantList& values = {})
    {
        if (m_failure) {
            return;
        }
        if (const auto done = m_session.execute(sql, values); !done) {
            m_failure = done.error();
        }
    }

    void empty()
    {
        for (const char* table :
             {"slot_hold",      "waiting_wish",       "absence",       "book_log",     "payment",
              "invoice_serial", "patient_merge_item", "patient_merge", "invoice_line", "invoice",
              "clinic_change",  "appointment",        "plan_item",     "note",         "patient_phone",
              "patient",        "doctor_treatment",   "doctor_hours",  "doctor",       "treatment",
              "closed_day",     "clinic_hours"}) {
            execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table)));
        }
    }

    void addClinic()
    {
        const auto& info = m_file.info;
        const QVariant latitude = info.location ? QVariant(info.location->first) : QVariant();
        const QVariant longitude = info.location ? QVariant(info.location->second) : QVariant();
        execute(QStringLiteral(
                    "UPDATE clinic_info SET name_he = ?, name_en = ?, phone = ?, address_he = ?, address_en = ?, "
                    "latitude = ?, longitude = ?, zone = ?, insurance = ?, fingerprint = ? WHERE id = 1"),
                {info.name.he, info.name.en, info.phone, info.address.he, info.address.en, latitude, longitude,
                 QString::fromUtf8(info.zone.id()), listToColumn(info.insurance),
                 QString::fromLatin1(m_file.fingerprint)});
        for (size_t weekday = 0; weekday < info.hours.size(); ++weekday) {
            for (const auto& span : info.hours[weekday]) {
                execute(QStringLiteral("INSERT INTO clinic_hours (weekday, from_minute, to_minute) VALUES (?, ?, ?)"),
                        {qint64(weekday), minuteOf(span.from), minuteOf(span.to)});
            }
        }
        for (const auto& day : info.closed) {
            execute(QStringLiteral("INSERT INTO closed_day (day) VALUES (?) ON CONFLICT DO NOTHING"),
                    {day.toString(Qt::ISODate)});
        }
    }

    void addTreatments()
    {
        int position = 0;
        for (const auto& treatment : m_file.treatments) {
            execute(QStringLiteral("INSERT INTO treatment (id, position, name_he, name_en, minutes, price, currency) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?)"),
                    {treatment.id, ++position, treatment.name.he, treatment.name.en, treatment.minutes,
                     treatment.price.minor, treatment.price.currency});
        }
    }

    void addDoctors()
    {
        int position = 0;
        for (const auto& doctor : m_file.doctors) {
            execute(QStringLiteral("INSERT INTO doctor (id, position, name_he, name_en, phone, email, kind) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?)"),
                    {doctor.id, ++position, doctor.name.he, doctor.name.en, doctor.phone, doctor.email,
                     base::toText(doctor.kind)});
            int order = 0;
            for (const auto& treatment : doctor.treatments) {
                execute(QStringLiteral("INSERT INTO doctor_treatment (doctor, treatment, position) VALUES (?, ?, ?) "
                                       "ON CONFLICT DO NOTHING"),
                        {doctor.id, treatment, ++order});
            }
            for (size_t weekday = 0; weekday < doctor.hours.size(); ++weekday) {
                for (const auto& span : doctor.hours[weekday]) {
                    execute(QStringLiteral("INSERT INTO doctor_hours (doctor, weekday, from_minute, to_minute) "
                                           "VALUES (?, ?, ?, ?)"),
                            {doctor.id, qint64(weekday), minuteOf(span.from), minuteOf(span.to)});
                }
            }
        }
    }

    void addPatients()
    {
        int position = 0;
        for (const auto& patient : m_file.patients) {
            execute(QStringLiteral("INSERT INTO patient (id, position, name_he, name_en, birth_date, gender, language, "
                                   "allergies, flags, email, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"),
                    {patient.id, ++position, patient.name.he, patient.name.en, patient.birthDate.toString(Qt::ISODate),
                     base::toText(patient.gender), base::toText(patient.language), listToColumn(patient.allergies),
                     listToColumn(patient.flags), patient.email});
            if (patient.phone) {
                execute(QStringLiteral("INSERT INTO patient_phone (patient, phone) VALUES (?, ?)"),
                        {patient.id, patient.phone->e164()});
            }
            addHistory(patient);
        }
    }

    void addHistory(const domain::Patient& patient)
    {
        int position = 0;
        for (const auto& note : patient.notes) {
            execute(QStringLiteral("INSERT INTO note (patient, position, day, author, body) VALUES (?, ?, ?, ?, ?)"),
                    {patient.id, ++position, note.date.toString(Qt::ISODate), note.by, note.text});
        }
        position = 0;
        for (const auto& item : patient.plan) {
            execute(QStringLiteral(
                        "INSERT INTO plan_item (patient, position, treatment, tooth, state) VALUES (?, ?, ?, ?, ?)"),
                    {patient.id, ++position, item.treatment, item.tooth, item.status});
        }
    }

    void addAppointments()
    {
        for (const auto& visit : m_file.appointments) {
            const auto start = domain::toInstant(visit.start, m_file.info.zone);
            const bool booked = visit.state == domain::AppointmentState::Booked;
            execute(
                QStringLiteral("INSERT INTO appointment (id, patient, doctor, treatment, start_at, minutes, start_ms, "
                               "end_ms, state, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                {visit.id, visit.patient, visit.doctor, visit.treatment, visit.start.toText(), visit.minutes,
                 qint64(base::toMillis(start)), qint64(base::toMillis(start + Minutes(visit.minutes))),
                 QString::fromLatin1(booked ? Booked : Cancelled), visit.reference});
        }
    }

    void addInvoices()
    {
        for (const auto& invoice : m_file.invoices) {
            execute(QStringLiteral("INSERT INTO invoice (number, patient, day, total, due, currency, state, due_day) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                    {invoice.number, invoice.patient, invoice.date.toString(Qt::ISODate), invoice.total.minor,
                     invoice.due.minor, invoice.total.currency, invoice.state, invoice.dueDate.toString(Qt::ISODate)});
            for (const auto& payment : invoice.payments) {
                execute(QStringLiteral("INSERT INTO payment (invoice, day, amount, method, reference) "
                                       "VALUES (?, ?, ?, ?, '')"),
                        {invoice.number, payment.date.toString(Qt::ISODate), payment.amount.minor, payment.method});
            }
            int position = 0;
            for (const auto& line : invoice.lines) {
                execute(QStringLiteral("INSERT INTO invoice_line (invoice, position, text_he, text_en, amount) "
                                       "VALUES (?, ?, ?, ?, ?)"),
                        {invoice.number, ++position, line.text.he, line.text.en, line.amount.minor});
            }
        }
    }

    store::Session& m_session;
    const ClinicFile& m_file;
    std::optional<Error> m_failure;
};

struct LoadedBook {
    bool isEmpty = true;
    QByteArray fingerprint;
};

/// Takes the clinic's row, creating it where it is the first; until the commit no other process changes the book.
Result<LoadedBook> lockedBook(store::Session& session)
{
    const auto locked = session.execute(QStringLiteral(
        "INSERT INTO clinic_info (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET revision = clinic_info.revision + 1"));
    if (!locked) {
        return fail(locked.error());
    }
    auto rows = session.run(QStringLiteral("SELECT zone, fingerprint FROM clinic_info WHERE id = 1"));
    if (!rows) {
        return fail(rows.error());
    }
    LoadedBook book;
    if (rows->next()) {
        book = {rows->text(0).isEmpty(), rows->text(1).toLatin1()};
    }
    return book;
}

} // namespace

Result<Done> importBook(store::Session& session, const ClinicFile& file, ImportMode mode)
{
    const auto book = lockedBook(session);
    if (!book) {
        return fail(book.error());
    }
    if (!book->isEmpty && !file.fingerprint.isEmpty() && book->fingerprint == file.fingerprint) {
        return Done{};
    }
    if (!book->isEmpty && mode == ImportMode::EmptyOnly) {
        return fail(
            ErrorCode::Conflict,
            QStringLiteral("the built-in book holds another clinic's records; replace them or open another store"),
            QStringLiteral("clinic.not-empty"));
    }
    auto loaded = Loader(session, file).load();
    if (loaded) {
        session.changed(domain::Topic::Clinic, 0);
    }
    return loaded;
}

} // namespace delpek::clinic
