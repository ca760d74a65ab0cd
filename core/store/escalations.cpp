// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/escalations.h"

#include "store/conversationrow.h"
#include "store/conversations.h"
#include "store/escalationrow.h"
#include "store/transcripts.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Escalation;
using domain::Topic;
using domain::Urgency;

namespace
{

QVariant moment(const std::optional<base::Instant>& at)
{
    return at ? QVariant(qint64(toMillis(*at))) : QVariant();
}

Result<Done> needsReason(const QString& reason)
{
    return !reason.trimmed().isEmpty() ? Result<Done>(Done{})
                                       : fail(ErrorCode::InvalidInput, QStringLiteral("a reason is needed"),
                                              QStringLiteral("escalation.noReason"));
}

Result<Done> done(const Result<int>& executed)
{
    return executed ? Result<Done>(Done{}) : fail(executed.error());
}

/// The first sign: as told, and never after the hand-off itself.
base::Instant firstSign(const Escalation& escalation)
{
    return escalation.since == base::Instant() ? escalation.openedAt : std::min(escalation.since, escalation.openedAt);
}

std::optional<base::Instant> earlier(const std::optional<base::Instant>& a, const std::optional<base::Instant>& b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

} // namespace

Result<Done> Escalations::addEvent(const domain::EscalationEvent& event)
{
    const auto known = byId(event.escalation);
    return known ? note(*known, event.at, event.kind, event.by, event.detail) : fail(known.error());
}

Result<Done> Escalations::note(const Escalation& escalation, base::Instant at, const QString& kind, const QString& by,
                               const QString& detail)
{
    const auto added = m_session.insert(
        QStringLiteral("INSERT INTO escalation_event (escalation, at, kind, actor, detail) VALUES (?, ?, ?, ?, ?) "
                       "RETURNING id"),
        {escalation.id.value, qint64(toMillis(at)), kind, by, detail});
    m_session.changed(Topic::Escalation, escalation.id.value, escalation.conversation.value);
    return added ? Result<Done>(Done{}) : fail(added.error());
}

Result<domain::EscalationId> Escalations::begin(const Escalation& escalation, const QString& by, const QString& detail)
{
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO escalation (conversation, urgency, reason, rules, opened_at, since, due_at, "
                       "summary, acknowledged_by, closed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '') RETURNING id"),
        {escalation.conversation.value, toText(escalation.urgency), escalation.reason, rulesToText(escalation.rules),
         qint64(toMillis(escalation.openedAt)), qint64(toMillis(firstSign(escalation))), moment(escalation.dueAt),
         escalation.summary});
    if (!id) {
        return fail(id.error());
    }
    Escalation begun = escalation;
    begun.id = {**id};
    return note(begun, escalation.openedAt, QStringLiteral("raised"), by, detail.isEmpty() ? escalation.reason : detail)
        .map([&](Done) { return begun.id; });
}

Result<domain::EscalationId> Escalations::raise(const Escalation& open, const Escalation& further, const QString& by,
                                                const QString& detail)
{
    QStringList rules = open.rules + further.rules;
    rules.removeDuplicates();
    const auto since = std::min(open.since, firstSign(further));
    const auto due = earlier(open.dueAt, further.dueAt);
    const auto joined = done(
        m_session.execute(QStringLiteral("UPDATE escalation SET rules = ?, since = ?, due_at = ?, "
                                         "summary = CASE WHEN summary = '' THEN ? ELSE summary END WHERE id = ?"),
                          {rulesToText(rules), qint64(toMillis(since)), moment(due), further.summary, open.id.value}));
    if (!joined || further.urgency <= open.urgency) {
        m_session.changed(Topic::Escalation, open.id.value, open.conversation.value);
        return joined.map([&](Done) { return open.id; });
    }
    return done(m_session.execute(
                    QStringLiteral("UPDATE escalation SET urgency = ?, reason = ?, notified_at = NULL, "
                                   "acknowledged_at = NULL, acknowledged_by = '', lowered_from = '' WHERE id = ?"),
                    {toText(further.urgency), further.reason, open.id.value}))
        .and_then([&](Done) {
            return note(open, further.openedAt, QStringLiteral("urgency.raised"), by,
                        detail.isEmpty() ? further.reason : detail);
        })
        .map([&](Done) { return open.id; });
}

Result<domain::EscalationId> Escalations::open(const Escalation& escalation, const QString& by, const QString& detail)
{
    // Locked, so that two desks do not open one each.
    const auto conversation = loadConversation(m_session, escalation.conversation, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto known = listEscalations(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"),
                                       {escalation.conversation.value});
    if (!known) {
        return fail(known.error());
    }
    const auto id = known->empty() ? begin(escalation, by, detail) : raise(known->front(), escalation, by, detail);
    if (!id) {
        return id;
    }
    const auto urgency = known->empty() ? escalation.urgency : std::max(known->front().urgency, escalation.urgency);
    return Conversations(m_session).setUrgency(escalation.conversation, urgency).map([&](Done) { return *id; });
}

Result<Escalation> Escalations::byId(domain::EscalationId id)
{
    auto found = listEscalations(m_session, QStringLiteral("id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no escalation %1").arg(id.value));
    }
    return std::move(found->front());
}

/// The escalation, its conversation kept from other writers until the commit.
Result<Escalation> Escalations::lock(domain::EscalationId id)
{
    return byId(id)
        .and_then([&](const Escalation& known) { return loadConversation(m_session, known.conversation, true); })
        .and_then([&](const domain::Conversation&) { return byId(id); });
}

Result<Escalation> Escalations::lockOpen(domain::EscalationId id)
{
    auto known = lock(id);
    if (known && !known->isOpen()) {
        return fail(ErrorCode::Conflict, QStringLiteral("escalation %1 is closed").arg(id.value),
                    QStringLiteral("escalation.closed"));
    }
    return known;
}

Result<Done> Escalations::markNotified(domain::EscalationId id, base::Instant at)
{
    const auto known = lock(id);
    if (!known || !known->isOpen() || known->notifiedAt) {
        return known.map([](auto&&) { return Done{}; });
    }
    m_session.changed(Topic::Escalation, id.value, known->conversation.value);
    return done(m_session.execute(QStringLiteral("UPDATE escalation SET notified_at = ? WHERE id = ?"),
                                  {qint64(toMillis(at)), id.value}));
}

Result<Done> Escalations::acknowledge(domain::EscalationId id, const QString& by, base::Instant at)
{
    const auto known = lock(id);
    if (!known || !known->isOpen() || known->acknowledgedAt) {
        return known.map([](auto&&) { return Done{}; });
    }
    return done(m_session.execute(
                    QStringLiteral("UPDATE escalation SET acknowledged_at = ?, acknowledged_by = ? WHERE id = ?"),
                    {qint64(toMillis(at)), by, id.value}))
        .and_then([&](Done) { return note(*known, at, QStringLiteral("acknowledged"), by, {}); });
}

Result<Done> Escalations::answered(domain::ConversationId conversation, const QString& by, base::Instant at)
{
    const auto open =
        listEscalations(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"), {conversation.value});
    if (!open || open->empty()) {
        return open.map([](auto&&) { return Done{}; });
    }
    const auto& one = open->front();
    return acknowledge(one.id, by, at)
        .and_then([&](Done) {
            return one.answeredAt
                       ? Result<Done>(Done{})
                       : done(m_session.execute(
                             QStringLiteral("UPDATE escalation SET answered_at = ?, answered_by = ? WHERE id = ?"),
                             {qint64(toMillis(at)), by, one.id.value}));
        })
        .and_then([&](Done) { return note(one, at, QStringLiteral("answered"), by, {}); });
}

Result<Done> Escalations::lower(domain::EscalationId id, Urgency urgency, const QString& by, const QString& reason,
                                base::Instant at)
{
    const auto known = needsReason(reason).and_then([&](Done) { return lockOpen(id); });
    if (!known) {
        return fail(known.error());
    }
    if (urgency >= known->urgency) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the urgency is not lower than now"),
                    QStringLiteral("escalation.notLower"));
    }
    return done(m_session.execute(QStringLiteral("UPDATE escalation SET urgency = ?, lowered_from = ? WHERE id = ?"),
                                  {toText(urgency), toText(known->urgency), id.value}))
        .and_then([&](Done) { return note(*known, at, QStringLiteral("urgency.lowered"), by, reason.trimmed()); })
        .and_then([&](Done) { return Conversations(m_session).setUrgency(known->conversation, urgency); });
}

Result<Done> Escalations::close(domain::EscalationId id, const QString& by, const QString& reason, base::Instant at)
{
    const auto known = needsReason(reason).and_then([&](Done) { return lockOpen(id); });
    if (!known) {
        return fail(known.error());
    }
    return done(m_session.execute(
                    QStringLiteral("UPDATE escalation SET closed_at = ?, closed_by = ?, close_reason = ? WHERE id = ?"),
                    {qint64(toMillis(at)), by, reason.trimmed(), id.value}))
        .and_then([&](Done) { return note(*known, at, QStringLiteral("closed"), by, reason.trimmed()); })
        .and_then([&](Done) { return Transcripts(m_session).addFor(*known, at); })
        .and_then([&](Done) { return Conversations(m_session).setUrgency(known->conversation, Urgency::Routine); });
}

Result<Done> Escalations::closeAll(domain::ConversationId conversation, const QString& by, const QString& reason,
                                   base::Instant at)
{
    const auto open =
        listEscalations(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"), {conversation.value});
    if (!open) {
        return fail(open.error());
    }
    for (const auto& escalation : *open) {
        if (const auto closed = close(escalation.id, by, reason, at); !closed) {
            return closed;
        }
    }
    return Conversations(m_session).setUrgency(conversation, Urgency::Routine);
}

Result<Done> Escalations::reopen(domain::EscalationId id, const QString& by, const QString& reason, base::Instant at)
{
    const auto known = needsReason(reason).and_then([&](Done) { return lock(id); });
    if (!known) {
        return fail(known.error());
    }
    const auto others = listEscalations(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"),
                                        {known->conversation.value});
    if (!others) {
        return fail(others.error());
    }
    if (!others->empty()) {
        return fail(ErrorCode::Conflict, QStringLiteral("an escalation of this conversation is open"),
                    QStringLiteral("escalation.open"));
    }
    return done(m_session.execute(
                    QStringLiteral("UPDATE escalation SET closed_at = NULL, closed_by = '', close_reason = '', "
                                   "notified_at = NULL, acknowledged_at = NULL, acknowledged_by = '', "
                                   "answered_at = NULL, answered_by = '' WHERE id = ?"),
                    {id.value}))
        .and_then([&](Done) { return note(*known, at, QStringLiteral("reopened"), by, reason.trimmed()); })
        .and_then([&](Done) { return Conversations(m_session).setUrgency(known->conversation, known->urgency); });
}

Result<Done> Escalations::setBrief(domain::EscalationId id, const QString& brief)
{
    const auto known = lock(id);
    if (!known) {
        return fail(known.error());
    }
    m_session.changed(Topic::Escalation, id.value, known->conversation.value);
    return done(
        m_session.execute(QStringLiteral("UPDATE escalation SET brief = ? WHERE id = ?"), {brief.trimmed(), id.value}));
}

Result<std::vector<domain::EscalationEvent>> Escalations::eventsOf(domain::EscalationId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, at, kind, actor, detail FROM escalation_event "
                                             "WHERE escalation = ? ORDER BY id"),
                              {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::EscalationEvent> events;
    while (rows->next()) {
        events.push_back({{rows->integer(0)}, id, rows->instant(1), rows->text(2), rows->text(3), rows->text(4)});
    }
    return events;
}

Result<std::vector<Escalation>> Escalations::ofConversation(domain::ConversationId conversation)
{
    return listEscalations(m_session, QStringLiteral("conversation = ? ORDER BY id"), {conversation.value});
}

Result<std::vector<Escalation>> Escalations::openOnes(int limit)
{
    return listEscalations(m_session,
                           QStringLiteral("closed_at IS NULL ORDER BY CASE urgency WHEN 'EMERGENCY' THEN 0 WHEN "
                                          "'DOCTOR_REQUIRED' THEN 1 ELSE 2 END, opened_at, id LIMIT ?"),
                           {limit});
}

Result<std::vector<Escalation>> Escalations::closedOnes(int limit)
{
    return listEscalations(m_session, QStringLiteral("closed_at IS NOT NULL ORDER BY closed_at DESC, id DESC LIMIT ?"),
                           {limit});
}

} // namespace delpek::store
