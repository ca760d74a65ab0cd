// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/localtime.h"

#include <vector>

namespace delpek::clinic
{

/// One VEVENT of an iCalendar file.
struct CalendarEvent {
    QString uid;
    QString instance = {};  ///< which time of a repeating event; empty: it does not repeat
    domain::LocalTime from; ///< local to the clinic
    domain::LocalTime to;   ///< exclusive
    QString summary;
    bool cancelled = false;
    bool busy = true; ///< false: the calendar shows the time as free
    int sequence = 0; ///< rises with each change
    int line = 0;     ///< of the file, when read
    QString fault;    ///< why it cannot be used, when read; empty: fine
};

/// The days for which repeating events are written out, both inclusive.
struct CalendarWindow {
    QDate first;
    QDate last;
};

/// Writes events in the order given: UTC times, folded lines, escaped text. Source: RFC 5545.
QByteArray writeCalendar(const QString& name, const std::vector<CalendarEvent>& events, const QTimeZone& zone,
                         base::Instant now);

/// Reads the events of an iCalendar file: times in UTC, of a named zone (IANA's or Windows' names) or floating (the
/// clinic's own), whole days, DTEND or DURATION. Of an event that repeats (RRULE, RDATE, EXDATE, RECURRENCE-ID) each
/// day of the window is an event. InvalidInput when it is no calendar or not UTF-8.
Result<std::vector<CalendarEvent>> parseCalendar(const QByteArray& bytes, const QTimeZone& zone,
                                                 const CalendarWindow& window);

} // namespace delpek::clinic
