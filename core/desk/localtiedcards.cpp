// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patientmerge.h"
#include "desk/localpatientcards.h"
#include "store/auditlog.h"
#include "store/tiedcards.h"

// The part of LocalPatientCards that finds and makes the card of whoever writes, and ties it to the conversation.

namespace delpek::desk
{

using domain::Patient;
using store::Session;

Future<std::vector<Patient>> LocalPatientCards::lookFor(const QString& text)
{
    if (m_setup.ownBook || text.simplified().isEmpty()) {
        return m_setup.ownBook ? find(text) : base::ready(Result<std::vector<Patient>>(std::vector<Patient>()));
    }
    const auto phone = domain::Phone::parse(text);
    return phone ? m_records.findPatients(*phone)
                 : base::ready<std::vector<Patient>>(fail(ErrorCode::Unsupported,
                                                          QStringLiteral("cards are found by a phone number there"),
                                                          QStringLiteral("cards.byPhone")));
}

Future<Done> LocalPatientCards::noteTied(domain::ConversationId id, const QString& patient, bool isNew)
{
    return m_store.write([=, now = m_clock.now(), staff = m_staff](Session& session) -> Result<Done> {
        const auto note = [&](const char* action) {
            return store::AuditLog(session).append(staff, QLatin1String(action), QStringLiteral("patient:") + patient,
                                                   QStringLiteral("conversation:%1").arg(id.value), now);
        };
        const auto tied = store::TiedCards(session).tie(id, patient, staff, now);
        if (!tied || !*tied) {
            return tied.map([](bool) { return Done{}; });
        }
        return (isNew ? note("card.added") : Result<Done>(Done{})).and_then([&](Done) { return note("card.tied"); });
    });
}

Future<Done> LocalPatientCards::tie(domain::ConversationId id, const QString& patient)
{
    // It is there, and by the id that it has now.
    return m_records.patient(patient).then([this, id](const Result<Patient>& card) {
        return card ? noteTied(id, card->id, false) : base::ready<Done>(fail(card.error()));
    });
}

Future<Done> LocalPatientCards::untie(domain::ConversationId id, const QString& patient)
{
    const auto joined = [this](Session& session, const QString& card) {
        return m_setup.ownBook ? clinic::PatientMerge(session, m_clock.now(), m_staff).cardsOf(card)
                               : Result<QStringList>(QStringList{card});
    };
    return m_store.write([=, now = m_clock.now(), staff = m_staff](Session& session) -> Result<Done> {
        // Tied by the id of a card that was joined with this one since.
        const auto ids = joined(session, patient);
        if (!ids) {
            return fail(ids.error());
        }
        bool isUntied = false;
        for (const auto& one : *ids) {
            const auto gone = store::TiedCards(session).untie(id, one);
            if (!gone) {
                return fail(gone.error());
            }
            isUntied = isUntied || *gone;
        }
        return isUntied ? store::AuditLog(session).append(staff, QStringLiteral("card.untied"),
                                                          QStringLiteral("patient:") + patient,
                                                          QStringLiteral("conversation:%1").arg(id.value), now)
                        : Result<Done>(Done{});
    });
}

Future<Patient> LocalPatientCards::add(domain::ConversationId id, const NewCard& card)
{
    return m_records.info().then([this, id, card](const Result<domain::ClinicInfo>& info) {
        if (!info) {
            return base::ready<Patient>(fail(info.error()));
        }
        if (card.birthDate.isValid() && card.birthDate > domain::toLocal(m_clock.now(), info->zone).date) {
            return base::ready<Patient>(fail(ErrorCode::InvalidInput, QStringLiteral("the birth date is ahead"),
                                             QStringLiteral("cards.birthAhead")));
        }
        const clinic::NewPatient wanted{card.reference, card.name,   card.phone,
                                        card.birthDate, card.gender, card.language};
        return m_records.addPatient(wanted).then([this, id](const Result<Patient>& made) {
            if (!made) {
                return base::ready<Patient>(fail(made.error()));
            }
            return noteTied(id, made->id, true).then([patient = *made](const Result<Done>& tied) {
                return tied.map([&](Done) { return patient; });
            });
        });
    });
}

} // namespace delpek::desk
