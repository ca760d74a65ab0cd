// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

const QString timeFormat = QStringLiteral("HH:mm");

base::Json timeToJson(const QTime& time)
{
    return base::utf8(time.toString(timeFormat));
}

QString asText(const base::Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

std::optional<QDate> optionalDate(const base::Json& object, const char* key)
{
    const QDate date = dateFromJson(base::at(object, key));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QTime> optionalTime(const base::Json& object, const char* key)
{
    const QTime time = timeFromJson(base::at(object, key));
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

base::Json dateToJson(const QDate& date)
{
    return base::utf8(date.toString(Qt::ISODate));
}

QDate dateFromJson(const base::Json& value)
{
    return QDate::fromString(asText(value), Qt::ISODate);
}

QTime timeFromJson(const base::Json& value)
{
    return QTime::fromString(asText(value), timeFormat);
}

base::Json slotToJson(const domain::Slot& slot)
{
    return {{"doctor", base::utf8(slot.doctor)},
            {"treatment", base::utf8(slot.treatment)},
            {"start", base::utf8(slot.start.toText())},
            {"minutes", slot.minutes}};
}

std::optional<domain::Slot> slotFromJson(const base::Json& json)
{
    const auto start = domain::LocalTime::fromText(base::textAt(json, "start"));
    const auto minutes = base::integerAt(json, "minutes");
    if (!start.isValid() || !minutes || *minutes <= 0 || *minutes > 24 * 60) {
        return std::nullopt;
    }
    return domain::Slot{base::textAt(json, "doctor"), base::textAt(json, "treatment"), start,
                        static_cast<int>(*minutes)};
}

base::Json bilingualToJson(const domain::Bilingual& text)
{
    return {{"he", base::utf8(text.he)}, {"en", base::utf8(text.en)}};
}

base::Json moneyToJson(const domain::Money& money)
{
    return {
        {"minor", money.minor},
        {"amount", static_cast<double>(money.minor) / 100.0},
        {"currency", base::utf8(money.currency)},
        {"text", bilingualToJson({money.toText(domain::Language::Hebrew), money.toText(domain::Language::English)})}};
}

base::Json appointmentToJson(const domain::Appointment& appointment)
{
    return {{"id", base::utf8(appointment.id)},
            {"doctor", base::utf8(appointment.doctor)},
            {"treatment", base::utf8(appointment.treatment)},
            {"start", base::utf8(appointment.start.toText())},
            {"minutes", appointment.minutes}};
}

base::Json whenToJson(const language::When& when)
{
    base::Json json = base::Json::object();
    const auto putDate = [&json](const char* key, const std::optional<QDate>& date) {
        if (date) {
            json[key] = dateToJson(*date);
        }
    };
    const auto putTime = [&json](const char* key, const std::optional<QTime>& time) {
        if (time) {
            json[key] = timeToJson(*time);
        }
    };
    putDate("date", when.date);
    putDate("from", when.from);
    putDate("to", when.to);
    putTime("time", when.time);
    putTime("not_before", when.notBefore);
    putTime("not_after", when.notAfter);
    if (!when.part.isEmpty()) {
        json["part"] = base::utf8(when.part);
    }
    for (const QDate& day : when.without) {
        json["without"].push_back(dateToJson(day));
    }
    if (when.soonest) {
        json["soonest"] = true;
    }
    return json;
}

language::When whenFromJson(const base::Json& json)
{
    language::When when;
    when.date = optionalDate(json, "date");
    when.from = optionalDate(json, "from");
    when.to = optionalDate(json, "to");
    when.time = optionalTime(json, "time");
    when.notBefore = optionalTime(json, "not_before");
    when.notAfter = optionalTime(json, "not_after");
    when.part = base::textAt(json, "part");
    for (const auto& day : base::at(json, "without")) {
        if (const QDate date = dateFromJson(day); date.isValid()) {
            when.without.push_back(date);
        }
    }
    when.soonest = base::boolAt(json, "soonest");
    return when;
}

} // namespace delpek::agent
