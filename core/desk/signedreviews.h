// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// Reports, for whoever is signed in: who may answer patients reports, who may judge an urgency settles. The local ones
/// note themselves who changes what.
class SignedReviews final : public Reviews
{
public:
    explicit SignedReviews(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::vector<domain::Review>> of(domain::ConversationId id) override;
    Future<domain::ReviewId> report(domain::DecisionId turn, const domain::TurnReport& report) override;
    Future<Done> takeBack(domain::ReviewId id) override;
    Future<domain::TurnReport> draft(domain::DecisionId turn) override;
    Future<Done> saveDraft(domain::DecisionId turn, const domain::TurnReport& begun) override;
    Future<ReviewPage> page(const ReviewRequest& request) override;
    Future<ReviewPage> exported(const ReviewRequest& request) override;
    Future<ReviewedTurn> turn(domain::ConversationId conversation, domain::DecisionId id) override;
    Future<Done> settle(domain::ReviewId id, domain::ReviewOutcome outcome, const QString& words) override;
    Future<Done> reopen(domain::ReviewId id) override;
    bool canReplay() const override;
    Future<domain::ReplayedTurn> replay(domain::DecisionId turn) override;

private:
    ReviewRequest allowed(ReviewRequest request) const;

    SignedActs& m_acts;
};

} // namespace delpek::desk
