// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/understanding.h"
#include "language/wordid.h"

#include <QString>
#include <QStringList>
#include <QVarLengthArray>

#include <vector>

// What people type, made comparable: words with their place in the original text.

namespace delpek::language
{

class Spelling;

/// A comparison form of a word, and the number that tables find it by.
class Form
{
public:
    Form() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a key is a form
    Form(QString key)
        : m_key(std::move(key))
        , m_id(wordId(m_key))
    {
    }
    // NOLINTNEXTLINE(google-explicit-constructor)
    operator const QString&() const { return m_key; }
    const QString& key() const { return m_key; }
    WordId id() const { return m_id; }

private:
    QString m_key;
    WordId m_id = 0;
};

/// One word, number or emoji.
struct Token {
    QString key;                    ///< comparison form of `wordKey`
    Span span;                      ///< in the original
    QString prefix;                 ///< Hebrew prefix letters glued on by a hyphen or a digit: "ב" of "ב-10"
    bool number = false;            ///< digits, with . / : inside
    int breakBefore = 0;            ///< 0 none, 1 comma or the like, 2 end of a sentence
    bool asked = false;             ///< in a sentence that ends with a question mark
    QVarLengthArray<Form, 4> forms; ///< `key`, then with Hebrew prefix letters stripped

    WordId id() const { return forms[0].id(); } ///< of `key`
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

/// The same for one that is only looked up.
using Letters = QVarLengthArray<char16_t, 64>;
Letters keyLetters(QStringView word);
inline QStringView viewOf(const Letters& letters)
{
    return {letters.constData(), letters.size()};
}

/// `spelling` puts right what was typed on the wrong keyboard or in Latin letters.
Text readText(const QString& text, const Spelling* spelling = nullptr);

} // namespace delpek::language
