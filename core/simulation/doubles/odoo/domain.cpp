// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/domain.h"

#include "simulation/doubles/odoo/compare.h"
#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <algorithm>

namespace delpek::simulation::odoo
{

using base::Json;

namespace
{

QString textOf(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

std::vector<qint64> relatedIds(const Json& value)
{
    std::vector<qint64> ids;
    if (value.is_number_integer()) {
        ids.push_back(value.get<qint64>());
    }
    for (const Json& one : value.is_array() ? value : Json::array()) {
        ids.push_back(one.get<qint64>());
    }
    return ids;
}

const Field& fieldOf(const Model& model, const QString& name)
{
    const auto found = model.fields.find(name);
    if (found == model.fields.end()) {
        pythonError("ValueError", QStringLiteral("Invalid field %1.%2 in leaf").arg(model.name, name));
    }
    return found->second;
}

/// The record and everything below it by parent_id.
bool isChildOf(const Env& env, const QString& table, qint64 id, const std::vector<qint64>& roots)
{
    for (int depth = 0; depth < 50; ++depth) {
        if (std::find(roots.begin(), roots.end(), id) != roots.end()) {
            return true;
        }
        const Json* row = env.db.find(table, id);
        const Json& parent = row != nullptr ? base::at(*row, "parent_id") : Json();
        if (!parent.is_number_integer()) {
            return false;
        }
        id = parent.get<qint64>();
    }
    return false;
}

} // namespace

Domain::Domain(const Env& env, const Model& model, const Json& domain)
    : m_env(env)
    , m_model(model)
{
    if (!domain.is_array()) {
        pythonError("TypeError", QStringLiteral("a domain is a list"));
    }
    for (std::size_t at = 0; at < domain.size();) {
        m_terms.push_back(read(domain, at));
    }
}

Domain::Node Domain::read(const Json& domain, std::size_t& at) const
{
    if (at >= domain.size()) {
        pythonError("IndexError", QStringLiteral("list index out of range"));
    }
    const Json& word = domain[at++];
    if (!word.is_string()) {
        return readTerm(word);
    }
    const QString op = textOf(word);
    if (op != QLatin1String("&") && op != QLatin1String("|") && op != QLatin1String("!")) {
        pythonError("ValueError", QStringLiteral("Invalid leaf %1").arg(op));
    }
    Node node;
    node.op = op.at(0).toLatin1();
    node.parts.push_back(read(domain, at));
    if (node.op != '!') {
        node.parts.push_back(read(domain, at));
    }
    return node;
}

Domain::Node Domain::readTerm(const Json& term) const
{
    if (!term.is_array() || term.size() != 3 || !term[1].is_string()) {
        pythonError("ValueError", QStringLiteral("Invalid leaf"));
    }
    Node node;
    node.compare = textOf(term[1]).toLower();
    node.value = term[2];
    if (term[0].is_number()) {
        node.constant = term[0] == term[2];
        return node;
    }
    if (!knowsOperator(node.compare)) {
        pythonError("ValueError", QStringLiteral("Invalid operator '%1'").arg(node.compare));
    }
    node.path = textOf(term[0]).split(QLatin1Char('.'));
    const Model* model = &m_model;
    for (qsizetype step = 0; step < node.path.size(); ++step) {
        const Field& field = fieldOf(*model, node.path[step]);
        const bool isLast = step + 1 == node.path.size();
        if (!isLast && !field.isRelation()) {
            pythonError("ValueError", QStringLiteral("Invalid field %1 in leaf").arg(node.path.join(QLatin1Char('.'))));
        }
        if (!isLast) {
            model = &m_env.db.model(field.relation);
        } else if (node.compare.endsWith(QLatin1String("any"))) {
            node.inner = std::make_shared<Domain>(m_env, m_env.db.model(field.relation), node.value);
        }
    }
    return node;
}

bool Domain::names(const QString& field) const
{
    const auto named = [&](const auto& self, const Node& node) -> bool {
        return (!node.path.isEmpty() && node.path.size() == 1 && node.path.front() == field) ||
               std::any_of(node.parts.begin(), node.parts.end(), [&](const Node& part) { return self(self, part); });
    };
    return std::any_of(m_terms.begin(), m_terms.end(), [&](const Node& node) { return named(named, node); });
}

bool Domain::matches(qint64 id) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Node& node) { return holds(node, id); });
}

bool Domain::holds(const Node& node, qint64 id) const
{
    switch (node.op) {
    case '&':
        return holds(node.parts[0], id) && holds(node.parts[1], id);
    case '|':
        return holds(node.parts[0], id) || holds(node.parts[1], id);
    case '!':
        return !holds(node.parts[0], id);
    default:
        return node.path.isEmpty() ? node.constant : holdsTerm(node, m_model, id, 0);
    }
}

bool Domain::holdsTerm(const Node& node, const Model& model, qint64 id, qsizetype depth) const
{
    const Field& field = fieldOf(model, node.path[depth]);
    if (field.name == QLatin1String("id")) {
        if (node.compare == QLatin1String("child_of")) {
            return isChildOf(m_env, model.table, id, relatedIds(node.value));
        }
        return compare(field, Json(id), node.compare, node.value);
    }
    if (field.name == QLatin1String("phone_mobile_search")) {
        return matchesPhone(*m_env.db.find(model.table, id), node.compare, textOf(node.value));
    }
    const Json value = valueOf(m_env, model, field, id);
    if (depth + 1 < node.path.size()) {
        const Model& next = m_env.db.model(field.relation);
        const auto ids = relatedIds(value);
        return std::any_of(ids.begin(), ids.end(), [&](qint64 one) {
            return m_env.db.find(next.table, one) != nullptr && holdsTerm(node, next, one, depth + 1);
        });
    }
    return field.isRelation() ? compareRelated(node, field, relatedIds(value))
                              : compare(field, value, node.compare, node.value);
}

bool Domain::compareRelated(const Node& node, const Field& field, const std::vector<qint64>& ids) const
{
    const bool isNegative = node.compare.startsWith(QLatin1String("not ")) || node.compare == QLatin1String("!=");
    const auto has = [&](const Json& wanted) {
        if (isEmpty(wanted)) {
            return ids.empty();
        }
        return wanted.is_number() && std::find(ids.begin(), ids.end(), wanted.get<qint64>()) != ids.end();
    };
    bool found = false;
    if (node.inner) {
        found = std::any_of(ids.begin(), ids.end(), [&](qint64 id) { return node.inner->matches(id); });
    } else if (node.compare == QLatin1String("child_of")) {
        const QString table = m_env.db.model(field.relation).table;
        found = std::any_of(ids.begin(), ids.end(),
                            [&](qint64 id) { return isChildOf(m_env, table, id, relatedIds(node.value)); });
    } else if (node.value.is_string()) {
        // Text is looked for in the names, also by "=".
        const Field name{QStringLiteral("display_name")};
        const QString positive = isNegative
                                     ? (node.compare == QLatin1String("!=") ? QStringLiteral("=") : node.compare.mid(4))
                                     : node.compare;
        found = std::any_of(ids.begin(), ids.end(), [&](qint64 id) {
            return compare(name, base::utf8(displayName(m_env, field.relation, id)), positive, node.value);
        });
    } else if (node.value.is_array()) {
        found = std::any_of(node.value.begin(), node.value.end(), has);
    } else {
        found = node.value == Json(true) ? !ids.empty() : has(node.value);
    }
    return found != isNegative;
}

} // namespace delpek::simulation::odoo
