// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/escalations.h"

#include "agent/spokenmark.h"
#include "desk/resumebrief.h"
#include "domain/isolate.h"
#include "store/consents.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/transcripts.h"

namespace delpek::desk
{

namespace
{

constexpr int briefLength = 200;  ///< messages that a brief is drafted from
constexpr int summaryLength = 10; ///< messages that a summary is made from

/// Called to a person, the agent has it no longer; whoever else holds it goes on.
Result<Done> takeFromAgent(store::Session& session, domain::ConversationId id, base::Instant now)
{
    return store::Conversations(session).find(id).and_then([&](const domain::Conversation& conversation) {
        return conversation.holder.kind == domain::HolderKind::Agent
                   ? setHolder(session, id, {domain::HolderKind::Nobody, {}}, now)
                   : Result<Done>(Done{});
    });
}

} // namespace

Result<domain::EscalationId> raiseEscalation(store::Session& session, domain::ConversationId id,
                                             domain::Urgency urgency, const QString& by, const QString& words,
                                             base::Instant now, std::optional<base::Instant> dueAt)
{
    if (words.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a reason is needed"),
                    QStringLiteral("escalation.noReason"));
    }
    const auto messages = store::Messages(session).before(id, {}, summaryLength);
    if (!messages) {
        return fail(messages.error());
    }
    domain::Escalation escalation;
    escalation.conversation = id;
    escalation.urgency = urgency;
    escalation.reason = QStringLiteral("staff.raised");
    escalation.openedAt = now;
    escalation.dueAt = dueAt;
    const auto last = lastOfPatient(*messages);
    escalation.summary = last.words;
    escalation.since = last.since.value_or(now);
    const auto opened = store::Escalations(session).open(escalation, by, words.trimmed());
    return opened ? takeFromAgent(session, id, now).map([&](Done) { return *opened; }) : opened;
}

Result<Done> closeEscalation(store::Session& session, domain::EscalationId id, const QString& by, const QString& reason,
                             base::Instant now)
{
    store::Escalations escalations(session);
    const auto known = escalations.byId(id);
    if (!known) {
        return fail(known.error());
    }
    return escalations.close(id, by, reason, now)
        .and_then([&](Done) { return store::Conversations(session).find(known->conversation); })
        .and_then([&](const domain::Conversation& conversation) {
            return conversation.holder.kind == domain::HolderKind::Staff
                       ? Result<Done>(Done{})
                       : setHolder(session, conversation.id, {domain::HolderKind::Agent, {}}, now);
        });
}

Result<Done> reopenEscalation(store::Session& session, domain::EscalationId id, const QString& by,
                              const QString& reason, base::Instant now)
{
    store::Escalations escalations(session);
    return escalations.reopen(id, by, reason, now)
        .and_then([&](Done) { return escalations.byId(id); })
        .and_then([&](const domain::Escalation& known) { return takeFromAgent(session, known.conversation, now); });
}

Result<QString> resumeBrief(store::Session& session, domain::EscalationId id, const agent::EscalationBook* book)
{
    const auto known = store::Escalations(session).byId(id);
    if (!known || !known->brief.isEmpty()) {
        return known.map([](const domain::Escalation& one) { return one.brief; });
    }
    const auto conversation = store::Conversations(session).find(known->conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    SpokenMark mark;
    if (book) {
        mark = [&texts = book->texts(), language = conversation->language](const domain::Attachment& note) {
            return agent::spokenMark(note, texts, language);
        };
    }
    return store::Messages(session).before(known->conversation, {}, briefLength).map([&](auto messages) {
        std::erase_if(messages, [&](const domain::Message& message) { return message.createdAt < known->since; });
        return draftBrief(messages, mark);
    });
}

Result<Done> handBackWithBrief(store::Session& session, domain::ConversationId id, const QString& brief,
                               base::Instant now)
{
    store::Escalations escalations(session);
    const auto known = escalations.ofConversation(id);
    if (!known) {
        return fail(known.error());
    }
    if (known->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("the conversation has no escalation"),
                    QStringLiteral("escalation.none"));
    }
    return escalations.setBrief(known->back().id, domain::withoutIsolates(brief)).and_then([&](Done) {
        return setHolder(session, id, {domain::HolderKind::Agent, {}}, now);
    });
}

Result<Done> noteConsent(store::Session& session, domain::ConversationId id, bool given, const QString& by,
                         base::Instant now)
{
    store::Escalations escalations(session);
    const auto known =
        store::Consents(session).note(id, given, now).and_then([&](Done) { return escalations.ofConversation(id); });
    if (!known || known->empty() || !known->back().isOpen()) {
        return known.map([](auto&&) { return Done{}; });
    }
    const QString kind = given ? QStringLiteral("consent.given") : QStringLiteral("consent.refused");
    return escalations.addEvent({{}, known->back().id, now, kind, by, {}});
}

Result<Done> promiseCall(store::Session& session, domain::EscalationId id, const StaffSend& send, base::Instant now)
{
    static const QString promised = QStringLiteral("call.promised");
    store::Escalations escalations(session);
    const auto history =
        escalations.acknowledge(id, send.authorName, now).and_then([&](Done) { return escalations.eventsOf(id); });
    const auto known = history ? escalations.byId(id) : fail(history.error());
    if (!known) {
        return fail(known.error());
    }
    if (!known->isOpen()) {
        return fail(ErrorCode::Conflict, QStringLiteral("the escalation is closed"),
                    QStringLiteral("escalation.closed"));
    }
    const auto told = std::find_if(history->rbegin(), history->rend(), [](const domain::EscalationEvent& event) {
        return event.kind == promised || event.kind == QLatin1String("reopened");
    });
    if (told != history->rend() && told->kind == promised) {
        return Done{};
    }
    return sendByPerson(session, send, now).and_then([&](auto&&) {
        return escalations.addEvent({{}, id, now, promised, send.authorName, {}});
    });
}

Result<QStringList> patientWords(store::Session& session, const domain::Escalation& escalation)
{
    return store::Messages(session).before(escalation.conversation, {}, briefLength).map([&](const auto& messages) {
        QStringList words;
        for (const auto& message : messages) {
            const bool counts = message.createdAt >= escalation.since &&
                                message.createdAt <= escalation.closedAt.value_or(message.createdAt);
            if (message.isIncoming() && !message.deleted && counts) {
                words << message.text;
            }
        }
        return words;
    });
}

Result<domain::EscalationCard> cardOf(store::Session& session, domain::EscalationId id)
{
    store::Escalations escalations(session);
    domain::EscalationCard card;
    const auto escalation = escalations.byId(id);
    if (!escalation) {
        return fail(escalation.error());
    }
    card.escalation = *escalation;
    card.summary = escalation->summary;
    auto conversation = store::Conversations(session).find(escalation->conversation);
    auto history = escalations.eventsOf(id);
    const auto filing = store::Transcripts(session).stateOf(id);
    const auto consent = store::Consents(session).of(escalation->conversation);
    if (!conversation || !history || !filing || !consent) {
        return fail(!conversation ? conversation.error()
                    : !history    ? history.error()
                    : !filing     ? filing.error()
                                  : consent.error());
    }
    card.conversation = std::move(*conversation);
    card.history = std::move(*history);
    card.filing = *filing;
    card.consent = consent->state;
    return card;
}

} // namespace delpek::desk
