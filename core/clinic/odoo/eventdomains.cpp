// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/eventdomains.h"

#include "clinic/odoo/events.h"
#include "clinic/odoo/wire.h"

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

Expression joined(const char* op, const std::vector<Expression>& parts)
{
    Json result = Json::array();
    for (size_t n = 1; n < parts.size(); ++n) {
        result.push_back(op);
    }
    for (const auto& part : parts) {
        for (const auto& token : part) {
            result.push_back(token);
        }
    }
    return result;
}

Expression inTime(const Entity& map, const TimeSpan& span, const QTimeZone& zone)
{
    const QDate first = domain::toLocal(span.from, zone).date;
    const QDate last = domain::toLocal(span.to - std::chrono::milliseconds(1), zone).date;
    if (map.has("fromHour")) {
        return allOf({only(wire::term(map.field("date"), ">=", wire::fromDate(first))),
                      only(wire::term(map.field("date"), "<=", wire::fromDate(last)))});
    }
    const auto timed = allOf({only(wire::term(map.field("start"), "<", wire::fromMoment(span.to))),
                              only(wire::term(map.field("end"), ">", wire::fromMoment(span.from)))});
    if (!map.has("allDay") || !map.has("firstDay") || !map.has("lastDay")) {
        return timed;
    }
    const auto allDay = allOf({only(wire::term(map.field("allDay"), "=", true)),
                               only(wire::term(map.field("firstDay"), "<=", wire::fromDate(last))),
                               only(wire::term(map.field("lastDay"), ">=", wire::fromDate(first)))});
    return anyOf({timed, allDay});
}

Expression isOneOf(const QString& field, const std::vector<qint64>& ids)
{
    return only(wire::term(field, "in", ids));
}

Expression ofDoctors(const Mapping& mapping, const std::vector<DoctorRef>& doctors, qint64 patient)
{
    const Entity& map = mapping.entity("appointment");
    std::vector<qint64> records;
    std::vector<qint64> partners;
    std::vector<qint64> users;
    for (const auto& doctor : doctors) {
        records.push_back(doctor.record);
        if (doctor.partner != 0) {
            partners.push_back(doctor.partner);
        }
        if (doctor.user != 0) {
            users.push_back(doctor.user);
        }
    }
    std::vector<Expression> who;
    if (mapping.hasAttendees()) {
        if (patient != 0) {
            partners.push_back(patient);
        }
        who.push_back(isOneOf(map.field("attendees"), partners));
        if (map.has("organiser") && !users.empty()) {
            who.push_back(isOneOf(map.field("organiser"), users));
        }
    } else {
        who.push_back(isOneOf(map.field("doctor"), records));
        if (patient != 0) {
            who.push_back(isOneOf(map.field("patient"), {patient}));
        }
    }
    return anyOf(who);
}

Call reading(const Mapping& mapping, const Expression& what, bool alsoArchived, const char* order)
{
    const Entity& map = mapping.entity("appointment");
    std::vector<Expression> parts;
    append(parts, map.filter);
    parts.push_back(what);
    Json how{{"fields", map.fieldNames()}, {"order", base::utf8(QLatin1String(order))}};
    if (alsoArchived && map.has("active")) {
        how["context"] = Json{{"active_test", false}};
    }
    return {map.model, QStringLiteral("search_read"), Json::array({allOf(parts)}), how};
}

std::string startOrder(const Entity& map)
{
    return map.has("fromHour") ? map.key("date") + ", " + map.key("fromHour") + ", id" : map.key("start") + ", id";
}

} // namespace

Expression only(const Json& term)
{
    return Json::array({term});
}

Expression allOf(const std::vector<Expression>& parts)
{
    return joined("&", parts);
}

Expression anyOf(const std::vector<Expression>& parts)
{
    return joined("|", parts);
}

void append(std::vector<Expression>& parts, const Json& terms)
{
    for (const auto& term : terms) {
        parts.push_back(only(term));
    }
}

Call readBusy(const Mapping& mapping, const std::vector<DoctorRef>& doctors, const TimeSpan& span,
              const QTimeZone& zone)
{
    const Entity& map = mapping.entity("appointment");
    std::vector<Expression> parts{inTime(map, span, zone), ofDoctors(mapping, doctors, 0)};
    if (const Json busy = map.raw("busy", QStringLiteral("busy")); map.has("busy") && !busy.is_null()) {
        parts.push_back(only(wire::term(map.field("busy"), "=", busy)));
    }
    if (map.has("state")) {
        parts.push_back(only(
            wire::term(map.field("state"), "not in", base::at(map.values.at(QStringLiteral("state")), "cancelled"))));
    }
    return reading(mapping, allOf(parts), false, startOrder(map).c_str());
}

Call readAttendance(const std::vector<qint64>& events, const std::vector<DoctorRef>& doctors)
{
    std::vector<qint64> partners;
    for (const auto& doctor : doctors) {
        partners.push_back(doctor.partner);
    }
    return {QStringLiteral("calendar.attendee"), QStringLiteral("search_read"),
            Json::array({Json::array({wire::term("event_id", "in", events), wire::term("partner_id", "in", partners),
                                      wire::term("state", "!=", "declined")})}),
            Json{{"fields", {"event_id", "partner_id"}}, {"order", "id"}}};
}

Call lookAround(const Mapping& mapping, const DoctorRef& doctor, qint64 patient, const TimeSpan& span,
                const QTimeZone& zone, MarkKind kind, const QString& reference, qint64 also)
{
    const Entity& map = mapping.entity("appointment");
    std::vector<Expression> any{allOf({inTime(map, span, zone), ofDoctors(mapping, {doctor}, patient)})};
    if (!reference.isEmpty()) {
        const QString field = map.has("reference") ? map.field("reference") : map.field("text");
        const auto carries = [&](MarkKind what) {
            return only(wire::term(field, "ilike", base::utf8(wire::escapedPattern(searchText(what, reference)))));
        };
        any.push_back(carries(kind));
        if (kind == MarkKind::Booked) {
            any.push_back(carries(MarkKind::Withdrawn));
        }
    }
    if (also != 0) {
        any.push_back(only(wire::term("id", "=", also)));
    }
    return reading(mapping, anyOf(any), true, "id");
}

Call readVisit(const Mapping& mapping, qint64 id)
{
    return reading(mapping, only(wire::term("id", "=", id)), true, "id");
}

Call readVisitsOf(const Mapping& mapping, qint64 patient, base::Instant from, const QTimeZone& zone)
{
    const Entity& map = mapping.entity("appointment");
    const Json since = map.has("fromHour")
                           ? wire::term(map.field("date"), ">=", wire::fromDate(domain::toLocal(from, zone).date))
                           : wire::term(map.field("start"), ">=", wire::fromMoment(from));
    return reading(
        mapping, allOf({isOneOf(map.field(mapping.hasAttendees() ? "attendees" : "patient"), {patient}), only(since)}),
        false, startOrder(map).c_str());
}

} // namespace delpek::clinic::odoo
