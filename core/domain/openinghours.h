// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

// What may stand in a week of hours, and what lies within it. Pure.

namespace delpek::domain
{

enum class SpanFault { Missing, Backwards, Overlap };

/// What is wrong with one span: its end is not after its beginning (spans do not go beyond midnight), or it meets one
/// that stands before it on the same day.
struct SpanFinding {
    size_t weekday = 0; ///< 0 is Sunday
    size_t span = 0;    ///< its place on that day
    SpanFault fault = SpanFault::Missing;
    friend bool operator==(const SpanFinding&, const SpanFinding&) = default;
};

/// At most one a span, in order.
std::vector<SpanFinding> hoursFaults(const WeeklyHours& hours);

/// Whether the `minutes` from `start` on lie within one span of that day.
bool isWithin(const WeeklyHours& hours, const LocalTime& start, int minutes);

} // namespace delpek::domain
