// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"

#include <QString>

namespace delpek::domain
{

using LaterSendId = base::Id<struct LaterSendTag>;

/// A message is planned for at most so long ahead.
inline constexpr base::Duration longestLater = std::chrono::hours(24 * 30);
/// A message whose time passed by more than this while nothing ran is not sent any more.
inline constexpr base::Duration latestLater = std::chrono::minutes(15);
/// So many wait in one conversation at most.
inline constexpr size_t maxLaterSends = 10;

/// A message of a member of staff that goes out at a set time, if nothing happens in between that makes it wrong.
struct LaterSend {
    LaterSendId id;
    ConversationId conversation;
    QString author;
    QString text;
    base::Instant at;
    base::Instant plannedAt;
    qint64 heard = 0;        ///< all that the patient had said by then, see store::LaterSends::heard
    EscalationId escalation; ///< the one that was open by then
    QString fault;           ///< why it was not sent (a text key); empty while it waits

    friend bool operator==(const LaterSend&, const LaterSend&) = default;
};

} // namespace delpek::domain
