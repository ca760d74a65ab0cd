// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace delpek::ui
{

enum class WordRun { Same, Gone, New };

/// Words that stand in a row and share their fate, with the spaces behind them.
struct DiffPart {
    WordRun run = WordRun::Same;
    QString text;
    friend bool operator==(const DiffPart&, const DiffPart&) = default;
};

/// What a person made of a text, by words: the parts that are Same or Gone are `before`, those that are Same or New are
/// `after`, each in order and to the letter. Texts of more than 600 words are told as a whole.
std::vector<DiffPart> wordDiff(const QString& before, const QString& after);

} // namespace delpek::ui
