// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/quickreply.h"
#include "store/session.h"

namespace delpek::store
{

/// Table `quick_reply`: the clinic's own short texts, in the order in which the clinic wants them.
class QuickReplies
{
public:
    explicit QuickReplies(Session& session)
        : m_session(session)
    {
    }

    Result<std::vector<domain::QuickReply>> all();
    /// At the end. The id and the version of `reply` do not matter.
    Result<domain::QuickReplyId> add(const domain::QuickReply& reply);
    /// Conflict when it is not of the version that is there any more; NotFound when it is gone.
    Result<Done> change(const domain::QuickReply& reply);
    /// NotFound when it is gone already.
    Result<Done> remove(domain::QuickReplyId id);
    /// These first and in this order; those that are not named keep theirs behind them.
    Result<Done> order(const std::vector<domain::QuickReplyId>& ids);
    /// Adds these once in the life of the database: nothing more when the clinic deletes them. True: added.
    Result<bool> begin(const std::vector<domain::QuickReply>& first);

private:
    Session& m_session;
};

} // namespace delpek::store
