// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/timeoffs.h"

#include "language/holidays.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

const QString absencePrefix = QStringLiteral("absence:");
const QString closedPrefix = QStringLiteral("closed:");
const QTime midnight(0, 0);

/// Those on which work rests, or often does.
constexpr const char* festivals[] = {"rosh-hashana", "kippur",  "sukkot",  "purim",   "seder",
                                     "pesach",       "zikaron", "atzmaut", "shavuot", "av"};

TimeOff closure(QDate first, QDate last, const QString& reason)
{
    return {closedPrefix + first.toString(Qt::ISODate) + QLatin1Char('/') + last.toString(Qt::ISODate),
            {{}, {first, midnight}, {last.addDays(1), midnight}, reason}};
}

} // namespace

std::optional<std::pair<QDate, QDate>> wholeDaysOf(const domain::Absence& absence)
{
    const QDate first = absence.from.time == midnight ? absence.from.date : absence.from.date.addDays(1);
    const QDate last = absence.to.date.addDays(-1);
    return absence.doctor.isEmpty() && first.isValid() && first <= last ? std::optional(std::pair(first, last))
                                                                        : std::nullopt;
}

std::vector<domain::Absence> restOf(const domain::Absence& absence, const std::pair<QDate, QDate>& days)
{
    std::vector<domain::Absence> rest;
    const domain::LocalTime first{days.first, midnight};
    const domain::LocalTime behind{days.second.addDays(1), midnight};
    if (absence.from < first) {
        rest.push_back({absence.doctor, absence.from, first, absence.reason});
    }
    if (behind < absence.to) {
        rest.push_back({absence.doctor, behind, absence.to, absence.reason});
    }
    return rest;
}

QString absenceId(const QString& id)
{
    return absencePrefix + id;
}

std::optional<QString> absenceOf(const QString& timeOff)
{
    return timeOff.startsWith(absencePrefix) ? std::optional(timeOff.mid(absencePrefix.size())) : std::nullopt;
}

std::optional<std::pair<QDate, QDate>> closedDaysOf(const QString& timeOff)
{
    if (!timeOff.startsWith(closedPrefix)) {
        return {};
    }
    const QString days = timeOff.mid(closedPrefix.size());
    const QDate first = QDate::fromString(days.section(QLatin1Char('/'), 0, 0), Qt::ISODate);
    const QDate last = QDate::fromString(days.section(QLatin1Char('/'), 1), Qt::ISODate);
    if (!first.isValid() || !last.isValid() || last < first || first.daysTo(last) > longestTimeOff) {
        return {};
    }
    return std::pair(first, last);
}

std::vector<TimeOff> notOver(std::vector<TimeOff> away, std::vector<std::pair<QDate, QString>> closed,
                             const domain::LocalTime& now)
{
    std::ranges::sort(closed);
    for (size_t begin = 0; begin < closed.size();) {
        size_t end = begin + 1;
        while (end < closed.size() && closed[end].first == closed[end - 1].first.addDays(1) &&
               closed[end].second == closed[begin].second) {
            ++end;
        }
        away.push_back(closure(closed[begin].first, closed[end - 1].first, closed[begin].second));
        begin = end;
    }
    std::erase_if(away, [&](const TimeOff& one) { return !(now < one.absence.to); });
    std::ranges::stable_sort(away, std::less<>(), [](const TimeOff& one) { return one.absence.from; });
    return away;
}

std::vector<HolidayAhead> holidaysAhead(QDate today)
{
    std::vector<HolidayAhead> ahead;
    for (const char* id : festivals) {
        const auto next = language::nextHoliday(QLatin1String(id), today);
        if (next && next->first < today.addYears(1)) {
            ahead.push_back({QLatin1String(id), next->first, next->last});
        }
    }
    std::ranges::sort(ahead, std::less<>(), &HolidayAhead::first);
    return ahead;
}

} // namespace delpek::desk
