// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/judge.h"

#include "base/json.h"
#include "http/httpdate.h"

namespace delpek::app::check
{

namespace
{

using namespace std::chrono_literals;

constexpr base::Duration clockOff = 30s;
constexpr base::Duration clockWrong = 5min;
constexpr base::Duration quietClinic = 24h * 3;
constexpr base::Duration takingIn = 1min;
constexpr base::Duration leaving = 10min;
constexpr int nearLimit = 80; ///< per cent

const QString clockSubject = QStringLiteral("clock");
const QString eventSubject = QStringLiteral("last-event");
const QString rateSubject = QStringLiteral("rate");

/// "45 s", "12 min", "5 h", "3 d".
QString spanText(base::Duration span)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(span)).count();
    if (seconds < 120) {
        return QStringLiteral("%1 s").arg(seconds);
    }
    if (seconds < 2 * 3600) {
        return QStringLiteral("%1 min").arg(seconds / 60);
    }
    return seconds < 48 * 3600 ? QStringLiteral("%1 h").arg(seconds / 3600)
                               : QStringLiteral("%1 d").arg(seconds / (24 * 3600));
}

void findUsage(const base::Json& json, int& highest)
{
    if (!json.is_structured()) {
        return;
    }
    for (const auto& item : json.items()) {
        if (item.value().is_number()) {
            const std::string& name = item.key();
            if (name == "call_count" || name == "total_cputime" || name == "total_time") {
                highest = std::max(highest, int(std::clamp(item.value().get<double>(), 0.0, 1000.0)));
            }
        } else {
            findUsage(item.value(), highest);
        }
    }
}

} // namespace

std::optional<channels::Finding> judgeClock(const std::vector<Observed>& observed)
{
    std::optional<base::Duration> drift;
    base::Duration shortest = base::Duration::max();
    for (const Observed& one : observed) {
        const auto told = http::parseHttpDate(http::header(one.headers, "Date"));
        const base::Duration took = one.answered - one.asked;
        if (told && took < shortest) {
            shortest = took;
            // Date leaves the fraction of its second out: half of one is the best guess.
            drift = one.asked + took / 2 - (*told + 500ms);
        }
    }
    if (!drift) {
        return std::nullopt;
    }
    if (std::chrono::abs(*drift) <= clockOff) {
        return good(clockSubject, QStringLiteral("within 30 s"));
    }
    const QString detail = QStringLiteral("%1 %2").arg(
        spanText(*drift), *drift > base::Duration::zero() ? QStringLiteral("ahead") : QStringLiteral("behind"));
    return std::chrono::abs(*drift) > clockWrong ? fault(clockSubject, QStringLiteral("check.clock.wrong"), detail)
                                                 : attention(clockSubject, QStringLiteral("check.clock.off"), detail);
}

channels::Finding judgeLastEvent(const store::Traffic& traffic, base::Instant now)
{
    if (!traffic.lastDelivery) {
        return attention(eventSubject, QStringLiteral("check.event.none"));
    }
    const base::Duration age = now - *traffic.lastDelivery;
    const QString detail = QStringLiteral("%1 ago").arg(spanText(age));
    if (traffic.notTakenIn > 0 && age > takingIn) {
        return attention(eventSubject, QStringLiteral("check.event.waiting"),
                         QStringLiteral("%1, %2 not taken in").arg(detail).arg(traffic.notTakenIn));
    }
    if (traffic.unreadable > 0) {
        return attention(eventSubject, QStringLiteral("check.event.unreadable"),
                         QStringLiteral("%1, %2 unreadable").arg(detail).arg(traffic.unreadable));
    }
    return age > quietClinic ? attention(eventSubject, QStringLiteral("check.event.old"), detail)
                             : good(eventSubject, detail);
}

channels::Finding judgeRate(const store::Traffic& traffic, const std::vector<Observed>& observed, base::Instant now)
{
    std::optional<int> usage;
    bool refused = false;
    for (const Observed& one : observed) {
        usage = std::max(usage, usedUp(one.headers));
        refused = refused || one.status == 429;
    }
    QString detail =
        QStringLiteral("%1 to go out, %2 held back in the last hour").arg(traffic.queued).arg(traffic.heldBack);
    if (usage) {
        detail += QStringLiteral(", %1 % of the limit used").arg(*usage);
    }
    if (traffic.queuedSince && now - *traffic.queuedSince > leaving) {
        return fault(rateSubject, QStringLiteral("check.rate.stuck"),
                     detail + QStringLiteral(", the oldest since %1").arg(spanText(now - *traffic.queuedSince)));
    }
    if (refused || traffic.heldBack > 0) {
        return attention(rateSubject, QStringLiteral("check.rate.limited"), detail);
    }
    return usage.value_or(0) >= nearLimit ? attention(rateSubject, QStringLiteral("check.rate.nearLimit"), detail)
                                          : good(rateSubject, detail);
}

std::optional<int> usedUp(const http::Headers& headers)
{
    int highest = -1;
    for (const char* name : {"X-App-Usage", "X-Business-Use-Case-Usage"}) {
        if (const auto json = base::parseJson(http::header(headers, name))) {
            findUsage(*json, highest);
        }
    }
    return highest < 0 ? std::nullopt : std::optional(highest);
}

} // namespace delpek::app::check
