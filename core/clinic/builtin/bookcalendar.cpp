// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookcalendar.h"

#include "clinic/builtin/icalendar.h"
#include "clinic/builtin/staffeditor.h"

namespace delpek::clinic
{

namespace
{

const auto OwnVisit = QStringLiteral("@visits.delpek");

QString inOneLanguage(const domain::Bilingual& name)
{
    return name.he.isEmpty() ? name.en : name.he;
}

Result<std::map<QString, int>> revisions(store::Session& session)
{
    auto rows = session.run(QStringLiteral("SELECT id, revision FROM appointment WHERE revision > 0"));
    if (!rows) {
        return fail(rows.error());
    }
    std::map<QString, int> known;
    while (rows->next()) {
        known[rows->text(0)] = static_cast<int>(rows->integer(1));
    }
    return known;
}

QString referenceOf(const QString& doctor, const QString& uid)
{
    return QStringLiteral("calendar:%1:%2").arg(doctor, uid);
}

Result<QString> knownAbsence(store::Session& session, const QString& reference)
{
    auto rows =
        session.run(QStringLiteral("SELECT id FROM absence WHERE reference = ? AND cancelled = 0"), {reference});
    return rows.map([](store::Rows& found) { return found.next() ? found.text(0) : QString(); });
}

} // namespace

Result<QByteArray> exportCalendar(store::Session& session, const QString& doctor, base::Instant now)
{
    BookReader reader(session);
    const auto info = reader.info();
    const auto doctors = reader.allDoctors();
    const auto visits = reader.allAppointments();
    const auto changes = revisions(session);
    auto treatments = StaffEditor(session, now, {}).treatments();
    if (!info || !doctors || !visits || !changes || !treatments) {
        return fail(!info      ? info.error()
                    : !doctors ? doctors.error()
                    : !visits  ? visits.error()
                    : !changes ? changes.error()
                               : treatments.error());
    }
    QString name = inOneLanguage(info->name);
    if (!doctor.isEmpty()) {
        const auto who =
            std::find_if(doctors->begin(), doctors->end(), [&](const auto& entry) { return entry.first.id == doctor; });
        if (who == doctors->end()) {
            return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(doctor));
        }
        name = inOneLanguage(who->first.name);
    }
    std::map<QString, QString> words;
    for (const auto& entry : *treatments) {
        words[entry.treatment.id] = inOneLanguage(entry.treatment.name);
    }
    std::vector<CalendarEvent> events;
    for (const auto& visit : *visits) {
        if (!doctor.isEmpty() && visit.doctor != doctor) {
            continue;
        }
        const auto patient = reader.patientById(visit.patient);
        if (!patient) {
            return fail(patient.error());
        }
        CalendarEvent event;
        event.uid = visit.id + OwnVisit;
        event.from = visit.start;
        event.to = busySpan(visit.doctor, visit.start, visit.minutes, info->zone).to;
        event.summary = QStringLiteral("%1 – %2").arg(inOneLanguage(patient->name), words[visit.treatment]);
        event.cancelled = visit.state == domain::AppointmentState::Cancelled;
        const auto changed = changes->find(visit.id);
        event.sequence = changed == changes->end() ? 0 : changed->second;
        events.push_back(std::move(event));
    }
    return writeCalendar(name, events, info->zone, now);
}

Result<ImportReport> importAbsences(store::Session& session, const QByteArray& calendar, const QString& doctor,
                                    bool keepVisits, base::Instant now)
{
    const auto info = BookReader(session).info();
    if (!info) {
        return fail(info.error());
    }
    const auto events = parseCalendar(calendar, info->zone);
    if (!events) {
        return fail(events.error());
    }
    const auto today = domain::toLocal(now, info->zone);
    StaffEditor staff(session, now, QStringLiteral("import"));
    ImportReport report;
    for (const auto& event : *events) {
        const bool over = event.fault.isEmpty() && event.to < today;
        if (event.uid.endsWith(OwnVisit) || over || (!event.busy && !event.cancelled)) {
            ++report.ignored;
            continue;
        }
        if (!event.fault.isEmpty() && !event.cancelled) {
            report.bad.push_back({event.line, {}, event.fault});
            continue;
        }
        const QString reference = referenceOf(doctor, event.uid);
        const auto known = knownAbsence(session, reference);
        if (!known) {
            return fail(known.error());
        }
        if (event.cancelled) {
            if (!known->isEmpty()) {
                if (const auto ended = staff.cancelAbsence(*known); !ended) {
                    return fail(ended.error());
                }
                ++report.added;
            } else {
                ++report.there;
            }
            continue;
        }
        const domain::Absence absence{doctor, event.from, event.to, event.summary.left(500)};
        QStringList keep;
        if (keepVisits) {
            const auto visits = staff.inTheWay(absence);
            if (!visits) {
                return fail(visits.error());
            }
            for (const auto& visit : *visits) {
                keep << visit.id;
            }
        }
        const auto before = known->isEmpty() ? Result<std::vector<AbsenceEntry>>(std::vector<AbsenceEntry>())
                                             : staff.absences(event.from.date, event.to.date);
        if (!before) {
            return fail(before.error());
        }
        const bool same = std::any_of(before->begin(), before->end(), [&](const AbsenceEntry& entry) {
            return entry.id == *known && entry.absence == absence;
        });
        if (same) {
            ++report.there;
            continue;
        }
        const auto added = staff.addAbsence(absence, keep, reference);
        if (added) {
            ++report.added;
        } else if (added.error().code == ErrorCode::Conflict || added.error().code == ErrorCode::InvalidInput) {
            report.bad.push_back({event.line, {}, added.error().detail});
        } else {
            return fail(added.error());
        }
    }
    return report;
}

} // namespace delpek::clinic
