// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/report.h"
#include "app/check/texts.h"

// A report as it is printed. Pure.

namespace delpek::app::check
{

int faultsIn(const Report& report);

/// For people: a line for each finding, its sentence below where something is to do, a summary at the end.
QStringList asLines(const Report& report, const Texts& texts);

/// For programs: {"ok", "sections": [{"name", "account", "findings": [{"subject", "state", "key", "detail",
/// "text"}]}]}. `ok` is false when there is a fault.
base::Json asJson(const Report& report, const Texts& texts);

} // namespace delpek::app::check
