// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tiedcards.h"

#include "store/conversationrow.h"

#include <algorithm>

namespace delpek::store
{

namespace
{

const QString ofThePerson = QStringLiteral("conversation IN (SELECT c.id FROM conversation c WHERE c.person = (SELECT "
                                           "person FROM conversation WHERE id = ?))");

/// Every conversation of the person shows the card.
Result<Done> tellOfThePerson(Session& session, domain::ConversationId id)
{
    auto rows =
        session.run(QStringLiteral("SELECT id FROM conversation WHERE person = (SELECT person FROM conversation "
                                   "WHERE id = ?)"),
                    {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        session.changed(domain::Topic::Conversation, rows->integer(0), rows->integer(0));
    }
    return Done{};
}

} // namespace

Result<bool> TiedCards::tie(domain::ConversationId id, const QString& patient, const QString& by, base::Instant now)
{
    const auto conversation = loadConversation(m_session, id, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto before = of(id);
    if (!before || std::ranges::find(*before, patient, &domain::TiedCard::patient) != before->end()) {
        return before.map([](const auto&) { return false; });
    }
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO tied_card (conversation, patient, tied_by, tied_at) VALUES (?, ?, ?, ?)"),
        {id.value, patient, by, qint64(base::toMillis(now))});
    if (!added) {
        return fail(added.error());
    }
    return tellOfThePerson(m_session, id).map([](Done) { return true; });
}

Result<bool> TiedCards::untie(domain::ConversationId id, const QString& patient)
{
    const auto gone = m_session.execute(
        QStringLiteral("DELETE FROM tied_card WHERE patient = ? AND %1").arg(ofThePerson), {patient, id.value});
    if (!gone || *gone == 0) {
        return gone.map([](int) { return false; });
    }
    return tellOfThePerson(m_session, id).map([](Done) { return true; });
}

Result<Done> TiedCards::leave(domain::ConversationId id)
{
    const auto kept = m_session.execute(
        QStringLiteral(
            "INSERT INTO tied_card (conversation, patient, tied_by, tied_at) "
            "SELECT o.other, t.patient, t.tied_by, t.tied_at FROM tied_card t JOIN (SELECT MIN(c.id) AS other "
            "FROM conversation c WHERE c.id <> ? AND c.person = (SELECT person FROM conversation WHERE id = "
            "?)) o ON o.other IS NOT NULL WHERE t.conversation = ? ON CONFLICT DO NOTHING"),
        {id.value, id.value, id.value});
    if (!kept) {
        return fail(kept.error());
    }
    return m_session.execute(QStringLiteral("DELETE FROM tied_card WHERE conversation = ?"), {id.value}).map([](int) {
        return Done{};
    });
}

Result<std::vector<domain::TiedCard>> TiedCards::of(domain::ConversationId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT patient, tied_by, tied_at FROM tied_card WHERE %1 ORDER BY tied_at, patient")
            .arg(ofThePerson),
        {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::TiedCard> cards;
    while (rows->next()) {
        if (std::ranges::find(cards, rows->text(0), &domain::TiedCard::patient) == cards.end()) {
            cards.push_back({rows->text(0), rows->text(1), base::fromMillis(rows->integer(2))});
        }
    }
    return cards;
}

Result<std::vector<domain::ConversationId>> TiedCards::conversationsOf(const QStringList& patients)
{
    std::vector<domain::ConversationId> ids;
    for (const QString& patient : patients) {
        auto rows = m_session.run(QStringLiteral("SELECT DISTINCT c.id FROM tied_card t JOIN conversation o ON o.id = "
                                                 "t.conversation JOIN conversation c ON c.person = o.person WHERE "
                                                 "t.patient = ? ORDER BY c.id"),
                                  {patient});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            ids.push_back({rows->integer(0)});
        }
    }
    return ids;
}

} // namespace delpek::store
