// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "domain/attachment.h"

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
/// A picture in two sizes; `fileId` is that of the large one.
base::Json photoUpdate(const From& from, const QString& fileId, const QString& caption);
base::Json locationUpdate(const From& from, const domain::Place& place);
/// Start with what a deep link carried; empty: without.
base::Json startUpdate(const From& from, const QString& parameter);
/// The connection of the clinic's own account to the bot, made or ended.
base::Json connectionUpdate(const From& owner, const QString& connection, bool enabled, bool mayReply = true);
/// The update of a message (text, voice, photo) as it comes from the clinic's own account, written by the patient, or
/// by `owner` when it is given.
base::Json throughBusiness(base::Json update, const QString& connection, const From* owner = nullptr);
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
