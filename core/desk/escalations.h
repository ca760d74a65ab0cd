// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/escalationbook.h"
#include "desk/staffsend.h"
#include "domain/escalation.h"
#include "store/session.h"

// What a person does with an escalation, each one write. `by` is the person's name.

namespace delpek::desk
{

/// Opens one or raises the open one, with the person's words as its detail; an agent lets the conversation go.
/// InvalidInput without words.
Result<domain::EscalationId> raiseEscalation(store::Session& session, domain::ConversationId id,
                                             domain::Urgency urgency, const QString& by, const QString& words,
                                             base::Instant now, std::optional<base::Instant> dueAt = {});

/// Closes it; the agent gets the conversation back unless a member of staff holds it.
Result<Done> closeEscalation(store::Session& session, domain::EscalationId id, const QString& by, const QString& reason,
                             base::Instant now);

/// Opens it again; an agent lets the conversation go.
Result<Done> reopenEscalation(store::Session& session, domain::EscalationId id, const QString& by,
                              const QString& reason, base::Instant now);

/// As a person kept it, else the draft.
Result<QString> resumeBrief(store::Session& session, domain::EscalationId id, const agent::EscalationBook* book);

/// Keeps the brief with the conversation's newest escalation and gives the conversation back to the agent.
Result<Done> handBackWithBrief(store::Session& session, domain::ConversationId id, const QString& brief,
                               base::Instant now);

/// Notes what the patient said about a doctor's answers on the channel, with its event where an escalation is open.
Result<Done> noteConsent(store::Session& session, domain::ConversationId id, bool given, const QString& by,
                         base::Instant now);

/// Sends the words that the clinic calls (`send.callsInstead`): acknowledged in the author's name, not answered.
/// Nothing when that was told since it was opened. Conflict when it is closed.
Result<Done> promiseCall(store::Session& session, domain::EscalationId id, const StaffSend& send, base::Instant now);

/// What the patient wrote since the escalation's first sign, oldest first.
Result<QStringList> patientWords(store::Session& session, const domain::Escalation& escalation);

/// The card without what the records know and without what is read out of the thread.
Result<domain::EscalationCard> cardOf(store::Session& session, domain::EscalationId id);

} // namespace delpek::desk
