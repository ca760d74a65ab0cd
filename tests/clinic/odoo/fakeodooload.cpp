// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/fakeodoo.h"

#include <QStringList>

// The part of FakeOdoo that loads records by external ids.

namespace delpek::test
{

using base::Json;
using clinic::odoo::Call;

namespace
{

/// What `load` gives when something is wrong with a row.
Json refused(const char* why)
{
    return {{"ids", false}, {"messages", Json::array({Json{{"type", "error"}, {"message", why}}})}};
}

} // namespace

/// A cell as the field's value.
Result<Json> FakeOdoo::cellValue(const Json& field, const std::string& cell) const
{
    const std::string type = field.value("type", "char");
    if (cell.empty()) {
        return Json(false);
    }
    if (type == "many2one") {
        return Json(std::stoll(cell));
    }
    if (type == "many2many") {
        Json ids = Json::array();
        for (const auto& id : QString::fromStdString(cell).split(QLatin1Char(','))) {
            ids.push_back(id.toLongLong());
        }
        return Json::array({Json::array({6, 0, ids})});
    }
    if (type == "boolean") {
        return Json(cell == "1");
    }
    if (type == "float" || type == "monetary" || type == "integer") {
        return Json(std::stod(cell));
    }
    return Json(cell);
}

Result<Json> FakeOdoo::loaded(const Call& call, qint64 handedOut)
{
    if (!m_allowsLoad) {
        return refused("loading is not allowed");
    }
    const Json& columns = call.args.at(0);
    const Json& context = call.kwargs.contains("context") ? call.kwargs["context"] : Json::object();
    Json ids = Json::array();
    for (const Json& row : call.args.at(1)) {
        const bool leavesAlone = context.value("mode", "") == "update" && context.value("noupdate", false);
        if (context.value("tz", "") != "UTC" || !leavesAlone) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("a load in another zone, or one that would overwrite"));
        }
        std::string externalId;
        Json values = Json::object();
        for (std::size_t n = 0; n < columns.size(); ++n) {
            const auto column = columns[n].get<std::string>();
            const auto field = column.substr(0, column.find('/'));
            const bool byId = column.size() > field.size();
            if (column == "id") {
                externalId = row.at(n).get<std::string>();
                continue;
            }
            const Json& known = base::at(m_models.at(call.model).fields, field.c_str());
            const bool fits = known.is_object() && (known.value("relation", "") != "") == byId;
            const auto value = fits ? cellValue(known, row.at(n).get<std::string>()) : fail(ErrorCode::Unsupported, {});
            if (!value) {
                return fail(ErrorCode::Unsupported, QStringLiteral("no column ") + QString::fromStdString(column));
            }
            values[field] = *value;
        }
        auto& owner = m_externalIds[externalId];
        if (owner != 0 && handedOut != 0) {
            return refused("could not serialize access due to concurrent update");
        }
        if (owner == 0 || !m_models.at(call.model).rows.contains(owner)) {
            owner = added(call.model, values, handedOut);
        }
        ids.push_back(owner);
    }
    return Json{{"ids", ids}, {"messages", Json::array()}};
}

} // namespace delpek::test
