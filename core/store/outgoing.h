// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/outbox.h"

namespace delpek::store
{

/// Writes a message of ours that is to be sent: the message, its row of the outbox under our reference, and the
/// conversation's note of it. All of it in the caller's write, so a crash leaves all or nothing. The message brings
/// conversation, author, content, epoch and correlation; its times, its state and its id are set here. `hold`: how long
/// it waits before it goes out.
Result<domain::MessageId> queueMessage(Session& session, domain::Message message, Fence fence, base::Instant now,
                                       base::Duration hold = {});

} // namespace delpek::store
