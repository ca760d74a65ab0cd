// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeinsights.h"

namespace delpek::test
{

namespace
{

using domain::ChannelKind;
using domain::Figures;

const QDate lastDay(2026, 3, 5);
constexpr int fakeDays = 60;

/// A busy Sunday, a half Friday, a Saturday on which the agent is alone.
Figures figuresOn(QDate day, int share, int seed)
{
    const int weekday = day.dayOfWeek() % 7;
    const int load = weekday == 6 ? 3 : weekday == 5 ? 9 : weekday == 0 ? 30 : 22;
    const int wave = (day.day() * 7 + seed * 5) % 9;
    Figures f;
    f.conversations = (load + wave) * share / 10;
    f.newConversations = f.conversations / 5;
    f.patientMessages = f.conversations * 3 + wave;
    f.agentMessages = f.conversations * 2 + wave / 2;
    f.staffMessages = weekday == 6 ? 0 : f.conversations * 4 / 5;
    f.doctorMessages = weekday == 6 ? 0 : (wave + share) / 5;
    f.asked = f.conversations;
    f.automated = weekday == 6 ? f.asked : f.asked * (60 + wave * 2) / 100;
    f.agentAnswer = {f.asked, std::chrono::seconds(4 + wave % 4), std::chrono::seconds(11 + wave)};
    if (f.staffMessages > 0) {
        f.personAnswer = {f.staffMessages / 2, std::chrono::minutes(7 + wave), std::chrono::minutes(26 + 2 * wave)};
    }
    f.escalations = {f.conversations / 9, f.conversations / 16, int(share > 5 && day.day() % 6 == 0)};
    f.acknowledged = {f.escalationsInAll(), std::chrono::minutes(3 + wave % 3), std::chrono::minutes(12 + wave)};
    f.personCame = {f.escalationsInAll(), std::chrono::minutes(8 + wave % 5), std::chrono::minutes(31 + wave)};
    f.failed = int(wave == 4) + int(share > 5 && wave == 7) * 2;
    f.unknown = int(day == lastDay && share > 5);
    f.waiting = int(day == lastDay && share > 5) * 2;
    const int went = f.ownMessages() - f.failed - f.unknown - f.waiting;
    f.read = went * 7 / 10;
    f.delivered = went / 5;
    f.sent = went - f.read - f.delivered;
    f.draftsSent = f.staffMessages / 3;
    f.draftsAsWritten = f.draftsSent * 2 / 3;
    f.tokens = qint64(f.agentMessages) * 1450;
    f.cost = qint64(f.agentMessages) * 2300;
    return f;
}

/// Near enough for a window: waits cannot be added.
void add(Figures& sum, const Figures& f)
{
    for (const auto count :
         {&Figures::conversations, &Figures::newConversations, &Figures::patientMessages, &Figures::agentMessages,
          &Figures::staffMessages, &Figures::doctorMessages, &Figures::asked, &Figures::automated, &Figures::waiting,
          &Figures::sent, &Figures::delivered, &Figures::read, &Figures::failed, &Figures::unknown,
          &Figures::draftsSent, &Figures::draftsAsWritten}) {
        sum.*count += f.*count;
    }
    for (size_t urgency = 0; urgency < f.escalations.size(); ++urgency) {
        sum.escalations[urgency] += f.escalations[urgency];
    }
    for (const auto waits :
         {&Figures::agentAnswer, &Figures::personAnswer, &Figures::acknowledged, &Figures::personCame}) {
        (sum.*waits).count += (f.*waits).count;
        (sum.*waits).median = std::max((sum.*waits).median, (f.*waits).median);
        (sum.*waits).nineInTen = std::max((sum.*waits).nineInTen, (f.*waits).nineInTen);
    }
    sum.tokens += f.tokens;
    sum.cost += f.cost;
}

} // namespace

FakeInsights::FakeInsights()
{
    const std::tuple<ChannelKind, int, int> channels[] = {
        {ChannelKind::WhatsApp, 10, 1}, {ChannelKind::Telegram, 3, 2}, {ChannelKind::WebChat, 2, 3}};
    for (QDate day = lastDay.addDays(1 - fakeDays); day <= lastDay; day = day.addDays(1)) {
        for (const auto& [channel, share, seed] : channels) {
            if (const Figures figures = figuresOn(day, share, seed); figures.conversations > 0) {
                all.push_back({day, channel, figures});
            }
        }
    }
    const auto now = base::fromMillis(1'772'699'400'000); // 10:30 in the clinic
    using namespace std::chrono_literals;
    state.outbox = 2;
    state.outboxSince = now - 40s;
    state.unknown = 1;
    state.accounts = {{ChannelKind::WhatsApp, QStringLiteral("106540352242922"), now - 2min, now - 1min, {}, true},
                      {ChannelKind::Telegram, QStringLiteral("clinic_bot"), now - 55min, now - 54min, {}, true},
                      {ChannelKind::WebChat, QStringLiteral("page"), now - 19h, now - 19h, {}, true}};
    state.cost = 410'000;
    state.costLimit = 5'000'000;
    state.tokens = 262'000;
    state.currency = QStringLiteral("USD");
    state.asOf = now;
}

desk::InsightsReport FakeInsights::reportOf(const desk::InsightsRequest& request) const
{
    desk::InsightsReport report;
    report.request = request;
    report.currency = state.currency;
    report.costsSince = lastDay.addDays(-30);
    report.asOf = state.asOf;
    for (const auto& one : all) {
        if (one.day < request.first || request.last < one.day || (request.channel && one.channel != request.channel)) {
            continue;
        }
        report.channels.push_back(one);
        if (report.days.empty() || report.days.back().day != one.day) {
            report.days.push_back({one.day, {}, {}});
        }
        add(report.days.back().figures, one.figures);
        add(report.total, one.figures);
    }
    return report;
}

Future<desk::InsightsReport> FakeInsights::report(const desk::InsightsRequest& request)
{
    asked.push_back(request);
    if (failure) {
        return base::ready<desk::InsightsReport>(fail(*failure));
    }
    if (slow) {
        return m_waiting.emplace_back(request, Promise<desk::InsightsReport>()).second.future();
    }
    return base::ready(Result<desk::InsightsReport>(reportOf(request)));
}

void FakeInsights::answer()
{
    for (auto& [request, promise] : std::exchange(m_waiting, {})) {
        promise.finish(reportOf(request));
    }
}

Future<desk::Health> FakeInsights::health()
{
    return failure ? base::ready<desk::Health>(fail(*failure)) : base::ready(Result<desk::Health>(state));
}

} // namespace delpek::test
