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

void addMornings(std::vector<SnoozeChoice>& choices, const QDate& day, const QTimeZone& zone)
{
    const int toSunday = 7 - day.dayOfWeek() % 7;
    choices.push_back({SnoozeTime::Tomorrow, morning(day.addDays(1), zone)});
    if (toSunday > 1 && toSunday < 7) {
        choices.push_back({SnoozeTime::WeekBegins, morning(day.addDays(toSunday), zone)});
    }
}

} // namespace

std::vector<SnoozeChoice> snoozeChoices(base::Instant now, const QTimeZone& zone)
{
    const QDate day = today(now, zone);
    std::vector<SnoozeChoice> choices{{SnoozeTime::OneHour, now + 1h}, {SnoozeTime::ThreeHours, now + 3h}};
    addMornings(choices, day, zone);
    choices.push_back({SnoozeTime::InAWeek, morning(day.addDays(7), zone)});
    return choices;
}

std::vector<SnoozeChoice> laterChoices(base::Instant now, const QTimeZone& zone)
{
    const QDate day = today(now, zone);
    const auto afternoon = domain::toInstant({day, QTime(16, 0)}, zone);
    std::vector<SnoozeChoice> choices{{SnoozeTime::OneHour, now + 1h}};
    if (now + 1h < afternoon) {
        choices.push_back({SnoozeTime::Afternoon, afternoon});
    }
    addMornings(choices, day, zone);
    return choices;
}

base::Instant tomorrowMorning(base::Instant now, const QTimeZone& zone)
{
    return morning(today(now, zone).addDays(1), zone);
}

} // namespace delpek::ui
