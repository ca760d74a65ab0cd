// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/schema.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

bool hasType(const base::Json& value, const QString& type)
{
    if (type == QLatin1String("object")) {
        return value.is_object();
    }
    if (type == QLatin1String("array")) {
        return value.is_array();
    }
    if (type == QLatin1String("string")) {
        return value.is_string();
    }
    if (type == QLatin1String("integer")) {
        return value.is_number_integer();
    }
    if (type == QLatin1String("number")) {
        return value.is_number();
    }
    return type == QLatin1String("boolean") && value.is_boolean();
}

Result<Done> check(const base::Json& schema, const base::Json& value, const QString& place);

Result<Done> checkObject(const base::Json& schema, const base::Json& value, const QString& place)
{
    const base::Json& properties = base::at(schema, "properties");
    for (const auto& name : base::at(schema, "required")) {
        if (!value.contains(name.get<std::string>())) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1 lacks the member %2; add it")
                                                     .arg(place, QString::fromStdString(name.get<std::string>())));
        }
    }
    const bool closed = !base::boolAt(schema, "additionalProperties", true);
    for (const auto& [name, member] : value.items()) {
        const QString memberPlace = place + QLatin1Char('.') + QString::fromStdString(name);
        const base::Json& memberSchema = base::at(properties, name.c_str());
        if (!memberSchema.is_null()) {
            if (auto fits = check(memberSchema, member, memberPlace); !fits) {
                return fits;
            }
        } else if (closed) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1 is no member of this tool; leave it out").arg(memberPlace));
        }
    }
    return Done{};
}

Result<Done> check(const base::Json& schema, const base::Json& value, const QString& place)
{
    const QString type = base::textAt(schema, "type");
    if (!type.isEmpty() && !hasType(value, type)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 must be of type %2").arg(place, type));
    }
    const base::Json& allowed = base::at(schema, "enum");
    if (allowed.is_array() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 is none of the allowed values").arg(place));
    }
    if (value.is_string()) {
        const auto longest = base::integerAt(schema, "maxLength");
        if (longest && QString::fromStdString(value.get<std::string>()).size() > *longest) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1 is longer than %2 characters").arg(place).arg(*longest));
        }
    }
    if (value.is_array()) {
        const base::Json& items = base::at(schema, "items");
        for (size_t i = 0; i < value.size(); ++i) {
            if (auto fits = check(items, value[i], QStringLiteral("%1[%2]").arg(place).arg(i)); !fits) {
                return fits;
            }
        }
    }
    return value.is_object() ? checkObject(schema, value, place) : Result<Done>(Done{});
}

} // namespace

Result<Done> checkArguments(const base::Json& schema, const base::Json& arguments)
{
    return check(schema, arguments, QStringLiteral("arguments"));
}

} // namespace delpek::agent
