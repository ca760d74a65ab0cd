// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/clinicfacts.h"
#include "agent/tool.h"
#include "domain/decision.h"

// What stands in for the clinic while a turn is run again: what its decision recorded, and nothing else.

namespace delpek::agent
{

/// Gives the facts, or the error that the turn met; of the patients on the phone their number and, of one alone, the
/// flags. Everything else is Forbidden.
class RecordedRecords final : public clinic::ClinicRecords
{
public:
    /// `context` is the decision's step of that kind.
    RecordedRecords(ClinicFacts facts, const domain::DecisionStep& context);

    Future<domain::ClinicInfo> info() override;
    Future<std::vector<domain::Doctor>> doctors() override;
    Future<std::vector<domain::Treatment>> treatments() override;
    Future<std::vector<domain::Patient>> findPatients(const domain::Phone& phone) override;
    std::optional<base::Instant> asOf() const override { return m_asOf; }

    Future<domain::Patient> patient(const QString& id) override;
    Future<domain::Patient> addPatient(const clinic::NewPatient& patient) override;
    Future<std::vector<domain::Slot>> freeSlots(const clinic::SlotQuery& query) override;
    Future<domain::Appointment> book(const clinic::Booking& booking) override;
    Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to, const QString& reference,
                                     const QString& holder) override;
    Future<Done> cancel(const QString& appointment, const QString& reference) override;
    Future<std::vector<domain::Appointment>> appointments(const QString& patient,
                                                          const domain::LocalTime& from) override;
    Future<clinic::BookDays> bookDays(QDate from, QDate to) override;
    Future<std::vector<domain::Invoice>> invoices(const QString& patient) override;
    Future<Done> appendNote(const QString& patient, const domain::Note& note) override;
    Future<Done> hold(const std::vector<clinic::Hold>& offered) override;
    Future<Done> releaseHolds(const QString& holder) override;
    Future<std::vector<clinic::Hold>> holds(QDate from, QDate to) override;
    Future<Done> joinWaitingList(const clinic::WaitingWish& wish) override;
    Future<std::vector<clinic::WaitingWish>> waitingList() override;
    Future<Done> leaveWaitingList(const QString& reference) override;

private:
    ClinicFacts m_facts;
    std::optional<Error> m_error;
    std::optional<base::Instant> m_asOf;
    std::vector<domain::Patient> m_patients;
};

/// The tool calls of a decision with their results, each given once.
class RecordedCalls
{
public:
    explicit RecordedCalls(const domain::Decision& decision);
    /// Unavailable, and noted, for a call that was not made then.
    Result<base::Json> take(const QString& tool, const base::Json& arguments);
    const QStringList& unknown() const { return m_unknown; }

private:
    struct Call {
        QString tool;
        base::Json arguments; ///< identity left out
        Result<base::Json> result;
        bool taken = false;
    };
    std::vector<Call> m_calls;
    QStringList m_unknown;
};

/// All of clinicTools() by name, kind and schema; what they give are the recorded results. Outlived by `calls`.
std::map<QString, std::unique_ptr<Tool>> recordedTools(RecordedCalls& calls);

} // namespace delpek::agent
