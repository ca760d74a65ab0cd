// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"
#include "domain/localtime.h"
#include "domain/phone.h"

#include <array>
#include <optional>
#include <vector>

// What a clinic's records hold. Ids are the records' own (text), prices are in minor units.

namespace delpek::domain
{

/// A span of one day, local time; `to` is exclusive.
struct DaySpan {
    QTime from;
    QTime to;
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// Index 0 is Sunday, as the working week begins here.
using WeeklyHours = std::array<std::vector<DaySpan>, 7>;

const std::vector<DaySpan>& hoursOn(const WeeklyHours& hours, QDate date);

struct Money {
    qint64 minor = 0; ///< agorot, cents
    QString currency = QStringLiteral("ILS");
    /// "1,400 ₪" or "₪1,400"; fractions only where there are any.
    QString toText(Language language) const;
    friend bool operator==(const Money&, const Money&) = default;
};

struct ClinicInfo {
    Bilingual name;
    QString phone;
    Bilingual address;
    std::optional<std::pair<double, double>> location; ///< latitude, longitude in degrees
    QTimeZone zone;
    WeeklyHours hours;
    std::vector<QDate> closed;
    QStringList insurance; ///< ids of health funds
    friend bool operator==(const ClinicInfo&, const ClinicInfo&) = default;
};

enum class DoctorKind { Dentist, Hygienist };

struct Doctor {
    QString id;
    Bilingual name;
    QStringList treatments;
    WeeklyHours hours;
    QString phone;
    QString email;
    DoctorKind kind = DoctorKind::Dentist;
    friend bool operator==(const Doctor&, const Doctor&) = default;
};

/// Time at which a doctor is not there.
struct Absence {
    QString doctor; ///< id; empty: the whole clinic
    LocalTime from;
    LocalTime to; ///< exclusive
    QString reason;
    friend bool operator==(const Absence&, const Absence&) = default;
};

struct Treatment {
    QString id; ///< of the label guide: checkup, cleaning …
    Bilingual name;
    int minutes = 30;
    Money price;
    friend bool operator==(const Treatment&, const Treatment&) = default;
};

struct Note {
    QDate date;
    QString by;
    QString text;
    QString reference = {}; ///< ours; empty for notes made elsewhere
};

struct PlanItem {
    QString treatment;
    QString tooth;
    QString status; ///< planned, in_progress, done
};

struct Patient {
    QString id;
    Bilingual name;
    std::optional<Phone> phone; ///< the main one
    QDate birthDate;
    Gender gender = Gender::Unknown;
    Language language = Language::Hebrew;
    QStringList allergies;
    QStringList flags;
    std::vector<Note> notes;
    std::vector<PlanItem> plan;
    QString email = {};
};

enum class AppointmentState { Booked, Cancelled };

struct Appointment {
    QString id;
    QString patient;
    QString doctor;
    QString treatment;
    LocalTime start;
    int minutes = 30;
    AppointmentState state = AppointmentState::Booked;
    QString reference; ///< ours; empty for visits made elsewhere
    friend bool operator==(const Appointment&, const Appointment&) = default;
};

/// A free span that can be booked.
struct Slot {
    QString doctor;
    QString treatment;
    LocalTime start;
    int minutes = 30;
    friend bool operator==(const Slot&, const Slot&) = default;
};

struct InvoiceLine {
    Bilingual text;
    Money amount;
};

struct Payment {
    QDate date;
    Money amount;
    QString method; ///< cash, card, transfer, cheque, other
    friend bool operator==(const Payment&, const Payment&) = default;
};

struct Invoice {
    QString number;
    QString patient;
    QDate date;
    Money total;
    Money due;
    QString state; ///< paid, partial, open
    std::vector<InvoiceLine> lines;
    QDate dueDate = {}; ///< null: at once
    std::vector<Payment> payments = {};
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::DoctorKind> =
    std::to_array<std::pair<delpek::domain::DoctorKind, const char*>>(
        {{delpek::domain::DoctorKind::Dentist, "dentist"}, {delpek::domain::DoctorKind::Hygienist, "hygienist"}});
