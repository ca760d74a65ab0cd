// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramchats.h"

namespace delpek::simulation
{

using namespace std::chrono_literals;
using base::at;
using base::Json;
using base::textAt;

namespace
{

/// Telegram does not publish how long a pressed button waits; "some seconds to minutes" was seen.
constexpr base::Duration callbackPatience = 30s;

QString key(const QString& chat, const QString& connection)
{
    return chat + QLatin1Char('@') + connection;
}

} // namespace

void BotChats::note(const Json& update, base::Instant now)
{
    for (const char* kind : {"message", "edited_message", "message_reaction", "my_chat_member"}) {
        if (const QString chat = textAt(at(at(update, kind), "chat"), "id"); !chat.isEmpty()) {
            m_chats.insert(chat);
            m_blocked.remove(chat);
        }
    }
    const Json& membership = at(update, "my_chat_member");
    if (textAt(at(membership, "new_chat_member"), "status") == QLatin1String("kicked")) {
        m_blocked.insert(textAt(at(membership, "chat"), "id"));
    }
    if (const QString callback = textAt(at(update, "callback_query"), "id"); !callback.isEmpty()) {
        m_callbacks.insert(callback, now);
    }
    if (const Json& connection = at(update, "business_connection"); connection.is_object()) {
        m_connections[textAt(connection, "id")] = {base::boolAt(connection, "is_enabled"),
                                                   base::boolAt(at(connection, "rights"), "can_reply")};
    }
    const Json& business = at(update, "business_message");
    const QString chat = textAt(at(business, "chat"), "id");
    if (!chat.isEmpty() && chat == textAt(at(business, "from"), "id")) {
        m_lastWritten[key(chat, textAt(business, "business_connection_id"))] = now;
    }
}

std::optional<BotRefusal> BotChats::refusal(const QString& chat, const QString& connection, base::Instant now) const
{
    if (!connection.isEmpty()) {
        return businessRefusal(chat, connection, now);
    }
    if (!m_chats.contains(chat)) {
        return BotRefusal{400, QStringLiteral("Bad Request: chat not found")};
    }
    if (m_blocked.contains(chat)) {
        return BotRefusal{403, QStringLiteral("Forbidden: bot was blocked by the user")};
    }
    return std::nullopt;
}

std::optional<BotRefusal> BotChats::businessRefusal(const QString& chat, const QString& connection,
                                                    base::Instant now) const
{
    const auto found = m_connections.constFind(connection);
    if (found == m_connections.constEnd() || !found->enabled) {
        return BotRefusal{400, QStringLiteral("Bad Request: business connection not found")};
    }
    if (!found->mayReply) {
        return BotRefusal{400, QStringLiteral("Bad Request: not enough rights")};
    }
    const auto written = m_lastWritten.constFind(key(chat, connection));
    if (written == m_lastWritten.constEnd()) {
        return BotRefusal{400, QStringLiteral("Bad Request: BUSINESS_PEER_INVALID")};
    }
    if (now - *written > 24h) {
        return BotRefusal{400, QStringLiteral("Bad Request: BUSINESS_PEER_USAGE_MISSING")};
    }
    return std::nullopt;
}

bool BotChats::answerCallback(const QString& id, base::Instant now)
{
    const auto pressed = m_callbacks.constFind(id);
    const bool waits = pressed != m_callbacks.constEnd() && now - *pressed <= callbackPatience;
    m_callbacks.remove(id);
    return waits;
}

} // namespace delpek::simulation
