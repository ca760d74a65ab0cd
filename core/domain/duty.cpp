// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duty.h"

#include "domain/localtime.h"

#include <algorithm>
#include <array>
#include <map>

namespace delpek::domain
{

namespace
{

struct Stretch {
    base::Instant from;
    base::Instant to;

    bool covers(base::Instant at) const { return from <= at && at < to; }
};

base::Instant momentOf(QDate date, int minutes, const QTimeZone& zone)
{
    const QDate day = date.addDays(minutes / minutesOfDay);
    return toInstant({day, QTime(0, 0).addSecs(60 * (minutes % minutesOfDay))}, zone);
}

/// `to` in minutes of the date of `from`: on the next day where it is not later.
int endOf(int from, int to)
{
    return to > from ? to : to + minutesOfDay;
}

Stretch stretchOf(QDate date, int from, int to, const QTimeZone& zone)
{
    return {momentOf(date, from, zone), momentOf(date, endOf(from, to), zone)};
}

int weekdayOf(QDate date)
{
    return date.dayOfWeek() % 7;
}

bool isAway(const DutyRoster& roster, StaffId staff, base::Instant at)
{
    return std::ranges::any_of(roster.exceptions, [&](const DutyException& one) {
        return !one.present && one.staff == staff && stretchOf(one.date, one.from, one.to, roster.zone).covers(at);
    });
}

} // namespace

WeekStretch weekStretch(const DutySpan& span)
{
    const int day = span.weekday * minutesOfDay;
    return {day + span.from, day + endOf(span.from, span.to)};
}

bool meet(const DutySpan& one, const DutySpan& other)
{
    const auto a = weekStretch(one);
    const auto b = weekStretch(other);
    // A Saturday night goes on into the Sunday of the same week.
    return std::ranges::any_of(std::array{-minutesOfWeek, 0, minutesOfWeek},
                               [&](int shift) { return a.from < b.to + shift && b.from + shift < a.to; });
}

bool meet(const DutyException& one, const DutyException& other)
{
    const qint64 shift = one.date.daysTo(other.date) * minutesOfDay;
    return one.from < endOf(other.from, other.to) + shift && other.from + shift < endOf(one.from, one.to);
}

QString clockText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::vector<StaffId> onDuty(const DutyRoster& roster, base::Instant at)
{
    std::map<StaffId, int> orders;
    const auto take = [&orders](StaffId staff, int order) {
        const auto [known, isNew] = orders.emplace(staff, order);
        known->second = isNew ? order : std::min(known->second, order);
    };
    const QDate today = toLocal(at, roster.zone).date;
    for (const auto& span : roster.weekly) {
        // What began yesterday may still last.
        for (const QDate date : {today.addDays(-1), today}) {
            if (weekdayOf(date) == span.weekday && stretchOf(date, span.from, span.to, roster.zone).covers(at) &&
                !isAway(roster, span.staff, at)) {
                take(span.staff, span.order);
            }
        }
    }
    for (const auto& one : roster.exceptions) {
        if (one.present && stretchOf(one.date, one.from, one.to, roster.zone).covers(at)) {
            take(one.staff, one.order);
        }
    }
    std::vector<std::pair<int, StaffId>> sorted;
    for (const auto& [staff, order] : orders) {
        sorted.emplace_back(order, staff);
    }
    std::ranges::sort(sorted);
    std::vector<StaffId> found;
    for (const auto& [order, staff] : sorted) {
        found.push_back(staff);
    }
    return found;
}

std::optional<base::Instant> quietUntil(const StaffMember& member, const QTimeZone& zone, base::Instant at)
{
    if (!member.hasQuietHours()) {
        return std::nullopt;
    }
    const QDate today = toLocal(at, zone).date;
    for (const QDate date : {today.addDays(-1), today}) {
        const auto quiet = stretchOf(date, member.quietFrom, member.quietTo, zone);
        if (quiet.covers(at)) {
            return quiet.to;
        }
    }
    return std::nullopt;
}

} // namespace delpek::domain
