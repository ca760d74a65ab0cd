// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedreviews.h"

namespace delpek::desk
{

using domain::Right;

Future<std::vector<domain::Review>> SignedReviews::of(domain::ConversationId id)
{
    return m_acts.run<std::vector<domain::Review>>(Right::See, [&](Desk& desk) { return desk.reviews().of(id); });
}

Future<domain::ReviewId> SignedReviews::report(domain::DecisionId turn, const domain::TurnReport& report)
{
    return m_acts.run<domain::ReviewId>(Right::Converse,
                                        [&](Desk& desk) { return desk.reviews().report(turn, report); });
}

Future<Done> SignedReviews::takeBack(domain::ReviewId id)
{
    return m_acts.run<Done>(Right::Converse, [&](Desk& desk) { return desk.reviews().takeBack(id); });
}

Future<domain::TurnReport> SignedReviews::draft(domain::DecisionId turn)
{
    return m_acts.run<domain::TurnReport>(Right::See, [&](Desk& desk) { return desk.reviews().draft(turn); });
}

/// Also while the desk is locked: what was being written is kept.
Future<Done> SignedReviews::saveDraft(domain::DecisionId turn, const domain::TurnReport& begun)
{
    const bool isLocked = m_acts.signIn().state().entry == Entry::Locked;
    return m_acts.run<Done>(isLocked ? Right::See : Right::Converse,
                            [&](Desk& desk) { return desk.reviews().saveDraft(turn, begun); });
}

ReviewRequest SignedReviews::allowed(ReviewRequest request) const
{
    request.ownOnly = request.ownOnly || !m_acts.signIn().mayDo(settlesReviews);
    return request;
}

Future<ReviewPage> SignedReviews::page(const ReviewRequest& request)
{
    m_acts.noteRead(QStringLiteral("review.listed"), QStringLiteral("reviews"));
    return m_acts.run<ReviewPage>(Right::See, [&](Desk& desk) { return desk.reviews().page(allowed(request)); });
}

Future<ReviewPage> SignedReviews::exported(const ReviewRequest& request)
{
    const auto wanted = allowed(request);
    const auto read = [wanted](Desk& desk) { return desk.reviews().exported(wanted); };
    // The first page is the export, the others belong to it.
    return request.after ? m_acts.run<ReviewPage>(Right::See, read)
                         : m_acts.run<ReviewPage>(Right::See,
                                                  {QStringLiteral("review.exported"), QStringLiteral("reviews")}, read);
}

Future<ReviewedTurn> SignedReviews::turn(domain::ConversationId conversation, domain::DecisionId id)
{
    m_acts.noteRead(QStringLiteral("conversation.read"), QStringLiteral("conversation:%1").arg(conversation.value));
    return m_acts.run<ReviewedTurn>(Right::See, [&](Desk& desk) { return desk.reviews().turn(conversation, id); });
}

Future<Done> SignedReviews::settle(domain::ReviewId id, domain::ReviewOutcome outcome, const QString& words)
{
    return m_acts.run<Done>(settlesReviews, [&](Desk& desk) { return desk.reviews().settle(id, outcome, words); });
}

Future<Done> SignedReviews::reopen(domain::ReviewId id)
{
    return m_acts.run<Done>(settlesReviews, [&](Desk& desk) { return desk.reviews().reopen(id); });
}

bool SignedReviews::canReplay() const
{
    const auto desk = m_acts.deskFor(Right::See);
    return desk && (*desk)->reviews().canReplay();
}

Future<domain::ReplayedTurn> SignedReviews::replay(domain::DecisionId turn)
{
    return m_acts.run<domain::ReplayedTurn>(Right::See, [&](Desk& desk) { return desk.reviews().replay(turn); });
}

} // namespace delpek::desk
