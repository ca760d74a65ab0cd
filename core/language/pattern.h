// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "language/text.h"
#include "language/typos.h"
#include "language/wordmap.h"

#include <QHash>

#include <vector>

// Patterns over words, as lexicon and rules write them:
//
//   word        this word, in Hebrew also behind prefix letters; =word only as it stands or behind "and" or "that"
//   stem*       any word that begins so
//   a|b|c       one of these
//   {name}      one of a named set (whose entries may hold several words)
//   word?       may be missing
//   ..  ..5     up to three (five) other words between, never over the end of a sentence
//   @kind:root  all forms of a Hebrew root (inflection.h); =@kind:root without prefix letters
//   #  #temp  #low  #long  #grown   a number; one of 37.95–43; 37.2–37.95; at least 20; 8–99
//   #degrees    as #temp, written with a point
//   #year  #inyear  a year from 1900 to 2099; one behind prefix letters ("ב-1985")
//   ^  $        the text begins, ends here

namespace delpek::language
{

/// Where a pattern was found: tokens `first` to `last`, both included.
struct Match {
    int owner = 0;
    int first = 0;
    int last = 0;
};

/// Many patterns, compiled once, matched together. Immutable after the last `add`; any thread.
class Patterns
{
public:
    void define(const QString& set, const QStringList& entries) { m_sets.insert(set, entries); }
    /// `owner` is what a match names. Fails when the pattern is empty or names no known set.
    Result<Done> add(const QString& pattern, int owner);
    /// Words (perhaps sets' names or roots, as in a pattern) that are known even with one letter wrong; `real` are
    /// words that are never taken for a misspelling.
    Result<Done> forgive(const QStringList& words, const QStringList& real);
    /// All matches, each owner and place once, ordered by place.
    std::vector<Match> match(const Text& text) const;

private:
    struct Step {
        int element = 0;
        int gap = 0;
        bool optional = false;
    };
    struct Pattern {
        int owner = 0;
        bool fromStart = false;
        int startGap = 0; ///< words that may stand before, where it must be the start
        bool toEnd = false;
        std::vector<Step> steps;
    };
    /// The elements that each token is, sorted, one token's after the other's.
    struct Marks {
        std::vector<int> ids;
        std::vector<std::size_t> ends;

        std::size_t begin(std::size_t token) const { return token == 0 ? 0 : ends[token - 1]; }
        bool has(std::size_t token, int id) const
        {
            return std::binary_search(ids.begin() + std::ptrdiff_t(begin(token)),
                                      ids.begin() + std::ptrdiff_t(ends[token]), id);
        }
    };
    struct Stem {
        QString key;
        int id = 0;
    };
    /// What a word is.
    struct Elements {
        std::vector<int> bare; ///< with no prefix letters before it
        std::vector<int> any;
    };

    Result<std::vector<QString>> expand(const QString& pattern, int depth) const;
    Result<QString> inflected(const QString& alternatives) const;
    Result<Done> compile(const QString& pattern, int owner);
    int element(const QString& alternatives);
    Marks mark(const Text& text) const;
    void markWord(const Token& token, std::vector<int>& ids) const;
    void markForms(const Token& token, std::vector<int>& ids) const;
    void markStems(QStringView form, std::vector<int>& ids) const;
    void markMisspelled(const Token& token, std::vector<int>& ids) const;
    int run(const Pattern& pattern, const Text& text, const Marks& marks, std::size_t step, int at) const;

    QHash<QString, QStringList> m_sets;
    QHash<QString, int> m_elements; ///< by their text
    WordMap<Elements> m_words;
    WordMap<std::vector<Stem>> m_stems; ///< by their first two letters
    Typos m_typos;
    WordMap<std::vector<int>> m_sounds; ///< for misspellings: words that sound alike
    std::vector<std::pair<QString, int>> m_numbers;
    std::vector<Pattern> m_patterns;
    std::vector<std::vector<int>> m_byFirst; ///< patterns, by the element they begin with
};

} // namespace delpek::language
