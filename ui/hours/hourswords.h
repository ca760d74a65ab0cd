// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "domain/openinghours.h"

/// Hours and time off in the language of the window. UI thread.
namespace delpek::ui::hourswords
{

/// "08:00 – 13:00, 14:00 – 18:00"; empty for a day without.
QString spans(const std::vector<domain::DaySpan>& spans);
QString fault(domain::SpanFault fault);
QString holiday(const QString& id);
/// "Mon 9 Mar 2026 10:00".
QString at(const domain::LocalTime& time);
/// "Mon 9 Mar" or "9.3 – 11.3", with the times where it does not take whole days.
QString from(const domain::Absence& absence);
/// The last moment that belongs to it: the day before when it ends at midnight.
QString until(const domain::Absence& absence);
/// The words of an error's key; empty for one that has none here.
QString sentence(const QString& key);

} // namespace delpek::ui::hourswords
