// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisions.h"

#include "store/conversationrow.h"
#include "store/conversations.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Escalation;
using domain::Topic;

namespace
{

const char* const columns = "id, conversation, urgency, reason, rules, opened_at, acknowledged_at, acknowledged_by, "
                            "closed_at, closed_by";

QString rulesToText(const QStringList& rules)
{
    auto json = base::Json::array();
    for (const auto& rule : rules) {
        json.push_back(base::utf8(rule));
    }
    return base::toCompactText(json);
}

Result<std::vector<Escalation>> list(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows =
        session.run(QStringLiteral("SELECT %1 FROM escalation WHERE ").arg(QLatin1String(columns)) + rest, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Escalation> escalations;
    while (rows->next()) {
        const auto urgency = wordAt<domain::Urgency>(*rows, 2);
        const auto rules = base::parseJson(rows->text(4).toUtf8());
        if (!urgency || !rules) {
            return fail(ErrorCode::Internal, QStringLiteral("escalation %1 cannot be read").arg(rows->integer(0)));
        }
        Escalation escalation;
        escalation.id = {rows->integer(0)};
        escalation.conversation = {rows->integer(1)};
        escalation.urgency = *urgency;
        escalation.reason = rows->text(3);
        for (const auto& rule : *rules) {
            escalation.rules << QString::fromStdString(rule.get<std::string>());
        }
        escalation.openedAt = rows->instant(5);
        escalation.acknowledgedAt = rows->maybeInstant(6);
        escalation.acknowledgedBy = rows->text(7);
        escalation.closedAt = rows->maybeInstant(8);
        escalation.closedBy = rows->text(9);
        escalations.push_back(std::move(escalation));
    }
    return escalations;
}

Result<domain::EscalationId> raise(Session& session, const Escalation& open, const Escalation& further)
{
    QStringList rules = open.rules + further.rules;
    rules.removeDuplicates();
    if (further.urgency <= open.urgency) {
        return session
            .execute(QStringLiteral("UPDATE escalation SET rules = ? WHERE id = ?"),
                     {rulesToText(rules), open.id.value})
            .map([&](int) { return open.id; });
    }
    return session
        .execute(QStringLiteral("UPDATE escalation SET urgency = ?, reason = ?, rules = ?, acknowledged_at = NULL, "
                                "acknowledged_by = '' WHERE id = ?"),
                 {toText(further.urgency), further.reason, rulesToText(rules), open.id.value})
        .map([&](int) { return open.id; });
}

Result<domain::EscalationId> begin(Session& session, const Escalation& escalation)
{
    return session
        .insert(
            QStringLiteral("INSERT INTO escalation (conversation, urgency, reason, rules, opened_at, acknowledged_by, "
                           "closed_by) VALUES (?, ?, ?, ?, ?, '', '') RETURNING id"),
            {escalation.conversation.value, toText(escalation.urgency), escalation.reason,
             rulesToText(escalation.rules), qint64(toMillis(escalation.openedAt))})
        .map([](std::optional<qint64> id) { return domain::EscalationId{*id}; });
}

} // namespace

Result<domain::EscalationId> Escalations::open(const Escalation& escalation)
{
    // Locked, so that two desks do not open one each.
    const auto conversation = loadConversation(m_session, escalation.conversation, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto known =
        list(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"), {escalation.conversation.value});
    if (!known) {
        return fail(known.error());
    }
    const auto id = known->empty() ? begin(m_session, escalation) : raise(m_session, known->front(), escalation);
    if (!id) {
        return id;
    }
    const auto urgency = known->empty() ? escalation.urgency : std::max(known->front().urgency, escalation.urgency);
    if (const auto shown = Conversations(m_session).setUrgency(escalation.conversation, urgency); !shown) {
        return fail(shown.error());
    }
    m_session.changed(Topic::Escalation, id->value, escalation.conversation.value);
    return id;
}

Result<Done> Escalations::acknowledge(domain::EscalationId id, const QString& by, base::Instant at)
{
    const auto known = list(m_session, QStringLiteral("id = ?"), {id.value});
    if (!known) {
        return fail(known.error());
    }
    if (known->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no escalation %1").arg(id.value));
    }
    const auto noted =
        m_session.execute(QStringLiteral("UPDATE escalation SET acknowledged_at = ?, acknowledged_by = ? "
                                         "WHERE id = ? AND acknowledged_at IS NULL"),
                          {qint64(toMillis(at)), by, id.value});
    if (!noted) {
        return fail(noted.error());
    }
    m_session.changed(Topic::Escalation, id.value, known->front().conversation.value);
    return Done{};
}

Result<Done> Escalations::closeAll(domain::ConversationId conversation, const QString& by, base::Instant at)
{
    const auto open = list(m_session, QStringLiteral("conversation = ? AND closed_at IS NULL"), {conversation.value});
    if (!open) {
        return fail(open.error());
    }
    for (const auto& escalation : *open) {
        const auto closed =
            m_session.execute(QStringLiteral("UPDATE escalation SET closed_at = ?, closed_by = ? WHERE id = ?"),
                              {qint64(toMillis(at)), by, escalation.id.value});
        if (!closed) {
            return fail(closed.error());
        }
        m_session.changed(Topic::Escalation, escalation.id.value, conversation.value);
    }
    return Conversations(m_session).setUrgency(conversation, domain::Urgency::Routine);
}

Result<std::vector<Escalation>> Escalations::ofConversation(domain::ConversationId conversation)
{
    return list(m_session, QStringLiteral("conversation = ? ORDER BY id"), {conversation.value});
}

Result<std::vector<Escalation>> Escalations::openOnes(int limit)
{
    return list(m_session,
                QStringLiteral("closed_at IS NULL ORDER BY CASE urgency WHEN 'EMERGENCY' THEN 0 WHEN 'DOCTOR_REQUIRED' "
                               "THEN 1 ELSE 2 END, opened_at, id LIMIT ?"),
                {limit});
}

} // namespace delpek::store
