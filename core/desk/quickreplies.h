// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/quickreply.h"

namespace delpek::desk
{

/// The clinic's own short texts, which all desks share. As Desk: any thread, answers later, blocks nowhere. Nothing
/// here sends. What changes is told with Topic::QuickReply.
class QuickReplies
{
public:
    virtual ~QuickReplies() = default;

    /// In the clinic's order.
    virtual Future<std::vector<domain::QuickReply>> all() = 0;
    /// What is known in a conversation for the fields of a reply. A phone that several patients share tells of none of
    /// them; records that are away leave gaps, not an error.
    virtual Future<domain::ReplyFacts> facts(domain::ConversationId id) = 0;
    /// An invalid id: a new one, at the end. InvalidInput with the key of domain::quickReplyFault; Conflict when
    /// somebody changed it since it was read; NotFound when somebody deleted it.
    virtual Future<domain::QuickReplyId> save(const domain::QuickReply& reply) = 0;
    virtual Future<Done> remove(domain::QuickReplyId id) = 0;
    /// These first and in this order; those that are not named keep theirs behind them.
    virtual Future<Done> order(const std::vector<domain::QuickReplyId>& ids) = 0;
};

} // namespace delpek::desk
