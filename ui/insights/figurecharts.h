// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/insights.h"
#include "ui/insights/daychart.h"

namespace delpek::ui
{

struct Colours;

/// The charts of a report, always in the same order; a single day is drawn by channel. UI thread.
std::vector<ChartData> chartsOf(const desk::InsightsReport& report, const Colours& colours);

} // namespace delpek::ui
