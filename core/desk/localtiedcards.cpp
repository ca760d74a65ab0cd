// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/patienteditor.h"
#include "clinic/builtin/patientmerge.h"
#include "desk/localpatientcards.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/tiedcards.h"

#include <algorithm>

// The part of LocalPatientCards about cards and conversations: whose card stands beside which, and where its patient
// writes.

namespace delpek::desk
{

using domain::Patient;
using store::Session;

namespace
{

std::vector<domain::Phone> phoneOf(const Patient& card)
{
    return card.phone ? std::vector{*card.phone} : std::vector<domain::Phone>();
}

Result<std::vector<domain::Conversation>> writtenTo(Session& session, const std::vector<domain::Phone>& phones,
                                                    const QStringList& cards)
{
    store::Conversations conversations(session);
    auto ids = store::TiedCards(session).conversationsOf(cards);
    for (const auto& phone : phones) {
        const auto more = ids ? conversations.withPhone(phone) : fail(ids.error());
        if (!more) {
            return fail(more.error());
        }
        ids->insert(ids->end(), more->begin(), more->end());
    }
    if (!ids) {
        return fail(ids.error());
    }
    std::ranges::sort(*ids, {}, &domain::ConversationId::value);
    ids->erase(std::ranges::unique(*ids).begin(), ids->end());
    std::vector<domain::Conversation> found;
    for (const auto id : *ids) {
        auto conversation = conversations.find(id);
        if (!conversation) {
            return fail(conversation.error());
        }
        found.push_back(std::move(*conversation));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &domain::Conversation::lastActivity);
    return found;
}

} // namespace

Future<std::vector<Patient>> LocalPatientCards::lookFor(const QString& text)
{
    if (m_setup.ownBook || text.simplified().isEmpty()) {
        return m_setup.ownBook ? find(text) : base::ready(Result<std::vector<Patient>>(std::vector<Patient>()));
    }
    const auto phone = domain::Phone::parse(text, m_setup.region);
    return phone ? m_records.findPatients(*phone)
                 : base::ready<std::vector<Patient>>(fail(ErrorCode::Unsupported,
                                                          QStringLiteral("cards are found by a phone number there"),
                                                          QStringLiteral("cards.byPhone")));
}

Future<Done> LocalPatientCards::noteTied(domain::ConversationId id, const QString& patient)
{
    return m_store.write([=, now = m_clock.now(), staff = m_staff](Session& session) -> Result<Done> {
        const auto tied = store::TiedCards(session).tie(id, patient, staff, now);
        if (!tied || !*tied) {
            return tied.map([](bool) { return Done{}; });
        }
        return store::AuditLog(session).append(staff, QStringLiteral("card.tied"), QStringLiteral("patient:") + patient,
                                               QStringLiteral("conversation:%1").arg(id.value), now);
    });
}

Future<Done> LocalPatientCards::tie(domain::ConversationId id, const QString& patient)
{
    // It is there, and by the id that it has now.
    return m_records.patient(patient).then([this, id](const Result<Patient>& card) {
        return card ? noteTied(id, card->id) : base::ready<Done>(fail(card.error()));
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

Future<std::vector<domain::Conversation>> LocalPatientCards::conversationsOf(const QString& patient)
{
    using Found = std::vector<domain::Conversation>;
    return m_records.patient(patient).then([this](const Result<Patient>& card) {
        if (!card) {
            return base::ready<Found>(fail(card.error()));
        }
        return m_store.read(
            [card = *card, ownBook = m_setup.ownBook, now = m_clock.now(), staff = m_staff](Session& session) {
                return ownBook ? clinic::PatientMerge(session, now, staff)
                                     .cardsOf(card.id)
                                     .and_then([&](const QStringList& ids) {
                                         return clinic::PatientEditor(session, now, staff)
                                             .entry(card.id)
                                             .and_then([&](const clinic::PatientEntry& entry) {
                                                 return writtenTo(session, entry.card.phones, ids);
                                             });
                                     })
                               : writtenTo(session, phoneOf(card), {card.id});
            });
    });
}

Future<Patient> LocalPatientCards::add(domain::ConversationId id, const NewCard& card)
{
    if (card.name.he.simplified().isEmpty() && card.name.en.simplified().isEmpty()) {
        return base::ready<Patient>(fail(ErrorCode::InvalidInput, QStringLiteral("a new patient needs a name"),
                                         QStringLiteral("clinic.no-name")));
    }
    clinic::NewPatient wanted{card.reference, card.name, {}, card.birthDate, card.gender, card.language};
    if (!card.phone.simplified().isEmpty()) {
        const auto phone = domain::Phone::parse(card.phone, m_setup.region);
        if (!phone) {
            return base::ready<Patient>(fail(phone.error()));
        }
        wanted.phone = *phone;
    }
    return m_records.info().then([this, id, wanted](const Result<domain::ClinicInfo>& info) {
        if (!info) {
            return base::ready<Patient>(fail(info.error()));
        }
        if (wanted.birthDate.isValid() && wanted.birthDate > domain::toLocal(m_clock.now(), info->zone).date) {
            return base::ready<Patient>(fail(ErrorCode::InvalidInput, QStringLiteral("the birth date is ahead"),
                                             QStringLiteral("cards.birthAhead")));
        }
        // Noted before it is done, as every change is: between the two a process may end.
        const QString where = id.isValid() ? QStringLiteral("conversation:%1").arg(id.value) : QStringLiteral("book");
        const auto noted = m_store.write([where, now = m_clock.now(), staff = m_staff](Session& session) {
            return store::AuditLog(session).append(staff, QStringLiteral("card.added"), where, {}, now);
        });
        return noted.then([this, id, wanted](const Result<Done>& isNoted) {
            if (!isNoted) {
                return base::ready<Patient>(fail(isNoted.error()));
            }
            return m_records.addPatient(wanted).then([this, id](const Result<Patient>& made) {
                if (!made || !id.isValid()) {
                    return base::ready(made);
                }
                return noteTied(id, made->id).then([patient = *made](const Result<Done>& tied) {
                    return tied.map([&](Done) { return patient; });
                });
            });
        });
    });
}

} // namespace delpek::desk
