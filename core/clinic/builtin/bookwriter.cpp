// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookwriter.h"

#include "clinic/builtin/bookchecks.h"
#include "clinic/builtin/bookcolumns.h"
#include "clinic/builtin/booklock.h"
#include "clinic/holds.h"

namespace delpek::clinic
{

namespace
{

using base::Instant;
using domain::Appointment;
using domain::Patient;
using domain::Topic;
using Minutes = std::chrono::minutes;

constexpr char Moved[] = "move";
constexpr char CancelledKind[] = "cancel";

QString comparable(const QString& name)
{
    return name.simplified().toCaseFolded();
}

bool sameName(const domain::Bilingual& a, const domain::Bilingual& b)
{
    const auto equal = [](const QString& x, const QString& y) {
        return !x.isEmpty() && comparable(x) == comparable(y);
    };
    return equal(a.he, b.he) || equal(a.en, b.en);
}

} // namespace

/// A member of staff may write into any day: only doctor, treatment and time must make sense.
Result<Instant> BookWriter::checkAnySlot(const domain::Slot& slot, const Diary& diary)
{
    if (!slot.start.isValid()) {
        return refuse(QStringLiteral("visit/start"), QStringLiteral("write a day and a time"), "book.day");
    }
    if (const auto fine = checkMinutes(QStringLiteral("visit/minutes"), slot.minutes); !fine) {
        return fail(fine.error());
    }
    auto known = m_session.run(QStringLiteral("SELECT 1 FROM doctor, treatment WHERE doctor.id = ? AND "
                                              "treatment.id = ?"),
                               {slot.doctor, slot.treatment});
    if (!known) {
        return fail(known.error());
    }
    if (!known->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("visit: no such doctor or treatment"),
                    QStringLiteral("book.choice"));
    }
    return domain::toInstant(slot.start, diary.zone);
}

Result<Instant> BookWriter::checkSlot(const domain::Slot& slot, const Diary& diary)
{
    if (m_days == Days::Any) {
        return checkAnySlot(slot, diary);
    }
    if (const auto open = checkOpen(diary, slot); !open) {
        return fail(open.error());
    }
    const Instant start = domain::toInstant(slot.start, diary.zone);
    if (start < m_now) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the visit would begin in the past"),
                    QStringLiteral("clinic.past"));
    }
    return start;
}

/// By another visit than `except`, or because the doctor is away.
Result<bool> BookWriter::isTaken(const domain::Slot& slot, Instant start, const QString& except)
{
    const auto from = qint64(base::toMillis(start));
    const auto to = qint64(base::toMillis(start + Minutes(slot.minutes)));
    const qint64 absenceEnds = m_days == Days::Any ? std::numeric_limits<qint64>::max() : from;
    auto rows = m_session.run(
        QStringLiteral("SELECT 1 FROM appointment WHERE state = 'booked' AND doctor = ? AND id <> ? AND start_ms < ? "
                       "AND end_ms > ? UNION ALL SELECT 1 FROM absence WHERE cancelled = 0 AND "
                       "(doctor = ? OR doctor = '') AND from_ms < ? AND to_ms > ? LIMIT 1"),
        {slot.doctor, except, to, from, slot.doctor, to, absenceEnds});
    return rows.map([](store::Rows& found) { return found.next(); });
}

Result<Done> BookWriter::checkFree(const Appointment& visit, Instant start, const QString& holder, const Diary& diary)
{
    const domain::Slot slot{visit.doctor, visit.treatment, visit.start, visit.minutes};
    const auto doctorBusy = isTaken(slot, start, visit.id);
    if (!doctorBusy) {
        return fail(doctorBusy.error());
    }
    if (*doctorBusy) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("doctor %1 is not free at %2; ask for free times again")
                        .arg(visit.doctor, visit.start.toText()),
                    QStringLiteral("clinic.slot-taken"));
    }
    auto patientBusy =
        m_session.run(QStringLiteral("SELECT 1 FROM appointment WHERE state = 'booked' AND patient = ? AND id <> ? "
                                     "AND start_ms < ? AND end_ms > ? LIMIT 1"),
                      {visit.patient, visit.id, qint64(base::toMillis(start + Minutes(visit.minutes))),
                       qint64(base::toMillis(start))});
    if (!patientBusy) {
        return fail(patientBusy.error());
    }
    if (patientBusy->next()) {
        return fail(
            ErrorCode::Conflict,
            QStringLiteral("the patient has another visit at %1; choose another time").arg(visit.start.toText()),
            QStringLiteral("clinic.patient-busy"));
    }
    return m_days == Days::Any ? Result<Done>(Done{}) : Holds(m_session, diary.zone, m_now).checkFree(slot, holder);
}

Result<Appointment> BookWriter::book(const Booking& booking)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    auto known = m_reader.appointmentByReference(booking.reference);
    if (!known) {
        return fail(known.error());
    }
    if (*known) {
        return std::move(**known);
    }
    const auto diary = m_reader.emptyDiary();
    if (!diary) {
        return fail(diary.error());
    }
    const domain::Slot slot{booking.doctor, booking.treatment, booking.start, booking.minutes};
    const auto start = checkSlot(slot, *diary);
    if (!start) {
        return fail(start.error());
    }
    const auto patient = m_reader.patient(booking.patient);
    if (!patient) {
        return fail(patient.error());
    }
    const Appointment visit{newId("a-", booking.reference),
                            patient->id,
                            booking.doctor,
                            booking.treatment,
                            booking.start,
                            booking.minutes,
                            domain::AppointmentState::Booked,
                            booking.reference};
    if (const auto free = checkFree(visit, *start, booking.holder, *diary); !free) {
        return fail(free.error());
    }
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO appointment (id, patient, doctor, treatment, start_at, minutes, start_ms, end_ms, "
                       "state, reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'booked', ?)"),
        {visit.id, visit.patient, visit.doctor, visit.treatment, visit.start.toText(), visit.minutes,
         qint64(base::toMillis(*start)), qint64(base::toMillis(*start + Minutes(visit.minutes))), visit.reference});
    if (!added) {
        return fail(added.error());
    }
    if (const auto ended = Holds(m_session, diary->zone, m_now).end(slot); !ended) {
        return fail(ended.error());
    }
    m_session.changed(Topic::Clinic, 0);
    return visit;
}

Result<Appointment> BookWriter::changeable(const QString& id)
{
    auto visit = m_reader.appointment(id);
    if (!visit) {
        return visit;
    }
    if (visit->state == domain::AppointmentState::Cancelled) {
        return fail(ErrorCode::Conflict, QStringLiteral("appointment %1 is cancelled; book a new one").arg(id),
                    QStringLiteral("clinic.cancelled"));
    }
    const auto info = m_reader.info();
    if (!info) {
        return fail(info.error());
    }
    if (m_days == Days::Open && domain::toInstant(visit->start, info->zone) < m_now) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("appointment %1 has begun and is history").arg(id),
                    QStringLiteral("clinic.past"));
    }
    return visit;
}

Result<bool> BookWriter::wasDone(const QString& reference, const char* kind, const QString& id)
{
    if (reference.isEmpty()) {
        return false;
    }
    auto rows =
        m_session.run(QStringLiteral("SELECT kind, appointment FROM clinic_change WHERE reference = ?"), {reference});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return false;
    }
    if (rows->text(0) != QLatin1String(kind) || rows->text(1) != id) {
        return fail(ErrorCode::Conflict, QStringLiteral("this reference belongs to another change of the book"));
    }
    return true;
}

Result<Done> BookWriter::remember(const QString& reference, const char* kind, const QString& id)
{
    m_session.changed(Topic::Clinic, 0);
    if (reference.isEmpty()) {
        return Done{};
    }
    return m_session
        .execute(
            QStringLiteral("INSERT INTO clinic_change (reference, kind, appointment, changed_at) VALUES (?, ?, ?, ?)"),
            {reference, QString::fromLatin1(kind), id, qint64(base::toMillis(m_now))})
        .map([](int) { return Done{}; });
}

Result<Appointment> BookWriter::move(const QString& id, const domain::Slot& to, const QString& reference,
                                     const QString& holder)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto done = wasDone(reference, Moved, id);
    if (!done) {
        return fail(done.error());
    }
    if (*done) {
        return m_reader.appointment(id);
    }
    auto visit = changeable(id);
    if (!visit) {
        return visit;
    }
    const auto diary = m_reader.emptyDiary();
    if (!diary) {
        return fail(diary.error());
    }
    const auto start = checkSlot(to, *diary);
    if (!start) {
        return fail(start.error());
    }
    visit->doctor = to.doctor;
    visit->treatment = to.treatment;
    visit->start = to.start;
    visit->minutes = to.minutes;
    if (const auto free = checkFree(*visit, *start, holder, *diary); !free) {
        return fail(free.error());
    }
    const auto moved = m_session.execute(
        QStringLiteral("UPDATE appointment SET doctor = ?, treatment = ?, start_at = ?, minutes = ?, start_ms = ?, "
                       "end_ms = ?, revision = revision + 1 WHERE id = ?"),
        {visit->doctor, visit->treatment, visit->start.toText(), visit->minutes, qint64(base::toMillis(*start)),
         qint64(base::toMillis(*start + Minutes(visit->minutes))), id});
    if (!moved) {
        return fail(moved.error());
    }
    if (const auto ended = Holds(m_session, diary->zone, m_now).end(to); !ended) {
        return fail(ended.error());
    }
    if (const auto kept = remember(reference, Moved, id); !kept) {
        return fail(kept.error());
    }
    return visit;
}

Result<Done> BookWriter::cancel(const QString& id, const QString& reference)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto done = wasDone(reference, CancelledKind, id);
    if (!done) {
        return fail(done.error());
    }
    if (*done) {
        return Done{};
    }
    if (const auto visit = changeable(id); !visit) {
        return fail(visit.error());
    }
    const auto cancelled = m_session.execute(
        QStringLiteral("UPDATE appointment SET state = 'cancelled', revision = revision + 1 WHERE id = ?"), {id});
    if (!cancelled) {
        return fail(cancelled.error());
    }
    return remember(reference, CancelledKind, id);
}

Result<std::optional<Patient>> BookWriter::samePatient(const NewPatient& wanted)
{
    auto known = m_reader.patientByReference(wanted.reference);
    if (!known || *known || !wanted.phone) {
        return known;
    }
    const auto family = m_reader.patientsByPhone(wanted.phone->e164());
    if (!family) {
        return fail(family.error());
    }
    for (const auto& member : *family) {
        if (member.birthDate == wanted.birthDate && sameName(member.name, wanted.name)) {
            return std::optional(member);
        }
    }
    return std::optional<Patient>();
}

Result<Patient> BookWriter::addPatient(const NewPatient& wanted)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const domain::Bilingual name{wanted.name.he.simplified(), wanted.name.en.simplified()};
    if (name.he.isEmpty() && name.en.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a new patient needs a name"),
                    QStringLiteral("clinic.no-name"));
    }
    auto known = samePatient(wanted);
    if (!known) {
        return fail(known.error());
    }
    if (*known) {
        return std::move(**known);
    }
    const QString id = newId("p-", wanted.reference);
    const auto added = m_session.execute(
        QStringLiteral(
            "INSERT INTO patient (id, position, name_he, name_en, birth_date, gender, language, allergies, "
            "flags, reference) SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ?, ?, '', '', ? FROM patient"),
        {id, name.he, name.en, wanted.birthDate.toString(Qt::ISODate), base::toText(wanted.gender),
         base::toText(wanted.language), wanted.reference});
    if (!added) {
        return fail(added.error());
    }
    if (wanted.phone) {
        const auto reachable = m_session.execute(
            QStringLiteral("INSERT INTO patient_phone (patient, phone) VALUES (?, ?)"), {id, wanted.phone->e164()});
        if (!reachable) {
            return fail(reachable.error());
        }
    }
    m_session.changed(Topic::Clinic, 0);
    return m_reader.patient(id);
}

Result<Done> BookWriter::appendNote(const QString& patient, const domain::Note& note)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return fail(locked.error());
    }
    const auto card = m_reader.patient(patient);
    if (!card) {
        return fail(card.error());
    }
    auto known = note.reference.isEmpty()
                     ? m_session.run(QStringLiteral("SELECT 1 FROM note WHERE patient = ? AND day = ? AND author = ? "
                                                    "AND body = ? AND retired = 0 LIMIT 1"),
                                     {card->id, note.date.toString(Qt::ISODate), note.by, note.text})
                     : m_session.run(QStringLiteral("SELECT 1 FROM note WHERE reference = ?"), {note.reference});
    if (!known) {
        return fail(known.error());
    }
    if (known->next()) {
        return Done{};
    }
    const auto added = m_session.execute(
        QStringLiteral("INSERT INTO note (patient, position, day, author, body, reference) "
                       "SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ? FROM note WHERE patient = ?"),
        {card->id, note.date.toString(Qt::ISODate), note.by, note.text, note.reference, card->id});
    if (!added) {
        return fail(added.error());
    }
    m_session.changed(Topic::Clinic, 0);
    return Done{};
}

Result<Done> BookWriter::hold(const std::vector<Hold>& offered)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    const auto diary = m_reader.emptyDiary();
    if (!diary) {
        return fail(diary.error());
    }
    auto wanted = offered;
    for (auto& hold : wanted) {
        const auto start = checkSlot(hold.slot, *diary);
        const auto taken = start ? isTaken(hold.slot, *start, {}) : Result<bool>(true);
        if (!taken) {
            return fail(taken.error());
        }
        if (*taken) {
            hold.slot = {}; // its holder's other slots are replaced all the same
        }
    }
    return Holds(m_session, diary->zone, m_now).replace(wanted).map([](const std::vector<Hold>&) { return Done{}; });
}

Result<Done> BookWriter::releaseHolds(const QString& holder)
{
    if (const auto locked = lockBook(m_session); !locked) {
        return locked;
    }
    const auto info = m_reader.info();
    if (!info) {
        return fail(info.error());
    }
    return Holds(m_session, info->zone, m_now).release(holder);
}

} // namespace delpek::clinic
