// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/holds.h"
#include "clinic/odoo/odoorecordsprivate.h"
#include "clinic/waitinglist.h"

namespace delpek::clinic::odoo
{

using base::Instant;

OdooRecords::OdooRecords(Transport& transport, store::Store& store, base::Clock& clock, Setup setup)
    : d(std::make_unique<Private>(transport, store, clock, std::move(setup)))
{
}

OdooRecords::~OdooRecords() = default;

Future<domain::ClinicInfo> OdooRecords::info()
{
    return d->run([d = d.get()] { return d->facts().map([](const KnownFacts& facts) { return facts->info; }); });
}

Future<std::vector<domain::Doctor>> OdooRecords::doctors()
{
    return d->run([d = d.get()] {
        return d->facts().map([](const KnownFacts& facts) {
            std::vector<domain::Doctor> doctors;
            for (const auto& one : facts->doctors) {
                doctors.push_back(one.doctor);
            }
            return doctors;
        });
    });
}

Future<std::vector<domain::Treatment>> OdooRecords::treatments()
{
    return d->run([d = d.get()] { return d->facts().map([](const KnownFacts& facts) { return facts->treatments; }); });
}

Future<std::vector<domain::Patient>> OdooRecords::findPatients(const domain::Phone& phone)
{
    return d->run([d = d.get(), phone] { return d->findPatients(phone); });
}

Future<domain::Patient> OdooRecords::patient(const QString& id)
{
    return d->run([d = d.get(), id] { return d->patient(id); });
}

Future<domain::Patient> OdooRecords::addPatient(const NewPatient& patient)
{
    return d->run([d = d.get(), patient] { return d->addPatient(patient); });
}

Future<std::vector<domain::Slot>> OdooRecords::freeSlots(const SlotQuery& query)
{
    return d->run([d = d.get(), query] { return d->freeSlots(query); });
}

Future<domain::Appointment> OdooRecords::book(const Booking& booking)
{
    return d->run([d = d.get(), booking] { return d->book(booking); });
}

Future<domain::Appointment> OdooRecords::move(const QString& appointment, const domain::Slot& to,
                                              const QString& reference, const QString& holder)
{
    return d->run(
        [d = d.get(), appointment, to, reference, holder] { return d->move(appointment, to, reference, holder); });
}

Future<Done> OdooRecords::cancel(const QString& appointment, const QString& reference)
{
    return d->run([d = d.get(), appointment, reference] { return d->cancel(appointment, reference); });
}

Future<std::vector<domain::Appointment>> OdooRecords::appointments(const QString& patient,
                                                                   const domain::LocalTime& from)
{
    return d->run([d = d.get(), patient, from] { return d->appointments(patient, from); });
}

Future<BookDays> OdooRecords::bookDays(QDate from, QDate to)
{
    return d->run([d = d.get(), from, to] { return d->bookDays(from, to); });
}

Future<std::vector<domain::Invoice>> OdooRecords::invoices(const QString& patient)
{
    return d->run([d = d.get(), patient] { return d->invoices(patient); });
}

Future<Done> OdooRecords::appendNote(const QString& patient, const domain::Note& note)
{
    return d->run([d = d.get(), patient, note] { return d->appendNote(patient, note); });
}

Future<Done> OdooRecords::hold(const std::vector<Hold>& offered)
{
    return d->run([d = d.get(), offered] { return d->hold(offered); });
}

Future<Done> OdooRecords::releaseHolds(const QString& holder)
{
    // Whose they are is all that counts: no zone is needed, and no Odoo.
    return d->store().write([holder, now = d->now()](store::Session& session) {
        return Holds(session, QTimeZone::utc(), now).release(holder);
    });
}

Future<std::vector<Hold>> OdooRecords::holds(QDate from, QDate to)
{
    return d->run([d = d.get(), from, to] { return d->holds(from, to); });
}

Future<Done> OdooRecords::joinWaitingList(const WaitingWish& wish)
{
    return d->store().write([wish](store::Session& session) { return WaitingList(session).join(wish); });
}

Future<std::vector<WaitingWish>> OdooRecords::waitingList()
{
    return d->store().read([](store::Session& session) { return WaitingList(session).all(); });
}

Future<Done> OdooRecords::leaveWaitingList(const QString& reference)
{
    return d->store().write([reference](store::Session& session) { return WaitingList(session).leave(reference); });
}

std::optional<Instant> OdooRecords::asOf() const
{
    return d->reads().asOf();
}

} // namespace delpek::clinic::odoo
