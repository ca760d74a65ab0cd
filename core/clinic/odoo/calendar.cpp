// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/calendar.h"

#include "clinic/odoo/wire.h"

#include <algorithm>
#include <cmath>

namespace delpek::clinic::odoo
{

namespace
{

using base::Instant;
using base::Json;
using domain::DaySpan;
using domain::LocalTime;

constexpr int DayMinutes = 24 * 60;
constexpr int LongestLeave = 400; ///< days that are looked at

const QString Calendars = QStringLiteral("resource.calendar");
const QString Attendances = QStringLiteral("resource.calendar.attendance");
const QString Leaves = QStringLiteral("resource.calendar.leaves");

int minuteOf(const Json& hours)
{
    const double value = hours.is_number() ? hours.get<double>() : 0;
    return std::clamp(int(std::lround(value * 60)), 0, DayMinutes);
}

LocalTime atMinute(QDate date, int minute)
{
    return minute >= DayMinutes ? LocalTime{date.addDays(1), QTime(0, 0)}
                                : LocalTime{date, QTime::fromMSecsSinceStartOfDay(minute * 60'000)};
}

struct MinuteSpan {
    int from;
    int to;
};

using Days = std::map<QDate, std::vector<MinuteSpan>>;

std::vector<MinuteSpan> joined(std::vector<MinuteSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<MinuteSpan> result;
    for (const auto& span : spans) {
        if (!result.empty() && span.from <= result.back().to) {
            result.back().to = std::max(result.back().to, span.to);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

/// What of `whole` is not in `part`.
std::vector<MinuteSpan> without(const std::vector<MinuteSpan>& whole, const std::vector<MinuteSpan>& part)
{
    std::vector<MinuteSpan> rest;
    for (const auto& span : whole) {
        int from = span.from;
        for (const auto& taken : part) {
            if (taken.to <= from || taken.from >= span.to) {
                continue;
            }
            if (taken.from > from) {
                rest.push_back({from, taken.from});
            }
            from = std::max(from, taken.to);
        }
        if (from < span.to) {
            rest.push_back({from, span.to});
        }
    }
    return rest;
}

int minuteOfDay(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

/// Adds real time as the clinic's wall clock shows it, split where a day ends.
void add(Days& days, const LocalTime& from, const LocalTime& to)
{
    for (QDate date = from.date; date <= to.date; date = date.addDays(1)) {
        const MinuteSpan span{date == from.date ? minuteOfDay(from.time) : 0,
                              date == to.date ? minuteOfDay(to.time) : DayMinutes};
        if (span.from < span.to) {
            days[date].push_back(span);
        }
    }
}

bool holdsOn(const Attendance& attendance, const WorkCalendar& calendar, qint64 resource, QDate date)
{
    return attendance.weekday == date.dayOfWeek() && (attendance.resource == 0 || attendance.resource == resource) &&
           (!attendance.first.isValid() || attendance.first <= date) &&
           (!attendance.last.isValid() || date <= attendance.last) &&
           (!calendar.isTwoWeeks || !attendance.week || *attendance.week == weekParity(date));
}

Call readAll(const QString& model, const Json& domain, const Json& fields)
{
    return {model, QStringLiteral("search_read"), Json::array({domain}), Json{{"fields", fields}, {"order", "id"}}};
}

} // namespace

Json fieldsThere(const ModelFields& fields, const QString& model, std::initializer_list<const char*> wanted)
{
    Json result = Json::array();
    const auto known = fields.find(model);
    for (const char* name : wanted) {
        if (known != fields.end() && known->second.contains(name)) {
            result.push_back(name);
        }
    }
    return result;
}

Call readCalendars(const ModelFields& fields)
{
    return readAll(Calendars, Json::array(), fieldsThere(fields, Calendars, {"name", "tz", "two_weeks_calendar"}));
}

Call readAttendances(const ModelFields& fields)
{
    return readAll(Attendances, Json::array(),
                   fieldsThere(fields, Attendances,
                               {"calendar_id", "dayofweek", "hour_from", "hour_to", "day_period", "week_type",
                                "display_type", "date_from", "date_to", "resource_id"}));
}

Call readLeaves(const ModelFields& fields, Instant since)
{
    return readAll(
        Leaves, Json::array({wire::term("date_to", ">", wire::fromMoment(since))}),
        fieldsThere(fields, Leaves, {"name", "calendar_id", "resource_id", "date_from", "date_to", "time_type"}));
}

std::map<qint64, WorkCalendar> calendarsFrom(const Json& calendars, const Json& attendances)
{
    std::map<qint64, WorkCalendar> result;
    for (const auto& row : calendars) {
        WorkCalendar calendar;
        calendar.id = wire::whole(base::at(row, "id"));
        calendar.zone = zoneNamed(wire::text(base::at(row, "tz")));
        calendar.isTwoWeeks = wire::truth(base::at(row, "two_weeks_calendar"));
        result[calendar.id] = std::move(calendar);
    }
    for (const auto& row : attendances) {
        const auto owner = result.find(wire::id(base::at(row, "calendar_id")));
        if (owner == result.end() || !wire::text(base::at(row, "display_type")).isEmpty() ||
            wire::text(base::at(row, "day_period")) == QLatin1String("lunch")) {
            continue;
        }
        Attendance attendance;
        attendance.weekday = wire::text(base::at(row, "dayofweek")).toInt() + 1;
        attendance.fromMinute = minuteOf(base::at(row, "hour_from"));
        attendance.toMinute = minuteOf(base::at(row, "hour_to"));
        if (const QString week = wire::text(base::at(row, "week_type")); !week.isEmpty()) {
            attendance.week = week.toInt();
        }
        attendance.first = wire::date(base::at(row, "date_from"));
        attendance.last = wire::date(base::at(row, "date_to"));
        attendance.resource = wire::id(base::at(row, "resource_id"));
        if (attendance.fromMinute < attendance.toMinute) {
            owner->second.attendances.push_back(attendance);
        }
    }
    return result;
}

std::vector<Leave> leavesFrom(const Json& rows)
{
    std::vector<Leave> leaves;
    for (const auto& row : rows) {
        const auto from = wire::moment(base::at(row, "date_from"));
        const auto to = wire::moment(base::at(row, "date_to"));
        const QString kind = wire::text(base::at(row, "time_type"));
        if (from && to && *from < *to && (kind.isEmpty() || kind == QLatin1String("leave"))) {
            leaves.push_back({wire::id(base::at(row, "calendar_id")), wire::id(base::at(row, "resource_id")), *from,
                              *to, wire::text(base::at(row, "name"))});
        }
    }
    return leaves;
}

QTimeZone zoneNamed(const QString& name)
{
    return name.isEmpty() ? QTimeZone() : QTimeZone(name.toUtf8());
}

int weekParity(QDate date)
{
    constexpr qint64 BeforeYearOne = 1721425; // the Julian day before 0001-01-01
    const qint64 day = date.toJulianDay() - BeforeYearOne;
    return int(((day - 1) / 7) % 2);
}

Presence presence(const WorkCalendar& calendar, qint64 resource, const QTimeZone& zone, const QTimeZone& clinic,
                  const QString& doctor, QDate first, QDate last)
{
    Days actual;
    for (QDate date = first.addDays(-1); date <= last.addDays(1); date = date.addDays(1)) {
        for (const auto& attendance : calendar.attendances) {
            if (holdsOn(attendance, calendar, resource, date)) {
                const auto local = [&](int minute) {
                    const LocalTime there = atMinute(date, minute);
                    return zone == clinic ? there : domain::toLocal(domain::toInstant(there, zone), clinic);
                };
                add(actual, local(attendance.fromMinute), local(attendance.toMinute));
            }
        }
    }
    std::array<std::vector<MinuteSpan>, 7> week;
    for (const auto& [date, spans] : actual) {
        if (first <= date && date <= last) {
            auto& day = week[size_t(date.dayOfWeek() % 7)];
            day.insert(day.end(), spans.begin(), spans.end());
        }
    }
    Presence result;
    for (size_t day = 0; day < week.size(); ++day) {
        week[day] = joined(std::move(week[day]));
        for (const auto& span : week[day]) {
            result.hours[day].push_back(
                {QTime::fromMSecsSinceStartOfDay(span.from * 60'000),
                 span.to == DayMinutes ? QTime(23, 59, 59, 999) : QTime::fromMSecsSinceStartOfDay(span.to * 60'000)});
        }
    }
    for (QDate date = first; date <= last; date = date.addDays(1)) {
        const auto there = actual.find(date);
        const auto spans = there == actual.end() ? std::vector<MinuteSpan>() : joined(there->second);
        for (const auto& gap : without(week[size_t(date.dayOfWeek() % 7)], spans)) {
            result.gaps.push_back({doctor, atMinute(date, gap.from), atMinute(date, gap.to)});
        }
    }
    return result;
}

std::vector<QDate> closedDays(const std::vector<Leave>& leaves, qint64 companyCalendar,
                              const domain::WeeklyHours& hours, const QTimeZone& zone)
{
    std::vector<QDate> closed;
    for (const auto& leave : leaves) {
        if (leave.resource != 0 || (leave.calendar != 0 && leave.calendar != companyCalendar)) {
            continue;
        }
        const LocalTime from = domain::toLocal(leave.from, zone);
        const LocalTime to = domain::toLocal(leave.to, zone);
        const QDate end = std::min(to.date, from.date.addDays(LongestLeave));
        for (QDate date = from.date; date <= end; date = date.addDays(1)) {
            const auto& open = domain::hoursOn(hours, date);
            const bool covered = std::all_of(open.begin(), open.end(), [&](const DaySpan& span) {
                return !(LocalTime{date, span.from} < from) && !(to < LocalTime{date, span.to});
            });
            if (covered && !open.empty()) {
                closed.push_back(date);
            }
        }
    }
    std::sort(closed.begin(), closed.end());
    closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
    return closed;
}

} // namespace delpek::clinic::odoo
