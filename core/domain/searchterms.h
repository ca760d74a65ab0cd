// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchwords.h"

namespace delpek::domain
{

/// One thing that must be found: a word, or several that must follow each other.
struct SearchTerm {
    QStringList keys;
    bool begins = false; ///< the last key may be the beginning of a word
    friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// What somebody typed into a search: words that must all be found, in any order; in quotation marks those that must
/// follow each other. The last word may be half typed, unless a space or a quotation mark ends it; a single letter is
/// no word then.
std::vector<SearchTerm> searchTerms(const QString& typed);

/// The digits, where somebody typed (part of) a telephone number and nothing else: at least three.
QString searchDigits(const QString& typed);

/// Where the terms stand in the text, in order and without overlap; none when one of them is missing.
std::vector<TextSpan> findTerms(const QString& text, const std::vector<SearchTerm>& terms);

/// The same for those that are there, where others may be missing.
std::vector<TextSpan> markTerms(const QString& text, const std::vector<SearchTerm>& terms);

/// A piece of a text around what was found.
struct Snippet {
    QString text;
    std::vector<TextSpan> marks; ///< in `text`
    friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// At most about `length` letters on one line, cut between words with an ellipsis, from a little before the first mark.
Snippet snippetOf(const QString& text, const std::vector<TextSpan>& marks, qsizetype length = 110);

} // namespace delpek::domain
