// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/slots.h"
#include "store/session.h"

namespace delpek::clinic
{

/// Reads the tables of the built-in book, in whatever transaction the session is in. NotFound where a single thing is
/// asked for and is not there. The id of a card that was merged reads the card it was merged into.
class BookReader
{
public:
    explicit BookReader(store::Session& session)
        : m_session(session)
    {
    }

    Result<domain::ClinicInfo> info();
    Result<std::vector<domain::Doctor>> doctors();
    /// With those who are retired (true).
    Result<std::vector<std::pair<domain::Doctor, bool>>> allDoctors();
    Result<std::vector<domain::Treatment>> treatments();
    Result<std::vector<domain::Patient>> patientsByPhone(const QString& e164);
    Result<domain::Patient> patient(const QString& id);
    /// This very card, also when it was merged.
    Result<domain::Patient> patientById(const QString& id);
    /// Whom a card that was merged belongs to now; the id itself else.
    Result<QString> currentId(QString id);
    Result<std::optional<domain::Patient>> patientByReference(const QString& reference);

    Result<domain::Appointment> appointment(const QString& id);
    Result<std::optional<domain::Appointment>> appointmentByReference(const QString& reference);
    /// Not cancelled, touching those days (both inclusive), in order of beginning.
    Result<std::vector<domain::Absence>> absences(QDate first, QDate last);
    /// Booked ones of the patient that start at or after `from`, in order.
    Result<std::vector<domain::Appointment>> appointments(const QString& patient, const domain::LocalTime& from);
    /// Booked ones that meet that time (milliseconds, `to` exclusive), in order of start; no doctor: anybody's.
    Result<std::vector<domain::Appointment>> bookedBetween(const QString& doctor, qint64 from, qint64 to);
    /// What the book shows of those days (both inclusive).
    Result<BookDays> bookDays(QDate first, QDate last);
    /// Every one that begins on those days (both inclusive), cancelled ones too, in order of start.
    Result<std::vector<domain::Appointment>> appointmentsOn(QDate first, QDate last);
    /// Every one, cancelled ones too, in order of start.
    Result<std::vector<domain::Appointment>> allAppointments();
    /// Newest first, without cancelled ones.
    Result<std::vector<domain::Invoice>> invoices(const QString& patient);
    /// With cancelled ones.
    Result<std::vector<domain::Invoice>> allInvoices(const QString& patient);
    Result<domain::Invoice> invoice(const QString& number);
    /// Every patient but those merged or retired, in the order they came, without notes and plan.
    Result<std::vector<domain::Patient>> allPatients();

    /// Hours, doctors and treatments, with nobody busy.
    Result<Diary> emptyDiary();
    /// With the absences of those days, and what others than `holder` keep at `now`; booked visits: taken().
    Result<Diary> diary(QDate first, QDate last, const QString& holder, base::Instant now);
    /// The time that booked visits of these doctors take on those days.
    Result<std::vector<TakenSpan>> taken(const QStringList& doctors, QDate first, QDate last, const QTimeZone& zone);

private:
    Result<std::vector<domain::Patient>> patients(const QString& where, const QVariantList& values);
    Result<std::vector<domain::Invoice>> invoicesWhere(const QString& where, const QVariantList& values);
    Result<Done> addPhone(domain::Patient& patient);
    Result<Done> addHistory(domain::Patient& patient);
    Result<std::vector<domain::Appointment>> visits(const QString& where, const QVariantList& values);
    Result<std::vector<domain::InvoiceLine>> lines(const domain::Invoice& invoice);
    Result<std::vector<domain::Payment>> payments(const domain::Invoice& invoice);

    store::Session& m_session;
};

} // namespace delpek::clinic
