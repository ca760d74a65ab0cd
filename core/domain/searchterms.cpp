// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/searchterms.h"

#include <algorithm>
#include <optional>

namespace delpek::domain
{

namespace
{

bool isQuotation(QChar c)
{
    return c == u'"' || c == u'\u05F4' || c == u'\u201C' || c == u'\u201D' || c == u'\u201E';
}

/// A stretch of what was typed, inside quotation marks or between them.
struct Piece {
    QString text;
    bool quoted = false;
};

/// Quotation marks inside a word (ד"ר) belong to it.
std::vector<Piece> piecesOf(const QString& typed)
{
    std::vector<Piece> pieces{{}};
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const bool open = pieces.back().quoted;
        const bool atStart = i == 0 || !typed[i - 1].isLetterOrNumber();
        const bool atEnd = i + 1 == typed.size() || !typed[i + 1].isLetterOrNumber();
        if (isQuotation(typed[i]) && (open ? atEnd : atStart)) {
            pieces.push_back({{}, !open});
        } else {
            pieces.back().text += typed[i];
        }
    }
    return pieces;
}

/// A whole number alone, without the groups it was written in.
std::vector<SearchWord> wordsToFind(const QString& text)
{
    auto words = searchWords(text);
    for (size_t i = 0; i < words.size(); ++i) {
        if (!words[i].phone) {
            continue;
        }
        const auto span = words[i].span;
        const auto removed = std::erase_if(words, [&](const SearchWord& word) {
            return !word.phone && word.span.begin >= span.begin && word.span.end <= span.end;
        });
        i -= std::min(i, removed);
    }
    return words;
}

bool meets(const QString& key, const SearchTerm& term, qsizetype place)
{
    const bool open = term.begins && place + 1 == term.keys.size();
    const QString& wanted = term.keys[place];
    const auto stems = searchStems(key);
    return std::ranges::any_of(stems,
                               [&](const QString& stem) { return open ? stem.startsWith(wanted) : stem == wanted; });
}

/// The part of the word in the text that the key stands for: without the prefixes where they had to be taken off.
TextSpan markedIn(const QString& text, const SearchWord& word, const QString& wanted)
{
    auto span = word.span;
    const bool plain = span.end - span.begin == word.key.size();
    if (plain && !word.key.startsWith(wanted)) {
        for (const QString& stem : searchStems(word.key)) {
            if (stem.startsWith(wanted)) {
                span.begin = span.end - stem.size();
            }
        }
    }
    Q_ASSERT(span.begin >= 0 && span.end <= text.size());
    return span;
}

/// From the word at `from` on, where the whole term stands there.
std::optional<std::vector<TextSpan>> termAt(const QString& text, const std::vector<SearchWord>& words, size_t from,
                                            const SearchTerm& term)
{
    std::vector<TextSpan> spans;
    for (qsizetype i = 0; i < term.keys.size(); ++i) {
        const size_t at = from + size_t(i);
        if (at >= words.size() || !meets(words[at].key, term, i)) {
            return std::nullopt;
        }
        spans.push_back(markedIn(text, words[at], term.keys[i]));
    }
    return spans;
}

std::vector<TextSpan> joined(std::vector<TextSpan> spans)
{
    std::ranges::sort(spans, {}, &TextSpan::begin);
    std::vector<TextSpan> apart;
    for (const TextSpan& span : spans) {
        if (!apart.empty() && span.begin < apart.back().end) {
            apart.back().end = std::max(apart.back().end, span.end);
        } else {
            apart.push_back(span);
        }
    }
    return apart;
}

/// To the nearest gap between words, `reach` letters at most.
qsizetype gapBehind(const QString& text, qsizetype at, qsizetype reach)
{
    for (qsizetype i = at; i < std::min(text.size(), at + reach); ++i) {
        if (text[i].isSpace()) {
            return i + 1;
        }
    }
    return at;
}

qsizetype gapBefore(const QString& text, qsizetype at, qsizetype reach)
{
    for (qsizetype i = at; i > std::max<qsizetype>(0, at - reach); --i) {
        if (text[i - 1].isSpace()) {
            return i - 1;
        }
    }
    return at;
}

std::vector<TextSpan> spansOf(const SearchTerm& term, const QString& text, const std::vector<SearchWord>& words)
{
    std::vector<TextSpan> found;
    for (size_t i = 0; i < words.size(); ++i) {
        if (auto spans = termAt(text, words, i, term)) {
            std::ranges::move(*spans, std::back_inserter(found));
        }
    }
    return found;
}

bool insidePair(const QString& text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate();
}

} // namespace

std::vector<SearchTerm> searchTerms(const QString& typed)
{
    std::vector<SearchTerm> terms;
    for (const Piece& piece : piecesOf(typed)) {
        const auto words = wordsToFind(piece.text);
        if (piece.quoted && !words.empty()) {
            terms.emplace_back();
        }
        for (const SearchWord& word : words) {
            if (!piece.quoted) {
                terms.emplace_back();
            }
            terms.back().keys.append(word.key);
        }
    }
    if (!terms.empty() && typed.back().isLetterOrNumber()) {
        terms.back().begins = true;
        if (terms.back().keys.size() == 1 && terms.back().keys[0].size() == 1) {
            terms.pop_back();
        }
    }
    return terms;
}

QString searchDigits(const QString& typed)
{
    QString digits;
    for (const QChar c : typed) {
        if (c.isDigit()) {
            digits += QChar('0' + c.digitValue());
        } else if (!c.isSpace() && c.category() != QChar::Other_Format && !QStringView(u"+-()/.").contains(c)) {
            return {};
        }
    }
    if (digits.startsWith(QLatin1String("00"))) {
        digits.remove(0, 2);
    }
    return digits.size() < 3 ? QString() : digits;
}

std::vector<TextSpan> findTerms(const QString& text, const std::vector<SearchTerm>& terms)
{
    const auto words = searchWords(text);
    std::vector<TextSpan> found;
    for (const SearchTerm& term : terms) {
        auto spans = spansOf(term, text, words);
        if (spans.empty()) {
            return {};
        }
        std::ranges::move(spans, std::back_inserter(found));
    }
    return joined(std::move(found));
}

std::vector<TextSpan> markTerms(const QString& text, const std::vector<SearchTerm>& terms)
{
    const auto words = searchWords(text);
    std::vector<TextSpan> found;
    for (const SearchTerm& term : terms) {
        std::ranges::move(spansOf(term, text, words), std::back_inserter(found));
    }
    return joined(std::move(found));
}

Snippet snippetOf(const QString& text, const std::vector<TextSpan>& marks, qsizetype length)
{
    constexpr qsizetype lead = 24;
    constexpr qsizetype reach = 12;
    qsizetype from = 0;
    if (!marks.empty() && text.size() > length && marks.front().begin > lead + reach) {
        from = std::min(gapBehind(text, marks.front().begin - lead - reach, reach + lead), marks.front().begin);
    }
    qsizetype to = text.size();
    if (to - from > length) {
        to = gapBefore(text, from + length, reach);
    }
    from += insidePair(text, from) ? 1 : 0;
    to -= insidePair(text, to) ? 1 : 0;
    Snippet snippet;
    snippet.text = text.sliced(from, to - from);
    std::ranges::replace_if(
        snippet.text, [](QChar c) { return c.isSpace(); }, QChar(u' '));
    const qsizetype shift = from > 0 ? 1 : 0;
    if (shift > 0) {
        snippet.text.prepend(u'\u2026');
    }
    if (to < text.size()) {
        snippet.text.append(u'\u2026');
    }
    for (const TextSpan& mark : marks) {
        const TextSpan inside{std::max(mark.begin, from), std::min(mark.end, to)};
        if (inside.begin < inside.end) {
            snippet.marks.push_back({inside.begin - from + shift, inside.end - from + shift});
        }
    }
    return snippet;
}

} // namespace delpek::domain
