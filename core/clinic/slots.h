// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"

#include <functional>

namespace delpek::clinic
{

/// Time that is taken: a visit, or a doctor's absence. Local to the clinic, `to` is exclusive.
struct BusySpan {
    QString doctor; ///< id; empty: everybody
    domain::LocalTime from;
    domain::LocalTime to;
};

/// The same in real time.
struct TakenSpan {
    QString doctor; ///< id; empty: everybody
    base::Instant from;
    base::Instant to;
};

/// All that a search for free time looks at. Pure values; whoever fills it decides how far `busy` reaches.
struct Diary {
    QTimeZone zone;
    domain::WeeklyHours hours; ///< the clinic's; no span of a day: closed on it
    std::vector<QDate> closed;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    std::vector<BusySpan> busy;
};

/// The days a query really covers: not before `earliest`, 60 days when it names no end, a year at most. Empty (first
/// after last) when nothing is left.
std::pair<QDate, QDate> searchedDays(const SlotQuery& query);

/// The span a visit takes, its length counted in real minutes also where the clocks change.
BusySpan busySpan(const QString& doctor, const domain::LocalTime& start, int minutes, const QTimeZone& zone);

/// Every free slot of the query, in order of start and then of the diary's doctors; `limit` is not looked at. Possible
/// starts are the beginning of each open span and every `step` minutes of the day; `exactly` needs neither. NotFound
/// when the treatment or the doctor is unknown; none when the doctor does not give that treatment.
Result<std::vector<domain::Slot>> allFreeSlots(const Diary& diary, const SlotQuery& query);

/// What a receptionist would offer: the earliest that fits, then times in another part of the day or on another day,
/// then times an hour apart, half an hour apart, and only then neighbours; in order of start. With `exactly` one a day.
/// A limit above 12 asks for a list and not for an offer: the first ones, not spread. Errors as allFreeSlots().
Result<std::vector<domain::Slot>> freeSlots(const Diary& diary, const SlotQuery& query);

/// Gives what is taken, beyond the diary's own, on these days (both inclusive); more does no harm.
using TakenSource = std::function<Result<std::vector<TakenSpan>>(QDate first, QDate last)>;

/// The same, reading what is taken a week at a time and only as far as the search goes. Fails as `taken` fails.
Result<std::vector<domain::Slot>> freeSlots(const Diary& diary, const SlotQuery& query, const TakenSource& taken);

/// Whether clinic and doctor are there for the whole of `slot` and the doctor gives that treatment, other visits aside.
/// NotFound for an unknown doctor or treatment, InvalidInput with the reason else.
Result<Done> checkOpen(const Diary& diary, const domain::Slot& slot);

} // namespace delpek::clinic
