// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"

#include <QStringList>

namespace delpek::ui
{

/// A step's data as lines of "key: value", nested values with their path. The words are the engine's own: what an
/// engineer or a dentist compares with the rules. Pure.
QStringList detailLines(const base::Json& detail);

/// The step in a line: what kind, which rule set or tool.
QString stepTitle(const domain::DecisionStep& step);

} // namespace delpek::ui
