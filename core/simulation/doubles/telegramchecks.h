// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/multipart.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"
#include "simulation/doubles/telegramtext.h"

namespace delpek::simulation
{

/// A refusal as the Bot API words it.
struct BotRefusal {
    int code = 400;
    QString description = {};
};

template <typename T>
using BotResult = tl::expected<T, BotRefusal>;

tl::unexpected<BotRefusal> refuseBot(const QString& description, int code = 400);

/// What a call brings: its parameters as JSON, whichever way they came, and the files of a form.
struct BotCall {
    base::Json body = base::Json::object();
    std::vector<http::FormPart> files;
};

/// Reads JSON or a form with files. Any other Content-Type is refused.
BotResult<BotCall> readBotCall(const http::ServerRequest& request);

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

QByteArray botErrorBody(const BotRefusal& refusal, int retryAfter = 0);
QByteArray botResult(base::Json result);

} // namespace delpek::simulation
