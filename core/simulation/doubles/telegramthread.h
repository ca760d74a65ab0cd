// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/telegramchecks.h"

namespace delpek::simulation
{

/// What the bot wrote: takes checked messages and edits, and shows them as Message objects. Not for several threads at
/// once.
class BotThread
{
public:
    explicit BotThread(QString bot)
        : m_bot(std::move(bot))
    {
    }

    /// Numbers and keeps the message. Gives its Message object.
    base::Json take(BotMessage message, base::Instant now);

    /// Why an edit cannot be made: no such message, no text in it, or nothing new.
    std::optional<BotRefusal> editRefusal(const BotMessage& wanted) const;
    /// After editRefusal gave nothing.
    base::Json edit(const BotMessage& wanted);

    const std::vector<BotMessage>& sent() const { return m_sent; }

private:
    base::Json shown(const BotMessage& message) const;

    QString m_bot;
    std::vector<BotMessage> m_sent;
};

} // namespace delpek::simulation
