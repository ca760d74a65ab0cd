// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/onceonly.h"

#include "clinic/odoo/wire.h"

#include <QCryptographicHash>

namespace delpek::clinic::odoo
{

namespace
{

using base::at;
using base::Json;
using base::utf8;

constexpr const char* module = "delpek";

/// A column and its cell.
struct Cell {
    std::string column;
    std::string text;
};

/// "1,2" of the one command [6, 0, [1, 2]].
std::optional<std::string> idsText(const Json& commands)
{
    if (commands.size() != 1 || !commands[0].is_array() || commands[0].size() != 3 || commands[0][0] != Json(6)) {
        return std::nullopt;
    }
    std::string text;
    for (const Json& id : commands[0][2]) {
        if (!text.empty()) {
            text += ',';
        }
        text += std::to_string(id.get<qint64>());
    }
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<Cell> cellOf(const std::string& field, const Json& value, const QStringList& links)
{
    if (value.is_string()) {
        return Cell{field, value.get<std::string>()};
    }
    if (value.is_boolean()) {
        return Cell{field, value.get<bool>() ? "1" : ""}; // empty is false, whatever the field
    }
    if (value.is_number_float()) {
        return Cell{field, QString::number(value.get<double>(), 'g', 15).toStdString()};
    }
    if (value.is_number_integer() && links.contains(QString::fromStdString(field))) {
        return Cell{field + "/.id", std::to_string(value.get<qint64>())};
    }
    if (value.is_array()) {
        if (const auto ids = idsText(value)) {
            return Cell{field + "/.id", *ids};
        }
    }
    return std::nullopt;
}

} // namespace

QString externalId(const QString& kind, const QString& reference, int generation)
{
    const auto digest = QCryptographicHash::hash(reference.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QStringLiteral("%1.%2_%3_%4").arg(QLatin1String(module), kind, QString::fromLatin1(digest)).arg(generation);
}

std::optional<Call> loadOnce(const Call& create, const QString& id, const QStringList& links)
{
    Json fields = Json::array({"id"});
    Json row = Json::array({utf8(id)});
    for (const auto& [field, value] : create.args.at(0).items()) {
        const auto cell = cellOf(field, value, links);
        if (!cell) {
            return std::nullopt;
        }
        fields.push_back(cell->column);
        row.push_back(cell->text);
    }
    Call load = create;
    load.method = QStringLiteral("load");
    load.args = Json::array({fields, Json::array({row})});
    // Cells hold moments in the context's zone. The other two leave a record alone that is there already, also where
    // this call arrives so late that somebody has moved it.
    load.kwargs["context"].update(Json{{"tz", "UTC"}, {"mode", "update"}, {"noupdate", true}});
    return load;
}

Call loadNothing(const QString& model)
{
    return {model, QStringLiteral("load"), Json::array({Json::array({"id"}), Json::array()})};
}

qint64 loadedId(const Json& answer)
{
    const auto ids = wire::ids(at(answer, "ids"));
    return ids.empty() ? 0 : ids.front();
}

bool isLoadRefused(const Json& answer)
{
    const Json& messages = at(answer, "messages");
    return !messages.is_array() || !messages.empty();
}

} // namespace delpek::clinic::odoo
