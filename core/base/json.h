// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

namespace delpek::base
{

using Json = nlohmann::json;

/// Parses UTF-8 JSON, nested at most 200 deep. The error names the byte at which it went wrong, never the text around
/// it.
Result<Json> parseJson(const QByteArray& bytes);

/// Compact UTF-8. Invalid UTF-8 in strings is replaced, never thrown over.
QByteArray toBytes(const Json& json);
QString toCompactText(const Json& json);

inline std::string utf8(const QString& text)
{
    return text.toStdString();
}

/// The member as text; numbers are written out (providers send ids as either). Empty when absent or of another kind.
QString textAt(const Json& object, const char* key);
/// The member as a whole number; digits in a string count. Empty when absent or of another kind.
std::optional<qint64> integerAt(const Json& object, const char* key);
bool boolAt(const Json& object, const char* key, bool fallback = false);
/// The member itself, or a null value when `object` is no object or has no such member.
const Json& at(const Json& object, const char* key);

} // namespace delpek::base
