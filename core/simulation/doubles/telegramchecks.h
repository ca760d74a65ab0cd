// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/recorded.h"
#include "simulation/doubles/telegramcall.h"
#include "simulation/doubles/telegramtext.h"

namespace delpek::simulation
{

/// A message that the bot sent: what a chat shows of it.
struct BotMessage : SentMessage {
    QString method;
    QString connection;             ///< the business connection it went through; empty: the bot's own chat
    std::vector<StyledPart> styles; ///< of text or caption, which stands in `text`
    std::vector<std::size_t> rows;  ///< buttons of each row
    QByteArray file;
    QString fileName;
    QByteArray fileType;
    std::optional<domain::Place> place;
    int edits = 0;
};

/// Whether `method` is one that makes a message.
bool isSending(const QString& method);

/// Checks a call of such a method; gives the message without order, id and time. Stricter than the real one: unknown
/// members, which it would pass over, are refused.
BotResult<BotMessage> checkSending(const QString& method, const BotCall& call);

/// editMessageText: the new words and buttons, and in `quotedProviderId` the id of the message.
BotResult<BotMessage> checkEdit(const BotCall& call);

BotResult<base::Json> checkAction(const BotCall& call);
BotResult<base::Json> checkReaction(const BotCall& call);
BotResult<base::Json> checkWebhook(const BotCall& call);
/// setMyCommands for private chats.
BotResult<base::Json> checkCommands(const BotCall& call);

} // namespace delpek::simulation
