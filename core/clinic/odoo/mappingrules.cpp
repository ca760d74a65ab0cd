// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/mappingrules.h"

#include <algorithm>
#include <map>

namespace delpek::clinic::odoo
{

namespace
{

std::vector<RoleRule> rules(std::initializer_list<std::tuple<const char*, bool, const char*>> list)
{
    std::vector<RoleRule> result;
    for (const auto& [name, required, types] : list) {
        result.push_back({QString::fromLatin1(name), required,
                          QString::fromLatin1(types).split(QLatin1Char('|'), Qt::SkipEmptyParts)});
    }
    return result;
}

constexpr auto Link = "many2one";
constexpr auto Words = "char|text|html|selection";
constexpr auto Number = "float|integer|monetary";

const std::map<QString, std::vector<RoleRule>>& table()
{
    static const std::map<QString, std::vector<RoleRule>> all{
        {QStringLiteral("patient"), rules({{"name", true, "char"},
                                           {"phone", false, "char"},
                                           {"mobile", false, "char"},
                                           {"sanitised", false, "char"},
                                           {"email", false, "char"},
                                           {"reference", false, Words},
                                           {"language", false, "selection|char"},
                                           {"birthDate", false, "date"},
                                           {"gender", false, "selection|char"},
                                           {"tags", false, "many2many"},
                                           {"allergies", false, Words},
                                           {"comment", false, "text|html"},
                                           {"country", false, Link},
                                           {"partner", false, "many2one|integer"}})},
        {QStringLiteral("doctor"), rules({{"name", true, "char"},
                                          {"user", false, Link},
                                          {"partner", false, "many2one|integer"},
                                          {"calendar", false, Link},
                                          {"resource", false, Link},
                                          {"zone", false, "selection|char"},
                                          {"phone", false, "char"},
                                          {"email", false, "char"},
                                          {"jobTitle", false, Words}})},
        {QStringLiteral("treatment"), rules({{"name", true, "char"},
                                             {"code", false, "char"},
                                             {"price", false, Number},
                                             {"minutes", false, "integer|float"},
                                             {"hours", false, "float"}})},
        {QStringLiteral("appointment"), rules({{"title", false, "char"},
                                               {"start", false, "datetime"},
                                               {"end", false, "datetime"},
                                               {"hours", false, "float"},
                                               {"date", false, "date"},
                                               {"fromHour", false, "float"},
                                               {"toHour", false, "float"},
                                               {"allDay", false, "boolean"},
                                               {"firstDay", false, "date"},
                                               {"lastDay", false, "date"},
                                               {"busy", false, "selection"},
                                               {"attendees", false, "many2many"},
                                               {"organiser", false, Link},
                                               {"patient", false, Link},
                                               {"doctor", false, Link},
                                               {"treatment", false, Link},
                                               {"state", false, "selection|char"},
                                               {"active", false, "boolean"},
                                               {"text", false, "text|html|char"},
                                               {"reference", false, "char|text"}})},
        {QStringLiteral("invoice"), rules({{"number", true, "char"},
                                           {"patient", true, Link},
                                           {"date", true, "date"},
                                           {"total", true, Number},
                                           {"due", false, Number},
                                           {"dueDate", false, "date"},
                                           {"state", true, "selection|char"},
                                           {"kind", false, "selection|char"},
                                           {"currency", false, Link},
                                           {"lines", false, "one2many"},
                                           {"payments", false, "binary|text|char"}})},
        {QStringLiteral("invoiceLine"),
         rules({{"text", true, Words}, {"amount", true, Number}, {"kind", false, "selection|char"}})},
        {QStringLiteral("note"), rules({{"text", true, "text|html|char"},
                                        {"date", false, "datetime|date"},
                                        {"author", false, "many2one|char"},
                                        {"model", false, "char"},
                                        {"record", false, "many2one_reference|integer"},
                                        {"patient", false, Link}})},
        {QStringLiteral("plan"), rules({{"patient", true, Link},
                                        {"treatment", true, "many2one|char|text|html"},
                                        {"tooth", false, Words},
                                        {"status", false, "selection|char"}})},
        {QStringLiteral("allergy"), rules({{"patient", true, Link}, {"text", true, "many2one|char|text|html"}})},
    };
    return all;
}

} // namespace

QStringList entityNames()
{
    return {QStringLiteral("patient"),     QStringLiteral("doctor"),  QStringLiteral("treatment"),
            QStringLiteral("appointment"), QStringLiteral("invoice"), QStringLiteral("invoiceLine"),
            QStringLiteral("note"),        QStringLiteral("plan"),    QStringLiteral("allergy")};
}

QStringList requiredEntities()
{
    return {QStringLiteral("patient"), QStringLiteral("doctor"), QStringLiteral("treatment"),
            QStringLiteral("appointment")};
}

const std::vector<RoleRule>& rolesOf(const QString& entity)
{
    static const std::vector<RoleRule> none;
    const auto found = table().find(entity);
    return found == table().end() ? none : found->second;
}

const RoleRule* roleOf(const QString& entity, const QString& role)
{
    const auto& roles = rolesOf(entity);
    const auto found =
        std::find_if(roles.begin(), roles.end(), [&](const RoleRule& rule) { return rule.name == role; });
    return found == roles.end() ? nullptr : &*found;
}

} // namespace delpek::clinic::odoo
