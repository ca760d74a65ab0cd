// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "language/wordmap.h"

#include <QString>

namespace delpek::language
{

/// How words are spelt on phones: typed on the keyboard of the other language ("njr" for "מחר"), and Hebrew in Latin
/// letters ("machar"). Immutable after `know`; any thread.
class Spelling
{
public:
    /// Reads spelling.json.
    static Result<Spelling> load(const QString& folder);
    /// A word that is one as it stands, and what to take wrongly typed letters for.
    void know(const QString& word);

    /// Letters of the other keyboard put right; letter for letter, so that every place stays what it was.
    void rightKeyboard(QString& text) const;

    /// The Hebrew that a Latin `key` is, or nothing. `among`: beside other Hebrew in Latin letters, where short words
    /// that are English too may be taken for Hebrew.
    QString hebrewOf(QStringView key, bool among) const;

private:
    bool isWord(QStringView word, bool latin) const;
    bool knowsHebrew(QStringView word) const;
    bool typeOver(QString& text, qsizetype begin, qsizetype end, bool latin) const;

    WordSet m_hebrew;
    WordSet m_english;
    WordMap<QString> m_latin;
    WordMap<QString> m_latinAmongOthers;
    WordMap<QString> m_latinPrefixes;
};

} // namespace delpek::language
