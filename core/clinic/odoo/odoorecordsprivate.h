// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "clinic/odoo/odoorecords.h"
#include "clinic/odoo/odoorecordsfacts.h"
#include "store/store.h"

#include <set>

namespace delpek::clinic::odoo
{

using KnownFacts = std::shared_ptr<const Facts>;

/// What OdooRecords does, written straight down for its workers: everything here waits.
class OdooRecords::Private
{
public:
    Private(Transport& transport, store::Store& store, base::Clock& clock, Setup setup);
    ~Private();

    /// Runs `work` (`Result<T>()`) on a worker.
    template <typename Work>
    auto run(Work work) -> Future<typename std::invoke_result_t<Work>::value_type>
    {
        using T = typename std::invoke_result_t<Work>::value_type;
        auto promise = std::make_shared<Promise<T>>();
        auto future = promise->future();
        m_workers.post([promise, work = std::move(work)]() mutable { promise->finish(work()); });
        return future;
    }

    // Reading (odoorecordsreading.cpp).
    Result<KnownFacts> facts();
    Result<std::vector<domain::Patient>> findPatients(const domain::Phone& phone);
    Result<domain::Patient> patient(const QString& id);
    Result<std::vector<domain::Slot>> freeSlots(const SlotQuery& query);
    Result<std::vector<domain::Appointment>> appointments(const QString& patient, const domain::LocalTime& from);
    Result<BookDays> bookDays(QDate from, QDate to);
    Result<std::vector<domain::Invoice>> invoices(const QString& patient);
    Result<Done> hold(const std::vector<Hold>& offered);
    Result<std::vector<Hold>> holds(QDate from, QDate to);

    // Patients and notes (odoorecordspatients.cpp).
    Result<domain::Patient> addPatient(const NewPatient& wanted);
    Result<Done> appendNote(const QString& patient, const domain::Note& note);

    // Visits (odoorecordsbook.cpp, odoorecordsvisits.cpp).
    Result<domain::Appointment> book(const Booking& booking);
    Result<domain::Appointment> move(const QString& appointment, const domain::Slot& to, const QString& reference,
                                     const QString& holder);
    Result<Done> cancel(const QString& appointment, const QString& reference);

    base::Cancel cancelled() const { return m_stop.get_token(); }
    CachedReads& reads() { return m_reads; }
    Attempts& attempts() { return m_attempts; }
    const Setup& setup() const { return m_setup; }
    base::Instant now() const { return m_clock.now(); }
    store::Store& store() { return m_store; }
    /// Lets the clock go on a little, no thread sleeping.
    Result<Done> pause();
    /// Carries out a `create` of one record, once by its external id where the server takes such; gives the record's
    /// id. `links`: the fields that hold the id of one record. Without an external id: a plain create.
    Result<qint64> createOnce(const Call& create, const QStringList& links, const QString& externalId);
    /// One patient's row, from what was read lately where possible. NotFound for a number nobody has.
    Result<base::Json> patientRow(const Facts& facts, qint64 id);
    Result<Done> checkSlot(const Facts& facts, const domain::Slot& slot);
    Result<Done> checkChangeable(const Visit& visit);
    Result<Done> checkHolds(const Facts& facts, const domain::Slot& slot, const QString& holder);
    Result<Done> endHolds(const Facts& facts, const domain::Slot& slot);

private:
    Result<odoo::Session> whoWeAre();
    bool mayLoad();
    Result<bool> isLoadOpen(const QString& model);
    void loadIsClosed();
    /// Who takes part in what the server hides of visits: unknown counts as everybody.
    void completeAttendees(const Facts& facts, std::vector<Visit>& visits);
    Result<Facts> readAllFacts();
    Result<std::vector<Visit>> busyVisits(const Facts& facts, QDate first, QDate last, base::Duration age);
    void addVisits(const Facts& facts, Diary& diary, const std::vector<Visit>& visits) const;
    /// The names of these patients, as far as they can be read.
    std::map<QString, domain::Bilingual> namesOf(const Facts& facts, const std::set<qint64>& patients);
    void rememberPatient(const base::Json& row);

    store::Store& m_store;
    base::Clock& m_clock;
    Setup m_setup;
    MappingChoice m_choice;
    CachedReads m_reads;
    Attempts m_attempts;
    std::stop_source m_stop;
    std::mutex m_loading; ///< one reads the facts, the others wait for it
    KnownFacts m_facts;
    std::mutex m_mutex; ///< guards what follows
    std::map<qint64, std::pair<base::Json, base::Instant>> m_patients;
    std::optional<base::Instant> m_loadRefusedAt;
    base::Workers m_workers; ///< last: ends first
};

/// The number of a record; NotFound for what cannot be one.
Result<qint64> recordNumber(const QString& id, const char* what);

} // namespace delpek::clinic::odoo
