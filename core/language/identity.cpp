// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datewords.h"
#include "language/slots.h"

namespace delpek::language
{

namespace
{

constexpr int kLongestName = 4;

/// The part between two commas that ends before `end`; its first and one-past-last token.
std::pair<int, int> segmentBefore(const Text& text, int end)
{
    int first = end;
    while (first > 0) {
        --first;
        if (text.tokens[std::size_t(first)].breakBefore > 0) {
            break;
        }
    }
    return {first, end};
}

QString nameIn(const Text& text, const Lexicon& lexicon, int first, int end)
{
    const auto stop = [&](int i) {
        const auto& token = text.tokens[std::size_t(i)];
        return token.number || lexicon.notNames.contains(token.id());
    };
    while (first < end && stop(first)) {
        ++first;
    }
    while (end > first && stop(end - 1)) {
        --end;
    }
    for (int i = first; i < end; ++i) {
        // "ben" is a part of many family names.
        if (stop(i) && !oneOf(text.tokens[std::size_t(i)], {"בן", "בת"})) {
            return {};
        }
    }
    if (first >= end || end - first > kLongestName) {
        return {};
    }
    const auto begin = text.tokens[std::size_t(first)].span.begin;
    return text.original.mid(begin, text.tokens[std::size_t(end - 1)].span.end - begin);
}

/// "my name is …", "… here", "שמי …", "מדברת …": at most three words after or before.
QString introduced(const Text& text, const Lexicon& lexicon)
{
    const int count = int(text.tokens.size());
    for (int i = 0; i < count; ++i) {
        const auto is = [&](int at, std::initializer_list<GrammarWord> words) {
            return at >= 0 && at < count && oneOf(text.tokens[std::size_t(at)], words);
        };
        const bool after = is(i, {"שמי"}) || (is(i, {"לי"}) && is(i - 1, {"קוראים"})) ||
                           (is(i, {"is"}) && is(i - 1, {"name"})) || (is(i, {"is"}) && is(i - 1, {"this"})) ||
                           ((is(i, {"מדבר", "מדברת", "כאן"})) && i < 4);
        if (after) {
            int end = i + 1;
            while (end < count && end < i + 4 && text.tokens[std::size_t(end)].breakBefore == 0 &&
                   !lexicon.notNames.contains(text.tokens[std::size_t(end)].id())) {
                ++end;
            }
            if (auto name = nameIn(text, lexicon, i + 1, end); !name.isEmpty()) {
                return name;
            }
        }
        if (i > 0 && is(i, {"here"})) {
            const auto [first, end] = segmentBefore(text, i);
            if (auto name = nameIn(text, lexicon, first, end); !name.isEmpty() && end - first <= kLongestName) {
                return name;
            }
        }
    }
    return {};
}

} // namespace

StatedIdentity readIdentity(const Text& text, const Lexicon& lexicon, const std::vector<DatePiece>& dates,
                            const QString& asked)
{
    StatedIdentity identity;
    for (const auto& piece : dates) {
        if (!piece.birth) {
            continue;
        }
        identity.birthDate = *piece.date;
        int end = piece.first;
        for (int segments = 0; segments < 2 && end > 0 && identity.name.isEmpty(); ++segments) {
            const auto [first, last] = segmentBefore(text, end);
            identity.name = nameIn(text, lexicon, first, last);
            end = first;
        }
        break;
    }
    if (identity.name.isEmpty()) {
        identity.name = introduced(text, lexicon);
    }
    if (identity.name.isEmpty() && (asked == QLatin1String("identity") || asked == QLatin1String("person"))) {
        int start = 0;
        const int count = int(text.tokens.size());
        for (int i = 1; i <= count && identity.name.isEmpty(); ++i) {
            if (i == count || text.tokens[std::size_t(i)].breakBefore > 0) {
                const auto name = nameIn(text, lexicon, start, i);
                identity.name = i - start <= kLongestName ? name : QString();
                start = i;
            }
        }
    }
    return identity;
}

} // namespace delpek::language
