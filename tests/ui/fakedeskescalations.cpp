// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakedesk.h"

#include <algorithm>

namespace delpek::test
{

using domain::HolderKind;
using domain::Topic;
using domain::Urgency;

domain::Escalation* FakeDesk::escalation(domain::EscalationId id)
{
    const auto found = std::ranges::find(m_escalations, id, &domain::Escalation::id);
    return found == m_escalations.end() ? nullptr : &*found;
}

domain::Escalation* FakeDesk::openEscalationOf(domain::ConversationId id)
{
    const auto found = std::ranges::find_if(
        m_escalations, [&](const auto& escalation) { return escalation.conversation == id && escalation.isOpen(); });
    return found == m_escalations.end() ? nullptr : &*found;
}

void FakeDesk::happened(const domain::Escalation& escalation, const QString& kind, const QString& by,
                        const QString& detail)
{
    auto& history = m_cards[escalation.id].history;
    history.push_back({{qint64(history.size()) + 1}, escalation.id, m_now, kind, by, detail});
    publish({{Topic::Escalation, escalation.id.value, escalation.conversation.value}});
}

void FakeDesk::keepEscalation(const domain::Escalation& escalation)
{
    m_escalations.push_back(escalation);
    happened(escalation, QStringLiteral("raised"), {}, escalation.reason);
}

/// Changes it for a reason that a person has to give; `change` gives the kind of the event, or an error.
template <typename Change>
Future<Done> FakeDesk::change(domain::EscalationId id, const QString& reason, Change change)
{
    if (m_failure) {
        return answer<Done>(Done{});
    }
    auto* one = escalation(id);
    if (!one) {
        return answer<Done>(fail(ErrorCode::NotFound, QStringLiteral("there is no such escalation")));
    }
    if (reason.trimmed().isEmpty()) {
        return answer<Done>(
            fail(ErrorCode::InvalidInput, QStringLiteral("a reason is needed"), QStringLiteral("escalation.noReason")));
    }
    const Result<QString> kind = change(*one);
    if (!kind) {
        return answer<Done>(fail(kind.error()));
    }
    happened(*one, *kind, staffName(), reason);
    return answer<Done>(Done{});
}

Future<std::vector<domain::Escalation>> FakeDesk::escalations(domain::ConversationId id)
{
    std::vector<domain::Escalation> found;
    std::ranges::copy_if(m_escalations, std::back_inserter(found), [&](const auto& e) { return e.conversation == id; });
    return answer<std::vector<domain::Escalation>>(std::move(found));
}

Future<std::vector<domain::Escalation>> FakeDesk::openEscalations()
{
    std::vector<domain::Escalation> found;
    std::ranges::copy_if(m_escalations, std::back_inserter(found), &domain::Escalation::isOpen);
    return answer<std::vector<domain::Escalation>>(std::move(found));
}

Future<std::vector<domain::Escalation>> FakeDesk::closedEscalations(int limit)
{
    std::vector<domain::Escalation> found;
    std::ranges::copy_if(m_escalations, std::back_inserter(found), [](const auto& e) { return !e.isOpen(); });
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return *a.closedAt > *b.closedAt; });
    found.resize(std::min(found.size(), size_t(limit)));
    return answer<std::vector<domain::Escalation>>(std::move(found));
}

Future<domain::EscalationCard> FakeDesk::escalationCard(domain::EscalationId id)
{
    const auto* one = escalation(id);
    if (!one) {
        return answer<domain::EscalationCard>(fail(ErrorCode::NotFound, QStringLiteral("there is no such escalation")));
    }
    auto card = m_cards[id];
    card.escalation = *one;
    card.conversation = m_conversations.at(one->conversation);
    card.summary = one->summary;
    return answer<domain::EscalationCard>(std::move(card));
}

Future<Done> FakeDesk::acknowledge(domain::EscalationId id)
{
    auto* one = escalation(id);
    if (one && !m_failure && one->isOpen() && !one->acknowledgedAt) {
        one->acknowledgedAt = m_now;
        one->acknowledgedBy = staffName();
        happened(*one, QStringLiteral("acknowledged"), staffName(), {});
    }
    return answer<Done>(Done{});
}

Future<domain::EscalationId> FakeDesk::raiseEscalation(domain::ConversationId id, Urgency urgency,
                                                       const QString& reason)
{
    if (m_failure || reason.trimmed().isEmpty()) {
        return answer<domain::EscalationId>(
            fail(ErrorCode::InvalidInput, QStringLiteral("a reason is needed"), QStringLiteral("escalation.noReason")));
    }
    auto& conversation = m_conversations.at(id);
    conversation.urgency = std::max(conversation.urgency, urgency);
    if (conversation.holder.kind == HolderKind::Agent) {
        hold(id, {HolderKind::Nobody, {}});
    }
    if (auto* open = openEscalationOf(id)) {
        if (urgency > open->urgency) {
            open->urgency = urgency;
            open->acknowledgedAt.reset();
            happened(*open, QStringLiteral("urgency.raised"), staffName(), reason);
        }
        return answer<domain::EscalationId>(open->id);
    }
    domain::Escalation begun;
    begun.id = {qint64(m_escalations.size()) + 1};
    begun.conversation = id;
    begun.urgency = urgency;
    begun.reason = QStringLiteral("staff.raised");
    begun.openedAt = begun.since = m_now;
    begun.summary = conversation.preview;
    m_escalations.push_back(begun);
    happened(begun, QStringLiteral("raised"), staffName(), reason);
    return answer<domain::EscalationId>(begun.id);
}

Future<domain::MessageId> FakeDesk::answerEscalation(domain::EscalationId id, const QString& doctorName,
                                                     const QString& text)
{
    const auto* one = escalation(id);
    if (!one || !one->isOpen()) {
        return answer<domain::MessageId>(
            fail(ErrorCode::Conflict, QStringLiteral("the escalation is closed"), QStringLiteral("escalation.closed")));
    }
    if (const QString& fault = m_cards[id].answerFault; !fault.isEmpty()) {
        return answer<domain::MessageId>(fail(ErrorCode::Forbidden, QStringLiteral("no consent"), fault));
    }
    return doctorReply(one->conversation, doctorName, text);
}

Future<domain::MessageId> FakeDesk::answerWithFile(domain::EscalationId id, const QString&,
                                                   const desk::FileContent& file, const QString& text)
{
    const auto* one = escalation(id);
    return one ? hand({one->conversation, text, {file.name}, false, {}, {}, {file}})
               : answer<domain::MessageId>(fail(ErrorCode::NotFound, QStringLiteral("there is no such escalation")));
}

Future<QString> FakeDesk::answerFault(domain::ConversationId id)
{
    const auto* one = openEscalationOf(id);
    return answer<QString>(one ? m_cards[one->id].answerFault : QString());
}

Future<Done> FakeDesk::promiseCall(domain::EscalationId id, const QString& doctorName)
{
    const auto* one = escalation(id);
    if (one && !m_failure) {
        add(one->conversation, domain::AuthorKind::Doctor, doctorName, m_cards[id].callText);
        happened(*one, QStringLiteral("call.promised"), doctorName, {});
    }
    return answer<Done>(Done{});
}

Future<Done> FakeDesk::lowerEscalation(domain::EscalationId id, Urgency urgency, const QString& reason)
{
    return change(id, reason, [&](domain::Escalation& one) -> Result<QString> {
        if (!one.isOpen() || urgency >= one.urgency) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("the urgency is not lower than now"),
                        QStringLiteral("escalation.notLower"));
        }
        one.loweredFrom = one.urgency;
        one.urgency = urgency;
        m_conversations.at(one.conversation).urgency = urgency;
        return QStringLiteral("urgency.lowered");
    });
}

Future<Done> FakeDesk::closeEscalation(domain::EscalationId id, const QString& reason)
{
    return change(id, reason, [&](domain::Escalation& one) -> Result<QString> {
        if (!one.isOpen()) {
            return fail(ErrorCode::Conflict, QStringLiteral("the escalation is closed"),
                        QStringLiteral("escalation.closed"));
        }
        one.closedAt = m_now;
        one.closedBy = staffName();
        one.closeReason = reason;
        auto& conversation = m_conversations.at(one.conversation);
        conversation.urgency = Urgency::Routine;
        if (conversation.holder.kind != HolderKind::Staff) {
            hold(one.conversation, {HolderKind::Agent, {}});
        }
        return QStringLiteral("closed");
    });
}

Future<Done> FakeDesk::reopenEscalation(domain::EscalationId id, const QString& reason)
{
    return change(id, reason, [&](domain::Escalation& one) -> Result<QString> {
        if (openEscalationOf(one.conversation)) {
            return fail(ErrorCode::Conflict, QStringLiteral("an escalation of this conversation is open"),
                        QStringLiteral("escalation.open"));
        }
        one.closedAt.reset();
        one.acknowledgedAt.reset();
        one.answeredAt.reset();
        one.notifiedAt.reset();
        one.closedBy.clear();
        one.closeReason.clear();
        auto& conversation = m_conversations.at(one.conversation);
        conversation.urgency = one.urgency;
        if (conversation.holder.kind == HolderKind::Agent) {
            hold(one.conversation, {HolderKind::Nobody, {}});
        }
        return QStringLiteral("reopened");
    });
}

Future<QString> FakeDesk::resumeBrief(domain::EscalationId id)
{
    const auto* one = escalation(id);
    if (!one || !one->brief.isEmpty()) {
        return answer<QString>(one ? one->brief : QString());
    }
    QStringList lines;
    for (const auto& message : std::as_const(m_threads[one->conversation])) {
        if (message.author == domain::AuthorKind::Staff || message.author == domain::AuthorKind::Doctor) {
            lines << message.authorName + QStringLiteral(": ") + message.text;
        }
    }
    return answer<QString>(lines.join(QLatin1Char('\n')));
}

Future<Done> FakeDesk::handBackWithBrief(domain::ConversationId id, const QString& brief)
{
    const auto newest = std::find_if(m_escalations.rbegin(), m_escalations.rend(),
                                     [&](const auto& escalation) { return escalation.conversation == id; });
    if (newest == m_escalations.rend()) {
        return answer<Done>(fail(ErrorCode::NotFound, QStringLiteral("the conversation has no escalation"),
                                 QStringLiteral("escalation.none")));
    }
    if (!m_failure) {
        newest->brief = brief;
    }
    return handBack(id);
}

Future<Done> FakeDesk::fileEscalation(domain::EscalationId id, const QString&)
{
    auto& filing = m_cards[id].filing;
    if (filing != domain::FilingState::Choose) {
        return answer<Done>(fail(ErrorCode::Conflict, QStringLiteral("no transcript waits for a choice"),
                                 QStringLiteral("escalation.nothingToFile")));
    }
    if (!m_failure) {
        filing = domain::FilingState::Waiting;
    }
    return answer<Done>(Done{});
}

Future<Done> FakeDesk::noteConsent(domain::ConversationId id, bool given)
{
    for (const auto& one : m_escalations) {
        if (one.conversation == id && !m_failure) {
            auto& card = m_cards[one.id];
            card.consent = given ? domain::ConsentState::Given : domain::ConsentState::Refused;
            card.answerFault = given ? QString() : QStringLiteral("consent.answerRefused");
        }
    }
    return answer<Done>(Done{});
}

Future<Done> FakeDesk::closeEscalations(domain::ConversationId id)
{
    for (auto& escalation : m_escalations) {
        if (escalation.conversation == id && escalation.isOpen()) {
            escalation.closedAt = m_now;
        }
    }
    return handBack(id);
}

} // namespace delpek::test
