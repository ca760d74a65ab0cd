// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/behaviour.h"
#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <QDateTime>

#include <algorithm>

namespace delpek::simulation::odoo::calendar
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

const auto eventModel = QStringLiteral("calendar.event");
const auto attendeeModel = QStringLiteral("calendar.attendee");
const auto momentForm = QStringLiteral("yyyy-MM-dd HH:mm:ss");

QDateTime momentOf(const Json& value)
{
    QDateTime moment = value.is_string()
                           ? QDateTime::fromString(QString::fromStdString(value.get<std::string>()), momentForm)
                           : QDateTime();
    moment.setTimeSpec(Qt::UTC);
    return moment;
}

Json wire(const QDateTime& moment)
{
    return utf8(moment.toString(momentForm));
}

QDateTime now(const Env& env)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(env.now), Qt::UTC);
}

Json normalised(Records& records, const char* field, const Json& given)
{
    const Model& model = records.model(eventModel);
    return stored(model, model.fields.at(QLatin1String(field)), given);
}

qint64 ownPartner(const Env& env)
{
    const Json* user = env.db.find(QStringLiteral("res.users"), env.user);
    return user != nullptr ? base::integerAt(*user, "partner_id").value_or(0) : 0;
}

/// Whole days lie there from 08:00 to 18:00 of the date, in no zone.
void takeWholeDays(Json& values)
{
    if (base::boolAt(values, "allday")) {
        values["start"] = textAt(values, "start_date").toStdString() + " 08:00:00";
        values["stop"] = textAt(values, "stop_date").toStdString() + " 18:00:00";
    }
}

void checkOrder(const Json& start, const Json& stop)
{
    if (momentOf(stop) < momentOf(start)) {
        validationError(QStringLiteral("The ending date and time cannot be earlier than the starting date and time."));
    }
}

void refuseMadeAttendees(const Json& values)
{
    const Json& commands = at(values, "partner_ids");
    for (const Json& command : commands.is_array() ? commands : Json::array()) {
        if (command.is_array() && !command.empty() && (command[0] == Json(0) || command[0] == Json(1))) {
            pythonError("NotImplementedError", QStringLiteral("attendees are linked, not made here"));
        }
    }
}

/// A row for each partner; the caller has accepted. Those who left lose theirs.
void syncAttendees(Records& records, qint64 id)
{
    Database& db = records.env().db;
    const Json partners = at(records.row(eventModel, id), "partner_ids");
    std::vector<qint64> invited;
    std::vector<qint64> gone;
    for (const auto& [attendee, row] : db.records(attendeeModel)) {
        if (at(row, "event_id") != Json(id)) {
            continue;
        }
        const Json& partner = at(row, "partner_id");
        if (std::find(partners.begin(), partners.end(), partner) == partners.end()) {
            gone.push_back(attendee);
        } else {
            invited.push_back(partner.get<qint64>());
        }
    }
    for (const qint64 attendee : gone) {
        db.erase(attendeeModel, attendee);
    }
    for (const Json& partner : partners.is_array() ? partners : Json::array()) {
        if (std::find(invited.begin(), invited.end(), partner.get<qint64>()) == invited.end()) {
            const bool isOwn = partner.get<qint64>() == ownPartner(records.env());
            records.create(attendeeModel,
                           {{"event_id", id}, {"partner_id", partner}, {"state", isOwn ? "accepted" : "needsAction"}});
        }
    }
}

/// One mail for each attendee with an address, where the event is still to come and nobody said otherwise.
void mail(Records& records, qint64 id, const char* why)
{
    Env& env = records.env();
    const Json& event = records.row(eventModel, id);
    if (base::boolAt(env.context, "no_mail_to_attendees") || momentOf(at(event, "start")) < now(env) || env.isInside) {
        return;
    }
    for (const Json& partner : at(event, "partner_ids")) {
        const qint64 reader = partner.get<qint64>();
        if (!textAt(records.row(QStringLiteral("res.partner"), reader), "email").isEmpty()) {
            env.db.mails.push_back({reader, QStringLiteral("calendar.event,%1").arg(id), QLatin1String(why)});
        }
    }
}

double hoursBetween(const Json& start, const Json& stop)
{
    return static_cast<double>(momentOf(start).secsTo(momentOf(stop))) / 3600;
}

} // namespace

void beforeCreate(Records& records, Json& values)
{
    Env& env = records.env();
    refuseMadeAttendees(values);
    takeWholeDays(values);
    const QDateTime fallback = now(env);
    values["start"] = values.contains("start") ? normalised(records, "start", values["start"]) : wire(fallback);
    // A length alone is not used: the end has a default of its own.
    values["stop"] =
        values.contains("stop") ? normalised(records, "stop", values["stop"]) : wire(fallback.addSecs(3600));
    if (!isEmpty(values["start"]) && !isEmpty(values["stop"])) {
        checkOrder(values["start"], values["stop"]);
        values["duration"] = hoursBetween(values["start"], values["stop"]);
    }
    for (const auto& [key, value] : std::initializer_list<std::pair<const char*, Json>>{
             {"user_id", env.user}, {"show_as", "busy"}, {"privacy", "public"}}) {
        if (!values.contains(key)) {
            values[key] = value;
        }
    }
    if (!values.contains("partner_ids")) {
        values["partner_ids"] = Json::array({ownPartner(env)});
    }
}

void afterCreate(Records& records, qint64 id)
{
    syncAttendees(records, id);
    mail(records, id, "invitation");
}

void beforeWrite(Records& records, qint64 id, Json& values)
{
    const Json event = records.row(eventModel, id);
    if (isHidden(records.env(), event)) {
        accessError(QStringLiteral("You are not allowed to modify this private event."));
    }
    refuseMadeAttendees(values);
    takeWholeDays(values);
    const Json start = values.contains("start") ? normalised(records, "start", values["start"]) : at(event, "start");
    Json stop = values.contains("stop") ? normalised(records, "stop", values["stop"]) : at(event, "stop");
    if (!values.contains("stop") && (values.contains("start") || values.contains("duration"))) {
        const Json& hours = values.contains("duration") ? values["duration"] : at(event, "duration");
        stop = wire(momentOf(start).addSecs(qRound64(hours.get<double>() * 3600)));
    }
    checkOrder(start, stop);
    values["start"] = start;
    values["stop"] = stop;
    values["duration"] = hoursBetween(start, stop);
}

void afterWrite(Records& records, qint64 id, const Json& before, const Json& values)
{
    if (values.contains("partner_ids")) {
        syncAttendees(records, id);
    }
    if (at(before, "start") != at(values, "start")) {
        mail(records, id, "changed");
    }
}

bool isHidden(const Env& env, const Json& event)
{
    if (isAdministrator(env) || textAt(event, "privacy") == QLatin1String("public") || !event.contains("privacy")) {
        return false;
    }
    const Json& partners = at(event, "partner_ids");
    return at(event, "user_id") != Json(env.user) &&
           std::find(partners.begin(), partners.end(), Json(ownPartner(env))) == partners.end();
}

} // namespace delpek::simulation::odoo::calendar
