// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/healthwords.h"

#include "domain/isolate.h"
#include "ui/insights/insightswords.h"
#include "ui/wording.h"

#include <QCoreApplication>

namespace delpek::ui
{

namespace
{

constexpr auto soonEnough = std::chrono::minutes(2); ///< what waits longer is not on its way any more
constexpr auto tooLong = std::chrono::minutes(15);

QString healthWord(const char* text, int number = -1)
{
    return QCoreApplication::translate("HealthWords", text, nullptr, number);
}

QString stateWord(HealthState state)
{
    switch (state) {
    case HealthState::Good:
        return healthWord(QT_TRANSLATE_NOOP("HealthWords", "Works"));
    case HealthState::Attention:
        return healthWord(QT_TRANSLATE_NOOP("HealthWords", "Needs a look"));
    case HealthState::Bad:
        return healthWord(QT_TRANSLATE_NOOP("HealthWords", "Does not work"));
    }
    return {};
}

HealthLine healthLine(HealthState state, const QString& name, const QStringList& details)
{
    return {state, name, stateWord(state), details.join(QLatin1Char('\n'))};
}

HealthState stateOfWait(const std::optional<base::Instant>& since, base::Instant now)
{
    const auto waited = since ? now - *since : base::Duration(0);
    return waited > tooLong ? HealthState::Bad : waited > soonEnough ? HealthState::Attention : HealthState::Good;
}

QString waitedSince(const std::optional<base::Instant>& instant, base::Instant now)
{
    return insightswords::span(instant ? now - *instant : base::Duration(0));
}

HealthLine engineLine(const desk::Health& health)
{
    QStringList details;
    if (health.inbox > 0) {
        details << healthWord(QT_TRANSLATE_N_NOOP("HealthWords", "%n to be read, for %1"), health.inbox)
                       .arg(waitedSince(health.inboxSince, health.asOf));
    }
    if (health.outbox > 0) {
        details << healthWord(QT_TRANSLATE_N_NOOP("HealthWords", "%n to be sent, for %1"), health.outbox)
                       .arg(waitedSince(health.outboxSince, health.asOf));
    }
    if (health.unknown > 0) {
        details << healthWord(QT_TRANSLATE_N_NOOP("HealthWords", "%n sent, and nobody knows whether it arrived"),
                              health.unknown);
    }
    if (details.isEmpty()) {
        details << healthWord(QT_TRANSLATE_NOOP("HealthWords", "Nothing waits"));
    }
    const auto state =
        std::max({stateOfWait(health.inboxSince, health.asOf), stateOfWait(health.outboxSince, health.asOf),
                  health.unknown > 0 ? HealthState::Attention : HealthState::Good});
    return healthLine(state, healthWord(QT_TRANSLATE_NOOP("HealthWords", "Messages")), details);
}

HealthLine accountLine(const desk::AccountHealth& account, bool isOneOfSeveral, base::Instant now)
{
    QStringList details;
    if (!account.fault.isEmpty()) {
        const QString sentence = words::keySentence(account.fault);
        details << (sentence.isEmpty() ? words::reason(account.fault) : sentence);
    }
    details
        << (account.lastReceived ? healthWord(QT_TRANSLATE_NOOP("HealthWords", "Last received %1"))
                                       .arg(words::ended(*account.lastReceived, now))
                                 : healthWord(QT_TRANSLATE_NOOP("HealthWords", "Nothing received yet")))
        << (account.lastSent
                ? healthWord(QT_TRANSLATE_NOOP("HealthWords", "Last sent %1")).arg(words::ended(*account.lastSent, now))
                : healthWord(QT_TRANSLATE_NOOP("HealthWords", "Nothing sent yet")));
    QString name = insightswords::channel(account.channel);
    if (isOneOfSeveral) {
        name += QStringLiteral(" · ") + domain::isolate(account.account);
    }
    return healthLine(account.fault.isEmpty() ? HealthState::Good
                      : account.sends         ? HealthState::Attention
                                              : HealthState::Bad,
                      name, details);
}

HealthLine recordsLine(const desk::Health& health)
{
    const QString name = healthWord(QT_TRANSLATE_NOOP("HealthWords", "Clinic's records"));
    if (health.recordsError) {
        return healthLine(HealthState::Bad, name, {words::sentence(*health.recordsError)});
    }
    if (health.recordsAsOf) {
        return healthLine(HealthState::Attention, name,
                          {healthWord(QT_TRANSLATE_NOOP("HealthWords", "Cannot be reached. Shown as they were %1"))
                               .arg(words::ended(*health.recordsAsOf, health.asOf))});
    }
    return healthLine(HealthState::Good, name, {healthWord(QT_TRANSLATE_NOOP("HealthWords", "Can be reached"))});
}

HealthState stateOfBudget(qint64 spent, qint64 limit)
{
    return limit == 0 || spent * 5 < limit * 4 ? HealthState::Good
           : spent < limit                     ? HealthState::Attention
                                               : HealthState::Bad;
}

HealthLine modelLine(const desk::Health& health)
{
    using insightswords::count;
    using insightswords::money;
    const QString cost = money(health.cost, health.currency);
    QStringList details{health.costLimit > 0 ? healthWord(QT_TRANSLATE_NOOP("HealthWords", "%1 of %2 in 24 hours"))
                                                   .arg(cost, money(health.costLimit, health.currency))
                                             : healthWord(QT_TRANSLATE_NOOP("HealthWords", "%1 in 24 hours")).arg(cost),
                        health.tokenLimit > 0
                            ? healthWord(QT_TRANSLATE_NOOP("HealthWords", "%1 of %2 tokens"))
                                  .arg(count(health.tokens), count(health.tokenLimit))
                            : healthWord(QT_TRANSLATE_NOOP("HealthWords", "%1 tokens")).arg(count(health.tokens))};
    const auto state =
        std::max(stateOfBudget(health.cost, health.costLimit), stateOfBudget(health.tokens, health.tokenLimit));
    if (state == HealthState::Bad) {
        details << healthWord(
            QT_TRANSLATE_NOOP("HealthWords", "The limit is reached: the agent answers without the model"));
    }
    return healthLine(state, healthWord(QT_TRANSLATE_NOOP("HealthWords", "Language model")), details);
}

} // namespace

HealthLine backupLine(const desk::BackupState& backup, base::Instant now)
{
    const QString name = healthWord(QT_TRANSLATE_NOOP("HealthWords", "Backup"));
    QStringList details;
    if (backup.failedAt) {
        details << words::sentence(backup.failure);
    } else if (backup.unusable) {
        details << words::sentence(*backup.unusable);
    }
    details << (backup.copies.empty() ? healthWord(QT_TRANSLATE_NOOP("HealthWords", "There is no copy"))
                                      : healthWord(QT_TRANSLATE_NOOP("HealthWords", "Last copy %1"))
                                            .arg(words::ended(backup.copies.front().madeAt, now)));
    const bool isBad = backup.copies.empty() && (backup.failedAt || backup.unusable);
    return healthLine(isBad                          ? HealthState::Bad
                      : desk::needsLook(backup, now) ? HealthState::Attention
                                                     : HealthState::Good,
                      name, details);
}

std::vector<HealthLine> healthLines(const desk::Health& health)
{
    std::vector<HealthLine> lines{engineLine(health)};
    for (const auto& one : health.accounts) {
        const auto ofKind = std::ranges::count(health.accounts, one.channel, &desk::AccountHealth::channel);
        lines.push_back(accountLine(one, ofKind > 1, health.asOf));
    }
    lines.push_back(recordsLine(health));
    if (!health.currency.isEmpty()) {
        lines.push_back(modelLine(health));
    }
    return lines;
}

} // namespace delpek::ui
