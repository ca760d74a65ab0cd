// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/staffsend.h"
#include "domain/latersend.h"

namespace delpek::desk
{

/// What is known of a conversation when the time of a planned message has come.
struct LaterFacts {
    domain::Conversation conversation;
    qint64 heard = 0;                ///< see domain::LaterSend
    domain::EscalationId escalation; ///< the open one
    bool mayWrite = true;            ///< the author may write to patients
};

/// Why the message must not be sent any more (a text key); empty: it may be. Nothing goes out over somebody's head: not
/// when the patient said something since, when an escalation was opened, when another holds the conversation, when the
/// patient cannot be written to, or when its time passed long ago. Pure.
QString laterFault(const domain::LaterSend& planned, const LaterFacts& facts, base::Instant now);

/// Writes the plan: holds the conversation for the author and clears the draft, one write. `send` as for sendByPerson.
Result<domain::LaterSendId> planByPerson(store::Session& session, const StaffSend& send, base::Instant at,
                                         base::Instant now);

/// Sends the first planned message that is due as its author's, or holds it back and brings the conversation back as a
/// reminder: one write, so that a crash leaves all or nothing. `means`: what else a send of staff has. `skip`: so many
/// before it could not be written. False: none was due.
Result<bool> sendFirstDue(store::Session& session, const StaffSend& means, base::Instant now, int skip = 0);

/// Does not send it: it waits for a person with the key of the reason, on top of the list, and stands in the audit log.
Result<Done> holdBack(store::Session& session, const domain::LaterSend& planned, const QString& fault,
                      base::Instant now);

} // namespace delpek::desk
