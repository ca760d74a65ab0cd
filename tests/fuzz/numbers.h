// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

// What the targets read of a delivery by themselves.

namespace delpek::fuzz
{

/// The member as a list; empty when it is none.
inline const base::Json& listAt(const base::Json& object, const char* key)
{
    static const base::Json none = base::Json::array();
    const base::Json& list = base::at(object, key);
    return list.is_array() ? list : none;
}

/// Up to fifteen ASCII digits, as phone numbers and chat ids have, and no zero before them.
inline bool isNumber(const QString& text)
{
    return !text.isEmpty() && text.size() <= 15 && !text.startsWith(QLatin1Char('0')) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= '0' && c.unicode() <= '9'; });
}

/// Whether the member is a moment of the years 1970 to 2100, in seconds.
inline bool isTime(const base::Json& object, const char* key)
{
    const base::Json& value = base::at(object, key);
    const auto seconds = value.is_number_float() ? std::nullopt : base::integerAt(object, key);
    return seconds && *seconds >= 0 && *seconds < 4'102'444'800;
}

} // namespace delpek::fuzz
