// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/wordmap.h"

#include <QStringList>

namespace delpek::language
{

/// Words that may be meant by a word with one letter missing, too many, mistaken for its neighbour on the
/// keyboard, or two changed about. Only words of five
/// letters and more, in Latin letters only with the same first one: everything shorter is too near to other words.
class Typos
{
public:
    /// `key` in the form of `wordKey`.
    void add(const QString& key);
    /// A word of its own, however near it is to one that was added.
    void except(const QString& key) { m_real.insert(wordId(key)); }
    QStringList meantBy(const QString& key) const;

private:
    WordMap<QStringList> m_near; ///< by the word and the word less one letter
    WordSet m_words;
    WordSet m_real;
    bool m_empty = true;
};

} // namespace delpek::language
