// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversations.h"

// What was read and what is put off.

namespace delpek::store
{

using base::toMillis;
using domain::ConversationId;

namespace
{

Result<Done> touch(Session& session, const QString& sql, const QVariantList& values, ConversationId id)
{
    return session.execute(sql, values).and_then([&](int touched) -> Result<Done> {
        if (touched == 0) {
            return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
        }
        session.changed(domain::Topic::Conversation, id.value, id.value);
        return Done{};
    });
}

} // namespace

Result<Done> Conversations::markSeen(ConversationId id)
{
    return setUnread(id, 0, false);
}

Result<Done> Conversations::setUnread(ConversationId id, int unread, bool isReminded)
{
    return touch(m_session, QStringLiteral("UPDATE conversation SET unread = ?, reminded = ? WHERE id = ?"),
                 {unread, isReminded ? 1 : 0, id.value}, id);
}

Result<Done> Conversations::setSnooze(ConversationId id, std::optional<base::Instant> until)
{
    return touch(m_session, QStringLiteral("UPDATE conversation SET snoozed_until = ?, reminded = 0 WHERE id = ?"),
                 {until ? QVariant(qint64(toMillis(*until))) : QVariant(), id.value}, id);
}

Result<std::optional<base::Instant>> Conversations::nextSnoozeEnd()
{
    auto rows = m_session.run(QStringLiteral(
        "SELECT snoozed_until FROM conversation WHERE snoozed_until IS NOT NULL ORDER BY snoozed_until LIMIT 1"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->maybeInstant(0) : std::nullopt;
}

Result<int> Conversations::endSnoozes(base::Instant now, int limit)
{
    const qint64 at = toMillis(now);
    std::vector<ConversationId> due;
    {
        auto rows = m_session.run(QStringLiteral("SELECT id FROM conversation WHERE snoozed_until <= ? "
                                                 "ORDER BY snoozed_until, id LIMIT ?") +
                                      m_session.lockRows(),
                                  {at, limit});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            due.push_back({rows->integer(0)});
        }
    }
    for (const auto id : due) {
        const auto ended = touch(
            m_session,
            QStringLiteral("UPDATE conversation SET snoozed_until = NULL, reminded = 1, "
                           "last_activity = CASE WHEN last_activity > ? THEN last_activity ELSE ? END WHERE id = ?"),
            {at, at, id.value}, id);
        if (!ended) {
            return fail(ended.error());
        }
    }
    return int(due.size());
}

} // namespace delpek::store
