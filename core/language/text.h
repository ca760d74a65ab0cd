// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/understanding.h"

#include <QString>
#include <QStringList>

#include <vector>

// What people type, made comparable: words with their place in the original text.

namespace delpek::language
{

class Spelling;

/// One word, number or emoji.
struct Token {
    QString key;                ///< comparison form of `wordKey`
    Span span;                  ///< in the original
    QString prefix;             ///< Hebrew prefix letters glued on by a hyphen or a digit: "ב" of "ב-10"
    bool number = false;        ///< digits, with . / : inside
    int breakBefore = 0;        ///< 0 none, 1 comma or the like, 2 end of a sentence
    std::vector<QString> forms; ///< `key`, then with Hebrew prefix letters stripped
};

struct Text {
    QString original;
    std::vector<Token> tokens;
    bool question = false;

    QStringView at(Span span) const { return QStringView(original).sliced(span.begin, span.end - span.begin); }
};

/// The comparison form of one word: lower case, no niqqud, no quotes, final letters as plain ones, stretched and (in
/// Hebrew, and in long Latin words) doubled letters once. Lexicon and text go through the same function.
QString wordKey(QStringView word);

/// `spelling` puts right what was typed on the wrong keyboard or in Latin letters.
Text readText(const QString& text, const Spelling* spelling = nullptr);

} // namespace delpek::language
