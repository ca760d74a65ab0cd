// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <vector>

namespace delpek::ui
{

/// Until when a conversation is put off with one click.
enum class SnoozeTime { OneHour, ThreeHours, Tomorrow, WeekBegins, InAWeek };

struct SnoozeChoice {
    SnoozeTime time = SnoozeTime::OneHour;
    base::Instant until;
};

/// What is offered at `now`, soonest first; days begin at eight in the morning, the week on Sunday. The week's begin
/// is left out where it is tomorrow or a week away. Pure.
std::vector<SnoozeChoice> snoozeChoices(base::Instant now, const QTimeZone& zone);

/// What a person who picks a time is offered first: tomorrow at eight.
base::Instant tomorrowMorning(base::Instant now, const QTimeZone& zone);

} // namespace delpek::ui
