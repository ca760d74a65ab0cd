// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/review.h"
#include "store/session.h"

#include <vector>

namespace delpek::store
{

/// A place in the list of all reports: open ones first, of each kind the newest first.
struct ReviewPlace {
    bool settled = false;
    domain::ReviewId id;
};

/// Which reports are looked for; what is not set takes all.
struct ReviewQuery {
    std::optional<bool> settled = {};
    QString author = {};
    std::optional<ReviewPlace> after = {}; ///< the last one of the page before
    int limit = 50;
};

/// Tables `review` and `review_draft`. What changes in the first is told with Topic::Review and the conversation.
class Reviews
{
public:
    explicit Reviews(Session& session)
        : m_session(session)
    {
    }

    /// The id does not matter; it is open. Conflict when its author reported the same turn before.
    Result<domain::ReviewId> add(const domain::Review& review);
    /// Kept from other writers until the commit. NotFound when it is gone.
    Result<domain::Review> take(domain::ReviewId id);
    /// Oldest first.
    Result<std::vector<domain::Review>> of(domain::ConversationId id);
    Result<std::vector<domain::Review>> list(const ReviewQuery& query);
    Result<Done> remove(const domain::Review& review);
    /// Nothing: it is open again.
    Result<Done> settle(const domain::Review& review, const std::optional<domain::ReviewSettlement>& settled);

    /// What a member of staff began to say of a turn and has not reported; empty when that is nothing.
    Result<domain::TurnReport> draft(domain::DecisionId turn, const QString& staff);
    Result<Done> saveDraft(domain::DecisionId turn, domain::ConversationId conversation, const QString& staff,
                           const domain::TurnReport& begun);

private:
    Result<std::vector<domain::Review>> where(const QString& condition, const QVariantList& values);

    Session& m_session;
};

} // namespace delpek::store
