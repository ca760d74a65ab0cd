// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/staffmember.h"

#include <QDate>
#include <QTimeZone>

#include <vector>

// Who of the clinic is on duty when. Pure.

namespace delpek::domain
{

using DutySpanId = base::Id<struct DutySpanTag>;
using DutyExceptionId = base::Id<struct DutyExceptionTag>;

/// Every week, on the clinic's wall clock. Where the clock is put forward a moment that does not exist is the moment
/// after the gap; where it is put back the first of the two counts: so spans that meet neither overlap nor leave a gap.
struct DutySpan {
    DutySpanId id;
    StaffId staff;
    int weekday = 0; ///< 0 is Sunday; the day on which it begins
    int from = 0;    ///< minutes since midnight, 0 – 1439
    int to = 0;      ///< exclusive, 0 – 1440; not later than `from`: on the next day
    int order = 1;   ///< 1 is called first
    friend bool operator==(const DutySpan&, const DutySpan&) = default;
};

/// One date that differs: on duty although the week does not say so, or not although it does. What is taken away is of
/// the week only; an exception that puts somebody on duty stands.
struct DutyException {
    DutyExceptionId id;
    StaffId staff;
    QDate date;
    bool present = false;
    int from = 0; ///< as DutySpan
    int to = minutesOfDay;
    int order = 1;
    friend bool operator==(const DutyException&, const DutyException&) = default;
};

struct DutyRoster {
    QTimeZone zone;
    std::vector<DutySpan> weekly;
    std::vector<DutyException> exceptions;
};

inline constexpr int minutesOfWeek = 7 * minutesOfDay;

/// A stretch of every week, in minutes since Sunday 00:00. `to` is exclusive and may lie in the next week, beyond
/// minutesOfWeek.
struct WeekStretch {
    int from = 0;
    int to = 0;
    friend bool operator==(const WeekStretch&, const WeekStretch&) = default;
};

WeekStretch weekStretch(const DutySpan& span);

/// Whether there is a moment in both.
bool meet(const DutySpan& one, const DutySpan& other);
bool meet(const DutyException& one, const DutyException& other);

/// A time of day on the clock, "08:05"; 1440 is "24:00".
QString clockText(int minutes);

/// Everybody on duty at that moment, each once, the first to call first; equal orders by id.
std::vector<StaffId> onDuty(const DutyRoster& roster, base::Instant at);

/// The end of the member's quiet hours when `at` lies in them, otherwise nothing.
std::optional<base::Instant> quietUntil(const StaffMember& member, const QTimeZone& zone, base::Instant at);

} // namespace delpek::domain
