// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/conversation.h"

#include <QString>

namespace delpek::domain
{

using AgentDraftId = base::Id<struct AgentDraftTag>;

/// The reason of a draft of approved words begins so; the key of the response follows.
inline constexpr auto approvedReason = "triage.";

/// Wanted: a person asked for it, it is being made. Open: waits for a person. Empty: the agent has no words for it.
/// Taken: in a person's composer. These four are current; the others are kept for the record.
/// Sent: what the person made of it went out. PassedOver: a person sent something else. Dismissed: a person did not
/// want it. Outdated: the conversation went on without it.
enum class AgentDraftState { Wanted, Open, Empty, Taken, Sent, PassedOver, Dismissed, Outdated };

/// What the agent would answer, for a person to send. A conversation has at most one that is current.
struct AgentDraft {
    AgentDraftId id;
    ConversationId conversation;
    DecisionId decision; ///< of the turn that made it; invalid while it is wanted
    AgentDraftState state = AgentDraftState::Open;
    QString askedBy; ///< the member of staff who wanted it; empty: the conversation's mode did
    QString text;
    QString reason; ///< text key: why there are no words
    QString tool;   ///< the change of the records that the agent would make first
    QString takenBy;
    MessageId answers; ///< the patient's newest message that it knows
    MessageId sent;    ///< the message that a person sent with it or instead of it
    QString sentText;
    base::Instant madeAt;
    bool isStale = false; ///< the patient wrote since

    bool isCurrent() const
    {
        return state == AgentDraftState::Wanted || state == AgentDraftState::Open || state == AgentDraftState::Empty ||
               state == AgentDraftState::Taken;
    }
    /// Approved words for what triage found: as true behind the patient's next ones.
    bool isApproved() const { return !text.isEmpty() && reason.startsWith(QLatin1String(approvedReason)); }
    bool mayBeTaken() const { return !text.isEmpty() && (!isStale || isApproved()); }
    friend bool operator==(const AgentDraft&, const AgentDraft&) = default;
};

/// Whether an agent may draft here at all: not where it answers by itself, where a doctor holds, or where nothing can
/// be sent. Gives a text key of why not; empty: it may.
inline QString draftFault(const Conversation& conversation)
{
    if (conversation.holder.kind == HolderKind::Doctor) {
        return QStringLiteral("draft.doctor");
    }
    if (conversation.blocked || conversation.optedOut) {
        return QStringLiteral("draft.noMessages");
    }
    return agentMayAct(conversation, conversation.epoch) ? QStringLiteral("draft.agent") : QString();
}

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::AgentDraftState> =
    std::to_array<std::pair<delpek::domain::AgentDraftState, const char*>>(
        {{delpek::domain::AgentDraftState::Wanted, "wanted"},
         {delpek::domain::AgentDraftState::Open, "open"},
         {delpek::domain::AgentDraftState::Empty, "empty"},
         {delpek::domain::AgentDraftState::Taken, "taken"},
         {delpek::domain::AgentDraftState::Sent, "sent"},
         {delpek::domain::AgentDraftState::PassedOver, "passed_over"},
         {delpek::domain::AgentDraftState::Dismissed, "dismissed"},
         {delpek::domain::AgentDraftState::Outdated, "outdated"}});
