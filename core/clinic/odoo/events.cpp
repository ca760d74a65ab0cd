// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/events.h"

#include "clinic/odoo/eventdomains.h"
#include "clinic/odoo/wire.h"

#include <algorithm>
#include <cmath>

namespace delpek::clinic::odoo
{

namespace
{

using base::Instant;
using base::Json;
using domain::LocalTime;

Instant atHour(QDate date, double hour, const QTimeZone& zone)
{
    const int minute = int(std::lround(hour * 60));
    return domain::toInstant({date.addDays(minute / 1440), QTime(0, 0).addSecs(minute % 1440 * 60)}, zone);
}

double number(const Json& value)
{
    return value.is_number() ? value.get<double>() : 0;
}

double hourOf(const LocalTime& local)
{
    return local.time.msecsSinceStartOfDay() / 3'600'000.0;
}

TimeSpan spanFrom(const Entity& map, const Json& row, const QTimeZone& zone)
{
    if (map.has("fromHour")) {
        const QDate date = wire::date(map.at(row, "date"));
        const double from = number(map.at(row, "fromHour"));
        const double to = map.has("toHour") ? number(map.at(row, "toHour")) : from + number(map.at(row, "hours"));
        return date.isValid() ? TimeSpan{atHour(date, from, zone), atHour(date, to, zone)} : TimeSpan{};
    }
    // The moments of an all-day event are not moments: its days count.
    if (wire::truth(map.at(row, "allDay"))) {
        const QDate first = wire::date(map.at(row, "firstDay"));
        const QDate last = wire::date(map.at(row, "lastDay"));
        if (first.isValid() && last.isValid()) {
            return {atHour(first, 0, zone), atHour(last.addDays(1), 0, zone)};
        }
    }
    return {wire::moment(map.at(row, "start")).value_or(Instant{}),
            wire::moment(map.at(row, "end")).value_or(Instant{})};
}

void writeSpan(const Entity& map, Json& values, const TimeSpan& span, const QTimeZone& zone)
{
    const double hours = std::chrono::duration<double, std::ratio<3600>>(span.to - span.from).count();
    if (map.has("fromHour")) {
        const LocalTime from = domain::toLocal(span.from, zone);
        values[map.key("date")] = wire::fromDate(from.date);
        values[map.key("fromHour")] = hourOf(from);
        if (map.has("toHour")) {
            values[map.key("toHour")] = hourOf(from) + hours;
        } else {
            values[map.key("hours")] = hours;
        }
        return;
    }
    values[map.key("start")] = wire::fromMoment(span.from);
    values[map.key("end")] = wire::fromMoment(span.to);
}

const char* markRole(const Entity& map)
{
    return map.has("reference") ? "reference" : "text";
}

Json quiet()
{
    return Json{{"context", wire::quietContext()}};
}

} // namespace

const Mark* Visit::mark(MarkKind kind, const QString& reference) const
{
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark& one) { return one.kind == kind && one.reference == reference; });
    return found == marks.end() ? nullptr : &*found;
}

QString Visit::reference() const
{
    const auto found =
        std::find_if(marks.begin(), marks.end(), [](const Mark& one) { return one.kind == MarkKind::Booked; });
    return found == marks.end() ? QString() : found->reference;
}

Visit visitFrom(const Mapping& mapping, const Json& row, const QTimeZone& zone)
{
    const Entity& map = mapping.entity("appointment");
    Visit visit;
    visit.id = wire::whole(base::at(row, "id"));
    visit.span = spanFrom(map, row, zone);
    visit.isCancelled = (map.has("active") && !wire::truth(map.at(row, "active"))) ||
                        map.word(row, "state") == QLatin1String("cancelled");
    visit.isBusy = !map.has("busy") || map.word(row, "busy") != QLatin1String("free");
    visit.attendees = wire::ids(map.at(row, "attendees"));
    visit.organiser = wire::id(map.at(row, "organiser"));
    visit.patient = wire::id(map.at(row, "patient"));
    visit.doctor = wire::id(map.at(row, "doctor"));
    visit.treatment = wire::id(map.at(row, "treatment"));
    visit.title = wire::text(map.at(row, "title"));
    visit.markText = wire::text(map.at(row, markRole(map)));
    visit.marks = marksIn(visit.markText);
    return visit;
}

bool concerns(const Mapping& mapping, const Visit& visit, const DoctorRef& doctor, const Declined& declined)
{
    if (!mapping.hasAttendees()) {
        return visit.doctor == doctor.record;
    }
    const bool attends =
        std::find(visit.attendees.begin(), visit.attendees.end(), doctor.partner) != visit.attendees.end();
    if (doctor.partner != 0 && declined.contains({visit.id, doctor.partner})) {
        return false;
    }
    return (doctor.partner != 0 && attends) || (doctor.user != 0 && visit.organiser == doctor.user);
}

bool hidesAttendees(const Mapping& mapping, const Visit& visit)
{
    return mapping.hasAttendees() && visit.attendees.empty();
}

bool concernsPatient(const Mapping& mapping, const Visit& visit, qint64 patient)
{
    return mapping.hasAttendees()
               ? std::find(visit.attendees.begin(), visit.attendees.end(), patient) != visit.attendees.end()
               : visit.patient == patient;
}

Call createVisit(const Mapping& mapping, const NewVisit& visit, const QTimeZone& zone)
{
    const Entity& map = mapping.entity("appointment");
    Json values = map.create;
    writeSpan(map, values, visit.span, zone);
    if (mapping.hasAttendees()) {
        // Without attendees the server adds the API's own user and books nobody else.
        std::vector<qint64> who{visit.patient};
        if (visit.doctor.partner != 0) {
            who.insert(who.begin(), visit.doctor.partner);
        }
        values[map.key("attendees")] = Json::array({wire::set(who)});
        if (map.has("organiser") && visit.doctor.user != 0) {
            values[map.key("organiser")] = visit.doctor.user;
        }
    } else {
        values[map.key("patient")] = wire::fromId(visit.patient);
        values[map.key("doctor")] = wire::fromId(visit.doctor.record);
    }
    if (map.has("title")) {
        values[map.key("title")] = wire::fromText(visit.title);
    }
    if (map.has("treatment") && visit.treatmentRecord != 0) {
        values[map.key("treatment")] = visit.treatmentRecord;
    }
    if (const Json booked = map.raw("state", QStringLiteral("booked")); map.has("state") && !booked.is_null()) {
        values[map.key("state")] = booked;
    }
    QString marks = toText(Mark{MarkKind::Treatment, visit.treatment, {}});
    if (!visit.reference.isEmpty()) {
        marks = toText(Mark{MarkKind::Booked, visit.reference, {}}) + QLatin1Char(' ') + marks;
    }
    values[map.key(markRole(map))] = base::utf8(marks);
    return {map.model, QStringLiteral("create"), Json::array({values}), quiet(), true};
}

QStringList visitLinks(const Mapping& mapping)
{
    const Entity& map = mapping.entity("appointment");
    QStringList links;
    for (const char* role : {"organiser", "patient", "doctor", "treatment"}) {
        if (map.has(role)) {
            links.append(map.field(role));
        }
    }
    return links;
}

QString toText(const Place& place)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(base::toMillis(place.span.from))
        .arg(base::toMillis(place.span.to))
        .arg(place.doctor.doctor, place.treatment);
}

std::optional<PlaceText> placeFromText(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char(' '));
    if (parts.size() != 4) {
        return std::nullopt;
    }
    return PlaceText{
        {base::fromMillis(parts[0].toLongLong()), base::fromMillis(parts[1].toLongLong())}, parts[2], parts[3]};
}

Call moveVisit(const Mapping& mapping, const Visit& visit, const DoctorRef& old, const Place& to, const QString& marks,
               const QTimeZone& zone)
{
    const Entity& map = mapping.entity("appointment");
    Json values = Json::object();
    writeSpan(map, values, to.span, zone);
    if (mapping.hasAttendees()) {
        if (old.partner != to.doctor.partner) {
            Json commands = Json::array();
            if (old.partner != 0) {
                commands.push_back(wire::unlink(old.partner));
            }
            if (to.doctor.partner != 0) {
                commands.push_back(wire::link(to.doctor.partner));
            }
            values[map.key("attendees")] = commands;
        }
        if (map.has("organiser") && to.doctor.user != 0 && old.user != to.doctor.user) {
            values[map.key("organiser")] = to.doctor.user;
        }
    } else {
        values[map.key("doctor")] = wire::fromId(to.doctor.record);
    }
    if (map.has("treatment") && to.treatmentRecord != 0) {
        values[map.key("treatment")] = to.treatmentRecord;
    }
    values[map.key(markRole(map))] = wire::fromText(marks);
    return {map.model, QStringLiteral("write"), Json::array({Json::array({visit.id}), values}), quiet(), true};
}

std::vector<Call> cancelVisit(const Mapping& mapping, const Visit& visit, const QString& marks)
{
    const Entity& map = mapping.entity("appointment");
    Json values = Json::object();
    if (marks != visit.markText) {
        values[map.key(markRole(map))] = wire::fromText(marks);
    }
    const Json ids = Json::array({visit.id});
    const QString method = base::textAt(map.cancel, "method");
    for (const auto& [field, value] : base::at(map.cancel, "write").items()) {
        values[field] = value;
    }
    // Of several words for cancelled the one that this database knows.
    if (map.has("state") && values.contains(map.key("state"))) {
        if (const Json known = map.raw("state", QStringLiteral("cancelled")); !known.is_null()) {
            values[map.key("state")] = known;
        }
    }
    std::vector<Call> calls;
    if (!values.empty()) {
        calls.push_back({map.model, QStringLiteral("write"), Json::array({ids, values}), quiet(), true});
    }
    if (!method.isEmpty()) {
        calls.push_back({map.model, method, Json::array({ids}), quiet(), true});
    }
    return calls;
}

} // namespace delpek::clinic::odoo
