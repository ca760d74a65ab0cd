// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsclaim.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

/// Those with higher numbers who saw ours go by themselves, each in its own time.
constexpr int Looks = 4;

} // namespace

Error taken(bool atDoctor)
{
    return atDoctor ? Error{ErrorCode::Conflict, QStringLiteral("clinic.slot-taken"),
                            QStringLiteral("the doctor has another visit then; ask for free times again")}
                    : Error{ErrorCode::Conflict, QStringLiteral("clinic.patient-busy"),
                            QStringLiteral("the patient has another visit then; choose another time")};
}

Error doubled(const Visit& visit)
{
    return {ErrorCode::Internal,
            {},
            QStringLiteral("visit %1 and another one stand at the same time; a person must move one of them")
                .arg(visit.id)};
}

Error unproved(const Error& error)
{
    return isAway(error) ? Error{ErrorCode::Timeout, error.key, error.detail} : error;
}

Result<Surrounding> ClaimWork::look(const Claim& claim)
{
    const auto rows =
        m_records.reads().readLive(lookAround(m_facts.mapping, claim.doctor, claim.patient, claim.span,
                                              m_facts.info.zone, claim.kind, claim.reference, claim.visit),
                                   m_records.cancelled());
    if (!rows) {
        return fail(rows.error());
    }
    Surrounding around;
    for (const auto& row : *rows) {
        const Visit visit = visitFrom(m_facts.mapping, row, m_facts.info.zone);
        const bool isTwin = !claim.reference.isEmpty() && visit.mark(claim.kind, claim.reference);
        if (isTwin) {
            around.twins.push_back(visit);
        } else if (claim.kind == MarkKind::Booked && !claim.reference.isEmpty() &&
                   visit.mark(MarkKind::Withdrawn, claim.reference)) {
            around.givenUp.push_back(visit);
        }
        if (visit.id == claim.visit) {
            around.own = visit;
        } else if (!isTwin && !visit.isCancelled && visit.isBusy && visit.span.meets(claim.span) &&
                   (isAtDoctor(visit, claim) || concernsPatient(m_facts.mapping, visit, claim.patient))) {
            around.rivals.push_back(visit);
        }
    }
    std::sort(around.twins.begin(), around.twins.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return around;
}

bool ClaimWork::isAtDoctor(const Visit& visit, const Claim& claim) const
{
    // What is hidden was found by the doctor or the patient: it counts as the doctor's.
    return concerns(m_facts.mapping, visit, claim.doctor, m_facts.declined) ||
           (hidesAttendees(m_facts.mapping, visit) && !m_facts.declined.contains({visit.id, claim.doctor.partner}));
}

bool ClaimWork::anyAtDoctor(const Surrounding& around, const Claim& claim) const
{
    return std::any_of(around.rivals.begin(), around.rivals.end(),
                       [&](const Visit& rival) { return isAtDoctor(rival, claim); });
}

Result<bool> ClaimWork::isAlone(const Claim& claim)
{
    for (int pass = 1;; ++pass) {
        const auto around = look(claim);
        if (!around) {
            return fail(unproved(around.error()));
        }
        if (around->rivals.empty() || pass == Looks) {
            return around->rivals.empty();
        }
        if (const auto waited = m_records.pause(); !waited) {
            return fail(ErrorCode::Timeout, waited.error().detail);
        }
    }
}

Result<Verdict> ClaimWork::settle(const Claim& claim)
{
    for (int pass = 1; pass <= Looks; ++pass) {
        const auto around = look(claim);
        if (!around) {
            return fail(unproved(around.error()));
        }
        if (!around->own || around->own->isCancelled) {
            return fail(ErrorCode::Conflict, QStringLiteral("the visit was cancelled in Odoo meanwhile"),
                        QStringLiteral("clinic.cancelled"));
        }
        const bool wasMoved = claim.kind == MarkKind::Booked &&
                              (!around->own->span.meets(claim.span) || !isAtDoctor(*around->own, claim));
        if (around->rivals.empty() || wasMoved) {
            return Verdict{Standing::Kept, *around->own, true, around->twins};
        }
        const bool isLater = std::any_of(around->rivals.begin(), around->rivals.end(),
                                         [&](const Visit& rival) { return rival.id < claim.visit; });
        if (isLater || pass == Looks) {
            return Verdict{isLater ? Standing::Lost : Standing::LostToAll, *around->own, anyAtDoctor(*around, claim)};
        }
        if (const auto waited = m_records.pause(); !waited) {
            return fail(ErrorCode::Timeout, waited.error().detail);
        }
    }
    return fail(ErrorCode::Internal, QStringLiteral("a claim ended without a verdict"));
}

Result<base::Json> ClaimWork::change(const Call& call)
{
    return m_records.reads().change(call, m_records.cancelled());
}

bool ClaimWork::isHalfWithdrawn(const Visit& visit) const
{
    return !visit.isCancelled && cancelVisit(m_facts.mapping, visit, {}).size() > 1;
}

Result<Done> ClaimWork::withdraw(const Visit& visit, const QString& reference)
{
    QString marks = visit.markText;
    if (!reference.isEmpty()) {
        marks = withMark(withoutMark(marks, MarkKind::Booked, reference), Mark{MarkKind::Withdrawn, reference, {}});
    }
    for (const auto& call : cancelVisit(m_facts.mapping, visit, marks)) {
        if (const auto done = change(call); !done) {
            return fail(unproved(done.error()));
        }
    }
    return Done{};
}

} // namespace delpek::clinic::odoo
