// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/icalendar.h"

// The days of an event that repeats, written out one by one. Pure. Source: RFC 5545; libical reads the rules.

namespace delpek::clinic
{

/// A time as a calendar file has it.
struct ZonedTime {
    domain::LocalTime wall;
    QTimeZone zone; ///< of a whole day and of a floating time: the clinic's
    bool wholeDay = false;
};

/// A VEVENT as it stands in the file, with what it says of repetition.
struct EventSource {
    CalendarEvent event; ///< its first time
    ZonedTime start;
    QString rule;                      ///< RRULE; empty: none
    std::vector<ZonedTime> added;      ///< RDATE
    std::vector<ZonedTime> removed;    ///< EXDATE
    std::optional<ZonedTime> replaces; ///< RECURRENCE-ID: this is that one day of a repeating event, as it came to be
};

/// Events that do not repeat as they are, of the others each day that touches the window, in order of the file and of
/// time. A rule counts in the wall time of its own zone, so that a weekly hour stays that hour when the clocks change.
/// An event that is cancelled as a whole stays one event. Fault: a rule that is not understood, or that repeats within
/// a day; RDATE and EXDATE that are no times are the reader's.
std::vector<CalendarEvent> writtenOut(const std::vector<EventSource>& sources, const QTimeZone& zone,
                                      const CalendarWindow& window);

} // namespace delpek::clinic
