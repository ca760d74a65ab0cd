// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversations.h"

#include "store/conversationrow.h"

namespace delpek::store
{

namespace
{

using namespace std::chrono_literals;

struct Condition {
    QString sql;
    QVariantList values;
};

/// The conditions repeat those of the partial indexes word for word.
Condition conditionOf(const InboxQuery& query)
{
    switch (query.view) {
    case InboxView::All:
        return {QStringLiteral(" AND snoozed_until IS NULL"), {}};
    case InboxView::Snoozed:
        return {QStringLiteral(" AND snoozed_until IS NOT NULL"), {}};
    case InboxView::NeedsPerson:
        return {QStringLiteral(" AND needs_person = 1 AND snoozed_until IS NULL"), {}};
    case InboxView::Mine:
        return {QStringLiteral(" AND holder_kind IN ('staff', 'doctor') AND holder_name = ? AND snoozed_until IS NULL"), {query.staff}};
    case InboxView::Agent:
        return {QStringLiteral(" AND holder_kind = 'agent' AND snoozed_until IS NULL"), {}};
    case InboxView::WaitingForDoctor:
        return {QStringLiteral(" AND (holder_kind = 'doctor' OR urgency <> 'ROUTINE') AND snoozed_until IS NULL"), {}};
    case InboxView::WindowClosing:
        return {QStringLiteral(" AND channel = 'whatsapp' AND last_patient_message > ? AND last_patient_message < ?"),
                {qint64(base::toMillis(query.now - 24h)), qint64(base::toMillis(query.now - 22h))}};
    }
    return {};
}

} // namespace

Result<std::vector<domain::Conversation>> Conversations::page(const InboxQuery& query)
{
    QString sql = QStringLiteral("SELECT %1 FROM conversation WHERE 1 = 1").arg(QLatin1String(conversationColumns));
    QVariantList values;
    const Condition condition = conditionOf(query);
    sql += condition.sql;
    values += condition.values;
    if (query.label) {
        sql += QStringLiteral(" AND id IN (SELECT conversation FROM conversation_label WHERE label = ?)");
        values << query.label->value;
    }
    if (query.after) {
        sql += QStringLiteral(" AND (last_activity, id) < (?, ?)");
        values << qint64(base::toMillis(query.after->lastActivity)) << query.after->id.value;
    }
    sql += QStringLiteral(" ORDER BY last_activity DESC, id DESC LIMIT ?");
    values << query.limit;

    auto rows = m_session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::Conversation> page;
    while (rows->next()) {
        auto conversation = conversationFrom(*rows);
        if (!conversation) {
            return fail(conversation.error());
        }
        page.push_back(std::move(*conversation));
    }
    return page;
}

} // namespace delpek::store
