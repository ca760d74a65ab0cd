// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <QByteArray>

namespace delpek::channels::waha
{

/// What one webhook POST of WAHA says to the session `session`. Pure.
///
/// The provider's id of a message is WhatsApp's own (ids.h): engines and events write it whole or bare. `message` and
/// `message.any` may both come for one message; the second changes nothing. A message of ours with source "api" is one
/// that we sent, any other was typed on the clinic's phone; releases of WAHA before `source` tell no difference, so
/// there our own sends, if they come back before their receipt, look like a person's and stop the agent.
/// A patient's message without any content (a kind that the engine cannot read, or not decrypted yet) is Unsupported,
/// with ":blank" behind its id. Notes of WhatsApp itself, and messages of the clinic without content, are Ignored.
/// Only chats with one person count. A patient whose number WhatsApp hides (@lid) is known by it where the delivery
/// tells it too, with the hidden id among Sender::otherIds; where it does not, he has no phone (Channel::identify
/// asks).
///
/// A body that is not JSON or not an event, or an item without id, chat or time, is InvalidInput, whose detail names
/// the JSON path, never the content. Deliveries to other sessions and events that we do not use are Ignored.
/// `message.waiting` (WEBJS) is Ignored too: the message itself comes later under the same id.
/// Source: WAHA, "Events", "Receive messages".
Result<std::vector<domain::Event>> parse(const QByteArray& raw, const QString& session);

} // namespace delpek::channels::waha
