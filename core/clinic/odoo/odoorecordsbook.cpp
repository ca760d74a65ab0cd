// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsclaim.h"

#include "clinic/odoo/onceonly.h"
#include "clinic/odoo/wire.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

/// Where several gave way to one another, each tries again; a visit that stays there for ever ends it.
constexpr int MostTries = 4;

const auto cancelledKey = QStringLiteral("clinic.cancelled");

/// Books one visit, from the first look to the last.
class Booker
{
public:
    Booker(OdooRecords::Private& records, const Facts& facts, const Booking& booking, const DoctorFacts& doctor,
           qint64 patient)
        : m_records(records)
        , m_facts(facts)
        , m_booking(booking)
        , m_work(records, facts)
        , m_claim{0,
                  doctor.ref,
                  patient,
                  facts.spanOf({booking.doctor, booking.treatment, booking.start, booking.minutes}),
                  MarkKind::Booked,
                  booking.reference}
    {
    }

    Result<domain::Appointment> run()
    {
        const auto isFirst = m_records.attempts().begin(m_booking.reference, m_records.cancelled());
        if (!isFirst) {
            return fail(isFirst.error());
        }
        if (!*isFirst) {
            auto found = resumed();
            if (!found || *found) {
                return found ? Result<domain::Appointment>(std::move(**found)) : fail(found.error());
            }
        }
        const domain::Slot slot{m_booking.doctor, m_booking.treatment, m_booking.start, m_booking.minutes};
        const auto allowed = m_records.checkSlot(m_facts, slot).and_then([&](Done) {
            return m_records.checkHolds(m_facts, slot, m_booking.holder);
        });
        if (!allowed) {
            return fail(allowed.error());
        }
        const auto patient = m_records.patientRow(m_facts, m_claim.patient);
        if (!patient) {
            return fail(notBegun(patient.error()));
        }
        m_title = titleFor(wire::text(m_facts.mapping.entity("patient").at(*patient, "name")));
        auto booked = attempt();
        for (int tries = 1; m_worthAnother && tries < MostTries; ++tries) {
            booked = again();
        }
        return booked;
    }

private:
    QString titleFor(const QString& name) const
    {
        const auto* treatment = m_facts.treatment(m_booking.treatment);
        const QString what = treatment->name.he.isEmpty() ? treatment->name.en : treatment->name.he;
        return name.isEmpty() ? what : what + QStringLiteral(" · ") + name;
    }

    /// What an earlier try left behind; nothing when it left nothing.
    Result<std::optional<domain::Appointment>> resumed()
    {
        m_hasLooked = true;
        const auto around = m_work.look(m_claim);
        if (!around) {
            return fail(notBegun(around.error()));
        }
        m_givenUp = static_cast<int>(around->givenUp.size());
        for (const auto& visit : around->givenUp) {
            if (m_work.isHalfWithdrawn(visit)) {
                const auto gone = m_work.withdraw(visit, m_booking.reference);
                return gone ? resumed() : fail(gone.error());
            }
        }
        if (around->twins.empty()) {
            if (!around->rivals.empty()) {
                return fail(taken(m_work.anyAtDoctor(*around, m_claim)));
            }
            return std::optional<domain::Appointment>();
        }
        const auto& twins = around->twins;
        const auto active = std::find_if(twins.begin(), twins.end(), [](const Visit& one) { return !one.isCancelled; });
        const Visit& visit = active == twins.end() ? twins.front() : *active;
        if (visit.isCancelled || visit.span != m_claim.span || !m_work.isAtDoctor(visit, m_claim)) {
            return std::optional(named(visit));
        }
        m_claim.visit = visit.id;
        auto settled = decided();
        if (!settled) {
            return fail(settled.error());
        }
        return std::optional(std::move(*settled));
    }

    domain::Appointment named(const Visit& visit) const
    {
        auto appointment = m_facts.appointment(visit);
        appointment.patient = m_booking.patient;
        appointment.reference = m_booking.reference;
        return appointment;
    }

    Result<domain::Appointment> attempt()
    {
        const auto record = m_facts.treatmentRecords.find(m_booking.treatment);
        const NewVisit visit{m_booking.reference,
                             m_claim.doctor,
                             m_claim.patient,
                             m_claim.span,
                             m_booking.treatment,
                             record == m_facts.treatmentRecords.end() ? 0 : record->second,
                             m_title};
        const auto created = m_records.createOnce(
            createVisit(m_facts.mapping, visit, m_facts.info.zone), visitLinks(m_facts.mapping),
            m_booking.reference.isEmpty() ? QString()
                                          : externalId(QStringLiteral("visit"), m_booking.reference, m_givenUp));
        if (!created) {
            return afterFailure(created.error());
        }
        m_claim.visit = *created;
        auto told = decided();
        // A record of the reference was there, cancelled or given up: what became of it is looked at.
        m_worthAnother = m_worthAnother || (!told && !m_hasLooked && told.error().key == cancelledKey);
        return told;
    }

    /// The answer was lost, or a rule of the server's refused it: what is there tells.
    Result<domain::Appointment> afterFailure(const Error& error)
    {
        if (error.code != ErrorCode::Timeout && error.code != ErrorCode::InvalidInput) {
            return fail(error);
        }
        const auto around = m_work.look(m_claim);
        if (!around) {
            return fail(error);
        }
        const auto& twins = around->twins;
        const auto active = std::find_if(twins.begin(), twins.end(), [](const Visit& one) { return !one.isCancelled; });
        if (active != twins.end()) {
            m_claim.visit = active->id;
            return decided();
        }
        if (error.code == ErrorCode::InvalidInput && !around->rivals.empty()) {
            return fail(taken(m_work.anyAtDoctor(*around, m_claim)));
        }
        return fail(error);
    }

    Result<domain::Appointment> decided()
    {
        const auto verdict = m_work.settle(m_claim);
        if (!verdict) {
            return fail(verdict.error());
        }
        if (verdict->standing != Standing::Kept) {
            if (const auto gone = m_work.withdraw(verdict->visit, m_booking.reference); !gone) {
                return fail(gone.error());
            }
            m_worthAnother = verdict->standing == Standing::LostToAll;
            return fail(taken(verdict->atDoctor));
        }
        const auto only = single(*verdict);
        if (!only) {
            return fail(only.error());
        }
        const auto ended =
            m_records.endHolds(m_facts, {m_booking.doctor, m_booking.treatment, m_booking.start, m_booking.minutes});
        if (!ended) {
            return fail(ErrorCode::Timeout, ended.error().detail);
        }
        return named(*only);
    }

    /// Of several visits with our reference (an answer that was lost for long) the first stays.
    Result<Visit> single(const Verdict& verdict)
    {
        for (const auto& twin : verdict.twins) {
            if (!twin.isCancelled && twin.id < verdict.visit.id) {
                return m_work.withdraw(verdict.visit, m_booking.reference).map([&](Done) { return twin; });
            }
        }
        return verdict.visit;
    }

    Result<domain::Appointment> again()
    {
        m_worthAnother = false;
        m_claim.visit = 0;
        // Those to whom ours was lost saw it and go, too: they have a moment for it.
        if (const auto alone = m_work.isAlone(m_claim); !alone) {
            return fail(alone.error());
        }
        auto found = resumed();
        if (!found || *found) {
            return found ? Result<domain::Appointment>(std::move(**found)) : fail(found.error());
        }
        return attempt();
    }

    OdooRecords::Private& m_records;
    const Facts& m_facts;
    const Booking& m_booking;
    ClaimWork m_work;
    Claim m_claim;
    QString m_title;
    int m_givenUp = 0; ///< records of the reference that were withdrawn
    bool m_hasLooked = false;
    bool m_worthAnother = false; ///< another try may keep the time
};

} // namespace

Result<domain::Appointment> OdooRecords::Private::book(const Booking& booking)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const auto patient = recordNumber(booking.patient, "patient");
    if (!patient) {
        return fail(patient.error());
    }
    const Facts& all = **known;
    const auto* doctor = all.doctor(booking.doctor);
    if (!doctor || !all.treatment(booking.treatment)) {
        return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no such doctor or treatment"));
    }
    return Booker(*this, all, booking, *doctor, *patient).run();
}

} // namespace delpek::clinic::odoo
