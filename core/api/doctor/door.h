// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"
#include "store/escalationlinks.h"

// Who may come in by a private link. Functions of the store, inside a read or a write.

namespace delpek::api::doctor
{

/// How many wrong PINs end a link.
inline constexpr int mostWrongPins = 5;

/// Closed: no such link, or one that is over; nobody can tell which. Locked: the link is good, this device has not
/// shown the PIN yet. Open: come in.
enum class DoorState { Closed, Locked, Open };

struct Door {
    DoorState state = DoorState::Closed;
    store::EscalationLink link; ///< not of a closed one
    domain::StaffMember staff;  ///< nor this
};

/// The door behind these hashes, see hashOf. A closed one costs the same questions as an open one; the link of a member
/// of staff who works here no more is closed.
Result<Door> doorOf(store::Session& session, const QString& tokenHash, const QString& deviceHash, base::Instant now);

/// Counts a PIN that is about to be looked at, before it is: many at once gain nothing. False when there were too many
/// already; then the link is revoked.
Result<bool> beginPin(store::Session& session, const store::EscalationLink& link, base::Instant now);

/// The PIN was right: the device is let in.
Result<Done> admit(store::Session& session, const store::EscalationLink& link, const QString& deviceHash,
                   base::Instant now);

/// The PIN was wrong: how many tries are left. With none left the link is revoked.
Result<int> refusePin(store::Session& session, const store::EscalationLink& link, base::Instant now);

/// Ends a link; `by` and `reason` go to the audit log and to the escalation's history.
Result<Done> revoke(store::Session& session, const store::EscalationLink& link, const QString& by,
                    const QString& reason, base::Instant now);

/// The same for all links of an escalation that are not revoked yet; gives how many.
Result<int> revokeAll(store::Session& session, domain::EscalationId escalation, const QString& by,
                      const QString& reason, base::Instant now);

/// "escalation:12", as the audit log names it.
QString subjectOf(domain::EscalationId escalation);

} // namespace delpek::api::doctor
