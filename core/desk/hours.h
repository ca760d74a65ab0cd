// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"
#include "domain/ids.h"

#include <optional>
#include <vector>

namespace delpek::desk
{

struct DoctorHours {
    QString id;
    domain::Bilingual name;
    domain::WeeklyHours hours;
};

/// Time at which the clinic is closed or a doctor is away.
struct TimeOff {
    QString id; ///< for remove()
    domain::Absence absence;
};

/// A festival that comes next, as kept in Israel; a day of it is a day of work unless the clinic closes.
struct HolidayAhead {
    QString id; ///< of core/language: rosh-hashana, pesach …
    QDate first;
    QDate last; ///< inclusive
};

/// When the clinic is open and who works when, as it is now.
struct HoursState {
    bool canChange = false; ///< the records are Delpek's own book
    domain::WeeklyHours clinic;
    std::vector<DoctorHours> doctors;
    std::vector<TimeOff> timeOff;       ///< not over yet, in order of beginning
    std::vector<HolidayAhead> holidays; ///< of the year to come, in order
    std::optional<base::Instant> asOf;  ///< set: read from a cache of that moment
};

/// New hours of the clinic or of a doctor.
struct HoursChange {
    QString doctor;          ///< id; empty: the clinic
    domain::WeeklyHours was; ///< as they were read
    domain::WeeklyHours hours;
};

/// A booked visit that a change leaves outside of the hours, or in time off.
struct TouchedVisit {
    domain::Appointment visit;
    domain::Bilingual name; ///< the patient's
    domain::Bilingual doctor;
    domain::Bilingual treatment;
    domain::ConversationId conversation; ///< the patient's latest; invalid: none
};

/// What a change would do to visits: they stay booked, and people see to them.
struct HoursEffect {
    std::vector<TouchedVisit> visits; ///< in order of start, at most mostTouched
    QStringList ids;                  ///< of all of them
};

inline constexpr size_t mostTouched = 200;
/// Time off is entered for at most so many days at once.
inline constexpr int longestTimeOff = 366;

/// When the clinic is open and who works when. As Desk: any thread, answers later, blocks nowhere. What is kept counts
/// at once for the times that are offered, and is told with Topic::Clinic.
///
/// Changes give Unsupported (hours.elsewhere) where the records are not ours; InvalidInput with book.hours, book.text,
/// hours.past or hours.tooLong; Conflict with hours.changed when the hours are not `was` any more, and with
/// book.visits-there when a booked visit is touched that `seen` does not name: look at the effect again.
class Hours
{
public:
    virtual ~Hours() = default;

    virtual Future<HoursState> state() = 0;
    virtual Future<HoursEffect> effectOf(const HoursChange& change) = 0;
    virtual Future<Done> keep(const HoursChange& change, const QStringList& seen) = 0;
    /// Whole days of the whole clinic are closed days, of which patients are told; the rest is time off.
    virtual Future<HoursEffect> effectOf(const domain::Absence& absence) = 0;
    virtual Future<Done> add(const domain::Absence& absence, const QStringList& seen) = 0;
    /// NotFound when it is not there any more.
    virtual Future<Done> remove(const QString& timeOff) = 0;
};

} // namespace delpek::desk
