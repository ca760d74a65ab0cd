// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// What must still hold when a message is sent.
enum class Fence {
    Agent,  ///< domain::agentMayAct under the row's epoch
    Safety, ///< fixed texts of triage: as long as no person holds the conversation
    None,   ///< a person's own message
};

enum class OutboxState { Queued, Sending, Sent, Failed, Unknown, Withdrawn };

struct OutboxRow {
    domain::OutboxId id;
    domain::ConversationId conversation;
    domain::MessageId message;
    qint64 epoch = 0;
    Fence fence = Fence::Agent;
    OutboxState state = OutboxState::Queued;
    QString reference; ///< ours, unique, told to the provider where it echoes one
    int attempts = 0;
    base::Instant nextAttempt;
    std::optional<base::Instant> claimedAt;
    QString correlation;
};

/// Table `outbox`: intent, effect, receipt. One message a row; a conversation's rows go out in order, one at a time.
class Outbox
{
public:
    explicit Outbox(Session& session)
        : m_session(session)
    {
    }

    Result<domain::OutboxId> add(const OutboxRow& row);
    /// Rows that are due and have no unsettled row (Queued, Sending) of their conversation before them, oldest first.
    /// An Unknown row holds nobody up: a person's answer must not wait for a look-up.
    Result<std::vector<OutboxRow>> due(base::Instant now, int limit);
    /// The next moment at which a queued row becomes due, if any.
    Result<std::optional<base::Instant>> nextDue();
    /// Checks the fence and moves Queued to Sending, attempts + 1. When the fence is down the row is withdrawn as by
    /// withdrawStale, and the result is StaleEpoch; that withdrawal is committed although the write fails with it
    /// (Session::keepDespiteError), so claim alone in a write. NotFound when the row is not Queued any more.
    Result<OutboxRow> claim(domain::OutboxId id, base::Instant now);
    Result<Done> markSent(domain::OutboxId id, const QString& providerId);
    /// Back to Queued for a later try, from Sending, Unknown or Failed (otherwise Conflict); the last error is kept as
    /// a text key. The message shows Queued again. A row that the fence no longer lets pass (the conversation moved on
    /// while it was being sent) is withdrawn instead, as by withdrawStale.
    Result<Done> retryAt(domain::OutboxId id, base::Instant at, const QString& errorKey);
    Result<Done> markFailed(domain::OutboxId id, const QString& errorKey);
    Result<Done> markUnknown(domain::OutboxId id);
    /// For a database that was brought back: what waited or was being sent in it may have gone out since. Every Queued
    /// and Sending row becomes Unknown, with its message. Gives how many.
    Result<int> doubtAll();
    /// Withdraws queued rows that the fence no longer lets pass. Gives how many. Where the agent goes on (a newer
    /// message of the patient overtook it), a turn of which nothing was sent is undone: its messages wait again and
    /// the dialogue is what it was before.
    Result<int> withdrawStale(domain::ConversationId conversation);
    /// A member of staff's own rows that were never tried and are not due yet, the next due first.
    Result<std::vector<OutboxRow>> heldBy(const QString& staff, base::Instant now);
    /// The person who sent it takes it back: the row and its message become Withdrawn. Conflict once it was tried.
    Result<Done> takeBack(domain::OutboxId id);
    /// The conversation's queued rows, in their order.
    Result<std::vector<OutboxRow>> queuedOf(domain::ConversationId conversation);
    /// Rows in `state`, oldest first.
    Result<std::vector<OutboxRow>> inState(OutboxState state, int limit);
    /// Is a message of an agent or of triage in the air, past recall?
    Result<bool> hasSendingByAgent(domain::ConversationId conversation);
    Result<std::optional<OutboxRow>> findByReference(const QString& reference);
    Result<std::optional<OutboxRow>> findByMessage(domain::MessageId message);

private:
    Session& m_session;
};

} // namespace delpek::store

template <>
inline constexpr auto delpek::base::enumWords<delpek::store::Fence> =
    std::to_array<std::pair<delpek::store::Fence, const char*>>({{delpek::store::Fence::Agent, "agent"},
                                                                 {delpek::store::Fence::Safety, "safety"},
                                                                 {delpek::store::Fence::None, "none"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::store::OutboxState> =
    std::to_array<std::pair<delpek::store::OutboxState, const char*>>({{delpek::store::OutboxState::Queued, "queued"},
                                                                       {delpek::store::OutboxState::Sending, "sending"},
                                                                       {delpek::store::OutboxState::Sent, "sent"},
                                                                       {delpek::store::OutboxState::Failed, "failed"},
                                                                       {delpek::store::OutboxState::Unknown, "unknown"},
                                                                       {delpek::store::OutboxState::Withdrawn,
                                                                        "withdrawn"}});
