// SPDX-License-Identifier: GPL-3.0-or-later
// What waits at this moment, and when accounts were last heard of.
#include "store/insights.h"

namespace delpek::store
{

using domain::ChannelKind;

namespace
{

constexpr int recentSends = 5000;

} // namespace

Result<QueueState> Insights::queue()
{
    QueueState state;
    {
        auto rows =
            m_session.run(QStringLiteral("SELECT count(*), min(received_at) FROM inbox WHERE state = 'pending'"));
        if (!rows) {
            return fail(rows.error());
        }
        if (rows->next()) {
            state.inbox = int(rows->integer(0));
            state.inboxSince = rows->maybeInstant(1);
        }
    }
    auto rows = m_session.run(QStringLiteral(
        "SELECT CASE WHEN o.state = 'unknown' THEN 1 ELSE 0 END, count(*), min(m.created_at) FROM outbox o "
        "JOIN message m ON m.id = o.message WHERE o.state IN ('queued', 'sending', 'unknown') GROUP BY 1"));
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        if (rows->flag(0)) {
            state.unknown = int(rows->integer(1));
        } else {
            state.outbox = int(rows->integer(1));
            state.outboxSince = rows->maybeInstant(2);
        }
    }
    return state;
}

Result<std::vector<AccountTraffic>> Insights::accounts()
{
    auto rows = m_session.run(
        QStringLiteral("SELECT k.channel, k.account, k.received, s.sent FROM "
                       "(SELECT channel, account, max(last_patient_message) AS received FROM conversation "
                       "GROUP BY channel, account) k LEFT JOIN "
                       "(SELECT c.channel, c.account, max(COALESCE(o.claimed_at, o.next_attempt)) AS sent FROM "
                       "(SELECT conversation, claimed_at, next_attempt FROM outbox WHERE state = 'sent' "
                       "ORDER BY id DESC LIMIT ?) o "
                       "JOIN conversation c ON c.id = o.conversation GROUP BY c.channel, c.account) s "
                       "ON s.channel = k.channel AND s.account = k.account ORDER BY k.channel, k.account"),
        {recentSends});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<AccountTraffic> accounts;
    while (rows->next()) {
        if (const auto channel = base::fromText<ChannelKind>(rows->text(0))) {
            accounts.push_back({*channel, rows->text(1), rows->maybeInstant(2), rows->maybeInstant(3)});
        }
    }
    return accounts;
}

} // namespace delpek::store
