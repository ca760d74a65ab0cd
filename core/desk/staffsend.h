// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

namespace delpek::desk
{

/// A message that a person sends.
struct StaffSend {
    domain::ConversationId conversation;
    domain::AuthorKind author = domain::AuthorKind::Staff;
    QString authorName; ///< under whose name it goes out
    QString draftOf;    ///< whose draft it was
    QString text;
};

/// Takes the conversation for the author, withdraws what an agent had queued, queues the message and clears the draft:
/// one write. WindowClosed when WhatsApp's 24 hours are over, InvalidInput for an empty text.
Result<domain::MessageId> sendByPerson(store::Session& session, const StaffSend& send, base::Instant now);

/// Sets the holder, raises the epoch and withdraws what the fence no longer lets pass.
Result<Done> setHolder(store::Session& session, domain::ConversationId id, const domain::Holder& holder,
                       base::Instant now);

} // namespace delpek::desk
