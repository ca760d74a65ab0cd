// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"

namespace delpek::clinic
{

/// Records that fail on demand, for simulations and tests: passes calls to others unless `fault` names an error.
/// With Timeout a change is carried out and only its answer is lost, which is what makes timeouts hard; any other error
/// leaves the records untouched. `fault` is asked once for each call on the calling thread; what it takes is how slow
/// the records are. Outlived by `inner`.
class FaultyRecords final : public ClinicRecords
{
public:
    using Fault = std::function<std::optional<Error>()>;
    using Cached = std::function<std::optional<base::Instant>()>;

    /// While `cached` names a moment, reads answer as out of a cache of it and no change reaches the records
    /// (Unavailable).
    FaultyRecords(ClinicRecords& inner, Fault fault, Cached cached = {})
        : m_inner(inner)
        , m_fault(std::move(fault))
        , m_cached(std::move(cached))
    {
    }

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

private:
    template <typename Call>
    std::invoke_result_t<Call> reading(Call call);
    template <typename Call>
    std::invoke_result_t<Call> changing(Call call);
    /// What is kept in our own store whoever keeps the records: a cache does not touch it.
    template <typename Call>
    std::invoke_result_t<Call> keeping(Call call);

    ClinicRecords& m_inner;
    Fault m_fault;
    Cached m_cached;
};

} // namespace delpek::clinic
