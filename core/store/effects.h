// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

/// A change in the clinic's records that a turn is about to make.
struct Effect {
    domain::ConversationId conversation;
    QString reference; ///< of the change; the same again finds what was done
    QString tool;
    std::vector<std::pair<domain::MessageId, int>> burst; ///< the messages that the turn answers, with their versions
    base::Instant intendedAt;
};

/// Table `effect`: intent first. A row is open from before the change until the turn that made it is committed; after
/// a crash the turn is run again with the same words, also when they were edited since, so that what was done is found
/// and told.
class Effects
{
public:
    explicit Effects(Session& session)
        : m_session(session)
    {
    }

    /// The same reference again changes nothing.
    Result<Done> open(const Effect& effect);
    /// The oldest open one of the conversation.
    Result<std::optional<Effect>> openOf(domain::ConversationId conversation);
    /// Closed ones that were announced at or after `since`.
    Result<int> countSince(domain::ConversationId conversation, base::Instant since);
    Result<Done> closeAll(domain::ConversationId conversation);

private:
    Session& m_session;
};

} // namespace delpek::store
