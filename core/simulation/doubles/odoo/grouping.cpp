// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/records.h"

#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <algorithm>

// read_group.

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

/// "amount_residual:sum(amount_residual)", "amount_residual:sum" or "amount_residual".
struct Aggregate {
    QString name;
    QString function = QStringLiteral("sum");
    QString field;
};

Aggregate readAggregate(const QString& word)
{
    Aggregate aggregate;
    aggregate.name = word.section(QLatin1Char(':'), 0, 0);
    aggregate.field = aggregate.name;
    const QString function = word.section(QLatin1Char(':'), 1);
    if (!function.isEmpty()) {
        aggregate.function = function.section(QLatin1Char('('), 0, 0);
        if (function.endsWith(QLatin1Char(')'))) {
            aggregate.field = function.section(QLatin1Char('('), 1).chopped(1);
        }
    }
    return aggregate;
}

Json aggregated(const Aggregate& aggregate, const std::vector<Json>& values)
{
    if (aggregate.function == QLatin1String("count_distinct")) {
        std::vector<Json> distinct = values;
        std::sort(distinct.begin(), distinct.end());
        return std::unique(distinct.begin(), distinct.end()) - distinct.begin();
    }
    if (values.empty()) {
        return false;
    }
    if (aggregate.function == QLatin1String("max") || aggregate.function == QLatin1String("min")) {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        return aggregate.function == QLatin1String("max") ? *most : *least;
    }
    if (aggregate.function == QLatin1String("array_agg")) {
        return Json(values);
    }
    double sum = 0;
    for (const Json& value : values) {
        sum += value.is_number() ? value.get<double>() : 0;
    }
    if (aggregate.function == QLatin1String("avg")) {
        return sum / static_cast<double>(values.size());
    }
    if (aggregate.function != QLatin1String("sum")) {
        userError(QStringLiteral("Invalid aggregation function '%1'.").arg(aggregate.function));
    }
    return sum;
}

} // namespace

Json Records::readGroup(const QString& name, const Json& domain, const QStringList& aggregates,
                        const QStringList& groups, qint64 limit, bool lazy)
{
    const Model& model = this->model(name);
    const auto ids = search(name, domain);
    const QStringList used = lazy ? groups.mid(0, 1) : groups;
    std::map<std::vector<Json>, std::vector<qint64>> byGroup;
    for (const qint64 id : ids) {
        std::vector<Json> key;
        for (const QString& group : used) {
            const QString field = group.section(QLatin1Char(':'), 0, 0);
            if (!model.fields.contains(field)) {
                pythonError("ValueError", QStringLiteral("Invalid field '%1' on model '%2'").arg(field, name));
            }
            if (group.contains(QLatin1Char(':'))) {
                userError(QStringLiteral("This double groups by no spans of time."));
            }
            key.push_back(valueOf(m_env, model, model.fields.at(field), id));
        }
        byGroup[key].push_back(id);
    }
    if (used.isEmpty() && byGroup.empty()) {
        byGroup[{}] = {};
    }
    Json rows = Json::array();
    for (const auto& [key, members] : byGroup) {
        Json row = Json::object();
        Json own = domain;
        for (qsizetype at = 0; at < used.size(); ++at) {
            const Field& field = model.fields.at(used[at]);
            const Json& value = key[static_cast<std::size_t>(at)];
            row[utf8(field.name)] =
                field.type == FieldType::Many2one && value.is_number()
                    ? Json::array({value, utf8(displayName(m_env, field.relation, value.get<qint64>()))})
                    : value;
            own.push_back(Json::array({utf8(field.name), "=", value}));
        }
        row[lazy && !used.isEmpty() ? utf8(used[0] + QStringLiteral("_count")) : "__count"] = members.size();
        row["__domain"] = own;
        for (const QString& word : aggregates) {
            const Aggregate aggregate = readAggregate(word);
            if (used.contains(aggregate.field) || !model.fields.contains(aggregate.field)) {
                continue;
            }
            std::vector<Json> values;
            for (const qint64 id : members) {
                values.push_back(valueOf(m_env, model, model.fields.at(aggregate.field), id));
            }
            row[utf8(aggregate.name)] = aggregated(aggregate, values);
        }
        rows.push_back(std::move(row));
        if (limit > 0 && static_cast<qint64>(rows.size()) >= limit) {
            break;
        }
    }
    return rows;
}

} // namespace delpek::simulation::odoo
