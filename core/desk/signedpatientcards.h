// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/patientcards.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The cards, for whoever is signed in. The local ones note themselves who changed what.
class SignedPatientCards final : public PatientCards
{
public:
    explicit SignedPatientCards(SignedActs& acts)
        : m_acts(acts)
    {
    }

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
    SignedActs& m_acts;
};

} // namespace delpek::desk
