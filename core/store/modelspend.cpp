// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/modelspend.h"

namespace delpek::store
{

namespace
{

constexpr auto day = std::chrono::hours(24);

bool isAbove(const Spend& spent, const Spend& more, const Spend& limit)
{
    return (limit.tokens > 0 && spent.tokens + more.tokens > limit.tokens) ||
           (limit.cost > 0 && spent.cost + more.cost > limit.cost);
}

} // namespace

Result<qint64> ModelSpend::reserve(domain::ConversationId conversation, const QString& model, const Spend& most,
                                   const SpendLimits& limits, base::Instant now)
{
    const auto own = spentSince(now - day, conversation);
    const auto all = own ? spentSince(now - day) : own;
    if (!all) {
        return fail(all.error());
    }
    const bool ofConversation = isAbove(*own, most, limits.conversation);
    if (ofConversation || isAbove(*all, most, limits.day)) {
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("the budget of the %1 is used up")
                        .arg(ofConversation ? QStringLiteral("conversation") : QStringLiteral("day")),
                    QStringLiteral("llm.budget"));
    }
    const auto tidied =
        m_session.execute(QStringLiteral("DELETE FROM model_spend WHERE at < ?"), {qint64(base::toMillis(now - spendKept))});
    if (!tidied) {
        return fail(tidied.error());
    }
    auto rows = m_session.run(
        QStringLiteral(
            "INSERT INTO model_spend (conversation, at, model, tokens, cost) VALUES (?, ?, ?, ?, ?) RETURNING id"),
        {conversation.value, qint64(base::toMillis(now)), model, most.tokens, most.cost});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? Result<qint64>(rows->integer(0))
                        : fail(ErrorCode::Internal, QStringLiteral("model_spend: the new row has no number"));
}

Result<Done> ModelSpend::settle(qint64 row, const Spend& spent)
{
    return m_session
        .execute(QStringLiteral("UPDATE model_spend SET tokens = ?, cost = ?, settled = 1 WHERE id = ?"),
                 {spent.tokens, spent.cost, row})
        .map([](const auto&) { return Done{}; });
}

Result<Spend> ModelSpend::spentSince(base::Instant from, std::optional<domain::ConversationId> conversation)
{
    QString sql = QStringLiteral("SELECT CAST(coalesce(sum(tokens), 0) AS BIGINT), CAST(coalesce(sum(cost), 0) AS "
                                 "BIGINT) FROM model_spend WHERE at > ?");
    QVariantList values{qint64(base::toMillis(from))};
    if (conversation) {
        sql += QStringLiteral(" AND conversation = ?");
        values << conversation->value;
    }
    auto rows = m_session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? Spend{rows->integer(0), rows->integer(1)} : Spend{};
}

} // namespace delpek::store
