// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/erasedamounts.h"
#include "domain/ids.h"
#include "store/session.h"

#include <QStringList>

namespace delpek::store
{

using domain::ErasedAmounts;

/// Takes a conversation out of every table that knows it: messages in all versions, decisions, what was sent and is
/// to be sent, escalations with their notices and links, drafts, internal notes, lines of hand-over sheets, sessions of
/// services, what was said of cards in the person's conversations, what it is found by, and the providers' deliveries
/// as they came. The names of its files wait in `erased_file` until somebody has removed them. The clinic's records and
/// the audit log are not touched. That the patient wants no messages, or is blocked, stays known by a digest of the
/// address (`kept_refusal`).
class Erasure
{
public:
    explicit Erasure(Session& session)
        : m_session(session)
    {
    }

    /// NotFound when there is no such conversation.
    Result<ErasedAmounts> amounts(domain::ConversationId id);
    /// Conflict while something is under way that has to end first: "erasure.escalation" (one is open),
    /// "erasure.unfiled" (an exchange is not in the patient's record yet), "erasure.sending" (a message is at the
    /// provider), "erasure.change" (the records are being changed).
    Result<Done> check(domain::ConversationId id);
    /// Everything, in the write under way; gives what there was. Whoever calls has asked check() in it. The person goes
    /// with their last conversation.
    Result<ErasedAmounts> erase(domain::ConversationId id);
    /// Conversations whose last activity was before `before` and that nothing keeps, the oldest first.
    Result<std::vector<domain::ConversationId>> idle(base::Instant before, int limit);
    Result<int> idleCount(base::Instant before);

    /// A file that no message names any more. One that is wanted again is left alone.
    Result<Done> leaveFile(const QString& file);
    /// Files that are to be removed. Those that a message names again are taken off the list first: only in a write.
    Result<QStringList> filesToRemove(int limit);
    Result<Done> fileRemoved(const QString& file);

private:
    Result<QStringList> addresses(domain::ConversationId id);
    Result<Done> keepRefusal(domain::ConversationId id);
    Result<Done> blankDeliveries(domain::ConversationId id);
    Result<Done> forgetShifts(domain::ConversationId id);
    Result<Done> each(std::initializer_list<const char*> statements, domain::ConversationId id);

    Session& m_session;
};

/// The setting that names the last conversation erased since SearchIndex::compact() last came to its end.
inline const auto erasedInIndex = QStringLiteral("search.erased");

/// What a patient said that outlasts the erasure of their conversation.
struct Refusal {
    bool optedOut = false;
    bool blocked = false;
};

/// For a conversation that begins: what was known of that address before it was erased, which the conversation keeps
/// from now on.
Result<Refusal> takeRefusal(Session& session, const domain::ChannelAddress& address);

} // namespace delpek::store
