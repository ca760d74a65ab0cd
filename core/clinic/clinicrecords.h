// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"

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
    int step = 15; ///< minutes between possible starts
};

struct Booking {
    QString reference; ///< deterministic; the same again gives the visit that is there
    QString patient;   ///< id
    QString doctor;
    QString treatment;
    domain::LocalTime start;
    int minutes = 30;
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
    /// Conflict when the slot is not free any more. The same reference again gives the appointment that is there.
    virtual Future<domain::Appointment> book(const Booking& booking) = 0;
    /// Moves in one step: the old time is kept when the new one is taken (Conflict).
    virtual Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                             const QString& reference) = 0;
    virtual Future<Done> cancel(const QString& appointment, const QString& reference) = 0;
    /// Booked visits of a patient that start at or after `from`, in order.
    virtual Future<std::vector<domain::Appointment>> appointments(const QString& patient,
                                                                  const domain::LocalTime& from) = 0;
    virtual Future<std::vector<domain::Invoice>> invoices(const QString& patient) = 0;
    virtual Future<Done> appendNote(const QString& patient, const domain::Note& note) = 0;
};

} // namespace delpek::clinic
