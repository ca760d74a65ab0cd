// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

#include <QByteArray>
#include <QStringList>

#include <set>

namespace delpek::api::webchat
{

/// How far one event stream has read its conversation.
struct Position {
    domain::ConversationId conversation;    ///< invalid: the visitor has not been heard yet
    std::optional<domain::MessageId> after; ///< nothing: the page knows nothing and wants the newest messages
    std::set<domain::MessageId> hidden;     ///< messages of ours up to `after` that were not to be seen yet
    bool isFirst = true;
    QByteArray state; ///< the last state event, not repeated
};

/// What a stream is to write next.
struct View {
    Position position;      ///< where the stream stands once `bytes` are written
    QByteArray bytes;       ///< events; empty: nothing is new
    QStringList references; ///< of the messages of ours in `bytes` whose delivery is not known yet
    bool hasMore = false;   ///< read again at once
};

/// Whether the visitor may see the message: his own, or one of ours that the outbox let out.
bool isVisible(const domain::Message& message);

/// Reads on in the visitor's conversation, at most 50 messages at a time. A message of ours is to be seen once the
/// outbox let it out: sent, or cut off before its receipt (unknown), as the fence was asked before. Each message is one
/// event "message" with an id that never goes back; "state" tells who holds the conversation and whether an answer is
/// being prepared. A message that was let out late is told although its place has passed. Inside a read.
Result<View> readOn(store::Session& session, const domain::ChannelAddress& visitor, Position position);

} // namespace delpek::api::webchat
