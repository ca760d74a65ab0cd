// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

// The words of a text as far as they may be numbers. Pure.

namespace delpek::safety
{

/// A word or a number of the text, with what stands before it.
struct NumeralWord {
    QString key;  ///< lower case; of a Hebrew number without its prefix letters
    QString glue; ///< the prefix letters
    qsizetype begin = 0;
    qsizetype end = 0;
    bool joins = false; ///< only a space or a hyphen stands before it
    int value = -1;     ///< of a number's word or digits, -1 for none

    bool isHebrew() const { return key[0] >= QChar(0x05D0) && key[0] <= QChar(0x05EA); }
    bool isDigits() const { return key[0].isDigit(); }
};

std::vector<NumeralWord> numeralWords(const QString& text);

/// 4 for "fourth"; 0 for what is no ordinal.
int ordinalValue(const QString& word);

} // namespace delpek::safety
