// SPDX-License-Identifier: GPL-3.0-or-later
// Escalations at the desk on the store of this process.
#include "desk/clinicalconsent.h"
#include "desk/escalations.h"
#include "desk/localdesk.h"
#include "desk/whowrites.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/tiedcards.h"
#include "store/transcripts.h"

namespace delpek::desk
{

using store::Session;

Future<std::vector<domain::Escalation>> LocalDesk::escalations(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::Escalations(session).ofConversation(id); });
}

Future<std::vector<domain::Escalation>> LocalDesk::openEscalations()
{
    return m_store.read([](Session& session) { return store::Escalations(session).openOnes(200); });
}

Future<std::vector<domain::Escalation>> LocalDesk::closedEscalations(int limit)
{
    return m_store.read([limit](Session& session) { return store::Escalations(session).closedOnes(limit); });
}

/// What the thread says: facts, flags and the answers that fit.
void LocalDesk::readThread(domain::EscalationCard& card, const QStringList& words) const
{
    for (const QString& rule : card.escalation.rules) {
        safety::TriageResult raised;
        raised.hits.push_back({rule, safety::Tier::R, domain::Urgency::Routine, {}});
        card.flags += agent::flagsIn(raised);
    }
    if (m_triage) {
        card.flags += agent::flagsIn(m_triage->judge(words.join(QLatin1Char('\n'))));
    }
    if (m_escalations) {
        card.facts = m_escalations->intake().facts(words);
    }
    readTexts(card, domain::Gender::Unknown);
    card.flags.removeDuplicates();
}

/// The clinic's approved texts, in the patient's language and form of address.
void LocalDesk::readTexts(domain::EscalationCard& card, domain::Gender gender) const
{
    if (m_escalations) {
        const auto& conversation = card.conversation;
        card.answers = m_escalations->answers(card.escalation.reason, conversation.language, gender);
        card.callText = m_escalations->texts().text(conversation.phone ? QStringLiteral("consent.call")
                                                                       : QStringLiteral("consent.call_number"),
                                                    conversation.language, gender);
    }
}

Future<domain::EscalationCard> LocalDesk::escalationCard(domain::EscalationId id)
{
    using Card = domain::EscalationCard;
    struct Known {
        Card card;
        std::vector<domain::TiedCard> tied;
    };
    const auto read = m_store.read([this, id](Session& session) -> Result<Known> {
        auto card = cardOf(session, id);
        const auto words = card ? patientWords(session, card->escalation) : fail(card.error());
        const auto tied = words ? store::TiedCards(session).of(card->conversation.id) : fail(words.error());
        if (!tied) {
            return fail(tied.error());
        }
        readThread(*card, *words);
        card->answerFault = desk::answerFault(card->conversation.urgency, card->consent, m_needsConsent);
        return Known{*card, *tied};
    });
    return read.then([this](const Result<Known>& known) {
        if (!known) {
            return base::ready<Card>(fail(known.error()));
        }
        return whoWrites(m_records, known->card.conversation.phone, known->tied)
            .then([this, card = known->card](const Result<WhoWrites>& who) {
                auto full = card;
                // Of a family it is not clear who is meant.
                if (who && who->patients.size() == 1) {
                    const auto& patient = who->patients.front();
                    full.flags += patient.flags;
                    for (const QString& allergy : patient.allergies) {
                        full.flags << QStringLiteral("allergy:") + allergy;
                    }
                    readTexts(full, patient.gender);
                }
                full.flags.removeDuplicates();
                return Result<Card>(full);
            });
    });
}

Future<Done> LocalDesk::acknowledge(domain::EscalationId id)
{
    return m_store.write([id, name = m_actor.name, now = m_clock.now()](Session& session) {
        return store::Escalations(session).acknowledge(id, name, now);
    });
}

Future<domain::EscalationId> LocalDesk::raiseEscalation(domain::ConversationId id, domain::Urgency urgency,
                                                        const QString& reason)
{
    const auto now = m_clock.now();
    const auto due = m_escalations ? m_escalations->dueAt(urgency, nullptr, now) : std::nullopt;
    return m_store.write([=, name = m_actor.name](Session& session) {
        return desk::raiseEscalation(session, id, urgency, name, reason, now, due);
    });
}

Future<domain::Escalation> LocalDesk::openEscalation(domain::EscalationId id)
{
    return m_store.read([id](Session& session) -> Result<domain::Escalation> {
        auto known = store::Escalations(session).byId(id);
        return !known || known->isOpen() ? known
                                         : fail(ErrorCode::Conflict, QStringLiteral("the escalation is closed"),
                                                QStringLiteral("escalation.closed"));
    });
}

Future<domain::MessageId> LocalDesk::answerEscalation(domain::EscalationId id, const QString& doctorName,
                                                      const QString& text)
{
    return openEscalation(id).then([this, doctorName, text](const Result<domain::Escalation>& known) {
        return known ? doctorReply(known->conversation, doctorName, text)
                     : base::ready<domain::MessageId>(fail(known.error()));
    });
}

Future<domain::MessageId> LocalDesk::answerWithFile(domain::EscalationId id, const QString& doctorName,
                                                    const FileContent& file, const QString& text)
{
    return openEscalation(id).then([this, doctorName, file, text](const Result<domain::Escalation>& known) {
        if (!known) {
            return base::ready<domain::MessageId>(fail(known.error()));
        }
        return checkFile(known->conversation, file)
            .then([this, doctorName, file, text, conversation = known->conversation](const Result<Done>& good) {
                // Without words of its own it leaves the draft alone.
                const QString draftOf = text.trimmed().isEmpty() ? QString() : m_actor.name;
                const StaffSend send{conversation, domain::AuthorKind::Doctor, doctorName, draftOf, text};
                return good ? sendWithFiles(send, {file}) : base::ready<domain::MessageId>(fail(good.error()));
            });
    });
}

Future<QString> LocalDesk::answerFault(domain::ConversationId id)
{
    return m_store.read([id, needed = m_needsConsent](Session& session) {
        return store::Conversations(session).find(id).and_then(
            [&](const domain::Conversation& conversation) { return consentFault(session, conversation, needed); });
    });
}

Future<Done> LocalDesk::promiseCall(domain::EscalationId id, const QString& doctorName)
{
    return escalationCard(id).then([this, id, doctorName](const Result<domain::EscalationCard>& card) {
        if (!card) {
            return base::ready<Done>(fail(card.error()));
        }
        StaffSend send{card->conversation.id, domain::AuthorKind::Doctor, doctorName, {}, card->callText};
        send.limitsOf = [this](const domain::ChannelAddress& address) { return limits(address); };
        send.callsInstead = true;
        return m_store.write(
            [id, send, now = m_clock.now()](Session& session) { return desk::promiseCall(session, id, send, now); });
    });
}

Future<Done> LocalDesk::lowerEscalation(domain::EscalationId id, domain::Urgency urgency, const QString& reason)
{
    return m_store.write([=, name = m_actor.name, now = m_clock.now()](Session& session) {
        return store::Escalations(session).lower(id, urgency, name, reason, now);
    });
}

Future<Done> LocalDesk::closeEscalation(domain::EscalationId id, const QString& reason)
{
    return m_store.write([=, name = m_actor.name, now = m_clock.now()](Session& session) {
        return desk::closeEscalation(session, id, name, reason, now);
    });
}

Future<Done> LocalDesk::reopenEscalation(domain::EscalationId id, const QString& reason)
{
    return m_store.write([=, name = m_actor.name, now = m_clock.now()](Session& session) {
        return desk::reopenEscalation(session, id, name, reason, now);
    });
}

Future<QString> LocalDesk::resumeBrief(domain::EscalationId id)
{
    return m_store.read([id, book = m_escalations](Session& session) { return desk::resumeBrief(session, id, book); });
}

Future<Done> LocalDesk::handBackWithBrief(domain::ConversationId id, const QString& brief)
{
    return m_store.write(
        [=, now = m_clock.now()](Session& session) { return desk::handBackWithBrief(session, id, brief, now); });
}

Future<Done> LocalDesk::fileEscalation(domain::EscalationId id, const QString& patient)
{
    return m_store.write(
        [=, now = m_clock.now()](Session& session) { return store::Transcripts(session).choose(id, patient, now); });
}

Future<Done> LocalDesk::noteConsent(domain::ConversationId id, bool given)
{
    return m_store.write([=, name = m_actor.name, now = m_clock.now()](Session& session) {
        return desk::noteConsent(session, id, given, name, now);
    });
}

Future<Done> LocalDesk::closeEscalations(domain::ConversationId id)
{
    return m_store.write([id, name = m_actor.name, now = m_clock.now()](Session& session) {
        return store::Escalations(session)
            .closeAll(id, name, QStringLiteral("escalation.handedBack"), now)
            .and_then([&](Done) {
                return setHolder(session, id, {domain::HolderKind::Agent, {}}, now);
            });
    });
}

} // namespace delpek::desk
