// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/openinghours.h"

#include <algorithm>

namespace delpek::domain
{

std::vector<SpanFinding> hoursFaults(const WeeklyHours& hours)
{
    std::vector<SpanFinding> found;
    for (size_t day = 0; day < hours.size(); ++day) {
        for (size_t i = 0; i < hours[day].size(); ++i) {
            const auto& span = hours[day][i];
            const auto meets = [&](const DaySpan& other) { return span.from < other.to && other.from < span.to; };
            if (!span.from.isValid() || !span.to.isValid()) {
                found.push_back({day, i, SpanFault::Missing});
            } else if (span.to <= span.from) {
                found.push_back({day, i, SpanFault::Backwards});
            } else if (std::any_of(hours[day].begin(), hours[day].begin() + std::ptrdiff_t(i), meets)) {
                found.push_back({day, i, SpanFault::Overlap});
            }
        }
    }
    return found;
}

bool isWithin(const WeeklyHours& hours, const LocalTime& start, int minutes)
{
    const int from = start.time.msecsSinceStartOfDay();
    const int to = from + minutes * 60'000;
    return std::ranges::any_of(hoursOn(hours, start.date), [&](const DaySpan& span) {
        return span.from.msecsSinceStartOfDay() <= from && to <= span.to.msecsSinceStartOfDay();
    });
}

} // namespace delpek::domain
