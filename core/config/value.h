// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "config/keys.h"

#include <variant>

namespace delpek::config
{

/// A setting's value in the form in which it is read; bytes are whole numbers.
using Value = std::variant<QString, bool, qint64, base::Duration>;

/// Reads `text` as the key's type and checks its range. The error's detail says what was expected, without the place
/// and, for free text, without the text.
Result<Value> parseValue(const KeySpec& key, const QString& text);

/// "500ms", "30s", "5m", "2h", "1d" or ISO 8601 ("PT30S", "P1DT2H"); never negative.
std::optional<base::Duration> parseDuration(const QString& text);

/// As it is written in a file, with the largest unit that leaves nothing over: "90s", "2h", "0s".
QString durationText(base::Duration duration);

/// "512", "16KiB", "3MiB", "1GiB" (1,024 each step); never negative.
std::optional<qint64> parseBytes(const QString& text);

} // namespace delpek::config
