// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsfacts.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

using base::Instant;

const DoctorFacts* Facts::doctor(const QString& id) const
{
    const auto found =
        std::find_if(doctors.begin(), doctors.end(), [&](const auto& one) { return one.doctor.id == id; });
    return found == doctors.end() ? nullptr : &*found;
}

const domain::Treatment* Facts::treatment(const QString& id) const
{
    const auto found =
        std::find_if(treatments.begin(), treatments.end(), [&](const auto& one) { return one.id == id; });
    return found == treatments.end() ? nullptr : &*found;
}

std::vector<DoctorRef> Facts::allDoctors() const
{
    std::vector<DoctorRef> refs;
    for (const auto& one : doctors) {
        refs.push_back(one.ref);
    }
    return refs;
}

const DoctorFacts* Facts::doctorOf(const Visit& visit) const
{
    const auto found = std::find_if(doctors.begin(), doctors.end(),
                                    [&](const auto& one) { return concerns(mapping, visit, one.ref, {}); });
    return found == doctors.end() ? nullptr : &*found;
}

qint64 Facts::patientOf(const Visit& visit) const
{
    if (!mapping.hasAttendees()) {
        return visit.patient;
    }
    for (const qint64 partner : visit.attendees) {
        const bool isDoctor =
            std::any_of(doctors.begin(), doctors.end(), [&](const auto& one) { return one.ref.partner == partner; });
        if (!isDoctor && partner != session.partner) {
            return partner;
        }
    }
    return 0;
}

domain::Appointment Facts::appointment(const Visit& visit) const
{
    domain::Appointment appointment;
    appointment.id = QString::number(visit.id);
    if (const qint64 who = patientOf(visit); who != 0) {
        appointment.patient = QString::number(who);
    }
    if (const auto* doctor = doctorOf(visit)) {
        appointment.doctor = doctor->doctor.id;
    }
    for (const auto& [id, record] : treatmentRecords) {
        if (visit.treatment != 0 && record == visit.treatment) {
            appointment.treatment = id;
        }
    }
    for (const auto& mark : visit.marks) {
        if (mark.kind == MarkKind::Treatment && appointment.treatment.isEmpty()) {
            appointment.treatment = mark.reference;
        }
    }
    if (appointment.treatment.isEmpty()) {
        const auto* named = treatmentNamed(treatments, visit.title);
        appointment.treatment = named ? named->id : QString();
    }
    appointment.start = domain::toLocal(visit.span.from, info.zone);
    appointment.minutes =
        int(std::chrono::duration_cast<std::chrono::minutes>(visit.span.to - visit.span.from).count());
    appointment.state = visit.isCancelled ? domain::AppointmentState::Cancelled : domain::AppointmentState::Booked;
    appointment.reference = visit.reference();
    return appointment;
}

TimeSpan Facts::spanOf(const domain::Slot& slot) const
{
    const Instant from = domain::toInstant(slot.start, info.zone);
    return {from, from + std::chrono::minutes(slot.minutes)};
}

Diary Facts::diary(QDate first, QDate last) const
{
    Diary diary;
    diary.zone = info.zone;
    diary.treatments = treatments;
    if (mapping.clinic.hours) {
        diary.hours = *mapping.clinic.hours;
    } else {
        // Doctors' own calendars say when they are there.
        diary.hours.fill({{QTime(0, 0), QTime(23, 59, 59, 999)}});
    }
    const TimeSpan window{domain::toInstant({first, QTime(0, 0)}, info.zone),
                          domain::toInstant({last.addDays(1), QTime(0, 0)}, info.zone)};
    for (const auto& one : doctors) {
        diary.doctors.push_back(one.doctor);
        auto& doctor = diary.doctors.back();
        const auto calendar = calendars.find(one.calendar);
        if (calendar == calendars.end()) {
            doctor.hours = mapping.clinic.hours.value_or(domain::WeeklyHours());
        } else {
            auto there = presence(calendar->second, one.resource, one.zone, info.zone, doctor.id, first, last);
            doctor.hours = there.hours;
            diary.busy.insert(diary.busy.end(), there.gaps.begin(), there.gaps.end());
        }
        for (const auto& leave : leaves) {
            const bool applies = (leave.resource == 0 || leave.resource == one.resource) &&
                                 (leave.calendar == 0 || leave.calendar == one.calendar);
            if (applies && window.meets({leave.from, leave.to})) {
                diary.busy.push_back(
                    {doctor.id, domain::toLocal(leave.from, info.zone), domain::toLocal(leave.to, info.zone)});
            }
        }
    }
    return diary;
}

} // namespace delpek::clinic::odoo
