// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "store/store.h"

namespace delpek::desk
{

class TurnReplay;

/// The reports in our store. Who reports, takes back, settles and opens again stands in the audit log, without the
/// words. References outlive it.
class LocalReviews final : public Reviews
{
public:
    /// Without a `replay` no turn is run again here.
    LocalReviews(store::Store& store, base::Clock& clock, QString staff, TurnReplay* replay = nullptr);

    Future<std::vector<domain::Review>> of(domain::ConversationId id) override;
    Future<domain::ReviewId> report(domain::DecisionId turn, const domain::TurnReport& report) override;
    Future<Done> takeBack(domain::ReviewId id) override;
    Future<domain::TurnReport> draft(domain::DecisionId turn) override;
    Future<Done> saveDraft(domain::DecisionId turn, const domain::TurnReport& begun) override;
    Future<ReviewPage> page(const ReviewRequest& request) override;
    Future<ReviewPage> exported(const ReviewRequest& request) override { return page(request); }
    Future<ReviewedTurn> turn(domain::ConversationId conversation, domain::DecisionId id) override;
    Future<Done> settle(domain::ReviewId id, domain::ReviewOutcome outcome, const QString& words) override;
    Future<Done> reopen(domain::ReviewId id) override;
    bool canReplay() const override { return m_replay != nullptr; }
    Future<domain::ReplayedTurn> replay(domain::DecisionId turn) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
    TurnReplay* m_replay;
};

} // namespace delpek::desk
