// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/clinicfacts.h"

#include <map>

namespace delpek::clinic
{

/// What a patient wants of a slot. Times are local to the clinic.
struct SlotQuery {
    QString treatment;
    QString doctor; ///< id; empty: anyone who does the treatment
    QDate from;
    QDate to;                       ///< inclusive
    std::optional<QTime> exactly;   ///< this start and no other
    std::optional<QTime> notBefore; ///< of the day; start at or after
    std::optional<QTime> notAfter;  ///< of the day; start before
    std::vector<QDate> without;     ///< days that do not suit
    domain::LocalTime earliest;     ///< now: nothing before it is offered
    int limit = 3;
    int step = 15;       ///< minutes between possible starts
    QString holder = {}; ///< slots held by others are not free, those held by this one are
};

struct Booking {
    QString reference; ///< deterministic; the same again gives the visit that is there
    QString patient;   ///< id
    QString doctor;
    QString treatment;
    domain::LocalTime start;
    int minutes = 30;
    QString holder = {}; ///< as in SlotQuery: what others hold cannot be booked
};

/// A slot kept for somebody who is still deciding. Kept in our own store whoever keeps the records, so that it needs no
/// Odoo and every desk sees it.
struct Hold {
    QString holder; ///< who decides: the reference of the conversation ("conversation:17") or of a staff member
    domain::Slot slot;
    base::Instant until; ///< from then on it is as if it had never been
};

/// Somebody who would like an earlier time, or one that is not free now.
struct WaitingWish {
    QString reference; ///< deterministic; the same again changes nothing
    QString patient;   ///< id; empty for somebody the records do not know
    QString name;
    std::optional<domain::Phone> phone;
    QString treatment;
    QString doctor; ///< id; empty: anyone
    QDate from;     ///< null: from now
    QDate to;       ///< inclusive; null: without end
    std::optional<QTime> notBefore;
    std::optional<QTime> notAfter;
};

/// What stands in the book on some days, for whoever looks at it.
struct BookDays {
    std::vector<domain::Appointment> visits;    ///< booked, in order of start
    std::map<QString, domain::Bilingual> names; ///< of the visits' patients, by id; without those that cannot be read
    std::vector<domain::Absence> away;          ///< time off, and whatever else takes a doctor's time
};

struct NewPatient {
    QString reference;
    domain::Bilingual name; ///< the language they wrote in; the other may be empty
    std::optional<domain::Phone> phone;
    QDate birthDate;
    domain::Gender gender = domain::Gender::Unknown;
    domain::Language language = domain::Language::Hebrew;
};

/// The clinic's records, whoever keeps them. All functions may be called from any thread. When the records cannot be
/// reached every function gives Unavailable or Timeout; nothing is written later behind anybody's back.
class ClinicRecords
{
public:
    virtual ~ClinicRecords() = default;

    virtual Future<domain::ClinicInfo> info() = 0;
    virtual Future<std::vector<domain::Doctor>> doctors() = 0;
    virtual Future<std::vector<domain::Treatment>> treatments() = 0;
    virtual Future<std::vector<domain::Patient>> findPatients(const domain::Phone& phone) = 0;
    virtual Future<domain::Patient> patient(const QString& id) = 0;
    virtual Future<domain::Patient> addPatient(const NewPatient& patient) = 0;

    /// Free slots in order of start, spread over doctors as they come.
    virtual Future<std::vector<domain::Slot>> freeSlots(const SlotQuery& query) = 0;
    /// Conflict when the slot is not free any more; InvalidInput in the past, outside the hours of clinic or doctor and
    /// for a treatment that the doctor does not give. The same reference again gives the appointment that is there.
    /// What was held at that time is held no longer.
    virtual Future<domain::Appointment> book(const Booking& booking) = 0;
    /// Moves in one step: the old time is kept when the new one is taken (Conflict).
    virtual Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                             const QString& reference, const QString& holder = {}) = 0;
    virtual Future<Done> cancel(const QString& appointment, const QString& reference) = 0;
    /// Booked visits of a patient that start at or after `from`, in order.
    virtual Future<std::vector<domain::Appointment>> appointments(const QString& patient,
                                                                  const domain::LocalTime& from) = 0;
    /// The visits of everybody that begin on those days (both inclusive), and who is away then.
    virtual Future<BookDays> bookDays(QDate from, QDate to) = 0;
    virtual Future<std::vector<domain::Invoice>> invoices(const QString& patient) = 0;
    /// With a reference of the note: once by reference.
    virtual Future<Done> appendNote(const QString& patient, const domain::Note& note) = 0;

    /// Replaces everything their holders held before. A slot that is not free is left out without an error: an offer is
    /// not a promise.
    virtual Future<Done> hold(const std::vector<Hold>& offered) = 0;
    virtual Future<Done> releaseHolds(const QString& holder) = 0;
    /// The unexpired ones that touch those days (both inclusive), in order of start.
    virtual Future<std::vector<Hold>> holds(QDate from, QDate to) = 0;
    virtual Future<Done> joinWaitingList(const WaitingWish& wish) = 0;
    /// Oldest first.
    virtual Future<std::vector<WaitingWish>> waitingList() = 0;
    /// NotFound when there never was such a wish; one that left before changes nothing.
    virtual Future<Done> leaveWaitingList(const QString& reference) = 0;

    /// Empty while what reads give is live; else reads come from a cache and may be as old as this moment. A change is
    /// never made from a cache: Unavailable.
    virtual std::optional<base::Instant> asOf() const { return {}; }
};

} // namespace delpek::clinic
