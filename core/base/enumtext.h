// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace delpek::base
{

/// The stable words of an enumeration, as they stand in the database, in payloads and in configuration. Specialise it
/// as a constexpr array of {value, word} beside the enumeration.
template <typename Enum>
inline constexpr auto enumWords = nullptr;

template <typename Enum>
requires(!std::is_null_pointer_v<std::remove_const_t<decltype(enumWords<Enum>)>>) QString toText(Enum value)
{
    for (const auto& [candidate, word] : enumWords<Enum>) {
        if (candidate == value) {
            return QString::fromLatin1(word);
        }
    }
    return {};
}

template <typename Enum>
std::optional<Enum> fromText(QStringView text)
{
    for (const auto& [candidate, word] : enumWords<Enum>) {
        if (text == QLatin1String(word)) {
            return candidate;
        }
    }
    return std::nullopt;
}

} // namespace delpek::base
