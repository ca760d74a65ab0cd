// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/builtinrecords.h"

#include "base/cutpoint.h"
#include "clinic/builtin/bookwriter.h"
#include "clinic/holds.h"
#include "clinic/waitinglist.h"
#include "store/store.h"

namespace delpek::clinic
{

using store::Session;

namespace
{

/// The doctors whose visits a search needs: rows are what it costs.
QStringList whoMatters(const Diary& diary, const SlotQuery& query)
{
    QStringList ids;
    for (const auto& doctor : diary.doctors) {
        if ((query.doctor.isEmpty() || doctor.id == query.doctor) && doctor.treatments.contains(query.treatment)) {
            ids << doctor.id;
        }
    }
    return ids;
}

} // namespace

Future<Done> BuiltinRecords::import(ClinicFile file, ImportMode mode)
{
    return m_store.write([file = std::move(file), mode](Session& session) { return importBook(session, file, mode); });
}

Future<std::vector<domain::Appointment>> BuiltinRecords::allAppointments()
{
    return m_store.read([](Session& session) { return BookReader(session).allAppointments(); });
}

Future<domain::ClinicInfo> BuiltinRecords::info()
{
    return m_store.read([](Session& session) { return BookReader(session).info(); });
}

Future<std::vector<domain::Doctor>> BuiltinRecords::doctors()
{
    return m_store.read([](Session& session) { return BookReader(session).doctors(); });
}

Future<std::vector<domain::Treatment>> BuiltinRecords::treatments()
{
    return m_store.read([](Session& session) { return BookReader(session).treatments(); });
}

Future<std::vector<domain::Patient>> BuiltinRecords::findPatients(const domain::Phone& phone)
{
    return m_store.read([phone](Session& session) { return BookReader(session).patientsByPhone(phone.e164()); });
}

Future<domain::Patient> BuiltinRecords::patient(const QString& id)
{
    return m_store.read([id](Session& session) { return BookReader(session).patient(id); });
}

Future<domain::Patient> BuiltinRecords::addPatient(const NewPatient& patient)
{
    return m_store.write(
        [patient, now = m_clock.now()](Session& session) { return BookWriter(session, now).addPatient(patient); });
}

Future<std::vector<domain::Slot>> BuiltinRecords::freeSlots(const SlotQuery& query)
{
    return m_store.read([query, now = m_clock.now()](Session& session) -> Result<std::vector<domain::Slot>> {
        const auto [first, last] = searchedDays(query);
        BookReader reader(session);
        const auto diary = reader.diary(first, last, query.holder, now);
        if (!diary) {
            return fail(diary.error());
        }
        return clinic::freeSlots(*diary, query, [&](QDate from, QDate to) {
            return reader.taken(whoMatters(*diary, query), from, to, diary->zone);
        });
    });
}

Future<domain::Appointment> BuiltinRecords::book(const Booking& booking)
{
    return m_store
        .write([booking, now = m_clock.now()](Session& session) {
            auto visit = BookWriter(session, now).book(booking);
            base::cutPoint("book.before-commit");
            return visit;
        })
        .then([](const Result<domain::Appointment>& visit) -> Result<domain::Appointment> {
            base::cutPoint("book.after-commit");
            return visit;
        });
}

Future<domain::Appointment> BuiltinRecords::move(const QString& appointment, const domain::Slot& to,
                                                 const QString& reference, const QString& holder)
{
    return m_store.write([appointment, to, reference, holder, now = m_clock.now()](Session& session) {
        return BookWriter(session, now).move(appointment, to, reference, holder);
    });
}

Future<Done> BuiltinRecords::cancel(const QString& appointment, const QString& reference)
{
    return m_store.write([appointment, reference, now = m_clock.now()](Session& session) {
        return BookWriter(session, now).cancel(appointment, reference);
    });
}

Future<std::vector<domain::Appointment>> BuiltinRecords::appointments(const QString& patient,
                                                                      const domain::LocalTime& from)
{
    return m_store.read([patient, from](Session& session) { return BookReader(session).appointments(patient, from); });
}

Future<BookDays> BuiltinRecords::bookDays(QDate from, QDate to)
{
    return m_store.read([from, to](Session& session) { return BookReader(session).bookDays(from, to); });
}

Future<std::vector<domain::Invoice>> BuiltinRecords::invoices(const QString& patient)
{
    return m_store.read([patient](Session& session) { return BookReader(session).invoices(patient); });
}

Future<Done> BuiltinRecords::appendNote(const QString& patient, const domain::Note& note)
{
    return m_store.write([patient, note, now = m_clock.now()](Session& session) {
        return BookWriter(session, now).appendNote(patient, note);
    });
}

Future<Done> BuiltinRecords::hold(const std::vector<Hold>& offered)
{
    return m_store.write(
        [offered, now = m_clock.now()](Session& session) { return BookWriter(session, now).hold(offered); });
}

Future<Done> BuiltinRecords::releaseHolds(const QString& holder)
{
    return m_store.write(
        [holder, now = m_clock.now()](Session& session) { return BookWriter(session, now).releaseHolds(holder); });
}

Future<std::vector<Hold>> BuiltinRecords::holds(QDate from, QDate to)
{
    return m_store.read([from, to, now = m_clock.now()](Session& session) -> Result<std::vector<Hold>> {
        const auto info = BookReader(session).info();
        if (!info) {
            return fail(info.error());
        }
        return Holds(session, info->zone, now).between(from, to);
    });
}

Future<Done> BuiltinRecords::joinWaitingList(const WaitingWish& wish)
{
    return m_store.write([wish](Session& session) { return WaitingList(session).join(wish); });
}

Future<std::vector<WaitingWish>> BuiltinRecords::waitingList()
{
    return m_store.read([](Session& session) { return WaitingList(session).all(); });
}

Future<Done> BuiltinRecords::leaveWaitingList(const QString& reference)
{
    return m_store.write([reference](Session& session) { return WaitingList(session).leave(reference); });
}

} // namespace delpek::clinic
