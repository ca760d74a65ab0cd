// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

namespace delpek::store
{

/// How one channel account has been doing: what came, and what still has to go out.
struct Traffic {
    std::optional<base::Instant> lastDelivery; ///< the newest that was kept
    int notTakenIn = 0;                        ///< deliveries kept and not looked at yet
    int unreadable = 0;                        ///< deliveries of the last day that could not be read
    int queued = 0;                            ///< messages that are to go out
    std::optional<base::Instant> queuedSince;  ///< the oldest of them
    int heldBack = 0; ///< messages not out, slowed or refused by the provider's limits in the last hour
};

/// Reads only; meant for a connection of its own beside the running program.
Result<Traffic> trafficOf(Session& session, domain::ChannelKind channel, const QString& account, base::Instant now);

} // namespace delpek::store
