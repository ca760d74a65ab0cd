// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

namespace delpek::agent
{
namespace
{

base::Json bilingual(const domain::Bilingual& text)
{
    return {{"he", base::utf8(text.he)}, {"en", base::utf8(text.en)}};
}

base::Json hoursToJson(const domain::WeeklyHours& hours)
{
    static constexpr const char* days[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    base::Json json = base::Json::object();
    for (size_t day = 0; day < hours.size(); ++day) {
        for (const auto& span : hours[day]) {
            json[days[day]].push_back(base::utf8(span.from.toString(QStringLiteral("HH:mm")) + QLatin1Char('-') +
                                                 span.to.toString(QStringLiteral("HH:mm"))));
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
    base::Json json{{"name", bilingual(info->name)},       {"phone", base::utf8(info->phone)},
                    {"address", bilingual(info->address)}, {"hours", hoursToJson(info->hours)},
                    {"closed", base::Json::array()},       {"insurance", base::Json::array()},
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
                                   {"name", bilingual(doctor.name)},
                                   {"treatments", treatments},
                                   {"hours", hoursToJson(doctor.hours)}});
    }
    return json;
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
        list.push_back({{"treatment", base::utf8(treatment.id)},
                        {"name", bilingual(treatment.name)},
                        {"minutes", treatment.minutes},
                        {"minor", treatment.price.minor},
                        {"price", static_cast<double>(treatment.price.minor) / 100.0},
                        {"currency", base::utf8(treatment.price.currency)},
                        {"text", bilingual({treatment.price.toText(domain::Language::Hebrew),
                                            treatment.price.toText(domain::Language::English)})}});
    }
    return base::Json{{"prices", std::move(list)}};
}

} // namespace

void addInformationTools(Tools& tools)
{
    add(tools, "get_clinic_info", ToolKind::Read,
        {{"type", "object"}, {"properties", base::Json::object()}, {"additionalProperties", false}}, clinicInfo);
    add(tools, "get_prices", ToolKind::Read,
        {{"type", "object"},
         {"properties", {{"treatment", {{"type", "string"}, {"maxLength", 40}}}}},
         {"additionalProperties", false}},
        prices);
}

std::map<QString, std::unique_ptr<Tool>> clinicTools()
{
    Tools tools;
    addInformationTools(tools);
    addAvailabilityTool(tools);
    addVisitTools(tools);
    addChangeTools(tools);
    return tools;
}

} // namespace delpek::agent
