// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/distinctcards.h"

#include "store/conversationrow.h"

namespace delpek::store
{

Result<bool> DistinctCards::add(const QString& one, const QString& other, domain::ConversationId seenIn,
                                const QString& by, base::Instant now)
{
    const auto conversation = loadConversation(m_session, seenIn, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO distinct_card (one, other, person, said_by, said_at) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT DO NOTHING"),
        {std::min(one, other), std::max(one, other), conversation->person.value, by, qint64(base::toMillis(now))});
    if (added && *added > 0) {
        // Every desk reads again what it shows of cards.
        m_session.changed(domain::Topic::Clinic, 0);
    }
    return added.map([](int rows) { return rows > 0; });
}

Result<QStringList> DistinctCards::of(const QString& card)
{
    auto rows = m_session.run(QStringLiteral("SELECT other FROM distinct_card WHERE one = ? UNION "
                                             "SELECT one FROM distinct_card WHERE other = ?"),
                              {card, card});
    if (!rows) {
        return fail(rows.error());
    }
    QStringList others;
    while (rows->next()) {
        others << rows->text(0);
    }
    return others;
}

} // namespace delpek::store
