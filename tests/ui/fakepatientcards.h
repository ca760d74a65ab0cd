// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/patientcards.h"

#include <map>

namespace delpek::test
{

/// Cards in memory: those of a mother and her son behind the demo's booking, one in an Odoo behind the question for the
/// doctor, one that may be the mother's, too. Answers at once, on the calling thread.
class FakePatientCards final : public desk::PatientCards
{
public:
    FakePatientCards();

    Future<desk::PhoneRecords> of(domain::ConversationId id) override;
    Future<desk::PatientRecord> record(const QString& patient) override;
    Future<std::vector<domain::Conversation>> conversationsOf(const QString& patient) override;
    Future<std::vector<domain::Patient>> find(const QString& text) override;
    Future<std::vector<domain::Patient>> lookFor(const QString& text) override;
    Future<Done> tie(domain::ConversationId id, const QString& patient) override;
    Future<Done> untie(domain::ConversationId id, const QString& patient) override;
    Future<domain::Patient> add(domain::ConversationId id, const desk::NewCard& card) override;
    Future<qint64> join(const QString& kept, const QString& joined) override;
    Future<Done> separate(qint64 joining) override;
    Future<Done> keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other) override;
    Future<QString> makeCode(const QString& patient, base::Duration holds) override;
    Future<int> endCodes(const QString& patient) override;

    // What a test turns.
    std::map<domain::ConversationId, desk::PhoneRecords> phones;
    std::vector<desk::PatientRecord> elsewhere; ///< cards of other phones
    std::optional<Error> failure;               ///< every call fails with this until it is taken away
    QStringList joinings;                       ///< "kept<joined"
    QStringList apart;                          ///< "conversation patient|other"
    std::map<domain::ConversationId, std::vector<domain::TiedCard>> tied;
    std::vector<desk::NewCard> added;
    std::map<QString, std::vector<domain::Conversation>> writes; ///< where a patient writes
    QStringList references; ///< of every card that was asked for, also where it failed
    base::Instant now;

    desk::PatientRecord* at(const QString& patient);

private:
    template <typename T>
    Future<T> answer(Result<T> value) const
    {
        return failure ? base::ready(Result<T>(fail(*failure))) : base::ready(std::move(value));
    }

    qint64 m_next = 10;
};

} // namespace delpek::test
