// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/odoorecordsprivate.h"

#include "clinic/holds.h"
#include "clinic/odoo/invoices.h"
#include "clinic/odoo/wire.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Instant;
using base::Json;

constexpr size_t MostPatientsKnown = 500;
/// What was read for an offer serves its holds, which come right behind it.
constexpr auto OfferAge = std::chrono::seconds(10);

const QString SessionFact = QStringLiteral("session");

/// Whole weeks, so that the question of one day is that of the next: the answer is found again while Odoo is away.
std::pair<QDate, QDate> wholeWeeks(QDate first, QDate last)
{
    return {first.addDays(-(first.dayOfWeek() % 7)), last.addDays(6 - last.dayOfWeek() % 7)};
}

QString patientFact(qint64 id)
{
    return QStringLiteral("patient %1").arg(id);
}

CachedReads::Limits limitsOf(const OdooRecords::Setup& setup)
{
    CachedReads::Limits limits;
    limits.outage = setup.outageAge;
    return limits;
}

} // namespace

Result<qint64> recordNumber(const QString& id, const char* what)
{
    bool good = false;
    const qint64 number = id.toLongLong(&good);
    if (!good || number <= 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no %1 of that id").arg(QLatin1String(what)));
    }
    return number;
}

OdooRecords::Private::Private(Transport& transport, store::Store& store, base::Clock& clock, Setup setup)
    : m_store(store)
    , m_clock(clock)
    , m_setup(std::move(setup))
    , m_choice{m_setup.mapping, m_setup.profiles}
    , m_reads(transport, store, clock, limitsOf(m_setup))
    , m_attempts(store, clock)
    , m_workers(m_setup.workers)
{
}

OdooRecords::Private::~Private()
{
    m_stop.request_stop();
}

Result<odoo::Session> OdooRecords::Private::whoWeAre()
{
    odoo::Session session;
    session.server.major = 17;
    if (!m_setup.session) {
        return session;
    }
    auto known = base::await(m_setup.session(), cancelled());
    if (known) {
        m_reads.note(SessionFact, Json{{"user", known->user},
                                       {"partner", known->partner},
                                       {"company", known->company},
                                       {"version", known->server.major}});
        return known;
    }
    if (!isAway(known.error())) {
        return known;
    }
    const auto noted = m_reads.noted(SessionFact);
    if (!noted) {
        return known;
    }
    session.user = wire::whole(base::at(*noted, "user"));
    session.partner = wire::whole(base::at(*noted, "partner"));
    session.company = wire::whole(base::at(*noted, "company"));
    session.server.major = int(wire::whole(base::at(*noted, "version")));
    return session;
}

Result<Facts> OdooRecords::Private::readAllFacts()
{
    const auto session = whoWeAre();
    if (!session) {
        return fail(session.error());
    }
    return readFacts(m_reads, m_choice, *session, m_clock.now(), m_setup.cacheAge, cancelled());
}

Result<KnownFacts> OdooRecords::Private::facts()
{
    const std::lock_guard lock(m_loading);
    if (m_facts && m_clock.now() - m_facts->readAt < m_setup.cacheAge) {
        return m_facts;
    }
    auto read = readAllFacts();
    if (!read) {
        return fail(notBegun(read.error()));
    }
    m_facts = std::make_shared<const Facts>(std::move(*read));
    return m_facts;
}

void OdooRecords::Private::rememberPatient(const Json& row)
{
    m_reads.note(patientFact(wire::whole(base::at(row, "id"))), row);
    const std::lock_guard lock(m_mutex);
    if (m_patients.size() >= MostPatientsKnown) {
        m_patients.clear();
    }
    m_patients[wire::whole(base::at(row, "id"))] = {row, m_clock.now()};
}

Result<Json> OdooRecords::Private::patientRow(const Facts& facts, qint64 id)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_patients.find(id);
        if (known != m_patients.end() && m_clock.now() - known->second.second < m_setup.cacheAge) {
            return known->second.first;
        }
    }
    const auto rows = m_reads.read(readPatients(facts.mapping.entity("patient"), {id}), {}, cancelled());
    if (!rows) {
        if (auto noted = isAway(rows.error()) ? m_reads.noted(patientFact(id)) : std::nullopt) {
            return std::move(*noted);
        }
        return fail(rows.error());
    }
    if (!rows->is_array() || rows->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("Odoo has no patient of that id"));
    }
    rememberPatient(rows->front());
    return rows->front();
}

Result<std::vector<domain::Patient>> OdooRecords::Private::findPatients(const domain::Phone& phone)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const auto& map = (*known)->mapping.entity("patient");
    const auto rows = m_reads.read(findByPhone(map, phone), m_setup.cacheAge, cancelled());
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::Patient> patients;
    for (const auto& row : *rows) {
        if (hasPhone(map, row, phone, m_setup.region)) {
            rememberPatient(row);
            patients.push_back(
                patientFrom((*known)->mapping, row, (*known)->tags, (*known)->treatments, m_setup.region));
        }
    }
    return patients;
}

Result<domain::Patient> OdooRecords::Private::patient(const QString& id)
{
    const auto known = facts();
    const auto number = recordNumber(id, "patient");
    if (!known || !number) {
        return fail(known ? number.error() : known.error());
    }
    const Facts& all = **known;
    const auto row = patientRow(all, *number);
    if (!row) {
        return fail(row.error());
    }
    auto patient = patientFrom(all.mapping, *row, all.tags, all.treatments, m_setup.region);
    if (all.mapping.has("note")) {
        const auto& note = all.mapping.entity("note");
        const auto rows = m_reads.read(readNotes(note, all.mapping.entity("patient"), *number), {}, cancelled());
        if (!rows) {
            return fail(rows.error());
        }
        patient.notes = notesFrom(note, *rows, all.info.zone);
        std::reverse(patient.notes.begin(), patient.notes.end());
    }
    const auto linked = [&](const char* name) -> Result<Json> {
        const auto& map = all.mapping.entity(name);
        Json domain = map.filter;
        domain.push_back(wire::term(map.field("patient"), "=", *number));
        return m_reads.read({map.model, QStringLiteral("search_read"), Json::array({domain}),
                             Json{{"fields", map.fieldNames()}, {"order", "id"}, {"limit", 200}}},
                            {}, cancelled());
    };
    const auto textAt = [](const Json& value) {
        return value.is_array() ? wire::name(value) : textFromHtml(wire::text(value));
    };
    if (all.mapping.has("allergy")) {
        const auto rows = linked("allergy");
        if (!rows) {
            return fail(rows.error());
        }
        for (const auto& one : *rows) {
            patient.allergies << textAt(all.mapping.entity("allergy").at(one, "text"));
        }
    }
    if (all.mapping.has("plan")) {
        const auto rows = linked("plan");
        if (!rows && rows.error().code != ErrorCode::Forbidden) {
            return fail(rows.error());
        }
        const auto& map = all.mapping.entity("plan");
        for (const auto& one : rows ? *rows : Json::array()) {
            const QString what = textAt(map.at(one, "treatment"));
            const auto* treatment = treatmentNamed(all.treatments, what);
            patient.plan.push_back({treatment ? treatment->id : what, textAt(map.at(one, "tooth")),
                                    map.has("status") ? map.word(one, "status") : QStringLiteral("planned")});
        }
    }
    return patient;
}

Result<std::vector<Visit>> OdooRecords::Private::busyVisits(const Facts& facts, QDate first, QDate last,
                                                            base::Duration age)
{
    const auto [from, to] = wholeWeeks(first, last);
    const TimeSpan span{domain::toInstant({from, QTime(0, 0)}, facts.info.zone),
                        domain::toInstant({to.addDays(1), QTime(0, 0)}, facts.info.zone)};
    const auto rows =
        m_reads.read(readBusy(facts.mapping, facts.allDoctors(), span, facts.info.zone), age, cancelled());
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Visit> visits;
    for (const auto& row : *rows) {
        visits.push_back(visitFrom(facts.mapping, row, facts.info.zone));
    }
    completeAttendees(facts, visits);
    return visits;
}

void OdooRecords::Private::completeAttendees(const Facts& facts, std::vector<Visit>& visits)
{
    std::vector<qint64> hidden;
    for (const auto& visit : visits) {
        if (hidesAttendees(facts.mapping, visit)) {
            hidden.push_back(visit.id);
        }
    }
    if (hidden.empty()) {
        return;
    }
    const auto doctors = facts.allDoctors();
    const auto rows = m_reads.read(readAttendance(hidden, doctors), m_setup.cacheAge, cancelled());
    for (auto& visit : visits) {
        if (!hidesAttendees(facts.mapping, visit)) {
            continue;
        }
        if (!rows) {
            std::transform(doctors.begin(), doctors.end(), std::back_inserter(visit.attendees),
                           [](const DoctorRef& doctor) { return doctor.partner; });
            continue;
        }
        for (const auto& row : *rows) {
            if (wire::id(base::at(row, "event_id")) == visit.id) {
                visit.attendees.push_back(wire::id(base::at(row, "partner_id")));
            }
        }
    }
}

void OdooRecords::Private::addVisits(const Facts& facts, Diary& diary, const std::vector<Visit>& visits) const
{
    for (const auto& visit : visits) {
        if (visit.isCancelled || !visit.isBusy) {
            continue;
        }
        for (const auto& one : facts.doctors) {
            if (concerns(facts.mapping, visit, one.ref, facts.declined)) {
                diary.busy.push_back({one.doctor.id, domain::toLocal(visit.span.from, facts.info.zone),
                                      domain::toLocal(visit.span.to, facts.info.zone)});
            }
        }
    }
}

Result<std::vector<domain::Slot>> OdooRecords::Private::freeSlots(const SlotQuery& query)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const Facts& all = **known;
    const auto [first, last] = searchedDays(query);
    if (!first.isValid() || last < first) {
        return std::vector<domain::Slot>();
    }
    const auto visits = busyVisits(all, first, last, {});
    if (!visits) {
        return fail(visits.error());
    }
    auto diary = all.diary(first, last);
    addVisits(all, diary, *visits);
    const auto held = base::await(
        m_store.read([zone = all.info.zone, now = m_clock.now(), first = first, last = last, holder = query.holder](
                         store::Session& session) { return Holds(session, zone, now).busy(first, last, holder); }),
        cancelled());
    if (!held) {
        return fail(held.error());
    }
    diary.busy.insert(diary.busy.end(), held->begin(), held->end());
    return clinic::freeSlots(diary, query);
}

Result<std::vector<domain::Appointment>> OdooRecords::Private::appointments(const QString& patient,
                                                                            const domain::LocalTime& from)
{
    const auto known = facts();
    const auto number = recordNumber(patient, "patient");
    if (!known || !number) {
        return fail(known ? number.error() : known.error());
    }
    const Facts& all = **known;
    // From midnight, so that the question is the same all day.
    const Instant since = domain::toInstant({from.date, QTime(0, 0)}, all.info.zone);
    const auto rows = m_reads.read(readVisitsOf(all.mapping, *number, since, all.info.zone), {}, cancelled());
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<domain::Appointment> visits;
    for (const auto& row : *rows) {
        const Visit visit = visitFrom(all.mapping, row, all.info.zone);
        auto appointment = all.appointment(visit);
        appointment.patient = patient;
        if (!visit.isCancelled && !appointment.doctor.isEmpty() && !(appointment.start < from)) {
            visits.push_back(std::move(appointment));
        }
    }
    std::stable_sort(visits.begin(), visits.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    return visits;
}

Result<std::vector<domain::Invoice>> OdooRecords::Private::invoices(const QString& patient)
{
    const auto known = facts();
    const auto number = recordNumber(patient, "patient");
    if (!known || !number) {
        return fail(known ? number.error() : known.error());
    }
    const Facts& all = **known;
    if (!all.mapping.has("invoice")) {
        return std::vector<domain::Invoice>();
    }
    const auto& map = all.mapping.entity("invoice");
    const auto rows = m_reads.read(readInvoices(map, *number), {}, cancelled());
    if (!rows) {
        return fail(rows.error());
    }
    Json lines = Json::array();
    if (const auto question = readLines(all.mapping, *rows)) {
        auto answer = m_reads.read(*question, {}, cancelled());
        if (!answer) {
            return fail(answer.error());
        }
        lines = std::move(*answer);
    }
    return invoicesFrom(all.mapping, *rows, lines);
}

Result<Done> OdooRecords::Private::hold(const std::vector<Hold>& offered)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    const Facts& all = **known;
    std::vector<Hold> free;
    if (!offered.empty()) {
        const auto [first, last] =
            std::minmax_element(offered.begin(), offered.end(),
                                [](const auto& a, const auto& b) { return a.slot.start.date < b.slot.start.date; });
        const auto visits = busyVisits(all, first->slot.start.date, last->slot.start.date, OfferAge);
        if (!visits) {
            return fail(visits.error());
        }
        for (auto one : offered) {
            const auto* doctor = all.doctor(one.slot.doctor);
            const TimeSpan span = all.spanOf(one.slot);
            const bool taken = !doctor || std::any_of(visits->begin(), visits->end(), [&](const Visit& visit) {
                return !visit.isCancelled && visit.isBusy && visit.span.meets(span) &&
                       concerns(all.mapping, visit, doctor->ref, all.declined);
            });
            if (taken) {
                one.slot = {}; // its holder is named still, so that what was held before ends
            }
            free.push_back(std::move(one));
        }
    }
    return base::await(
        m_store.write([free, zone = all.info.zone, now = m_clock.now()](store::Session& session) -> Result<Done> {
            return Holds(session, zone, now).replace(free).map([](const auto&) { return Done{}; });
        }),
        cancelled());
}

Result<std::vector<Hold>> OdooRecords::Private::holds(QDate from, QDate to)
{
    const auto known = facts();
    if (!known) {
        return fail(known.error());
    }
    return base::await(
        m_store.read([from, to, zone = (*known)->info.zone, now = m_clock.now()](store::Session& session) {
            return Holds(session, zone, now).between(from, to);
        }),
        cancelled());
}

} // namespace delpek::clinic::odoo
