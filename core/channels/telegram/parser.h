// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <QByteArray>

namespace delpek::channels::telegram
{

/// What one Update object of the Bot API says to the bot `account` (its numeric id: an Update does not name it). Pure.
///
/// Only private chats count: an answer into a group would show one patient's matters to the others. The address is the
/// chat's id, with "@<connection>" where the message came to the clinic's own account (business connections); a
/// provider id is "<address>:<message>", because message ids are unique within a chat only; see fields.h. A pressed
/// button is a message of kind Choice with the provider id "cb:<callback query id>"; Telegram does not tell when it was
/// pressed, so `sentAt` is that of the message with the button, a lower bound. InvalidInput names the JSON path; a kind
/// we do not use is Ignored. Source: Telegram Bot API, "Update", "Message", "CallbackQuery", "ChatMemberUpdated",
/// "BusinessConnection", "BusinessMessagesDeleted".
Result<std::vector<domain::Event>> parse(const QByteArray& rawUpdate, const QString& account);

/// The callback query that this update wants answered, so that the patient's button stops spinning.
std::optional<QString> callbackId(const QByteArray& rawUpdate);

/// One element of a getUpdates answer, as bytes for the inbox.
struct RawUpdate {
    qint64 id = 0;
    QByteArray bytes;
};

/// The updates of a getUpdates answer with HTTP status 200, in order. InvalidInput when it is not one.
Result<std::vector<RawUpdate>> updatesOf(const QByteArray& answer);

} // namespace delpek::channels::telegram
