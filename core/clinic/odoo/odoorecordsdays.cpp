// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsprivate.h"
#include "clinic/odoo/wire.h"

// The part of OdooRecords that reads whole days.

namespace delpek::clinic::odoo
{

std::map<QString, domain::Bilingual> OdooRecords::Private::namesOf(const Facts& facts, const std::set<qint64>& patients)
{
    std::map<QString, domain::Bilingual> names;
    if (patients.empty()) {
        return names;
    }
    const Call call = readPatients(facts.mapping.entity("patient"), {patients.begin(), patients.end()});
    const auto rows = m_reads.read(call, m_setup.cacheAge, cancelled());
    if (!rows) {
        return names; // a time without a name is worth more than no book
    }
    for (const auto& row : *rows) {
        rememberPatient(row);
        const auto who = patientFrom(facts.mapping, row, facts.tags, facts.treatments, m_setup.region);
        names.emplace(who.id, who.name);
    }
    return names;
}

Result<BookDays> OdooRecords::Private::bookDays(QDate from, QDate to)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const Facts& all = **known;
    const auto visits = busyVisits(all, from, to, {});
    if (!visits) {
        return fail(visits.error());
    }
    BookDays days;
    for (const auto& span : all.diary(from, to).busy) {
        days.away.push_back({span.doctor, span.from, span.to, {}});
    }
    std::set<qint64> patients;
    for (const auto& visit : *visits) {
        const auto start = domain::toLocal(visit.span.from, all.info.zone);
        if (visit.isCancelled || !visit.isBusy || start.date < from || to < start.date) {
            continue;
        }
        auto appointment = all.appointment(visit);
        if (const qint64 who = all.patientOf(visit); who != 0 && !appointment.doctor.isEmpty()) {
            patients.insert(who);
            days.visits.push_back(std::move(appointment));
            continue;
        }
        for (const auto& one : all.doctors) {
            if (concerns(all.mapping, visit, one.ref, all.declined)) {
                days.away.push_back({one.doctor.id, start, domain::toLocal(visit.span.to, all.info.zone), {}});
            }
        }
    }
    std::ranges::stable_sort(days.visits, std::less<>(), &domain::Appointment::start);
    days.names = namesOf(all, patients);
    return days;
}

} // namespace delpek::clinic::odoo
