// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <vector>

namespace delpek::ui
{

/// A time ahead that is chosen with one click: until when a conversation is put off, when a message is sent.
enum class SnoozeTime { OneHour, ThreeHours, Afternoon, Tomorrow, WeekBegins, InAWeek };

struct SnoozeChoice {
    SnoozeTime time = SnoozeTime::OneHour;
    base::Instant until;
};

/// What is offered at `now`, soonest first; days begin at eight in the morning, the week on Sunday. The week's begin
/// is left out where it is tomorrow or a week away. Pure.
std::vector<SnoozeChoice> snoozeChoices(base::Instant now, const QTimeZone& zone);

/// The same for a message that is to be sent later; the afternoon is at four.
std::vector<SnoozeChoice> laterChoices(base::Instant now, const QTimeZone& zone);

/// What a person who picks a time is offered first: tomorrow at eight.
base::Instant tomorrowMorning(base::Instant now, const QTimeZone& zone);

} // namespace delpek::ui
