// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "clinic/clinicrecords.h"
#include "desk/patientcards.h"
#include "store/store.h"

namespace delpek::desk
{

/// Cards of whoever keeps the records; joining and its undoing in the built-in book. References outlive it.
class LocalPatientCards final : public PatientCards
{
public:
    struct Setup {
        bool ownBook = false;
        std::function<QUrl(const QString& patient)> link = {};
        QString region = QStringLiteral("IL"); ///< where numbers without a country code belong
    };

    LocalPatientCards(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff,
                      Setup setup);

    Future<PhoneRecords> of(domain::ConversationId id) override;
    Future<PatientRecord> record(const QString& patient) override;
    Future<std::vector<domain::Conversation>> conversationsOf(const QString& patient) override;
    Future<std::vector<domain::Patient>> find(const QString& text) override;
    Future<std::vector<domain::Patient>> lookFor(const QString& text) override;
    Future<Done> tie(domain::ConversationId id, const QString& patient) override;
    Future<Done> untie(domain::ConversationId id, const QString& patient) override;
    Future<domain::Patient> add(domain::ConversationId id, const NewCard& card) override;
    Future<qint64> join(const QString& kept, const QString& joined) override;
    Future<Done> separate(qint64 joining) override;
    Future<Done> keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other) override;
    Future<QString> makeCode(const QString& patient, base::Duration holds) override;
    Future<int> endCodes(const QString& patient) override;

private:
    Future<PhoneRecords> read(const QStringList& patients);
    Future<Done> noteTied(domain::ConversationId id, const QString& patient);
    Result<QStringList> idsOf(const QString& patient);

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    QString m_staff;
    Setup m_setup;
    base::Workers m_worker{1}; ///< the last member: it ends first
};

} // namespace delpek::desk
