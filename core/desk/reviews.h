// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/replayedturn.h"
#include "domain/review.h"
#include "domain/right.h"

#include <vector>

namespace delpek::desk
{

/// Who may judge an urgency may judge a report: sees those of everybody, settles and opens them again.
inline constexpr domain::Right settlesReviews = domain::Right::CloseEscalation;

/// Open ones stand before settled ones, each the newest first.
struct ReviewRequest {
    struct Place {
        bool settled = false;
        domain::ReviewId id;
    };
    std::optional<bool> settled = {}; ///< empty: both
    bool ownOnly = false;             ///< of the member of staff at this desk
    std::optional<Place> after = {};  ///< `next` of the page before
    int limit = 50;
};

/// A report, and what it is about.
struct ReviewRow {
    domain::Review review;
    domain::Conversation conversation;
    base::Instant turnAt;
    domain::Outcome outcome = domain::Outcome::Silent;
};

struct ReviewPage {
    std::vector<ReviewRow> rows;
    std::optional<ReviewRequest::Place> next = {}; ///< empty: there is no more
};

/// A turn with the words it read, as they read then, and those it said.
struct ReviewedTurn {
    domain::Decision decision;
    QStringList asked;
    QStringList said;
};

/// What staff say of turns that were wrong, and how a turn would end today. As Desk: any thread, answers later, blocks
/// nowhere. What changes is told with Topic::Review and the conversation.
class Reviews
{
public:
    virtual ~Reviews() = default;

    /// Of all turns of a conversation, oldest first.
    virtual Future<std::vector<domain::Review>> of(domain::ConversationId id) = 0;
    /// By the member of staff at this desk, whose draft is cleared in the same transaction. It calls nobody.
    /// InvalidInput without a kind, for TurnFault::Other without words, and beyond domain::maxReviewWords; Conflict
    /// when this person reported the turn before; NotFound when the turn is gone.
    virtual Future<domain::ReviewId> report(domain::DecisionId turn, const domain::TurnReport& report) = 0;
    /// Forbidden for a report of somebody else, Conflict when it is settled, NotFound when it is gone.
    virtual Future<Done> takeBack(domain::ReviewId id) = 0;

    /// What the member of staff at this desk began and has not reported yet. Nobody else sees it.
    virtual Future<domain::TurnReport> draft(domain::DecisionId turn) = 0;
    virtual Future<Done> saveDraft(domain::DecisionId turn, const domain::TurnReport& begun) = 0;

    /// Who may not settle gets their own only.
    virtual Future<ReviewPage> page(const ReviewRequest& request) = 0;
    /// The same for a file: without the patient's words and names. The audit log knows that it was taken.
    virtual Future<ReviewPage> exported(const ReviewRequest& request) = 0;
    /// NotFound when there is no such turn in the conversation.
    virtual Future<ReviewedTurn> turn(domain::ConversationId conversation, domain::DecisionId id) = 0;
    /// InvalidInput beyond domain::maxReviewWords, Conflict when it is settled already, NotFound when it is gone.
    virtual Future<Done> settle(domain::ReviewId id, domain::ReviewOutcome outcome, const QString& words) = 0;
    /// Conflict when it is open.
    virtual Future<Done> reopen(domain::ReviewId id) = 0;

    /// Whether an engine is here that could run a turn again.
    virtual bool canReplay() const = 0;
    /// Runs the turn again with the rules and the team of today, on what its decision recorded: asks no records and no
    /// model, writes and sends nothing. Unsupported without an engine.
    virtual Future<domain::ReplayedTurn> replay(domain::DecisionId turn) = 0;
};

} // namespace delpek::desk
