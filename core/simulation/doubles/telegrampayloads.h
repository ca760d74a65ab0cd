// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

namespace delpek::simulation
{

/// Updates as the Bot API delivers them from private chats, without `update_id`: the double numbers them. Pure.
namespace telegram
{

/// The patient and the message's own data. `chat` is the user's id too, as in every private chat.
struct From {
    qint64 chat = 0;
    QString name;
    qint64 message = 0; ///< unique in the chat
    base::Instant at;
    QString language = QStringLiteral("he");
};

base::Json textUpdate(const From& from, const QString& text);
base::Json voiceUpdate(const From& from, const QString& fileId);
/// A new text for the message `from.message`.
base::Json editUpdate(const From& from, const QString& text);
/// A press on the button with `data` under the bot's message `from.message`.
base::Json buttonUpdate(const From& from, const QString& callbackId, const QString& data, const QString& label);
/// A reaction to `from.message`; an empty emoji takes it back.
base::Json reactionUpdate(const From& from, const QString& emoji);
/// The patient's own phone number, shared by the button that asks for it.
base::Json contactUpdate(const From& from, const QString& phone);
base::Json blockedUpdate(const From& from, bool blocked);

} // namespace telegram

} // namespace delpek::simulation
