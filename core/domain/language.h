// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

#include <QString>

namespace delpek::domain
{

enum class Language { Hebrew, English };

enum class Gender { Unknown, Female, Male };

/// A text that exists in both languages of the product.
struct Bilingual {
    QString he;
    QString en;

    const QString& in(Language language) const { return language == Language::Hebrew ? he : en; }
    friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

/// The language most of the letters of `text` belong to; `fallback` when there are none.
Language languageOf(QStringView text, Language fallback);

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Language> =
    std::to_array<std::pair<delpek::domain::Language, const char*>>(
        {{delpek::domain::Language::Hebrew, "he"}, {delpek::domain::Language::English, "en"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Gender> =
    std::to_array<std::pair<delpek::domain::Gender, const char*>>({{delpek::domain::Gender::Unknown, ""},
                                                                    {delpek::domain::Gender::Female, "female"},
                                                                    {delpek::domain::Gender::Male, "male"}});
