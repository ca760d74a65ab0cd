// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sorting/snoozetimes.h"

#include "domain/localtime.h"

namespace delpek::ui
{

namespace
{

using namespace std::chrono_literals;

base::Instant morning(const QDate& day, const QTimeZone& zone)
{
    return domain::toInstant({day, QTime(8, 0)}, zone);
}

QDate today(base::Instant now, const QTimeZone& zone)
{
    return domain::toLocal(now, zone).date;
}

} // namespace

std::vector<SnoozeChoice> snoozeChoices(base::Instant now, const QTimeZone& zone)
{
    const QDate day = today(now, zone);
    const int toSunday = 7 - day.dayOfWeek() % 7;
    std::vector<SnoozeChoice> choices{{SnoozeTime::OneHour, now + 1h}, {SnoozeTime::ThreeHours, now + 3h}};
    choices.push_back({SnoozeTime::Tomorrow, morning(day.addDays(1), zone)});
    if (toSunday > 1 && toSunday < 7) {
        choices.push_back({SnoozeTime::WeekBegins, morning(day.addDays(toSunday), zone)});
    }
    choices.push_back({SnoozeTime::InAWeek, morning(day.addDays(7), zone)});
    return choices;
}

base::Instant tomorrowMorning(base::Instant now, const QTimeZone& zone)
{
    return morning(today(now, zone).addDays(1), zone);
}

} // namespace delpek::ui
