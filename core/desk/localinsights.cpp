// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localinsights.h"

#include "desk/channelstate.h"
#include "store/insights.h"

namespace delpek::desk
{

namespace
{

using store::Session;

Result<Health> healthIn(Session& session, base::Instant now)
{
    store::Insights insights(session);
    const auto queue = insights.queue();
    const auto accounts = queue ? insights.accounts() : fail(queue.error());
    const auto spent =
        accounts ? store::ModelSpend(session).spentSince(now - std::chrono::hours(24)) : fail(accounts.error());
    if (!spent) {
        return fail(spent.error());
    }
    Health health;
    health.inbox = queue->inbox;
    health.inboxSince = queue->inboxSince;
    health.outbox = queue->outbox;
    health.outboxSince = queue->outboxSince;
    health.unknown = queue->unknown;
    health.cost = spent->cost;
    health.tokens = spent->tokens;
    health.asOf = now;
    for (const auto& account : *accounts) {
        const auto fault = channelFault(session, account.channel, account.account);
        if (!fault) {
            return fail(fault.error());
        }
        health.accounts.push_back(
            {account.channel, account.account, account.lastReceived, account.lastSent, *fault, !stopsSending(*fault)});
    }
    return health;
}

} // namespace

LocalInsights::LocalInsights(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock,
                             std::function<QTimeZone()> zone, ModelBudget budget)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_zone(std::move(zone))
    , m_budget(std::move(budget))
{
}

Future<InsightsReport> LocalInsights::report(const InsightsRequest& request)
{
    if (!request.first.isValid() || request.last < request.first ||
        request.first.daysTo(request.last) >= longestInsights) {
        return base::ready<InsightsReport>(
            fail(ErrorCode::InvalidInput, QStringLiteral("1 to %1 days are counted").arg(longestInsights)));
    }
    const QTimeZone zone = m_zone();
    auto spans = store::daysIn(request.first, request.last, zone);
    spans.channel = request.channel;
    InsightsReport report;
    report.request = request;
    report.currency = m_budget.currency;
    report.asOf = m_clock.now();
    report.costsSince = domain::toLocal(report.asOf - store::spendKept, zone).date.addDays(1);
    return m_store.read([=](Session& session) {
        return store::Insights(session).figures(spans).map([&](const store::InsightsFound& found) {
            InsightsReport whole = report;
            whole.total = found.total;
            for (const auto& one : found.channels) {
                whole.channels.push_back({request.first.addDays(one.day), one.channel, one.figures});
            }
            for (const auto& one : found.days) {
                whole.days.push_back({request.first.addDays(one.day), {}, one.figures});
            }
            return whole;
        });
    });
}

Future<Health> LocalInsights::health()
{
    const auto counted = m_store.read([now = m_clock.now()](Session& session) { return healthIn(session, now); });
    return counted.then([records = &m_records, budget = m_budget](const Result<Health>& health) -> Future<Health> {
        if (!health) {
            return base::ready<Health>(fail(health.error()));
        }
        return records->info().then([=, known = *health](const Result<domain::ClinicInfo>& info) -> Result<Health> {
            Health whole = known;
            // A book in which nothing stands yet is not away.
            if (!info && info.error().code != ErrorCode::NotFound) {
                whole.recordsError = info.error();
            }
            whole.recordsAsOf = records->asOf();
            whole.currency = budget.currency;
            whole.costLimit = budget.day.cost;
            whole.tokenLimit = budget.day.tokens;
            return whole;
        });
    });
}

} // namespace delpek::desk
