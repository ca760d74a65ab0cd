// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/records.h"

#include "simulation/doubles/odoo/behaviour.h"
#include "simulation/doubles/odoo/compare.h"
#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <QDateTime>

#include <algorithm>

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::utf8;

namespace
{

const Field& fieldOf(const Model& model, const QString& name)
{
    const auto found = model.fields.find(name);
    if (found == model.fields.end()) {
        pythonError("ValueError", QStringLiteral("Invalid field '%1' on model '%2'").arg(name, model.name));
    }
    return found->second;
}

bool isOwnField(const QString& name)
{
    static const QStringList own{QStringLiteral("id"),         QStringLiteral("create_date"),
                                 QStringLiteral("write_date"), QStringLiteral("create_uid"),
                                 QStringLiteral("write_uid"),  QStringLiteral("display_name")};
    return own.contains(name);
}

} // namespace

QString displayName(const Env& env, const QString& model, qint64 id)
{
    const Json* row = env.db.find(env.db.model(model).table, id);
    const QString name = row != nullptr ? base::textAt(*row, "name") : QString();
    return name.isEmpty() ? QStringLiteral("%1,%2").arg(model).arg(id) : name;
}

Json valueOf(const Env& env, const Model& model, const Field& field, qint64 id)
{
    if (field.type == FieldType::One2many) {
        Json ids = Json::array();
        const Model& other = env.db.model(field.relation);
        for (const auto& [otherId, row] : env.db.records(other.table)) {
            if (at(row, utf8(field.inverse).c_str()) == Json(id)) {
                ids.push_back(otherId);
            }
        }
        return ids;
    }
    if (field.name == QLatin1String("display_name")) {
        return utf8(displayName(env, model.name, id));
    }
    const Json* row = env.db.find(model.table, id);
    if (row == nullptr) {
        missingError(model.name, id);
    }
    if (field.name == QLatin1String("phone_sanitized")) {
        return sanitisedPhone(*row);
    }
    if (field.name == QLatin1String("id")) {
        return id;
    }
    const auto found = row->find(utf8(field.name));
    return found == row->end() ? emptyOf(field) : *found;
}

Records::Records(Env& env)
    : m_env(env)
{
}

const Json& Records::row(const QString& model, qint64 id) const
{
    const Json* found = m_env.db.find(m_env.db.model(model).table, id);
    if (found == nullptr) {
        missingError(model, id);
    }
    return *found;
}

QString Records::writeMoment() const
{
    const auto time = QDateTime::fromMSecsSinceEpoch(base::toMillis(m_env.now), Qt::UTC);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) + QStringLiteral("417");
}

void Records::touch(const QString& table, qint64 id)
{
    Json values = *m_env.db.find(table, id);
    values["write_date"] = utf8(writeMoment());
    values["write_uid"] = m_env.user;
    m_env.db.put(table, id, std::move(values));
}

void Records::checkRequired(const Model& model, const Json& values) const
{
    for (const auto& [name, field] : model.fields) {
        if (field.required && isEmpty(at(values, utf8(name).c_str()))) {
            validationError(QStringLiteral("The operation cannot be completed: a mandatory field is not set.\n\n"
                                           "Model: %1, Field: %2")
                                .arg(model.name, name));
        }
    }
}

void Records::checkLink(const Model& model, const Field& field, const Json& value) const
{
    if (!isEmpty(value) && m_env.db.find(m_env.db.model(field.relation).table, value.get<qint64>()) == nullptr) {
        validationError(QStringLiteral("The operation cannot be completed: another model requires the record being "
                                       "deleted.\n\nModel: %1, Field: %2")
                            .arg(model.name, field.name));
    }
}

void Records::set(const QString& model, qint64 id, const Json& values)
{
    const QString table = m_env.db.model(model).table;
    Json merged = row(model, id);
    merged.update(values);
    m_env.db.put(table, id, std::move(merged));
}

void Records::putValues(const Model& model, qint64 id, const Json& values)
{
    Json merged = *m_env.db.find(model.table, id);
    std::vector<std::pair<const Field*, Json>> commands;
    for (const auto& [key, given] : values.items()) {
        const Field& field = fieldOf(model, QString::fromStdString(key));
        if (field.isMany()) {
            commands.emplace_back(&field, given);
        } else if (field.stored && !isOwnField(field.name)) {
            const Json value = stored(model, field, given);
            if (field.type == FieldType::Many2one) {
                checkLink(model, field, value);
            }
            merged[key] = value;
        }
    }
    checkRequired(model, merged);
    m_env.db.put(model.table, id, std::move(merged));
    for (const auto& [field, given] : commands) {
        applyCommands(model, *field, id, given);
    }
}

void Records::applyCommands(const Model& model, const Field& field, qint64 id, const Json& commands)
{
    const bool isMany2many = field.type == FieldType::Many2many;
    const std::string key = utf8(field.name);
    std::vector<qint64> links;
    for (const Json& one : valueOf(m_env, model, field, id)) {
        links.push_back(one.get<qint64>());
    }
    const auto add = [&](qint64 other) {
        checkLink(model, field, Json(other));
        if (!isMany2many) {
            set(field.relation, other, {{utf8(field.inverse), id}});
        } else if (std::find(links.begin(), links.end(), other) == links.end()) {
            links.push_back(other);
        }
    };
    const auto drop = [&](qint64 other) {
        std::erase(links, other);
        if (!isMany2many) {
            set(field.relation, other, {{utf8(field.inverse), false}});
        }
    };
    Json steps = isEmpty(commands) ? Json::array() : commands;
    if (!steps.is_array()) {
        pythonError("ValueError", QStringLiteral("Wrong value for %1.%2").arg(model.name, field.name));
    }
    if (!steps.empty() && steps[0].is_number_integer()) {
        steps = Json::array({Json::array({6, 0, steps})});
    }
    for (const Json& step : steps) {
        if (!step.is_array() || step.empty() || !step[0].is_number_integer()) {
            pythonError("ValueError", QStringLiteral("Wrong value for %1.%2").arg(model.name, field.name));
        }
        const qint64 other = step.size() > 1 && step[1].is_number_integer() ? step[1].get<qint64>() : 0;
        switch (step[0].get<int>()) {
        case 0: {
            Json values = step.at(2);
            if (!isMany2many) {
                values[utf8(field.inverse)] = id;
            }
            const qint64 made = create(field.relation, values);
            if (isMany2many) {
                links.push_back(made);
            }
            break;
        }
        case 1:
            write(field.relation, {other}, step.at(2));
            break;
        case 2:
            unlink(field.relation, {other});
            std::erase(links, other);
            break;
        case 3:
            drop(other);
            break;
        case 4:
            add(other);
            break;
        case 5:
        case 6: {
            for (const qint64 old : std::vector<qint64>(links)) {
                drop(old);
            }
            for (const Json& wanted : step[0] == Json(6) ? step.at(2) : Json::array()) {
                add(wanted.get<qint64>());
            }
            break;
        }
        default:
            pythonError("ValueError", QStringLiteral("Wrong value for %1.%2").arg(model.name, field.name));
        }
    }
    if (isMany2many) {
        set(model.name, id, {{key, links}});
    }
}

qint64 Records::create(const QString& name, const Json& given)
{
    const Model& model = m_env.db.model(name);
    demand(m_env, model, Operation::Create);
    if (!given.is_object()) {
        pythonError("AttributeError", QStringLiteral("'list' object has no attribute 'items'"));
    }
    Json values = given;
    beforeCreate(*this, model, values);
    const qint64 id = m_env.handedOut ? *std::exchange(m_env.handedOut, std::nullopt) : m_env.db.nextId(model.table);
    Json fresh = Json::object();
    fresh["create_date"] = utf8(writeMoment());
    fresh["write_date"] = fresh["create_date"];
    fresh["create_uid"] = m_env.user;
    fresh["write_uid"] = m_env.user;
    if (model.fields.contains(QStringLiteral("active")) && !values.contains("active")) {
        values["active"] = true;
    }
    m_env.db.put(model.table, id, std::move(fresh));
    putValues(model, id, values);
    afterCreate(*this, model, id);
    return id;
}

void Records::write(const QString& name, const std::vector<qint64>& ids, const Json& given)
{
    const Model& model = m_env.db.model(name);
    demand(m_env, model, Operation::Write);
    if (!given.is_object()) {
        pythonError("AttributeError", QStringLiteral("'list' object has no attribute 'items'"));
    }
    for (const qint64 id : ids) {
        row(name, id);
        Json values = given;
        const Json before = row(name, id);
        beforeWrite(*this, model, id, values);
        putValues(model, id, values);
        touch(model.table, id);
        afterWrite(*this, model, id, before, values);
    }
}

void Records::unlink(const QString& name, const std::vector<qint64>& ids)
{
    const Model& model = m_env.db.model(name);
    demand(m_env, model, Operation::Unlink);
    for (const qint64 id : ids) {
        row(name, id);
        beforeUnlink(*this, model, id);
        m_env.db.erase(model.table, id);
    }
}

Json Records::shown(const Model& model, const Field& field, qint64 id, bool named) const
{
    Json value = valueOf(m_env, model, field, id);
    if (field.type == FieldType::Datetime && value.is_string()) {
        return value.get<std::string>().substr(0, 19);
    }
    if (field.type == FieldType::Many2one && value.is_number_integer() && named) {
        return Json::array({value, utf8(displayName(m_env, field.relation, value.get<qint64>()))});
    }
    if (field.type == FieldType::Binary && value.is_string() && base::boolAt(m_env.context, "bin_size")) {
        return utf8(QStringLiteral("%1 bytes").arg(double(value.get<std::string>().size()) * 0.75, 0, 'f', 2));
    }
    return value;
}

Json Records::read(const QString& name, const std::vector<qint64>& ids, const QStringList& wanted, bool named)
{
    const Model& model = m_env.db.model(name);
    QStringList fields = wanted;
    if (fields.isEmpty()) {
        for (const auto& [field, unused] : model.fields) {
            fields.append(field);
        }
    }
    demandFields(m_env, model, wanted);
    Json rows = Json::array();
    for (const qint64 id : ids) {
        if (m_env.db.find(model.table, id) == nullptr) {
            continue;
        }
        Json one{{"id", id}};
        for (const QString& field : fields) {
            if (field == QLatin1String("phone_mobile_search")) {
                continue; // for searching only
            }
            one[utf8(field)] = shown(model, fieldOf(model, field), id, named);
        }
        hidePrivate(m_env, model, id, one);
        rows.push_back(std::move(one));
    }
    return rows;
}

std::vector<qint64> Records::search(const QString& name, const Json& given, qint64 offset, qint64 limit,
                                    const QString& order)
{
    const Model& model = m_env.db.model(name);
    demand(m_env, model, Operation::Read);
    if (offset < 0) {
        databaseError("errors.InvalidRowCountInResultOffsetClause", QStringLiteral("OFFSET must not be negative"));
    }
    const Domain domain(m_env, model, given);
    const bool hidesArchived = model.fields.contains(QStringLiteral("active")) &&
                               base::boolAt(m_env.context, "active_test", true) &&
                               !domain.names(QStringLiteral("active"));
    std::vector<qint64> ids;
    for (const auto& [id, row] : m_env.db.records(model.table)) {
        if (!(hidesArchived && at(row, "active") == Json(false)) && domain.matches(id)) {
            ids.push_back(id);
        }
    }
    sort(model, ids, order.isEmpty() ? model.order : order);
    ids.erase(ids.begin(), ids.begin() + std::min<qint64>(offset, static_cast<qint64>(ids.size())));
    if (limit > 0 && static_cast<qint64>(ids.size()) > limit) {
        ids.resize(static_cast<std::size_t>(limit));
    }
    return ids;
}

void Records::sort(const Model& model, std::vector<qint64>& ids, const QString& order) const
{
    struct Key {
        const Field* field;
        bool descends;
    };
    std::vector<Key> keys;
    for (const QString& part : order.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList words = part.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const Field& field = fieldOf(model, words.value(0));
        if (field.stored && !field.isMany()) { // others are left out without a word
            keys.push_back({&field, words.value(1).compare(QLatin1String("desc"), Qt::CaseInsensitive) == 0});
        }
    }
    std::map<qint64, std::vector<Json>> values;
    for (const qint64 id : ids) {
        for (const Key& key : keys) {
            Json value = valueOf(m_env, model, *key.field, id);
            if (key.field->type == FieldType::Many2one && value.is_number()) {
                value = utf8(displayName(m_env, key.field->relation, value.get<qint64>()));
            }
            values[id].push_back(std::move(value));
        }
    }
    std::stable_sort(ids.begin(), ids.end(), [&](qint64 a, qint64 b) {
        for (std::size_t at = 0; at < keys.size(); ++at) {
            const Json& first = values[a][at];
            const Json& second = values[b][at];
            if (first == second) {
                continue;
            }
            // Empty comes last, as NULL does, and first where the order is turned.
            const bool isLess = isEmpty(first) ? false : isEmpty(second) ? true : first < second;
            return isLess != keys[at].descends;
        }
        return false;
    });
}

} // namespace delpek::simulation::odoo
