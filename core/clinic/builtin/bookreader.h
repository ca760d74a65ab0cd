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
    Result<std::vector<domain::Treatment>> treatments();
    Result<std::vector<domain::Patient>> patientsByPhone(const QString& e164);
    Result<domain::Patient> patient(const QString& id);
    Result<std::optional<domain::Patient>> patientByReference(const QString& reference);

    Result<domain::Appointment> appointment(const QString& id);
    Result<std::optional<domain::Appointment>> appointmentByReference(const QString& reference);
    /// Not cancelled, touching those days (both inclusive), in order of beginning.
    Result<std::vector<domain::Absence>> absences(QDate first, QDate last);
    /// Booked ones of the patient that start at or after `from`, in order.
    Result<std::vector<domain::Appointment>> appointments(const QString& patient, const domain::LocalTime& from);
    /// Every one, cancelled ones too, in order of start.
    Result<std::vector<domain::Appointment>> allAppointments();
    /// Newest first.
    Result<std::vector<domain::Invoice>> invoices(const QString& patient);

    /// Hours, doctors and treatments, with nobody busy.
    Result<Diary> emptyDiary();
    /// With the booked visits and absences of those days, and what others than `holder` keep at `now`.
    Result<Diary> diary(QDate first, QDate last, const QString& holder, base::Instant now);

private:
    Result<std::vector<domain::Patient>> patients(const QString& where, const QVariantList& values);
    Result<Done> addHistory(domain::Patient& patient);
    Result<std::vector<domain::Appointment>> visits(const QString& where, const QVariantList& values);
    Result<std::vector<domain::InvoiceLine>> lines(const domain::Invoice& invoice);
    Result<std::vector<domain::Payment>> payments(const domain::Invoice& invoice);
    /// Whom a card that was merged belongs to now; the id itself else.
    Result<QString> currentId(QString id);

    store::Session& m_session;
};

} // namespace delpek::clinic
