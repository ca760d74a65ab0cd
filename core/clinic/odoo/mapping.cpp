// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/mapping.h"

#include "clinic/odoo/mappingrules.h"
#include "domain/weekhours.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

QString textOf(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

/// As a value of a selection is compared: Odoo gives texts, truths and whole numbers.
QString comparable(const Json& value)
{
    return value.is_string() ? textOf(value) : QString::fromStdString(value.dump());
}

QStringList textsAt(const Json& object, const char* key)
{
    QStringList result;
    for (const auto& one : base::at(object, key)) {
        result << textOf(one);
    }
    return result;
}

domain::Bilingual bilingualAt(const Json& object, const char* key)
{
    const Json& both = base::at(object, key);
    return {base::textAt(both, "he"), base::textAt(both, "en")};
}

Entity entityFrom(const Json& json)
{
    Entity entity;
    entity.model = base::textAt(json, "model");
    entity.isOptional = base::boolAt(json, "optional");
    entity.filter = json.value("filter", Json::array());
    entity.create = json.value("create", Json::object());
    entity.cancel = json.value("cancel", Json::object());
    entity.silent = textsAt(json, "silent");
    for (const auto& [role, field] : base::at(json, "fields").items()) {
        QString name = textOf(field);
        const bool optional = name.endsWith(QLatin1Char('?'));
        if (optional) {
            name.chop(1);
        }
        entity.columns[QString::fromStdString(role)] = {name, optional};
    }
    for (const auto& [role, words] : base::at(json, "values").items()) {
        entity.values[QString::fromStdString(role)] = words;
    }
    return entity;
}

TreatmentRule ruleFrom(const Json& json)
{
    return {base::textAt(json, "id"),
            textsAt(json, "codes"),
            textsAt(json, "names"),
            bilingualAt(json, "name"),
            int(base::integerAt(json, "minutes").value_or(0)),
            base::textAt(json, "kind")};
}

DoctorRule doctorRuleFrom(const Json& json)
{
    DoctorRule rule{textsAt(json, "names"), bilingualAt(json, "name"), std::nullopt, base::textAt(json, "kind")};
    if (base::at(json, "treatments").is_array()) {
        rule.treatments = textsAt(json, "treatments");
    }
    return rule;
}

ClinicOverlay overlayFrom(const Json& json)
{
    ClinicOverlay overlay;
    overlay.name = bilingualAt(json, "name");
    overlay.address = bilingualAt(json, "address");
    overlay.phone = base::textAt(json, "phone");
    if (const QString zone = base::textAt(json, "timezone"); !zone.isEmpty()) {
        overlay.zone = QTimeZone(zone.toUtf8());
    }
    overlay.insurance = textsAt(json, "insurance");
    const Json& hours = base::at(json, "hours");
    if (hours.is_object()) {
        overlay.hours.emplace();
        for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
            for (const auto& span : textsAt(hours, domain::weekdayNames[day])) {
                (*overlay.hours)[day].push_back(*domain::spanFromText(span));
            }
        }
    }
    return overlay;
}

} // namespace

QString Entity::field(const char* role) const
{
    const auto found = columns.find(QLatin1String(role));
    return found == columns.end() ? QString() : found->second.field;
}

const Json& Entity::at(const Json& row, const char* role) const
{
    static const Json none;
    const auto found = columns.find(QLatin1String(role));
    return found == columns.end() ? none : base::at(row, found->second.field.toUtf8().constData());
}

QString Entity::word(const Json& row, const char* role) const
{
    const QString value = comparable(at(row, role));
    if (const auto known = values.find(QLatin1String(role)); known != values.end()) {
        for (const auto& [word, theirs] : known->second.items()) {
            if (std::any_of(theirs.begin(), theirs.end(), [&](const Json& one) { return comparable(one) == value; })) {
                return QString::fromStdString(word);
            }
        }
    }
    return at(row, role).is_string() ? value : QString();
}

Json Entity::raw(const char* role, const QString& word) const
{
    const auto known = values.find(QLatin1String(role));
    if (known == values.end()) {
        return {};
    }
    const Json& theirs = base::at(known->second, word.toUtf8().constData());
    return theirs.is_array() && !theirs.empty() ? theirs.front() : Json();
}

Json Entity::fieldNames() const
{
    QStringList names;
    for (const auto& [role, column] : columns) {
        if (column.field != QLatin1String("id")) {
            names << column.field;
        }
    }
    names.removeDuplicates();
    names.sort();
    Json result = Json::array();
    for (const auto& name : names) {
        result.push_back(base::utf8(name));
    }
    return result;
}

const Entity& Mapping::entity(const char* name) const
{
    static const Entity none;
    const auto found = entities.find(QLatin1String(name));
    return found == entities.end() ? none : found->second;
}

QStringList Mapping::models() const
{
    QStringList result;
    for (const auto& [name, entity] : entities) {
        result << entity.model;
    }
    result.sort();
    result.removeDuplicates();
    return result;
}

Json extended(const Json& json, const Json& base)
{
    if (!json.is_object() || !base.is_object()) {
        return json;
    }
    Json whole = base;
    for (const auto& [key, value] : json.items()) {
        whole[key] = value;
    }
    whole.erase("extends");
    return whole;
}

Result<Mapping> parseMapping(const Json& json, const Json& base)
{
    const Json whole = extended(json, base);
    if (const auto flaws = flawsOf(whole); !flaws.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("mapping of Odoo: ") + describe(flaws),
                    QStringLiteral("records.odooMapping"));
    }
    Mapping mapping;
    mapping.name = base::textAt(whole, "name");
    mapping.title = bilingualAt(whole, "title");
    mapping.modules = textsAt(whole, "modules");
    for (const auto& name : entityNames()) {
        if (const auto found = whole.find(base::utf8(name)); found != whole.end()) {
            mapping.entities[name] = entityFrom(*found);
        }
    }
    for (const auto& rule : base::at(whole, "treatments")) {
        mapping.treatments.push_back(ruleFrom(rule));
    }
    for (const auto& rule : base::at(whole, "doctors")) {
        mapping.doctors.push_back(doctorRuleFrom(rule));
    }
    const Json& tags = base::at(whole, "tags");
    mapping.allergyTags = textsAt(tags, "allergy");
    mapping.flagTags = textsAt(tags, "flag");
    mapping.planTags = textsAt(tags, "plan");
    mapping.hygienistWords = textsAt(whole, "hygienistWords");
    mapping.defaultMinutes = int(base::integerAt(whole, "defaultMinutes").value_or(mapping.defaultMinutes));
    mapping.grid = int(base::integerAt(whole, "grid").value_or(mapping.grid));
    mapping.clinic = overlayFrom(base::at(whole, "clinic"));
    return mapping;
}

QString describe(const std::vector<Flaw>& flaws)
{
    QStringList lines;
    for (const auto& flaw : flaws) {
        lines << flaw.place + QStringLiteral(": ") + flaw.remedy;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace delpek::clinic::odoo
