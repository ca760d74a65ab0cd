// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/mappingmodels.h"
#include "clinic/slots.h"

// Working hours of an Odoo: resource.calendar, its attendances and leaves. Pure: questions and readings.

namespace delpek::clinic::odoo
{

/// Hours of one weekday. A break is simply not there.
struct Attendance {
    int weekday = 1; ///< as QDate: 1 is Monday
    int fromMinute = 0;
    int toMinute = 0;        ///< 1440: the end of the day
    std::optional<int> week; ///< of a two-week calendar: 0 or 1
    QDate first;             ///< null: without limit
    QDate last;
    qint64 resource = 0; ///< 0: everybody's
};

struct WorkCalendar {
    qint64 id = 0;
    QTimeZone zone;
    bool isTwoWeeks = false;
    std::vector<Attendance> attendances;
};

/// Time off: of one resource, of a calendar, or of everybody (both 0).
struct Leave {
    qint64 calendar = 0;
    qint64 resource = 0;
    base::Instant from;
    base::Instant to;
    QString reason;
};

Call readCalendars(const ModelFields& fields);
Call readAttendances(const ModelFields& fields);
/// Those that end after `since`.
Call readLeaves(const ModelFields& fields, base::Instant since);

std::map<qint64, WorkCalendar> calendarsFrom(const base::Json& calendars, const base::Json& attendances);
std::vector<Leave> leavesFrom(const base::Json& rows);

/// Invalid for an empty name, which would otherwise stand for the machine's own zone.
QTimeZone zoneNamed(const QString& name);

/// The parity by which Odoo tells the weeks of a two-week calendar apart.
int weekParity(QDate date);

/// When somebody is there, in the form in which slots are searched: the hours of a week, and what of them does not
/// hold on the days from `first` to `last`.
struct Presence {
    domain::WeeklyHours hours;
    std::vector<BusySpan> gaps;
};
/// `zone`: in which the hours are meant; `clinic`: the zone of the result. `doctor`: the id written into the gaps.
Presence presence(const WorkCalendar& calendar, qint64 resource, const QTimeZone& zone, const QTimeZone& clinic,
                  const QString& doctor, QDate first, QDate last);

/// Days on which a leave of everybody covers all the hours.
std::vector<QDate> closedDays(const std::vector<Leave>& leaves, qint64 companyCalendar,
                              const domain::WeeklyHours& hours, const QTimeZone& zone);

/// The fields of `wanted` that the model has.
base::Json fieldsThere(const ModelFields& fields, const QString& model, std::initializer_list<const char*> wanted);

} // namespace delpek::clinic::odoo
