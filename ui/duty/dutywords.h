// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"

/// The duty roster in the language of the window. UI thread.
namespace delpek::ui::dutywords
{

/// "08:00 – 16:00"; "20:00 – 08:00, the next day"; "all day".
QString times(int from, int to);
/// "first", "second", "third", then the number.
QString order(int order);
/// The name of somebody of the roster, marked where nobody is called by it any more.
QString person(const desk::DutyState& state, domain::StaffId id);
/// "Fri 16:00 – Sun 08:00".
QString stretch(const domain::WeekStretch& stretch);
/// Whom an emergency reaches: "Dr. Noa Levi, then Dr. Amir Cohen"; empty for nobody.
QString line(const desk::DutyState& state, const std::vector<std::vector<domain::StaffId>>& steps);
/// The words of an error's key; empty for one that has none here.
QString sentence(const QString& key);

} // namespace delpek::ui::dutywords
