// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/effects.h"

#include "base/json.h"

namespace delpek::store
{

namespace
{

QString burstToText(const std::vector<std::pair<domain::MessageId, int>>& burst)
{
    auto json = base::Json::array();
    for (const auto& [message, version] : burst) {
        json.push_back({message.value, version});
    }
    return QString::fromStdString(json.dump());
}

std::vector<std::pair<domain::MessageId, int>> burstFrom(const QString& text)
{
    std::vector<std::pair<domain::MessageId, int>> burst;
    const auto json = base::parseJson(text.toUtf8());
    for (const auto& item : json ? *json : base::Json::array()) {
        burst.emplace_back(domain::MessageId{item.at(0).get<qint64>()}, item.at(1).get<int>());
    }
    return burst;
}

} // namespace

Result<Done> Effects::open(const Effect& effect)
{
    const auto added =
        m_session.execute(QStringLiteral("INSERT INTO effect (conversation, reference, tool, burst, intended_at, "
                                         "is_open) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (reference) DO NOTHING"),
                          {effect.conversation.value, effect.reference, effect.tool, burstToText(effect.burst),
                           qint64(base::toMillis(effect.intendedAt))});
    return added ? Result<Done>(Done{}) : fail(added.error());
}

Result<std::optional<Effect>> Effects::openOf(domain::ConversationId conversation)
{
    auto rows = m_session.run(QStringLiteral("SELECT reference, tool, burst, intended_at FROM effect "
                                             "WHERE conversation = ? AND is_open = 1 ORDER BY id LIMIT 1"),
                              {conversation.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return std::optional<Effect>();
    }
    return std::optional(
        Effect{conversation, rows->text(0), rows->text(1), burstFrom(rows->text(2)), rows->instant(3)});
}

Result<int> Effects::countSince(domain::ConversationId conversation, base::Instant since)
{
    return m_session
        .run(QStringLiteral("SELECT count(*) FROM effect WHERE conversation = ? AND is_open = 0 AND intended_at >= ?"),
             {conversation.value, qint64(base::toMillis(since))})
        .map([](Rows rows) { return rows.next() ? int(rows.integer(0)) : 0; });
}

Result<Done> Effects::closeAll(domain::ConversationId conversation)
{
    const auto closed = m_session.execute(
        QStringLiteral("UPDATE effect SET is_open = 0 WHERE conversation = ? AND is_open = 1"), {conversation.value});
    return closed ? Result<Done>(Done{}) : fail(closed.error());
}

} // namespace delpek::store
