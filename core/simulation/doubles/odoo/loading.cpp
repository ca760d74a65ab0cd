// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/loading.h"

#include "simulation/doubles/odoo/refused.h"

#include <QDateTime>
#include <QTimeZone>

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

/// Who has which external id. Nobody but the server reads it.
const auto idTable = QStringLiteral("ir.model.data");
const auto momentForm = QStringLiteral("yyyy-MM-dd HH:mm:ss");

/// What is wrong with a row.
struct Complaint {
    QString field;
    QString text;
};

Json toJson(const Complaint& complaint, std::size_t row)
{
    return {{"rows", {{"from", row}, {"to", row}}},
            {"record", row},
            {"type", "error"},
            {"field", utf8(complaint.field)},
            {"message", utf8(complaint.text)}};
}

struct Column {
    const Field* field = nullptr; ///< null: the external id
    bool byId = false;
};

Column columnOf(const Model& model, const QString& name)
{
    if (name == QLatin1String("id")) {
        return {};
    }
    const QStringList path = name.split(QLatin1Char('/'));
    const auto found = model.fields.find(path.front());
    if (found == model.fields.end()) {
        pythonError("KeyError", path.front());
    }
    const bool byId = path.size() == 2 && path[1] == QLatin1String(".id");
    if (path.size() > 2 || (path.size() == 2 && !byId) || found->second.type == FieldType::One2many) {
        pythonError("NotImplementedError", QStringLiteral("the double loads no column %1").arg(name));
    }
    return {&found->second, byId};
}

/// A moment is read in the context's zone, else in the user's.
Json momentOf(const Env& env, const Field& field, const QString& text)
{
    const Json* user = env.db.find(QStringLiteral("res.users"), env.user);
    QString zone = textAt(env.context, "tz");
    if (zone.isEmpty() && user != nullptr) {
        zone = textAt(*user, "tz");
    }
    QDateTime moment = QDateTime::fromString(text, momentForm);
    if (!moment.isValid()) {
        throw Complaint{field.name, QStringLiteral("'%1' does not seem to be a valid date and time").arg(text)};
    }
    const QTimeZone known(zone.toLatin1());
    moment.setTimeZone(known.isValid() ? known : QTimeZone::utc());
    return utf8(moment.toUTC().toString(momentForm));
}

qint64 recordOf(const Env& env, const Field& field, const QString& text, bool byId)
{
    const Model& other = env.db.model(field.relation);
    if (byId) {
        const qint64 id = text.toLongLong();
        if (env.db.find(other.table, id) == nullptr) {
            throw Complaint{field.name, QStringLiteral("No matching record found for database id '%1'").arg(text)};
        }
        return id;
    }
    for (const auto& [id, row] : env.db.records(other.table)) {
        if (displayName(env, other.name, id) == text) {
            return id;
        }
    }
    throw Complaint{field.name, QStringLiteral("No matching record found for name '%1'").arg(text)};
}

Json number(const Field& field, const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber) {
        throw Complaint{field.name, QStringLiteral("'%1' does not seem to be a number").arg(text)};
    }
    return field.type == FieldType::Integer ? Json(static_cast<qint64>(value)) : Json(value);
}

Json valueOf(const Env& env, const Column& column, const QString& text)
{
    const Field& field = *column.field;
    if (text.isEmpty()) {
        return false;
    }
    switch (field.type) {
    case FieldType::Boolean:
        return !QStringList{QStringLiteral("0"), QStringLiteral("false"), QStringLiteral("no")}.contains(
            text.toLower());
    case FieldType::Integer:
    case FieldType::Float:
    case FieldType::Monetary:
        return number(field, text);
    case FieldType::Datetime:
        return momentOf(env, field, text);
    case FieldType::Selection:
        if (!field.selection.contains(text)) {
            throw Complaint{field.name, QStringLiteral("Value '%1' not found in selection field").arg(text)};
        }
        break;
    case FieldType::Many2one:
        return recordOf(env, field, text, column.byId);
    case FieldType::Many2many: {
        Json ids = Json::array();
        for (const QString& part : text.split(QLatin1Char(','))) {
            ids.push_back(recordOf(env, field, part, column.byId));
        }
        return Json::array({Json::array({6, 0, ids})});
    }
    default:
        break;
    }
    return utf8(text);
}

/// The row of the external id; 0 when nobody has it.
qint64 ownerOf(const Database& db, const QString& externalId)
{
    for (const auto& [id, row] : db.records(idTable)) {
        if (textAt(row, "complete_name") == externalId) {
            return id;
        }
    }
    return 0;
}

qint64 loadRow(Records& records, const Model& model, const QString& externalId, const Json& values)
{
    Env& env = records.env();
    const qint64 owner = externalId.isEmpty() ? 0 : ownerOf(env.db, externalId);
    const Json known = owner != 0 ? *env.db.find(idTable, owner) : Json();
    if (owner != 0 && env.handedOut) {
        throw Complaint{{}, QStringLiteral("could not serialize access due to concurrent update")};
    }
    if (owner != 0 && textAt(known, "model") != model.name) {
        throw Complaint{{}, QStringLiteral("%1 is the external id of a record of another model").arg(externalId)};
    }
    const qint64 there = owner != 0 ? known["res_id"].get<qint64>() : 0;
    if (there != 0 && env.db.find(model.table, there) != nullptr) {
        const bool staysAsItIs = textAt(env.context, "mode") == QLatin1String("update") && known["noupdate"] == true;
        if (!staysAsItIs) {
            records.write(model.name, {there}, values);
        }
        return there;
    }
    const qint64 made = records.create(model.name, values);
    if (!externalId.isEmpty()) {
        env.db.put(idTable, owner != 0 ? owner : env.db.nextId(idTable),
                   {{"complete_name", utf8(externalId)},
                    {"model", utf8(model.name)},
                    {"res_id", made},
                    {"noupdate", base::boolAt(env.context, "noupdate")}});
    }
    return made;
}

} // namespace

Json load(Records& records, const Model& model, const Json& columns, const Json& rows)
{
    std::vector<Column> all;
    for (const Json& column : columns) {
        all.push_back(columnOf(model, QString::fromStdString(column.get<std::string>())));
    }
    Json ids = Json::array();
    Json messages = Json::array();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        try {
            QString externalId;
            Json values = Json::object();
            for (std::size_t at = 0; at < all.size(); ++at) {
                if (!rows[row].at(at).is_string()) {
                    pythonError("AttributeError", QStringLiteral("'int' object has no attribute 'split'"));
                }
                const QString text = QString::fromStdString(rows[row][at].get<std::string>());
                if (all[at].field == nullptr) {
                    externalId = text.contains(QLatin1Char('.')) ? text : QStringLiteral("__import__.") + text;
                } else {
                    values[utf8(all[at].field->name)] = valueOf(records.env(), all[at], text);
                }
            }
            ids.push_back(loadRow(records, model, externalId, values));
        } catch (const Complaint& complaint) {
            messages.push_back(toJson(complaint, row));
        } catch (const Refused& refused) {
            messages.push_back(toJson({{}, refused.message}, row));
        }
    }
    if (!messages.empty()) {
        records.env().db.rollback();
        return {{"ids", false}, {"messages", messages}, {"nextrow", 0}};
    }
    return {{"ids", ids}, {"messages", messages}, {"nextrow", 0}};
}

} // namespace delpek::simulation::odoo
