// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsclaim.h"

#include "clinic/holds.h"
#include "clinic/odoo/wire.h"

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

/// Moves one visit, from the first look to the last.
class Mover
{
public:
    Mover(OdooRecords::Private& records, const Facts& facts, const domain::Slot& to, const DoctorFacts& doctor,
          QString reference, QString holder)
        : m_records(records)
        , m_facts(facts)
        , m_to(to)
        , m_doctor(doctor)
        , m_reference(std::move(reference))
        , m_holder(std::move(holder))
        , m_work(records, facts)
    {
    }

    Result<domain::Appointment> run(qint64 id)
    {
        auto visit = read(id);
        if (!visit) {
            return fail(notBegun(visit.error()));
        }
        m_claim = {id, m_doctor.ref, m_facts.patientOf(*visit), m_facts.spanOf(m_to), MarkKind::Moved, {}};
        if (!m_reference.isEmpty() && visit->mark(MarkKind::Returned, m_reference)) {
            return lost(*visit, true);
        }
        if (!m_reference.isEmpty() && visit->mark(MarkKind::Moved, m_reference)) {
            const bool stands = !visit->isCancelled && visit->span == m_claim.span;
            return stands ? decided(*visit) : Result<domain::Appointment>(m_facts.appointment(*visit));
        }
        if (const auto allowed = mayMove(*visit); !allowed) {
            return fail(allowed.error());
        }
        const auto around = m_work.look(m_claim);
        if (!around) {
            return fail(notBegun(around.error()));
        }
        if (!around->rivals.empty()) {
            return fail(taken(m_work.anyAtDoctor(*around, m_claim)));
        }
        return moved(*visit);
    }

private:
    Result<Visit> read(qint64 id)
    {
        const auto rows = m_records.reads().readLive(readVisit(m_facts.mapping, id), m_records.cancelled());
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->is_array() || rows->empty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no visit of that id"));
        }
        return visitFrom(m_facts.mapping, rows->front(), m_facts.info.zone);
    }

    Result<Done> mayMove(const Visit& visit)
    {
        return m_records.checkChangeable(visit)
            .and_then([&](Done) { return m_records.checkSlot(m_facts, m_to); })
            .and_then([&](Done) { return m_records.checkHolds(m_facts, m_to, m_holder); });
    }

    qint64 treatmentRecord(const QString& id) const
    {
        const auto found = m_facts.treatmentRecords.find(id);
        return found == m_facts.treatmentRecords.end() ? 0 : found->second;
    }

    DoctorRef doctorOf(const Visit& visit) const
    {
        const auto* doctor = m_facts.doctorOf(visit);
        return doctor ? doctor->ref : DoctorRef{{}, visit.doctor, 0, 0};
    }

    static QString withTreatment(const QString& marks, const QString& treatment)
    {
        return withMark(withoutMark(marks, MarkKind::Treatment), Mark{MarkKind::Treatment, treatment, {}});
    }

    Result<domain::Appointment> moved(const Visit& visit)
    {
        const QString treatment = m_facts.appointment(visit).treatment;
        m_old = {visit.span, doctorOf(visit), treatment, treatmentRecord(treatment)};
        QString marks = withTreatment(visit.markText, m_to.treatment);
        if (!m_reference.isEmpty()) {
            marks = withMark(marks, Mark{MarkKind::Moved, m_reference, toText(m_old)});
        }
        const Place to{m_claim.span, m_doctor.ref, m_to.treatment, treatmentRecord(m_to.treatment)};
        const auto written =
            m_work.change(moveVisit(m_facts.mapping, visit, m_old.doctor, to, marks, m_facts.info.zone));
        if (!written) {
            if (written.error().code != ErrorCode::Timeout || m_reference.isEmpty()) {
                return fail(written.error());
            }
            const auto now = read(visit.id);
            if (!now || !now->mark(MarkKind::Moved, m_reference)) {
                return fail(written.error());
            }
        }
        return decided(visit);
    }

    /// `before` tells where to go back to, when this program did not move the visit itself.
    Result<domain::Appointment> decided(const Visit& before)
    {
        const auto verdict = m_work.settle(m_claim);
        if (!verdict) {
            return fail(verdict.error());
        }
        if (verdict->standing == Standing::Kept) {
            if (const auto ended = m_records.endHolds(m_facts, m_to); !ended) {
                return fail(ErrorCode::Timeout, ended.error().detail);
            }
            return m_facts.appointment(verdict->visit);
        }
        if (const auto back = putBack(verdict->visit, before); !back) {
            return fail(back.error());
        }
        const auto now = read(verdict->visit.id);
        return now ? lost(*now, verdict->atDoctor) : fail(unproved(now.error()));
    }

    /// The visit is back where it was. Meanwhile somebody may have taken that time: who came later sees it again and
    /// goes. Who has been told already that the time is theirs stays, and so does this visit: the patient was told of
    /// it first, and a calendar that shows two visits is seen, a visit that is gone is not.
    Result<domain::Appointment> lost(const Visit& visit, bool atDoctor)
    {
        const Claim old{visit.id, doctorOf(visit), m_facts.patientOf(visit), visit.span, MarkKind::Returned, {}};
        const auto alone = m_work.isAlone(old);
        return fail(!alone ? alone.error() : *alone ? taken(atDoctor) : doubled(visit));
    }

    Result<Done> putBack(const Visit& visit, const Visit& before)
    {
        Place old = m_old;
        if (const auto* mark = before.mark(MarkKind::Moved, m_reference); mark && !m_reference.isEmpty()) {
            const auto place = placeFromText(mark->extra);
            const auto* doctor = place ? m_facts.doctor(place->doctor) : nullptr;
            if (!doctor) {
                return fail(doubled(visit)); // its old place is not known
            }
            old = {place->span, doctor->ref, place->treatment, treatmentRecord(place->treatment)};
        }
        QString marks = withTreatment(visit.markText, old.treatment);
        if (!m_reference.isEmpty()) {
            marks =
                withMark(withoutMark(marks, MarkKind::Moved, m_reference), Mark{MarkKind::Returned, m_reference, {}});
        }
        const auto written =
            m_work.change(moveVisit(m_facts.mapping, visit, m_doctor.ref, old, marks, m_facts.info.zone));
        return written ? Result<Done>(Done{}) : fail(unproved(written.error()));
    }

    OdooRecords::Private& m_records;
    const Facts& m_facts;
    const domain::Slot& m_to;
    const DoctorFacts& m_doctor;
    QString m_reference;
    QString m_holder;
    ClaimWork m_work;
    Claim m_claim;
    Place m_old;
};

} // namespace

Result<Done> OdooRecords::Private::pause()
{
    auto promise = std::make_shared<Promise<Done>>();
    const auto timer = m_clock.after(m_setup.pause, [promise] { promise->finish(Done{}); });
    auto waited = base::await(promise->future(), cancelled());
    m_clock.cancel(timer);
    return waited;
}

Result<Done> OdooRecords::Private::checkSlot(const Facts& facts, const domain::Slot& slot)
{
    const auto closed = [] {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("clinic or doctor is not there at that time; ask for free times first"),
                    QStringLiteral("clinic.closed"));
    };
    if (!slot.start.isValid()) {
        return closed();
    }
    const Diary diary = facts.diary(slot.start.date, slot.start.date);
    if (const auto open = checkOpen(diary, slot); !open) {
        return fail(open.error());
    }
    const TimeSpan span = facts.spanOf(slot);
    if (span.from < m_clock.now()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the visit would begin in the past"),
                    QStringLiteral("clinic.past"));
    }
    for (const auto& busy : diary.busy) {
        if (busy.doctor == slot.doctor &&
            span.meets({domain::toInstant(busy.from, facts.info.zone), domain::toInstant(busy.to, facts.info.zone)})) {
            return closed();
        }
    }
    return Done{};
}

Result<Done> OdooRecords::Private::checkHolds(const Facts& facts, const domain::Slot& slot, const QString& holder)
{
    return base::await(
        m_store.read([slot, holder, zone = facts.info.zone, now = m_clock.now()](store::Session& session) {
            return Holds(session, zone, now).checkFree(slot, holder);
        }),
        cancelled());
}

Result<Done> OdooRecords::Private::endHolds(const Facts& facts, const domain::Slot& slot)
{
    return base::await(m_store.write([slot, zone = facts.info.zone, now = m_clock.now()](store::Session& session) {
        return Holds(session, zone, now).end(slot);
    }),
                       cancelled());
}

Result<Done> OdooRecords::Private::checkChangeable(const Visit& visit)
{
    if (visit.isCancelled) {
        return fail(ErrorCode::Conflict, QStringLiteral("the visit is cancelled; book a new one"),
                    QStringLiteral("clinic.cancelled"));
    }
    if (visit.span.from < m_clock.now()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the visit has begun and is history"),
                    QStringLiteral("clinic.past"));
    }
    return Done{};
}

Result<domain::Appointment> OdooRecords::Private::move(const QString& appointment, const domain::Slot& to,
                                                       const QString& reference, const QString& holder)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const auto number = recordNumber(appointment, "visit");
    if (!number) {
        return fail(number.error());
    }
    const Facts& all = **known;
    const auto* doctor = all.doctor(to.doctor);
    if (!doctor || !all.treatment(to.treatment)) {
        return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no such doctor or treatment"));
    }
    return Mover(*this, all, to, *doctor, reference, holder).run(*number);
}

Result<Done> OdooRecords::Private::cancel(const QString& appointment, const QString& reference)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const auto number = recordNumber(appointment, "visit");
    if (!number) {
        return fail(number.error());
    }
    const Facts& all = **known;
    const auto read = [&]() -> Result<Visit> {
        const auto rows = m_reads.readLive(readVisit(all.mapping, *number), cancelled());
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->is_array() || rows->empty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no visit of that id"));
        }
        return visitFrom(all.mapping, rows->front(), all.info.zone);
    };
    const auto visit = read();
    if (!visit) {
        return fail(notBegun(visit.error()));
    }
    const bool isOurs = !reference.isEmpty() && visit->mark(MarkKind::Cancelled, reference);
    if (isOurs && visit->isCancelled) {
        return Done{};
    }
    if (const auto may = checkChangeable(*visit); !may) {
        return may;
    }
    const QString marks = reference.isEmpty() || isOurs
                              ? visit->markText
                              : withMark(visit->markText, Mark{MarkKind::Cancelled, reference, {}});
    for (const auto& call : cancelVisit(all.mapping, *visit, marks)) {
        const auto done = m_reads.change(call, cancelled());
        if (done) {
            continue;
        }
        if (done.error().code == ErrorCode::Timeout) {
            if (const auto now = read(); now && now->isCancelled) {
                return Done{};
            }
        }
        return fail(done.error());
    }
    return Done{};
}

} // namespace delpek::clinic::odoo
