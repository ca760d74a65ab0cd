// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/notes.h"
#include "clinic/slots.h"

#include <set>

// Visits of an Odoo, whichever model holds them. Pure: questions, values and readings.

namespace delpek::clinic::odoo
{

/// A doctor as visits name one; 0 where the database has no such record.
struct DoctorRef {
    QString doctor; ///< our id
    qint64 record = 0;
    qint64 partner = 0;
    qint64 user = 0;
};

/// A span of real time, half open.
struct TimeSpan {
    base::Instant from;
    base::Instant to;
    bool meets(const TimeSpan& other) const { return from < other.to && other.from < to; }
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// A record of the visits' model as we read it.
struct Visit {
    qint64 id = 0;
    TimeSpan span;
    bool isCancelled = false;
    bool isBusy = true; ///< takes the doctor's time
    std::vector<qint64> attendees;
    qint64 organiser = 0;
    qint64 patient = 0; ///< by the link; 0 where visits have attendees
    qint64 doctor = 0;
    qint64 treatment = 0;
    QString title;
    QString markText; ///< the field that holds our marks, as it is
    std::vector<Mark> marks;

    const Mark* mark(MarkKind kind, const QString& reference) const;
    /// Our reference; empty for a visit made elsewhere.
    QString reference() const;
};

/// (event, partner): who declined.
using Declined = std::set<std::pair<qint64, qint64>>;

Visit visitFrom(const Mapping& mapping, const base::Json& row, const QTimeZone& zone);
bool concerns(const Mapping& mapping, const Visit& visit, const DoctorRef& doctor, const Declined& declined);
/// True where the server shows of a visit only that time is taken, as of other users' private events: who takes part is
/// hidden, but such an event is found by them.
bool hidesAttendees(const Mapping& mapping, const Visit& visit);
bool concernsPatient(const Mapping& mapping, const Visit& visit, qint64 patient);

/// Everything that takes time of one of the doctors in the span: one question for all doctors and days.
Call readBusy(const Mapping& mapping, const std::vector<DoctorRef>& doctors, const TimeSpan& span,
              const QTimeZone& zone);
/// Who of the doctors takes part in these events and has not declined.
Call readAttendance(const std::vector<qint64>& events, const std::vector<DoctorRef>& doctors);
/// What meets the span at the doctor or at the patient, whatever its state, and what carries the mark: of a booking,
/// also what was booked under the reference and given up.
Call lookAround(const Mapping& mapping, const DoctorRef& doctor, qint64 patient, const TimeSpan& span,
                const QTimeZone& zone, MarkKind kind, const QString& reference, qint64 also = 0);
Call readVisit(const Mapping& mapping, qint64 id);
/// The patient's visits from then on, in order.
Call readVisitsOf(const Mapping& mapping, qint64 patient, base::Instant from, const QTimeZone& zone);

/// What a new visit is written with.
struct NewVisit {
    QString reference;
    DoctorRef doctor;
    qint64 patient = 0;
    TimeSpan span;
    QString treatment; ///< our id
    qint64 treatmentRecord = 0;
    QString title;
};
Call createVisit(const Mapping& mapping, const NewVisit& visit, const QTimeZone& zone);
/// The fields of a visit that hold the id of one record.
QStringList visitLinks(const Mapping& mapping);

/// Where a visit stood before it was moved, in the mark of the move: to find back when the new time turns out taken.
struct Place {
    TimeSpan span;
    DoctorRef doctor;
    QString treatment;
    qint64 treatmentRecord = 0;
};
QString toText(const Place& place);
struct PlaceText {
    TimeSpan span;
    QString doctor;
    QString treatment;
};
std::optional<PlaceText> placeFromText(const QString& text);

/// Puts the visit to `to`; `old` leaves the attendees. `marks`: what the field of our marks holds afterwards.
Call moveVisit(const Mapping& mapping, const Visit& visit, const DoctorRef& old, const Place& to, const QString& marks,
               const QTimeZone& zone);
/// The calls that cancel it, in order; the last changes its state.
std::vector<Call> cancelVisit(const Mapping& mapping, const Visit& visit, const QString& marks);

} // namespace delpek::clinic::odoo
