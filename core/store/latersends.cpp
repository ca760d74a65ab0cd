// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/latersends.h"

namespace delpek::store
{

using base::toMillis;
using domain::LaterSend;
using domain::LaterSendId;

Result<std::vector<LaterSend>> LaterSends::where(const QString& condition, const QVariantList& values)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, conversation, author, text, due_at, planned_at, heard, "
                                             "open_escalation, fault FROM later_send WHERE ") +
                                  condition,
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<LaterSend> found;
    while (rows->next()) {
        found.push_back({{rows->integer(0)},
                         {rows->integer(1)},
                         rows->text(2),
                         rows->text(3),
                         rows->instant(4),
                         rows->instant(5),
                         rows->integer(6),
                         {rows->integer(7)},
                         rows->text(8)});
    }
    return found;
}

Result<LaterSendId> LaterSends::add(const LaterSend& planned)
{
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO later_send (conversation, author, text, due_at, planned_at, heard, "
                       "open_escalation, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
        {planned.conversation.value, planned.author, planned.text, qint64(toMillis(planned.at)),
         qint64(toMillis(planned.plannedAt)), planned.heard, planned.escalation.value, planned.fault});
    if (!id) {
        return fail(id.error());
    }
    const LaterSendId added{id->value_or(0)};
    m_session.changed(domain::Topic::LaterSend, added.value, planned.conversation.value);
    return added;
}

Result<std::vector<LaterSend>> LaterSends::of(domain::ConversationId id)
{
    return where(QStringLiteral("conversation = ? ORDER BY due_at, id"), {id.value});
}

Result<LaterSend> LaterSends::take(LaterSendId id)
{
    const auto found = where(QStringLiteral("id = ?") + m_session.lockRows(), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no planned message %1").arg(id.value),
                    QStringLiteral("later.gone"));
    }
    return found->front();
}

Result<Done> LaterSends::remove(const LaterSend& planned)
{
    return m_session.execute(QStringLiteral("DELETE FROM later_send WHERE id = ?"), {planned.id.value}).map([&](int) {
        m_session.changed(domain::Topic::LaterSend, planned.id.value, planned.conversation.value);
        return Done{};
    });
}

Result<Done> LaterSends::holdBack(const LaterSend& planned, const QString& fault)
{
    return m_session.execute(QStringLiteral("UPDATE later_send SET fault = ? WHERE id = ?"), {fault, planned.id.value})
        .map([&](int) {
            m_session.changed(domain::Topic::LaterSend, planned.id.value, planned.conversation.value);
            return Done{};
        });
}

Result<std::optional<base::Instant>> LaterSends::next()
{
    auto rows = m_session.run(QStringLiteral("SELECT due_at FROM later_send WHERE fault = '' ORDER BY due_at LIMIT 1"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->maybeInstant(0) : std::nullopt;
}

Result<std::map<domain::ConversationId, base::Instant>> LaterSends::nextOfEach()
{
    auto rows = m_session.run(
        QStringLiteral("SELECT conversation, min(due_at) FROM later_send WHERE fault = '' GROUP BY conversation"));
    if (!rows) {
        return fail(rows.error());
    }
    std::map<domain::ConversationId, base::Instant> next;
    while (rows->next()) {
        next.emplace(domain::ConversationId{rows->integer(0)}, rows->instant(1));
    }
    return next;
}

Result<std::vector<LaterSend>> LaterSends::plannedBy(const QString& author)
{
    return where(QStringLiteral("author = ? AND fault = '' ORDER BY due_at, id"), {author});
}

Result<std::vector<LaterSend>> LaterSends::waiting()
{
    return where(QStringLiteral("fault = '' ORDER BY due_at, id"), {});
}

Result<std::optional<LaterSend>> LaterSends::firstDue(base::Instant now, int skip)
{
    return where(QStringLiteral("fault = '' AND due_at <= ? ORDER BY due_at, id LIMIT 1 OFFSET ?") +
                     m_session.lockRows(),
                 {qint64(toMillis(now)), skip})
        .map([](const std::vector<LaterSend>& found) {
            return found.empty() ? std::nullopt : std::optional(found.front());
        });
}

Result<qint64> LaterSends::heard(domain::ConversationId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT count(*), coalesce(sum(version + deleted), 0) FROM message "
                                             "WHERE conversation = ? AND author = 'patient'"),
                              {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->integer(0) + rows->integer(1) : 0;
}

} // namespace delpek::store
