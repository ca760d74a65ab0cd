// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/phone.h"

#include <optional>

// The identifiers of WhatsApp as WAHA writes them. Source: WAHA, "Receive messages", "Contacts" (@lid and @c.us).

namespace delpek::channels::waha
{

/// Whom a chat id names. Only a Person is answered: an answer anywhere else would be seen by others.
enum class ChatKind { Person, Group, Channel, Broadcast, Unknown };

struct Chat {
    ChatKind kind = ChatKind::Unknown;
    QString id; ///< of a Person: "972540001122@c.us", or "<digits>@lid" when WhatsApp hides the number
};

/// Reads a chat id. "…@s.whatsapp.net", the form inside of NOWEB and GOWS, becomes "…@c.us"; the number of a linked
/// device ("…:12@…") is left out.
Chat readChat(const QString& text);

/// A Person by telephone number; not a hidden id.
bool isNumber(const Chat& chat);

/// The telephone number where the chat id is one (@c.us); a hidden id vouches for none.
std::optional<domain::Phone> phoneOf(const QString& chatId);

/// A message id "{fromMe}_{chat}_{id}[_{participant}]". Some events and engines give the bare id: `fromMe` and `chat`
/// are then empty.
struct MessageKey {
    std::optional<bool> fromMe;
    QString chat;
    QString id; ///< WhatsApp's own, the same in every form: this is what we keep as the provider's id
};

MessageKey readMessageKey(const QString& text);
QString writeMessageKey(bool fromMe, const QString& chat, const QString& id);

} // namespace delpek::channels::waha
