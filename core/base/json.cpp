// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

namespace delpek::base
{

namespace
{

/// Deeper than any provider nests, and shallow enough for what walks down by calling itself: to copy or write a value
/// does.
constexpr int mostNested = 200;

/// Whether lists and objects lie deeper in each other than that. A text that is no JSON may give either answer.
bool isTooDeep(const QByteArray& bytes)
{
    int depth = 0;
    bool inText = false;
    for (auto it = bytes.begin(); it != bytes.end(); ++it) {
        if (inText) {
            inText = *it != '"';
            // What a backslash stands before ends no text.
            it += *it == '\\' && it + 1 != bytes.end() ? 1 : 0;
        } else if (*it == '"') {
            inText = true;
        } else if (*it == '[' || *it == '{') {
            if (++depth > mostNested) {
                return true;
            }
        } else if (*it == ']' || *it == '}') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<Json> parseJson(const QByteArray& bytes)
{
    // The library takes a NUL for the end and would pass over what follows. JSON has none, not even in a string.
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not JSON at byte %1").arg(nul + 1));
    }
    if (isTooDeep(bytes)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not JSON: nested deeper than %1").arg(mostNested));
    }
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
