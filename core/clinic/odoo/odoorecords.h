// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "clinic/odoo/login.h"
#include "clinic/odoo/mapping.h"

namespace delpek::store
{
class Store;
}

namespace delpek::clinic::odoo
{

/// The clinic's records in an Odoo. Ids are those of its records, as text; holds, the waiting list and what was read
/// for bad times lie in our own store. Waits on threads of its own.
///
/// Nothing in Odoo stops two from taking the same time, so a visit is written first and looked at afterwards: where
/// another was there before (its record has the lower number), ours is given up (archived, never deleted) and the
/// answer is Conflict; where only later ones are there, we wait a moment and look again. Whoever commits last sees the
/// other, so one of them stays. Reading is live but for what rarely changes (`cacheAge`); while Odoo is away the last
/// answers are given, asOf() tells how old they are, and every change is Unavailable.
///
/// Beyond what ClinicRecords says: as in the built-in book, book() and move() give InvalidInput outside the hours, on
/// days off and in the past. Timeout means that the change may have happened: the same reference again tells.
class OdooRecords final : public ClinicRecords
{
public:
    struct Setup {
        std::optional<Mapping> mapping; ///< none: the first of `profiles` that fits
        std::vector<Mapping> profiles;
        QString region = QStringLiteral("IL");             ///< of numbers without a country code
        base::Duration cacheAge = std::chrono::minutes(5); ///< doctors, hours, treatments, who has which number
        base::Duration outageAge = std::chrono::hours(12); ///< the oldest that is given while Odoo is away
        base::Duration pause = std::chrono::seconds(1);    ///< before a visit is looked at again
        int workers = 4;
        /// Who we are there; empty: nobody in particular, of Odoo 17.
        std::function<Future<Session>()> session;
    };

    /// `transport`, `store` and `clock` outlive it.
    OdooRecords(Transport& transport, store::Store& store, base::Clock& clock, Setup setup);
    /// What is under way ends with Cancelled.
    ~OdooRecords() override;

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
    std::optional<base::Instant> asOf() const override;

    class Private; ///< named here for its helpers only

private:
    std::unique_ptr<Private> d;
};

} // namespace delpek::clinic::odoo
