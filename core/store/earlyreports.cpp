// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/earlyreports.h"

#include <algorithm>

namespace delpek::store
{

using base::toMillis;
using base::toText;

namespace
{

constexpr auto kept = std::chrono::hours(24);

} // namespace

Result<Done> EarlyReports::awaitReceipts()
{
    return m_session
        .run(QStringLiteral("SELECT id FROM outbox WHERE state = 'sending' ORDER BY id") + m_session.lockRows())
        .map([](const Rows&) { return Done{}; });
}

Result<Done> EarlyReports::keep(const domain::DeliveryReported& report, base::Instant now)
{
    const auto pruned = m_session.execute(QStringLiteral("DELETE FROM early_report WHERE received_at < ?"),
                                          {qint64(toMillis(now - kept))});
    if (!pruned) {
        return fail(pruned.error());
    }
    return m_session
        .execute(QStringLiteral("INSERT INTO early_report (channel, account, provider_id, state, error_key, "
                                "reported_at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
                 {toText(report.channel), report.account, report.providerId, toText(report.state), report.errorKey,
                  qint64(toMillis(report.at)), qint64(toMillis(now))})
        .map([](int) { return Done{}; });
}

Result<std::vector<domain::DeliveryReported>> EarlyReports::take(domain::ChannelKind channel, const QString& account,
                                                                 const QString& providerId)
{
    const QString where = QStringLiteral(" FROM early_report WHERE channel = ? AND account = ? AND provider_id = ?");
    const QVariantList key{toText(channel), account, providerId};
    auto rows = m_session.run(QStringLiteral("SELECT state, error_key, reported_at") + where, key);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::DeliveryReported> reports;
    while (rows->next()) {
        const auto state = base::fromText<domain::DeliveryState>(rows->text(0));
        if (!state) {
            return fail(ErrorCode::Internal, QStringLiteral("an early report holds a word this program does not know"));
        }
        domain::DeliveryReported report;
        report.channel = channel;
        report.account = account;
        report.providerId = providerId;
        report.state = *state;
        report.errorKey = rows->text(1);
        report.at = rows->instant(2);
        reports.push_back(std::move(report));
    }
    if (reports.empty()) {
        return reports;
    }
    std::ranges::sort(reports, {}, &domain::DeliveryReported::state);
    return m_session.execute(QStringLiteral("DELETE") + where, key).map([&](int) { return std::move(reports); });
}

} // namespace delpek::store
