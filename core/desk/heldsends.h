// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/outgoing.h"
#include "store/session.h"

// A person's send waits in the outbox until it is due (desk.send-undo): that survives a crash, and whoever starts the
// program again can still take it back.

namespace delpek::desk
{

/// One for each send of that member of staff which is not due at `now`, the next to go first.
Result<std::vector<HeldSend>> heldSends(store::Session& session, const QString& staff, base::Instant now);

/// Withdraws all that `staff` sent in one go with the message and puts the words in front of his draft, in one write.
/// Conflict (send.on-its-way) when any of it was tried already or somebody else sent it.
Result<TakenBack> takeBack(store::Session& session, const QString& staff, domain::MessageId message);

} // namespace delpek::desk
