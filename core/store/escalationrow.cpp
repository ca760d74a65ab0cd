// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/escalationrow.h"

#include "base/json.h"
#include "store/conversationrow.h"

namespace delpek::store
{

namespace
{

const char* const columns = "id, conversation, urgency, reason, rules, opened_at, acknowledged_at, acknowledged_by, "
                            "closed_at, closed_by, since, due_at, summary, notified_at, answered_at, answered_by, "
                            "close_reason, lowered_from, brief";

Result<domain::Escalation> escalationFrom(const Rows& rows)
{
    const auto urgency = wordAt<domain::Urgency>(rows, 2);
    const auto rules = base::parseJson(rows.text(4).toUtf8());
    if (!urgency || !rules) {
        return fail(ErrorCode::Internal, QStringLiteral("escalation %1 cannot be read").arg(rows.integer(0)));
    }
    domain::Escalation escalation;
    escalation.id = {rows.integer(0)};
    escalation.conversation = {rows.integer(1)};
    escalation.urgency = *urgency;
    escalation.reason = rows.text(3);
    for (const auto& rule : *rules) {
        escalation.rules << QString::fromStdString(rule.get<std::string>());
    }
    escalation.openedAt = rows.instant(5);
    escalation.acknowledgedAt = rows.maybeInstant(6);
    escalation.acknowledgedBy = rows.text(7);
    escalation.closedAt = rows.maybeInstant(8);
    escalation.closedBy = rows.text(9);
    escalation.since = rows.instant(10);
    escalation.dueAt = rows.maybeInstant(11);
    escalation.summary = rows.text(12);
    escalation.notifiedAt = rows.maybeInstant(13);
    escalation.answeredAt = rows.maybeInstant(14);
    escalation.answeredBy = rows.text(15);
    escalation.closeReason = rows.text(16);
    escalation.loweredFrom = base::fromText<domain::Urgency>(rows.text(17));
    escalation.brief = rows.text(18);
    return escalation;
}

} // namespace

QString rulesToText(const QStringList& rules)
{
    auto json = base::Json::array();
    for (const auto& rule : rules) {
        json.push_back(base::utf8(rule));
    }
    return base::toCompactText(json);
}

Result<std::vector<domain::Escalation>> listEscalations(Session& session, const QString& rest,
                                                        const QVariantList& values)
{
    auto rows =
        session.run(QStringLiteral("SELECT %1 FROM escalation WHERE ").arg(QLatin1String(columns)) + rest, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::Escalation> escalations;
    while (rows->next()) {
        auto escalation = escalationFrom(*rows);
        if (!escalation) {
            return fail(escalation.error());
        }
        escalations.push_back(std::move(*escalation));
    }
    return escalations;
}

} // namespace delpek::store
