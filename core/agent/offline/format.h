// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

// How dates, times and lists read in a message to a patient.

namespace delpek::agent
{

/// "יום חמישי, 5.3" / "Thursday, 5 March"
QString dayText(QDate date, domain::Language language);
/// "יום חמישי, 5.3, בשעה 09:30" / "Thursday, 5 March, at 09:30"
QString whenText(const domain::LocalTime& time, domain::Language language);
/// "יום ה׳ 5.3 בשעה 09:30" / "Thu 5 March, 09:30"
QString shortWhenText(const domain::LocalTime& time, domain::Language language);
/// "08:00–12:00 ו-12:30–16:00"
QString spansText(const std::vector<domain::DaySpan>& spans, domain::Language language);
/// One line for each run of days with the same hours: "יום א׳–יום ה׳: 08:00–19:00"
QString weekText(const domain::WeeklyHours& hours, domain::Language language);
/// "a, b and c" with the language's word
QString listText(const QStringList& items, domain::Language language);
/// "29.4.1991" / "29 April 1991"
QString birthDateText(QDate date, domain::Language language);

} // namespace delpek::agent
