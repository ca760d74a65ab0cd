// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/text.h"

#include <QHash>
#include <QSet>

namespace delpek::language
{

/// The closed word classes of the date grammar, by `wordKey`.
struct DateWords {
    QHash<QString, int> weekdays;       ///< 1 Monday … 7 Sunday, as Qt counts
    QHash<QString, int> weekdayLetters; ///< after "יום"
    QHash<QString, int> months;
    QHash<QString, int> hours;   ///< one … twelve
    QHash<QString, int> counts;  ///< for "in three weeks"
    QHash<QString, int> minutes; ///< "וחצי", "ועשרים"
    QHash<QString, QString> parts;

    static const DateWords& get();
};

bool oneOf(const Token& token, std::initializer_list<const char*> words);

} // namespace delpek::language
