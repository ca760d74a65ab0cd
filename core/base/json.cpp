// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

namespace delpek::base
{

Result<Json> parseJson(const QByteArray& bytes)
{
    try {
        return Json::parse(bytes.begin(), bytes.end());
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not JSON at byte %1").arg(error.byte));
    } catch (const Json::exception&) {
        // A number beyond what a double holds is out_of_range, not a parse_error.
        return fail(ErrorCode::InvalidInput, QStringLiteral("not JSON: a number is out of range"));
    }
}

QByteArray toBytes(const Json& json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QString toCompactText(const Json& json)
{
    return QString::fromUtf8(toBytes(json));
}

const Json& at(const Json& object, const char* key)
{
    static const Json null;
    if (!object.is_object()) {
        return null;
    }
    const auto found = object.find(key);
    return found == object.end() ? null : *found;
}

QString textAt(const Json& object, const char* key)
{
    const Json& value = at(object, key);
    if (value.is_string()) {
        return QString::fromStdString(value.get_ref<const std::string&>());
    }
    if (value.is_number_integer()) {
        return QString::number(value.get<qint64>());
    }
    return {};
}

std::optional<qint64> integerAt(const Json& object, const char* key)
{
    const Json& value = at(object, key);
    if (value.is_number_integer()) {
        return value.get<qint64>();
    }
    if (value.is_string()) {
        bool ok = false;
        const qint64 number = QString::fromStdString(value.get_ref<const std::string&>()).toLongLong(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

bool boolAt(const Json& object, const char* key, bool fallback)
{
    const Json& value = at(object, key);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

} // namespace delpek::base
