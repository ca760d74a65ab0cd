// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/mappingmodels.h"

#include "clinic/odoo/mappingrules.h"

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

void checkField(Fitted& fitted, const QString& place, const QString& model, const QString& name, const Json& known,
                const QStringList& types)
{
    if (!known.is_object()) {
        fitted.flaws.push_back({place, QStringLiteral("%1 has no field %2; name another").arg(model, name)});
        return;
    }
    const QString type = base::textAt(known, "type");
    if (!types.isEmpty() && !types.contains(type)) {
        fitted.flaws.push_back({place, QStringLiteral("%1 of %2 is of type %3; name a field of type %4")
                                           .arg(name, model, type, types.join(QStringLiteral(" or ")))});
    }
}

/// A selection must know what we write.
void checkValues(Fitted& fitted, const QString& place, const Entity& entity, const Json& fields)
{
    for (const auto& [role, words] : entity.values) {
        const auto column = entity.columns.find(role);
        if (column == entity.columns.end()) {
            continue;
        }
        const Json& selection = base::at(base::at(fields, column->second.field.toUtf8().constData()), "selection");
        if (!selection.is_array() || selection.empty()) {
            continue;
        }
        for (const auto& [word, theirs] : words.items()) {
            const bool known = std::any_of(theirs.begin(), theirs.end(), [&](const Json& value) {
                return std::any_of(selection.begin(), selection.end(), [&](const Json& option) {
                    return option.is_array() && !option.empty() && option[0] == value;
                });
            });
            if (!known && role == QLatin1String("state")) {
                fitted.flaws.push_back(
                    {place + QStringLiteral("/values/%1/%2").arg(role, QString::fromStdString(word)),
                     QStringLiteral("%1 has none of these values; write those that it has").arg(column->second.field)});
            }
        }
    }
}

/// The first of a word's values that the selection has stands first: it is the one that is written.
void preferKnown(Entity& entity, const Json& fields)
{
    for (auto& [role, words] : entity.values) {
        const auto column = entity.columns.find(role);
        if (column == entity.columns.end()) {
            continue;
        }
        const Json& selection = base::at(base::at(fields, column->second.field.toUtf8().constData()), "selection");
        if (!selection.is_array() || selection.empty()) {
            continue;
        }
        for (auto& theirs : words) {
            std::stable_partition(theirs.begin(), theirs.end(), [&](const Json& value) {
                return std::any_of(selection.begin(), selection.end(), [&](const Json& option) {
                    return option.is_array() && !option.empty() && option[0] == value;
                });
            });
        }
    }
}

/// Constants whose names end in "?" only where the field is.
Json constantsThere(const Json& constants, const Json& fields)
{
    Json result = Json::object();
    for (const auto& [name, value] : constants.items()) {
        const bool isOptional = name.ends_with('?');
        const std::string field = isOptional ? name.substr(0, name.size() - 1) : name;
        if (!isOptional || fields.contains(field)) {
            result[field] = value;
        }
    }
    return result;
}

void fitEntity(Fitted& fitted, const QString& name, Entity& entity, const Json& fields)
{
    const QString place = QLatin1Char('/') + name;
    for (auto column = entity.columns.begin(); column != entity.columns.end();) {
        const auto& [role, wanted] = *column;
        const Json& known = base::at(fields, wanted.field.toUtf8().constData());
        if (wanted.field == QLatin1String("id")) {
            ++column;
            continue;
        }
        const auto* rule = roleOf(name, role);
        const QStringList types = rule ? rule->types : QStringList();
        const bool fits = known.is_object() && (types.isEmpty() || types.contains(base::textAt(known, "type")));
        if (!fits && wanted.isOptional) {
            column = entity.columns.erase(column);
            continue;
        }
        checkField(fitted, place + QStringLiteral("/fields/") + role, entity.model, wanted.field, known, types);
        ++column;
    }
    for (const auto& term : entity.filter) {
        const QString field =
            QString::fromStdString(term[0].get_ref<const std::string&>()).section(QLatin1Char('.'), 0, 0);
        checkField(fitted, place + QStringLiteral("/filter"), entity.model, field,
                   base::at(fields, field.toUtf8().constData()), {});
    }
    entity.create = constantsThere(entity.create, fields);
    for (const auto& [field, value] : entity.create.items()) {
        checkField(fitted, place + QStringLiteral("/create/") + QString::fromStdString(field), entity.model,
                   QString::fromStdString(field), base::at(fields, field.c_str()), {});
    }
    preferKnown(entity, fields);
    checkValues(fitted, place, entity, fields);
}

} // namespace

Call fieldsCall(const QString& model)
{
    return {model, QStringLiteral("fields_get"), Json::array(),
            Json{{"attributes", {"type", "relation", "required", "readonly", "selection", "string"}}}};
}

Fitted fit(const Mapping& mapping, const ModelFields& fields)
{
    Fitted fitted{mapping, {}};
    for (auto entity = fitted.mapping.entities.begin(); entity != fitted.mapping.entities.end();) {
        const auto known = fields.find(entity->second.model);
        if (known == fields.end()) {
            if (entity->second.isOptional) {
                entity = fitted.mapping.entities.erase(entity);
                continue;
            }
            fitted.flaws.push_back({QLatin1Char('/') + entity->first + QStringLiteral("/model"),
                                    QStringLiteral("this database has no model %1; install its module or choose "
                                                   "another profile")
                                        .arg(entity->second.model)});
            ++entity;
            continue;
        }
        const size_t before = fitted.flaws.size();
        fitEntity(fitted, entity->first, entity->second, known->second);
        if (entity->second.isOptional && fitted.flaws.size() > before) {
            fitted.flaws.resize(before);
            entity = fitted.mapping.entities.erase(entity);
            continue;
        }
        ++entity;
    }
    const auto& visit = fitted.mapping.entity("appointment");
    if (fitted.mapping.has("appointment") && !visit.has("text") && !visit.has("reference")) {
        fitted.flaws.push_back(
            {QStringLiteral("/appointment/fields/reference"),
             QStringLiteral("%1 has neither a text field nor one for our reference; add a text field "
                            "x_delpek_reference to it")
                 .arg(visit.model)});
    }
    return fitted;
}

} // namespace delpek::clinic::odoo
