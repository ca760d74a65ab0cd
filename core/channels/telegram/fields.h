// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/event.h"

// What several kinds of updates have in common.

namespace delpek::channels::telegram
{

/// A private chat. As ChannelAddress::user it is "<chat id>", and "<chat id>@<business connection id>" where the bot
/// answers in the name of the clinic's own Telegram account: the same patient may also write to the bot itself, and an
/// answer has to go out where the question came in.
struct Chat {
    qint64 id = 0;
    QString connection;
};

QString userOf(const Chat& chat);
/// Nothing when the text is no such address.
std::optional<Chat> chatOf(const QString& user);

/// "<user>:<message id>": message ids are unique within a chat only.
QString providerIdOf(const QString& user, const QString& messageId);
/// The message id in a provider id of that chat; nothing for another chat's, or for a pressed button ("cb:…").
std::optional<qint64> messageIdIn(const QString& user, const QString& providerId);

/// The user in the chat of a Message, InaccessibleMessage or the like; empty when it names no chat.
QString userIn(const base::Json& message);
/// The provider id of a Message; empty when chat or id is missing.
QString providerIdIn(const base::Json& message);
bool isPrivate(const base::Json& chat);
/// Unix seconds up to the year 9999.
std::optional<base::Instant> timeAt(const base::Json& object, const char* key);

/// `from`: a User, or the Chat where the message does not come from the patient.
domain::Sender senderOf(const QString& account, const QString& user, const base::Json& from);

tl::unexpected<Error> malformed(const char* path);

} // namespace delpek::channels::telegram
