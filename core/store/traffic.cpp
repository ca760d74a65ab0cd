// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/traffic.h"

namespace delpek::store
{

namespace
{

const QString ofAccount = QStringLiteral("channel = ? AND account = ?");

/// The first column of the only row.
template <typename Read>
auto single(Session& session, const QString& sql, const QVariantList& values, Read read)
    -> Result<std::optional<decltype(read(std::declval<Rows&>()))>>
{
    using Value = std::optional<decltype(read(std::declval<Rows&>()))>;
    auto rows = session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() && !rows->isNull(0) ? Value(read(*rows)) : Value();
}

Result<int> count(Session& session, const QString& sql, const QVariantList& values)
{
    return single(session, sql, values, [](Rows& rows) { return int(rows.integer(0)); }).map([](const auto& found) {
        return found.value_or(0);
    });
}

Result<std::optional<base::Instant>> moment(Session& session, const QString& sql, const QVariantList& values)
{
    return single(session, sql, values, [](Rows& rows) { return rows.instant(0); });
}

} // namespace

Result<Traffic> trafficOf(Session& session, domain::ChannelKind channel, const QString& account, base::Instant now)
{
    const QVariantList place{base::toText(channel), account};
    const auto since = [&](base::Duration age) { return QVariantList{qint64(base::toMillis(now - age))}; };
    const QString inbox = QStringLiteral(" FROM inbox WHERE ") + ofAccount;
    const QString outbox = QStringLiteral(" FROM outbox JOIN conversation ON conversation.id = outbox.conversation "
                                          "JOIN message ON message.id = outbox.message WHERE ") +
                           ofAccount;

    const auto last = moment(
        session, QStringLiteral("SELECT received_at") + inbox + QStringLiteral(" ORDER BY id DESC LIMIT 1"), place);
    const auto pending =
        count(session, QStringLiteral("SELECT COUNT(*)") + inbox + QStringLiteral(" AND state = 'pending'"), place);
    const auto failed =
        count(session,
              QStringLiteral("SELECT COUNT(*)") + inbox + QStringLiteral(" AND state = 'failed' AND received_at >= ?"),
              place + since(std::chrono::hours(24)));
    const auto queued =
        count(session, QStringLiteral("SELECT COUNT(*)") + outbox + QStringLiteral(" AND state = 'queued'"), place);
    const auto oldest = moment(
        session, QStringLiteral("SELECT MIN(created_at)") + outbox + QStringLiteral(" AND state = 'queued'"), place);
    const auto heldBack = count(session,
                                QStringLiteral("SELECT COUNT(*)") + outbox +
                                    QStringLiteral(" AND next_attempt >= ? AND last_error = 'send.rateLimited'"),
                                place + since(std::chrono::hours(1)));
    for (const auto* number : {&pending, &failed, &queued, &heldBack}) {
        if (!*number) {
            return fail(number->error());
        }
    }
    for (const auto* when : {&last, &oldest}) {
        if (!*when) {
            return fail(when->error());
        }
    }
    return Traffic{*last, *pending, *failed, *queued, *oldest, *heldBack};
}

} // namespace delpek::store
