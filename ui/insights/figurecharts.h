// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/insights/daychart.h"

namespace delpek::ui
{

struct Colours;

inline constexpr int chartNumber = 6;

/// The charts of a report, always in the same order; a single day is drawn by channel. Without columns where nothing
/// happened. UI thread.
std::vector<ChartData> chartsOf(const desk::InsightsReport& report, const Colours& colours);

} // namespace delpek::ui
