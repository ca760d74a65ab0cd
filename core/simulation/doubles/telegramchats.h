// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "simulation/doubles/telegramchecks.h"

#include <QHash>
#include <QSet>

namespace delpek::simulation
{

/// Whom the bot can write to, as its updates showed: who wrote to it, who blocked it, which business connections stand
/// and who wrote through them lately. Not for several threads at once.
class BotChats
{
public:
    void note(const base::Json& update, base::Instant now);

    /// Why a message cannot go to `chat` (through `connection`); nothing when it can.
    std::optional<BotRefusal> refusal(const QString& chat, const QString& connection, base::Instant now) const;

    /// Takes the wait for an answer off a pressed button; false when it never was or is over.
    bool answerCallback(const QString& id, base::Instant now);

private:
    struct Connection {
        bool enabled = true;
        bool mayReply = true;
    };

    std::optional<BotRefusal> businessRefusal(const QString& chat, const QString& connection, base::Instant now) const;

    QSet<QString> m_chats;
    QSet<QString> m_blocked;
    QHash<QString, Connection> m_connections;
    QHash<QString, base::Instant> m_lastWritten; ///< by "<chat>@<connection>"
    QHash<QString, base::Instant> m_callbacks;
};

} // namespace delpek::simulation
