// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviews.h"
#include "domain/change.h"

#include <functional>
#include <map>
#include <optional>

namespace delpek::test
{

/// Reports in memory. Answers at once, on the calling thread.
class FakeReviews final : public desk::Reviews
{
public:
    /// Of the desk it belongs to.
    struct Room {
        std::function<void(const std::vector<domain::Change>&)> publish;
        std::function<QString()> who;
        std::function<base::Instant()> now;
        std::function<const domain::Decision*(domain::DecisionId)> turn;
        std::function<domain::Conversation(domain::ConversationId)> conversation;
    };

    explicit FakeReviews(Room room);

    Future<std::vector<domain::Review>> of(domain::ConversationId id) override;
    Future<domain::ReviewId> report(domain::DecisionId turn, const domain::TurnReport& report) override;
    Future<Done> takeBack(domain::ReviewId id) override;
    Future<domain::TurnReport> draft(domain::DecisionId turn) override;
    Future<Done> saveDraft(domain::DecisionId turn, const domain::TurnReport& begun) override;
    Future<desk::ReviewPage> page(const desk::ReviewRequest& request) override;
    Future<desk::ReviewPage> exported(const desk::ReviewRequest& request) override { return page(request); }
    Future<desk::ReviewedTurn> turn(domain::ConversationId conversation, domain::DecisionId id) override;
    Future<Done> settle(domain::ReviewId id, domain::ReviewOutcome outcome, const QString& words) override;
    Future<Done> reopen(domain::ReviewId id) override;
    bool canReplay() const override { return replays; }
    Future<domain::ReplayedTurn> replay(domain::DecisionId turn) override;

    // What a test turns.
    std::vector<domain::Review> all;
    /// Every call fails with this until it is taken away.
    std::optional<Error> failure;
    std::map<std::pair<domain::DecisionId, QString>, domain::TurnReport> drafts;
    QStringList asked{QStringLiteral("כואבת לי השן ויש נפיחות")};
    QStringList said{QStringLiteral("אפשר לקבוע תור ליום חמישי בבוקר.")};
    bool replays = true;
    domain::ReplayedTurn replayed;
    std::vector<domain::DecisionId> replayedTurns;
    domain::ReviewId add(domain::DecisionId turn, const QString& author, const domain::TurnReport& report,
                         base::Duration ago = {});

private:
    Result<domain::Review*> find(domain::ReviewId id);
    void tell(const domain::Review& review);

    Room m_room;
    qint64 m_last = 0;
};

} // namespace delpek::test
