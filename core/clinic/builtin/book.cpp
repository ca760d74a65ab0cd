// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/book.h"

#include "clinic/builtin/appointmentcsv.h"
#include "clinic/builtin/bookcalendar.h"
#include "clinic/builtin/patientcsv.h"

namespace delpek::clinic
{

using store::Session;

Future<domain::Appointment> Book::writeVisit(const Booking& booking)
{
    return m_store.write(
        [booking, now = m_clock.now()](Session& session) { return BookWriter(session, now, Days::Any).book(booking); });
}

Future<domain::Appointment> Book::moveVisit(const QString& id, const domain::Slot& to, const QString& reference)
{
    return m_store.write([id, to, reference, now = m_clock.now()](Session& session) {
        return BookWriter(session, now, Days::Any).move(id, to, reference, {});
    });
}

Future<Done> Book::cancelVisit(const QString& id, const QString& reference)
{
    return m_store.write([id, reference, now = m_clock.now()](Session& session) {
        return BookWriter(session, now, Days::Any).cancel(id, reference);
    });
}

Future<std::vector<domain::Appointment>> Book::visits(QDate first, QDate last)
{
    return m_store.read([first, last](Session& session) { return BookReader(session).appointmentsOn(first, last); });
}

Future<std::vector<domain::Invoice>> Book::invoices(const QString& patient)
{
    return m_store.read([patient](Session& session) { return BookReader(session).allInvoices(patient); });
}

/// What must not stay ends as an error, so that the store rolls it back; its report goes round about.
Future<ImportReport> Book::take(Import import, bool dryRun)
{
    const auto refused = std::make_shared<std::optional<ImportReport>>();
    const auto written = m_store.write(
        [import = std::move(import), dryRun, refused, now = m_clock.now()](Session& session) -> Result<ImportReport> {
            refused->reset();
            auto report = import(session, now);
            if (report && (dryRun || !report->bad.empty())) {
                *refused = *report;
                return fail(ErrorCode::Cancelled, QStringLiteral("nothing was written"));
            }
            if (report) {
                report->written = true;
            }
            return report;
        });
    return written.then([refused](const Result<ImportReport>& report) -> Result<ImportReport> {
        return !report && *refused ? **refused : report;
    });
}

Future<ImportReport> Book::importPatients(const QByteArray& csv, bool dryRun)
{
    return take([csv](Session& session, base::Instant now) { return clinic::importPatients(session, csv, now); },
                dryRun);
}

Future<ImportReport> Book::importAppointments(const QByteArray& csv, bool dryRun)
{
    return take([csv](Session& session, base::Instant now) { return clinic::importAppointments(session, csv, now); },
                dryRun);
}

Future<ImportReport> Book::importAbsences(const QByteArray& calendar, const QString& doctor, bool keepVisits,
                                          bool dryRun)
{
    return take(
        [calendar, doctor, keepVisits](Session& session, base::Instant now) {
            return clinic::importAbsences(session, calendar, doctor, keepVisits, now);
        },
        dryRun);
}

Future<QByteArray> Book::exportPatients()
{
    return m_store.read([](Session& session) { return clinic::exportPatients(session); });
}

Future<QByteArray> Book::exportAppointments()
{
    return m_store.read([](Session& session) { return clinic::exportAppointments(session); });
}

Future<QByteArray> Book::exportCalendar(const QString& doctor)
{
    return m_store.read(
        [doctor, now = m_clock.now()](Session& session) { return clinic::exportCalendar(session, doctor, now); });
}

} // namespace delpek::clinic
