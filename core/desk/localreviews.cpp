// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localreviews.h"

#include "desk/keptturns.h"
#include "desk/turnreplay.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/reviews.h"

namespace delpek::desk
{

namespace
{

using domain::Review;
using domain::ReviewId;
using domain::TurnFault;
using domain::TurnReport;
using store::Session;

Result<Done> tellLog(Session& session, const Review& review, const QString& by, const char* action, base::Instant now)
{
    return store::AuditLog(session).append(by, QLatin1String(action),
                                           QStringLiteral("conversation:%1").arg(review.conversation.value),
                                           QStringLiteral("review:%1").arg(review.id.value), now);
}

/// The report as it is kept.
Result<TurnReport> checked(TurnReport report)
{
    report.words = report.words.trimmed();
    report.better = report.better.trimmed();
    const auto refuse = [](const char* key) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("this is no report"), QLatin1String(key));
    };
    if (!report.fault) {
        return refuse("review.noKind");
    }
    if (report.fault == TurnFault::Other && report.words.isEmpty()) {
        return refuse("review.noWords");
    }
    if (std::max(report.words.size(), report.better.size()) > domain::maxReviewWords) {
        return refuse("review.tooLong");
    }
    return report;
}

tl::unexpected<Error> settledAlready()
{
    return fail(ErrorCode::Conflict, QStringLiteral("the report is settled"), QStringLiteral("review.settled"));
}

Result<ReviewRow> rowOf(Session& session, Review review)
{
    auto conversation = store::Conversations(session).find(review.conversation);
    const auto turn = conversation ? store::Decisions(session).find(review.decision) : fail(conversation.error());
    if (!turn) {
        return fail(turn.error());
    }
    return ReviewRow{std::move(review), std::move(*conversation), turn->startedAt, turn->outcome};
}

} // namespace

LocalReviews::LocalReviews(store::Store& store, base::Clock& clock, QString staff, TurnReplay* replay)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_replay(replay)
{
}

Future<std::vector<Review>> LocalReviews::of(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::Reviews(session).of(id); });
}

Future<ReviewId> LocalReviews::report(domain::DecisionId turn, const TurnReport& report)
{
    const auto whole = checked(report);
    if (!whole) {
        return base::ready<ReviewId>(fail(whole.error()));
    }
    return m_store.write([=, report = *whole, by = m_staff, now = m_clock.now()](Session& session) -> Result<ReviewId> {
        const auto decision = store::Decisions(session).find(turn);
        if (!decision) {
            return fail(decision.error());
        }
        store::Reviews reviews(session);
        Review review{{}, decision->conversation, turn, by, now, report, {}};
        const auto added = reviews.add(review);
        if (!added) {
            return added;
        }
        review.id = *added;
        return reviews.saveDraft(turn, review.conversation, by, {})
            .and_then([&](Done) { return tellLog(session, review, by, "review.reported", now); })
            .map([&](Done) { return review.id; });
    });
}

Future<Done> LocalReviews::takeBack(ReviewId id)
{
    return m_store.write([id, by = m_staff, now = m_clock.now()](Session& session) -> Result<Done> {
        store::Reviews reviews(session);
        const auto review = reviews.take(id);
        if (!review) {
            return fail(review.error());
        }
        if (review->author != by) {
            return fail(ErrorCode::Forbidden, QStringLiteral("the report is somebody else's"),
                        QStringLiteral("review.notYours"));
        }
        if (review->settled) {
            return settledAlready();
        }
        return reviews.remove(*review).and_then(
            [&](Done) { return tellLog(session, *review, by, "review.takenBack", now); });
    });
}

Future<TurnReport> LocalReviews::draft(domain::DecisionId turn)
{
    return m_store.read([turn, by = m_staff](Session& session) { return store::Reviews(session).draft(turn, by); });
}

Future<Done> LocalReviews::saveDraft(domain::DecisionId turn, const TurnReport& begun)
{
    return m_store.write([=, by = m_staff](Session& session) -> Result<Done> {
        const auto decision = store::Decisions(session).find(turn);
        if (!decision) {
            return fail(decision.error());
        }
        return store::Reviews(session).saveDraft(turn, decision->conversation, by, begun);
    });
}

Future<ReviewPage> LocalReviews::page(const ReviewRequest& request)
{
    store::ReviewQuery query;
    query.settled = request.settled;
    query.author = request.ownOnly ? m_staff : QString();
    query.limit = request.limit;
    if (request.after) {
        query.after = store::ReviewPlace{request.after->settled, request.after->id};
    }
    return m_store.read([query](Session& session) -> Result<ReviewPage> {
        auto found = store::Reviews(session).list(query);
        if (!found) {
            return fail(found.error());
        }
        ReviewPage page;
        for (Review& review : *found) {
            auto row = rowOf(session, std::move(review));
            if (!row) {
                return fail(row.error());
            }
            page.rows.push_back(std::move(*row));
        }
        if (std::ssize(page.rows) == query.limit && query.limit > 0) {
            const Review& last = page.rows.back().review;
            page.next = ReviewRequest::Place{last.settled.has_value(), last.id};
        }
        return page;
    });
}

Future<ReviewedTurn> LocalReviews::turn(domain::ConversationId conversation, domain::DecisionId id)
{
    return m_store.read([=](Session& session) -> Result<ReviewedTurn> {
        auto kept = keptTurn(session, id);
        if (!kept) {
            return fail(kept.error());
        }
        if (kept->decision.conversation != conversation) {
            return fail(ErrorCode::NotFound, QStringLiteral("turn %1 is of another conversation").arg(id.value));
        }
        ReviewedTurn turn{std::move(kept->decision), {}, kept->said};
        for (const auto& message : kept->burst) {
            turn.asked << message.text;
        }
        return turn;
    });
}

Future<Done> LocalReviews::settle(ReviewId id, domain::ReviewOutcome outcome, const QString& words)
{
    const domain::ReviewSettlement settled{outcome, m_staff, m_clock.now(), words.trimmed()};
    if (settled.words.size() > domain::maxReviewWords) {
        return base::ready<Done>(
            fail(ErrorCode::InvalidInput, QStringLiteral("the words are too long"), QStringLiteral("review.tooLong")));
    }
    return m_store.write([id, settled](Session& session) -> Result<Done> {
        store::Reviews reviews(session);
        const auto review = reviews.take(id);
        if (!review) {
            return fail(review.error());
        }
        if (review->settled) {
            return settledAlready();
        }
        return reviews.settle(*review, settled).and_then([&](Done) {
            return tellLog(session, *review, settled.by, "review.settled", settled.at);
        });
    });
}

Future<Done> LocalReviews::reopen(ReviewId id)
{
    return m_store.write([id, by = m_staff, now = m_clock.now()](Session& session) -> Result<Done> {
        store::Reviews reviews(session);
        const auto review = reviews.take(id);
        if (!review) {
            return fail(review.error());
        }
        if (!review->settled) {
            return fail(ErrorCode::Conflict, QStringLiteral("the report is open"), QStringLiteral("review.open"));
        }
        return reviews.settle(*review, {}).and_then([&](Done) {
            return tellLog(session, *review, by, "review.reopened", now);
        });
    });
}

Future<domain::ReplayedTurn> LocalReviews::replay(domain::DecisionId turn)
{
    if (m_replay == nullptr) {
        return base::ready<domain::ReplayedTurn>(
            fail(ErrorCode::Unsupported, QStringLiteral("no engine is here"), QStringLiteral("replay.noEngine")));
    }
    return m_replay->run(m_store, turn);
}

} // namespace delpek::desk
