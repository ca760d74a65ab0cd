// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

// What a search looks for and what it looks in, made comparable. Pure; any thread.

namespace delpek::domain
{

/// A stretch of a text, in UTF-16 units; `end` is behind the last one.
struct TextSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// One word or number of a text.
struct SearchWord {
    QString key;        ///< as words are compared; at most 40 letters
    TextSpan span;      ///< in the text
    bool phone = false; ///< a whole Israeli number, as dialled at home; its parts stand before it as words of their own
};

/// The words of a text in their order. Compatibility forms, accents, niqqud, marks of direction, quotes inside a word,
/// final letters and case make no difference (Unicode NFKD and simple case folding); digits of any script are ASCII.
/// A change of what this gives needs a new `searchWordsVersion`.
std::vector<SearchWord> searchWords(const QString& text);

/// Kept with each index: one that was made of other words is made anew.
inline constexpr int searchWordsVersion = 1;

/// The word, and what is left of it without the prefixes that Hebrew writes together with it (and, that, when, from,
/// the, in, like, to): "ושהכתר" gives שהכתר, הכתר and כתר. At least two letters are left.
QStringList searchStems(const QString& key);

/// Everything by which a text is found, each key once, sorted.
QStringList searchKeys(const QString& text);

/// Everything by which a telephone number is found: the number with country code and as dialled at home, and each of
/// their ends of four digits and more. `digits` has the country code and no plus.
QStringList phoneKeys(const QString& digits, const QString& home);

} // namespace delpek::domain
