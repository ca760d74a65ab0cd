// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookreader.h"

namespace delpek::clinic
{

/// Into which days visits may be written.
enum class Days {
    Open, ///< from now on, within the hours of clinic and doctor, outside absences and what others hold
    Any,  ///< what staff knows better: history, evenings, an absence; two visits at one doctor never overlap
};

/// Changes the built-in book inside one write of the store. Each change first takes the one row of the clinic, so that
/// of several processes on one database only one decides at a time; what it then reads cannot be stale. On SQLite the
/// store's single writer gives the same.
class BookWriter
{
public:
    /// `now`: visits that began before it are history and do not change.
    BookWriter(store::Session& session, base::Instant now, Days days = Days::Open)
        : m_session(session)
        , m_reader(session)
        , m_now(now)
        , m_days(days)
    {
    }

    Result<domain::Appointment> book(const Booking& booking);
    Result<domain::Appointment> move(const QString& id, const domain::Slot& to, const QString& reference,
                                     const QString& holder);
    Result<Done> cancel(const QString& id, const QString& reference);
    Result<domain::Patient> addPatient(const NewPatient& wanted);
    /// A note that is there already (same reference; without one: same day, author and words) is not written twice.
    Result<Done> appendNote(const QString& patient, const domain::Note& note);
    /// Keeps those of the offered slots that are open and free.
    Result<Done> hold(const std::vector<Hold>& offered);
    Result<Done> releaseHolds(const QString& holder);

private:
    Result<base::Instant> checkSlot(const domain::Slot& slot, const Diary& diary);
    Result<base::Instant> checkAnySlot(const domain::Slot& slot, const Diary& diary);
    Result<bool> isTaken(const domain::Slot& slot, base::Instant start, const QString& except);
    Result<Done> checkFree(const domain::Appointment& visit, base::Instant start, const QString& holder,
                           const Diary& diary);
    /// The visit, when it is booked and did not begin yet.
    Result<domain::Appointment> changeable(const QString& id);
    /// True when this very change was made before; Conflict when the reference belongs to another one.
    Result<bool> wasDone(const QString& reference, const char* kind, const QString& id);
    Result<Done> remember(const QString& reference, const char* kind, const QString& id);
    Result<std::optional<domain::Patient>> samePatient(const NewPatient& wanted);

    store::Session& m_session;
    BookReader m_reader;
    base::Instant m_now;
    Days m_days;
};

} // namespace delpek::clinic
