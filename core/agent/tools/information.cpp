// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/registry.h"
#include "agent/tools/values.h"
#include "domain/weekhours.h"

namespace delpek::agent
{
namespace
{

base::Json hoursToJson(const domain::WeeklyHours& hours)
{
    base::Json json = base::Json::object();
    for (size_t day = 0; day < hours.size(); ++day) {
        for (const auto& span : hours[day]) {
            json[domain::weekdayNames[day]].push_back(base::utf8(domain::spanText(span)));
        }
    }
    return json;
}

Result<base::Json> clinicInfo(const base::Json&, const ToolContext& context)
{
    const auto info = base::await(context.records.info(), context.cancel);
    if (!info) {
        return fail(info.error());
    }
    const auto doctors = base::await(context.records.doctors(), context.cancel);
    if (!doctors) {
        return fail(doctors.error());
    }
    base::Json json{{"name", bilingualToJson(info->name)},
                    {"phone", base::utf8(info->phone)},
                    {"address", bilingualToJson(info->address)},
                    {"hours", hoursToJson(info->hours)},
                    {"closed", base::Json::array()},
                    {"insurance", base::Json::array()},
                    {"doctors", base::Json::array()}};
    for (const auto& day : info->closed) {
        json["closed"].push_back(dateToJson(day));
    }
    for (const auto& fund : info->insurance) {
        json["insurance"].push_back(base::utf8(fund));
    }
    for (const auto& doctor : *doctors) {
        base::Json treatments = base::Json::array();
        for (const auto& treatment : doctor.treatments) {
            treatments.push_back(base::utf8(treatment));
        }
        json["doctors"].push_back({{"id", base::utf8(doctor.id)},
                                   {"name", bilingualToJson(doctor.name)},
                                   {"treatments", treatments},
                                   {"hours", hoursToJson(doctor.hours)}});
    }
    return withAge(std::move(json), context);
}

Result<base::Json> prices(const base::Json& arguments, const ToolContext& context)
{
    const QString wanted = base::textAt(arguments, "treatment");
    const auto treatments = base::await(context.records.treatments(), context.cancel);
    if (!treatments) {
        return fail(treatments.error());
    }
    base::Json list = base::Json::array();
    for (const auto& treatment : *treatments) {
        if (!wanted.isEmpty() && treatment.id != wanted) {
            continue;
        }
        base::Json entry{{"treatment", base::utf8(treatment.id)},
                         {"name", bilingualToJson(treatment.name)},
                         {"minutes", treatment.minutes}};
        // 0 is a price that nobody entered: it is not told, and nothing is free of charge by mistake.
        if (treatment.price.minor > 0) {
            entry["minor"] = treatment.price.minor;
            entry["price"] = static_cast<double>(treatment.price.minor) / 100.0;
            entry["currency"] = base::utf8(treatment.price.currency);
            entry["text"] = bilingualToJson(
                {treatment.price.toText(domain::Language::Hebrew), treatment.price.toText(domain::Language::English)});
        }
        list.push_back(std::move(entry));
    }
    return withAge({{"prices", std::move(list)}}, context);
}

} // namespace

base::Json textProperty(int longest, const char* description)
{
    return {{"type", "string"}, {"maxLength", longest}, {"description", description}};
}

base::Json formatProperty(const char* format, const char* description)
{
    return {{"type", "string"}, {"format", format}, {"description", description}};
}

base::Json slotProperties()
{
    constexpr int shortest = 5;
    constexpr int longest = 480;
    return {
        {"doctor", textProperty(64, "The doctor's id, as an offered slot has it.")},
        {"treatment", textProperty(40, "The treatment's id.")},
        {"start", formatProperty("local-date-time", "The start, local to the clinic: 2026-03-05T09:30.")},
        {"minutes",
         {{"type", "integer"}, {"minimum", shortest}, {"maximum", longest}, {"description", "How long it takes."}}}};
}

base::Json withAge(base::Json value, const ToolContext& context)
{
    if (const auto moment = context.records.asOf()) {
        value["as_of"] = base::utf8(domain::toLocal(*moment, context.turn.clinic.zone).toText());
    }
    return value;
}

void addInformationTools(Tools& tools)
{
    add(tools, "get_clinic_info", ToolKind::Read,
        {{"type", "object"},
         {"description", "The clinic: name, address, phone, opening hours, closed days, health funds, doctors."},
         {"properties", base::Json::object()},
         {"additionalProperties", false}},
        clinicInfo);
    add(tools, "get_prices", ToolKind::Read,
        {{"type", "object"},
         {"description",
          "What treatments cost; all of them without a treatment. One without a price is not told here: say "
          "that the clinic tells it."},
         {"properties", {{"treatment", textProperty(40, "The treatment's id.")}}},
         {"additionalProperties", false}},
        prices);
}

std::map<QString, std::unique_ptr<Tool>> clinicTools()
{
    Tools tools;
    addInformationTools(tools);
    addAvailabilityTool(tools);
    addHoldTool(tools);
    addVisitTools(tools);
    addInvoiceTools(tools);
    addCardTools(tools);
    addChangeTools(tools);
    addWaitingTool(tools);
    return tools;
}

} // namespace delpek::agent
