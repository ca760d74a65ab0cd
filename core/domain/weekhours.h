// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

// How files, commands and JSON write the hours of a week. Pure.

namespace delpek::domain
{

/// The days' names, from Sunday, as WeeklyHours counts them.
inline constexpr std::array<const char*, 7> weekdayNames{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

/// "08:00-19:00".
QString spanText(const DaySpan& span);
/// Nothing for another form, and for an end that is not after the beginning.
std::optional<DaySpan> spanFromText(const QString& text);

} // namespace delpek::domain
