// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookcalendar.h"

#include "clinic/builtin/icalendar.h"
#include "clinic/builtin/staffeditor.h"

namespace delpek::clinic
{

namespace
{

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

} // namespace

QString ownVisitUid()
{
    return QStringLiteral("@visits.delpek");
}

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
        event.uid = visit.id + ownVisitUid();
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

} // namespace delpek::clinic
