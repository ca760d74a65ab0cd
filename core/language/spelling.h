// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QSet>

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
    QString hebrewOf(const QString& key, bool among) const;

private:
    bool isWord(QStringView word, bool latin) const;
    bool knowsHebrew(QStringView word) const;
    QString onOtherKeyboard(QStringView word, bool latin) const;

    QSet<QString> m_hebrew;  ///< keys
    QSet<QString> m_english; ///< keys
    QHash<QString, QString> m_latin;
    QHash<QString, QString> m_latinAmongOthers;
    QHash<QString, QString> m_latinPrefixes;
};

} // namespace delpek::language
