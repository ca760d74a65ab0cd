// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// What must still hold when a message is sent.
enum class Fence {
    Agent,   ///< domain::agentMayAct under the row's epoch
    Safety,  ///< fixed texts of triage: as long as no person holds the conversation
    None,    ///< a person's own message
};

enum class OutboxState { Queued, Sending, Sent, Failed, Unknown, Withdrawn };

struct OutboxRow {
    domain::OutboxId id;
    domain::ConversationId conversation;
    domain::MessageId message;
    qint64 epoch = 0;
    Fence fence = Fence::Agent;
    OutboxState state = OutboxState::Queued;
    QString reference;              ///< ours, unique, told to the provider where it echoes one
    int attempts = 0;
    base::Instant nextAttempt;
    std::optional<base::Instant> claimedAt;
    QString correlation;
};

/// Table `outbox`: intent, effect, receipt. One message a row; a conversation's rows go out in order, one at a time.
class Outbox
{
public:
    explicit Outbox(Session& session) : m_session(session) {}

    Result<domain::OutboxId> add(const OutboxRow& row);
    /// Rows that are due and have no unsettled row of their conversation before them, oldest first.
    Result<std::vector<OutboxRow>> due(base::Instant now, int limit);
    /// The next moment at which a queued row becomes due, if any.
    Result<std::optional<base::Instant>> nextDue();
    /// Checks the fence and moves Queued to Sending, attempts + 1. When the fence is down the row and its message
    /// become Withdrawn, and the result is StaleEpoch. NotFound when the row is not Queued any more.
    Result<OutboxRow> claim(domain::OutboxId id, base::Instant now);
    Result<Done> markSent(domain::OutboxId id, const QString& providerId);
    /// Sending back to Queued for a later try; the last error is kept as a text key.
    Result<Done> retryAt(domain::OutboxId id, base::Instant at, const QString& errorKey);
    Result<Done> markFailed(domain::OutboxId id, const QString& errorKey);
    Result<Done> markUnknown(domain::OutboxId id);
    /// Withdraws queued rows that the fence no longer lets pass. Gives how many.
    Result<int> withdrawStale(domain::ConversationId conversation);
    /// Rows in `state`, oldest first.
    Result<std::vector<OutboxRow>> inState(OutboxState state, int limit);
    Result<bool> hasSendingByAgent(domain::ConversationId conversation);
    Result<std::optional<OutboxRow>> findByReference(const QString& reference);
    Result<std::optional<OutboxRow>> findByMessage(domain::MessageId message);

private:
    Session& m_session;
};

} // namespace delpek::store
