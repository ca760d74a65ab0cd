// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "clinic/builtin/bookimport.h"
#include "clinic/clinicrecords.h"

namespace delpek::store
{
class Store;
}

namespace delpek::clinic
{

/// The clinic's records kept in our own store, for clinics without Odoo: the appointment book, patients, invoices.
/// Several processes may work on one PostgreSQL: a time is never given away twice. `store` and `clock` outlive it.
///
/// Beyond what ClinicRecords says: book() and move() give InvalidInput outside the hours of clinic or doctor, on closed
/// days and in the past, and Conflict also when the patient has another visit then. Visits that have begun can be
/// neither moved nor cancelled (InvalidInput). A cancelled visit stays as history; to move or cancel it is Conflict,
/// except with the reference that did it. An empty reference is a change that nobody repeats. Invoices come newest
/// first, of any state (drafts too). Until the first import everything gives NotFound or is empty.
class BuiltinRecords final : public ClinicRecords
{
public:
    BuiltinRecords(store::Store& store, const base::Clock& clock)
        : m_store(store)
        , m_clock(clock)
    {
    }

    /// See importBook(). Nothing is loaded when it fails.
    Future<Done> import(ClinicFile file, ImportMode mode = ImportMode::EmptyOnly);
    /// Every visit, cancelled ones too, in order of start.
    Future<std::vector<domain::Appointment>> allAppointments();

    Future<domain::ClinicInfo> info() override;
    Future<std::vector<domain::Doctor>> doctors() override;
    Future<std::vector<domain::Treatment>> treatments() override;
    Future<std::vector<domain::Patient>> findPatients(const domain::Phone& phone) override;
    Future<domain::Patient> patient(const QString& id) override;
    Future<domain::Patient> addPatient(const NewPatient& patient) override;
    Future<std::vector<domain::Slot>> freeSlots(const SlotQuery& query) override;
    Future<domain::Appointment> book(const Booking& booking) override;
    Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to, const QString& reference,
                                     const QString& holder = {}) override;
    Future<Done> cancel(const QString& appointment, const QString& reference) override;
    Future<std::vector<domain::Appointment>> appointments(const QString& patient,
                                                          const domain::LocalTime& from) override;
    Future<BookDays> bookDays(QDate from, QDate to) override;
    Future<std::vector<domain::Invoice>> invoices(const QString& patient) override;
    Future<Done> appendNote(const QString& patient, const domain::Note& note) override;
    Future<Done> hold(const std::vector<Hold>& offered) override;
    Future<Done> releaseHolds(const QString& holder) override;
    Future<std::vector<Hold>> holds(QDate from, QDate to) override;
    Future<Done> joinWaitingList(const WaitingWish& wish) override;
    Future<std::vector<WaitingWish>> waitingList() override;
    Future<Done> leaveWaitingList(const QString& reference) override;

private:
    store::Store& m_store;
    const base::Clock& m_clock;
};

} // namespace delpek::clinic
