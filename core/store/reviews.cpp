// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reviews.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Review;
using domain::ReviewId;
using domain::TurnFault;
using domain::TurnReport;

namespace
{

Result<Review> reviewFrom(const Rows& rows)
{
    const auto fault = wordAt<TurnFault>(rows, 5);
    if (!fault) {
        return fail(fault.error());
    }
    Review review{{rows.integer(0)},
                  {rows.integer(1)},
                  {rows.integer(2)},
                  rows.text(3),
                  rows.instant(4),
                  {*fault, rows.text(6), rows.text(7)},
                  {}};
    if (rows.flag(8)) {
        const auto outcome = wordAt<domain::ReviewOutcome>(rows, 9);
        if (!outcome) {
            return fail(outcome.error());
        }
        review.settled = {*outcome, rows.text(10), rows.instant(11), rows.text(12)};
    }
    return review;
}

/// Of a report that was only begun.
QString faultText(const TurnReport& report)
{
    return report.fault ? toText(*report.fault) : QString();
}

} // namespace

Result<std::vector<Review>> Reviews::where(const QString& condition, const QVariantList& values)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, conversation, decision, author, reported_at, fault, words, "
                                             "better, settled, outcome, settled_by, settled_at, settled_words FROM "
                                             "review WHERE ") +
                                  condition,
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Review> found;
    while (rows->next()) {
        auto review = reviewFrom(*rows);
        if (!review) {
            return fail(review.error());
        }
        found.push_back(std::move(*review));
    }
    return found;
}

Result<ReviewId> Reviews::add(const Review& review)
{
    const auto id = m_session.insert(
        QStringLiteral(
            "INSERT INTO review (conversation, decision, author, reported_at, fault, words, better, settled, "
            "outcome, settled_by, settled_words) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '', '', '') "
            "ON CONFLICT (decision, author) DO NOTHING RETURNING id"),
        {review.conversation.value, review.decision.value, review.author, qint64(toMillis(review.at)),
         faultText(review.report), review.report.words, review.report.better});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return fail(ErrorCode::Conflict, QStringLiteral("the same person reported this turn before"),
                    QStringLiteral("review.already"));
    }
    m_session.changed(domain::Topic::Review, **id, review.conversation.value);
    return ReviewId{**id};
}

Result<Review> Reviews::take(ReviewId id)
{
    auto found = where(QStringLiteral("id = ?") + m_session.lockRows(), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no report %1").arg(id.value),
                    QStringLiteral("review.gone"));
    }
    return std::move(found->front());
}

Result<std::vector<Review>> Reviews::of(domain::ConversationId id)
{
    return where(QStringLiteral("conversation = ? ORDER BY id"), {id.value});
}

Result<std::vector<Review>> Reviews::list(const ReviewQuery& query)
{
    QString condition = QStringLiteral("1 = 1");
    QVariantList values;
    if (query.settled) {
        condition += QStringLiteral(" AND settled = ?");
        values << *query.settled;
    }
    if (!query.author.isEmpty()) {
        condition += QStringLiteral(" AND author = ?");
        values << query.author;
    }
    if (query.after) {
        condition += QStringLiteral(" AND (settled > ? OR (settled = ? AND id < ?))");
        values << query.after->settled << query.after->settled << query.after->id.value;
    }
    values << query.limit;
    return where(condition + QStringLiteral(" ORDER BY settled, id DESC LIMIT ?"), values);
}

Result<Done> Reviews::remove(const Review& review)
{
    return m_session.execute(QStringLiteral("DELETE FROM review WHERE id = ?"), {review.id.value}).map([&](int) {
        m_session.changed(domain::Topic::Review, review.id.value, review.conversation.value);
        return Done{};
    });
}

Result<Done> Reviews::settle(const Review& review, const std::optional<domain::ReviewSettlement>& settled)
{
    const QVariant at = settled ? QVariant(qint64(toMillis(settled->at))) : QVariant();
    return m_session
        .execute(QStringLiteral("UPDATE review SET settled = ?, outcome = ?, settled_by = ?, settled_at = ?, "
                                "settled_words = ? WHERE id = ?"),
                 {settled.has_value(), settled ? toText(settled->outcome) : QString(),
                  settled ? settled->by : QString(), at, settled ? settled->words : QString(), review.id.value})
        .map([&](int) {
            m_session.changed(domain::Topic::Review, review.id.value, review.conversation.value);
            return Done{};
        });
}

Result<TurnReport> Reviews::draft(domain::DecisionId turn, const QString& staff)
{
    auto rows =
        m_session.run(QStringLiteral("SELECT fault, words, better FROM review_draft WHERE decision = ? AND staff = ?"),
                      {turn.value, staff});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return TurnReport{};
    }
    return TurnReport{base::fromText<TurnFault>(rows->text(0)), rows->text(1), rows->text(2)};
}

Result<Done> Reviews::saveDraft(domain::DecisionId turn, domain::ConversationId conversation, const QString& staff,
                                const TurnReport& begun)
{
    const auto saved =
        begun.isEmpty()
            ? m_session.execute(QStringLiteral("DELETE FROM review_draft WHERE decision = ? AND staff = ?"),
                                {turn.value, staff})
            : m_session.execute(
                  QStringLiteral(
                      "INSERT INTO review_draft (decision, conversation, staff, fault, words, better) VALUES "
                      "(?, ?, ?, ?, ?, ?) ON CONFLICT (decision, staff) DO UPDATE SET fault = "
                      "excluded.fault, words = excluded.words, better = excluded.better"),
                  {turn.value, conversation.value, staff, faultText(begun), begun.words, begun.better});
    return saved.map([](int) { return Done{}; });
}

} // namespace delpek::store
