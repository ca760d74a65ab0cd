// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/language.h"

#include <QString>

#include <vector>

namespace delpek::ui
{

/// A word of a text that a dictionary can judge. Positions are UTF-16 units.
struct SpellWord {
    qsizetype start = 0;
    qsizetype length = 0;
    domain::Language language = domain::Language::Hebrew; ///< by its letters
    friend bool operator==(const SpellWord&, const SpellWord&) = default;
};

/// The words of a text, without what is no word of a language: single letters, what has digits, addresses,
/// abbreviations with geresh or in capitals, gaps of quick replies, names that are mixed of two alphabets.
std::vector<SpellWord> spellWords(const QString& text);

} // namespace delpek::ui
