// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "store/session.h"

namespace delpek::store
{

/// Tables `escalation` and `escalation_event`. Each change writes its event in the same transaction. `by` is the name
/// of the person who does it, empty for the program. What changes an escalation that is not there gives NotFound.
/// Transitions that need an open one give Conflict with "escalation.closed" when it is closed.
class Escalations
{
public:
    explicit Escalations(Session& session)
        : m_session(session)
    {
    }

    /// Opens one, or raises the open one of the conversation: the urgency goes up, never down, rules are joined, the
    /// earlier first sign and the earlier deadline stay. When it goes up the reason follows, and notice and
    /// acknowledgement no longer count: somebody has to look again. The conversation's urgency follows. `detail` is
    /// what a person who raises it says; without it the event carries the reason.
    Result<domain::EscalationId> open(const domain::Escalation& escalation, const QString& by = {},
                                      const QString& detail = {});
    /// The first notice that went out; later ones change nothing. The event is the notifier's own (addEvent).
    Result<Done> markNotified(domain::EscalationId id, base::Instant at);
    /// The first one counts. A closed one is left as it is.
    Result<Done> acknowledge(domain::EscalationId id, const QString& by, base::Instant at);
    /// A doctor wrote to the patient: the conversation's open escalation is answered, and acknowledged where nobody had
    /// before. Nothing when none is open. The first answer counts, each has its event.
    Result<Done> answered(domain::ConversationId conversation, const QString& by, base::Instant at);
    /// Only a person. InvalidInput without a reason ("escalation.noReason") or when it is not lower than now.
    Result<Done> lower(domain::EscalationId id, domain::Urgency urgency, const QString& by, const QString& reason,
                       base::Instant at);
    /// Only a person. InvalidInput without a reason. The conversation's urgency becomes Routine. What concerned a
    /// doctor waits to be filed in the patient's record (`Transcripts`).
    Result<Done> close(domain::EscalationId id, const QString& by, const QString& reason, base::Instant at);
    /// Closes every open one of the conversation with the reason; like close.
    Result<Done> closeAll(domain::ConversationId conversation, const QString& by, const QString& reason,
                          base::Instant at);
    /// Only a person. InvalidInput without a reason, Conflict when it is open or another one of the conversation is. It
    /// begins anew: not notified, not acknowledged, not answered; its deadline stays.
    Result<Done> reopen(domain::EscalationId id, const QString& by, const QString& reason, base::Instant at);
    /// What the agent is told when it gets the conversation back.
    Result<Done> setBrief(domain::EscalationId id, const QString& brief);

    Result<Done> addEvent(const domain::EscalationEvent& event);
    /// Oldest first.
    Result<std::vector<domain::EscalationEvent>> eventsOf(domain::EscalationId id);

    Result<domain::Escalation> byId(domain::EscalationId id);
    /// Oldest first.
    Result<std::vector<domain::Escalation>> ofConversation(domain::ConversationId conversation);
    /// Most urgent first, then oldest.
    Result<std::vector<domain::Escalation>> openOnes(int limit);
    /// Last closed first.
    Result<std::vector<domain::Escalation>> closedOnes(int limit);

private:
    Result<domain::Escalation> lockOpen(domain::EscalationId id);
    Result<domain::Escalation> lock(domain::EscalationId id);
    Result<Done> note(const domain::Escalation& escalation, base::Instant at, const QString& kind, const QString& by,
                      const QString& detail);
    Result<domain::EscalationId> begin(const domain::Escalation& escalation, const QString& by, const QString& detail);
    Result<domain::EscalationId> raise(const domain::Escalation& open, const domain::Escalation& further,
                                       const QString& by, const QString& detail);

    Session& m_session;
};

} // namespace delpek::store
