// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"

// How time off is put together for people: closed days that follow one another are one closure. Pure.

namespace delpek::desk
{

/// The days, both inclusive, on which the whole clinic is closed from midnight to midnight.
std::optional<std::pair<QDate, QDate>> wholeDaysOf(const domain::Absence& absence);
/// What lies before and behind those days.
std::vector<domain::Absence> restOf(const domain::Absence& absence, const std::pair<QDate, QDate>& days);

QString absenceId(const QString& id);
/// The absence that a TimeOff's id names.
std::optional<QString> absenceOf(const QString& timeOff);
/// The closed days that it names, both inclusive.
std::optional<std::pair<QDate, QDate>> closedDaysOf(const QString& timeOff);

/// Both together, without what ended at `now`, in order of beginning. Days that follow one another with the same reason
/// are one; those of an absence without an id have none, too.
std::vector<TimeOff> notOver(std::vector<TimeOff> away, std::vector<std::pair<QDate, QString>> closed,
                             const domain::LocalTime& now);

/// The festivals on which clinics may close, from today for a year.
std::vector<HolidayAhead> holidaysAhead(QDate today);

} // namespace delpek::desk
