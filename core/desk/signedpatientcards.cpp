// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedpatientcards.h"

#include "desk/desk.h"

namespace delpek::desk
{

using domain::Right;

Future<PhoneRecords> SignedPatientCards::of(domain::ConversationId id)
{
    m_acts.noteRead(QStringLiteral("record.read"), QStringLiteral("conversation:%1").arg(id.value));
    return m_acts.run<PhoneRecords>(Right::See, [&](Desk& desk) { return desk.patientCards().of(id); });
}

Future<PatientRecord> SignedPatientCards::record(const QString& patient)
{
    m_acts.noteRead(QStringLiteral("record.read"), QStringLiteral("patient:") + patient);
    return m_acts.run<PatientRecord>(Right::See, [&](Desk& desk) { return desk.patientCards().record(patient); });
}

Future<std::vector<domain::Conversation>> SignedPatientCards::conversationsOf(const QString& patient)
{
    m_acts.noteRead(QStringLiteral("record.read"), QStringLiteral("patient:") + patient);
    return m_acts.run<std::vector<domain::Conversation>>(
        Right::See, [&](Desk& desk) { return desk.patientCards().conversationsOf(patient); });
}

Future<std::vector<domain::Patient>> SignedPatientCards::find(const QString& text)
{
    // What was looked for is somebody's name or number: that somebody looked is noted, not for whom.
    if (m_acts.signIn().mayDo(Right::ManageClinic)) {
        m_acts.noteRead(QStringLiteral("card.search"), QStringLiteral("book"));
    }
    return m_acts.run<std::vector<domain::Patient>>(Right::ManageClinic,
                                                    [&](Desk& desk) { return desk.patientCards().find(text); });
}

Future<std::vector<domain::Patient>> SignedPatientCards::lookFor(const QString& text)
{
    if (m_acts.signIn().mayDo(Right::KeepBook)) {
        m_acts.noteRead(QStringLiteral("card.search"), QStringLiteral("book"));
    }
    return m_acts.run<std::vector<domain::Patient>>(Right::KeepBook,
                                                    [&](Desk& desk) { return desk.patientCards().lookFor(text); });
}

Future<Done> SignedPatientCards::tie(domain::ConversationId id, const QString& patient)
{
    return m_acts.run<Done>(Right::KeepBook, [&](Desk& desk) { return desk.patientCards().tie(id, patient); });
}

Future<Done> SignedPatientCards::untie(domain::ConversationId id, const QString& patient)
{
    return m_acts.run<Done>(Right::KeepBook, [&](Desk& desk) { return desk.patientCards().untie(id, patient); });
}

Future<domain::Patient> SignedPatientCards::add(domain::ConversationId id, const NewCard& card)
{
    return m_acts.run<domain::Patient>(Right::KeepBook, [&](Desk& desk) { return desk.patientCards().add(id, card); });
}

Future<qint64> SignedPatientCards::join(const QString& kept, const QString& joined)
{
    return m_acts.run<qint64>(Right::ManageClinic, [&](Desk& desk) { return desk.patientCards().join(kept, joined); });
}

Future<Done> SignedPatientCards::separate(qint64 joining)
{
    return m_acts.run<Done>(Right::ManageClinic, [&](Desk& desk) { return desk.patientCards().separate(joining); });
}

Future<Done> SignedPatientCards::keepApart(domain::ConversationId seenIn, const QString& patient, const QString& other)
{
    return m_acts.run<Done>(Right::KeepBook,
                            [&](Desk& desk) { return desk.patientCards().keepApart(seenIn, patient, other); });
}

Future<QString> SignedPatientCards::makeCode(const QString& patient, base::Duration holds)
{
    return m_acts.run<QString>(Right::KeepBook,
                               [&](Desk& desk) { return desk.patientCards().makeCode(patient, holds); });
}

Future<int> SignedPatientCards::endCodes(const QString& patient)
{
    return m_acts.run<int>(Right::KeepBook, [&](Desk& desk) { return desk.patientCards().endCodes(patient); });
}

} // namespace delpek::desk
