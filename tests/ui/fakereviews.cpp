// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakereviews.h"

#include <algorithm>

namespace delpek::test
{

using domain::Review;
using domain::ReviewId;

FakeReviews::FakeReviews(Room room)
    : m_room(std::move(room))
{
}

void FakeReviews::tell(const Review& review)
{
    m_room.publish({{domain::Topic::Review, review.id.value, review.conversation.value}});
}

ReviewId FakeReviews::add(domain::DecisionId turn, const QString& author, const domain::TurnReport& report,
                          base::Duration ago)
{
    const auto* decision = m_room.turn(turn);
    all.push_back({{++m_last}, decision->conversation, turn, author, m_room.now() - ago, report, {}});
    tell(all.back());
    return all.back().id;
}

Result<Review*> FakeReviews::find(ReviewId id)
{
    const auto place = std::ranges::find(all, id, &Review::id);
    if (failure) {
        return fail(*failure);
    }
    return place == all.end() ? fail(ErrorCode::NotFound, {}, QStringLiteral("review.gone")) : Result<Review*>(&*place);
}

Future<std::vector<Review>> FakeReviews::of(domain::ConversationId id)
{
    std::vector<Review> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const auto& one) { return one.conversation == id; });
    return base::ready(failure ? Result<std::vector<Review>>(fail(*failure)) : std::move(found));
}

Future<ReviewId> FakeReviews::report(domain::DecisionId turn, const domain::TurnReport& report)
{
    if (failure) {
        return base::ready(Result<ReviewId>(fail(*failure)));
    }
    drafts.erase({turn, m_room.who()});
    return base::ready(Result<ReviewId>(add(turn, m_room.who(), report)));
}

Future<Done> FakeReviews::takeBack(ReviewId id)
{
    const auto found = find(id);
    if (!found) {
        return base::ready<Done>(fail(found.error()));
    }
    const Review gone = **found;
    std::erase_if(all, [&](const auto& one) { return one.id == id; });
    tell(gone);
    return base::ready(Result<Done>(Done{}));
}

Future<domain::TurnReport> FakeReviews::draft(domain::DecisionId turn)
{
    const auto place = drafts.find({turn, m_room.who()});
    return base::ready(failure
                           ? Result<domain::TurnReport>(fail(*failure))
                           : Result<domain::TurnReport>(place == drafts.end() ? domain::TurnReport{} : place->second));
}

Future<Done> FakeReviews::saveDraft(domain::DecisionId turn, const domain::TurnReport& begun)
{
    if (failure || m_room.who().isEmpty()) {
        return base::ready<Done>(fail(failure.value_or(Error{ErrorCode::Unauthorised, {}, {}})));
    }
    drafts[{turn, m_room.who()}] = begun;
    return base::ready(Result<Done>(Done{}));
}

Future<desk::ReviewPage> FakeReviews::page(const desk::ReviewRequest& request)
{
    if (failure) {
        return base::ready(Result<desk::ReviewPage>(fail(*failure)));
    }
    const auto key = [](bool settled, ReviewId id) { return std::pair(settled, -id.value); };
    const auto keyOf = [&](const Review& one) { return key(one.settled.has_value(), one.id); };
    auto sorted = all;
    std::ranges::sort(sorted, {}, keyOf);
    desk::ReviewPage page;
    for (const auto& one : sorted) {
        const bool isWanted = (!request.settled || *request.settled == one.settled.has_value()) &&
                              (!request.ownOnly || one.author == m_room.who()) &&
                              (!request.after || keyOf(one) > key(request.after->settled, request.after->id));
        if (!isWanted) {
            continue;
        }
        if (std::ssize(page.rows) == request.limit) {
            const auto& last = page.rows.back().review;
            page.next = desk::ReviewRequest::Place{last.settled.has_value(), last.id};
            break;
        }
        const auto* turn = m_room.turn(one.decision);
        page.rows.push_back({one, m_room.conversation(one.conversation), turn->startedAt, turn->outcome});
    }
    return base::ready(Result<desk::ReviewPage>(std::move(page)));
}

Future<desk::ReviewedTurn> FakeReviews::turn(domain::ConversationId, domain::DecisionId id)
{
    return base::ready(failure ? Result<desk::ReviewedTurn>(fail(*failure))
                               : Result<desk::ReviewedTurn>({*m_room.turn(id), asked, said}));
}

Future<Done> FakeReviews::settle(ReviewId id, domain::ReviewOutcome outcome, const QString& words)
{
    const auto found = find(id);
    if (!found) {
        return base::ready<Done>(fail(found.error()));
    }
    (*found)->settled = {outcome, m_room.who(), m_room.now(), words};
    tell(**found);
    return base::ready(Result<Done>(Done{}));
}

Future<Done> FakeReviews::reopen(ReviewId id)
{
    const auto found = find(id);
    if (!found) {
        return base::ready<Done>(fail(found.error()));
    }
    (*found)->settled.reset();
    tell(**found);
    return base::ready(Result<Done>(Done{}));
}

Future<domain::ReplayedTurn> FakeReviews::replay(domain::DecisionId turn)
{
    replayedTurns.push_back(turn);
    return base::ready(failure ? Result<domain::ReplayedTurn>(fail(*failure)) : Result<domain::ReplayedTurn>(replayed));
}

} // namespace delpek::test
