// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellwords.h"

#include "domain/quickreply.h"

#include <algorithm>

namespace delpek::ui
{

namespace
{

bool isHebrew(QChar letter)
{
    return letter >= QChar(0x05D0) && letter <= QChar(0x05EA);
}

bool isLatin(QChar letter)
{
    return letter.isLetter() && letter.script() == QChar::Script_Latin;
}

bool isQuote(QChar one)
{
    return one == u'\'' || one == u'"' || one == QChar(0x05F3) || one == QChar(0x05F4) || one == QChar(0x2019);
}

/// What stands together without spaces.
struct Chunk {
    qsizetype start = 0;
    qsizetype end = 0;
};

std::vector<Chunk> chunksOf(const QString& text)
{
    std::vector<Chunk> chunks;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !text[end].isSpace()) {
            ++end;
        }
        chunks.push_back({i, end});
        i = end;
    }
    return chunks;
}

bool isAddress(QStringView chunk)
{
    return chunk.contains(u'@') || chunk.contains(u'/') || chunk.contains(u'\\') || chunk.contains(u'_') ||
           chunk.startsWith(QLatin1String("www."), Qt::CaseInsensitive) ||
           std::any_of(chunk.begin(), chunk.end(), [](QChar one) { return one.isDigit(); });
}

/// A run of letters, with an apostrophe or a quotation mark between letters.
qsizetype wordEnd(QStringView text, qsizetype start, qsizetype end)
{
    qsizetype i = start;
    while (i < end && (text[i].isLetter() || text[i].isMark() ||
                       (isQuote(text[i]) && i > start && i + 1 < end && text[i + 1].isLetter()))) {
        ++i;
    }
    // ג' and ד' carry their geresh at the end.
    if (i < end && isQuote(text[i]) && i > start && isHebrew(text[i - 1]) && text[i] != u'"') {
        ++i;
    }
    return i;
}

std::optional<domain::Language> languageOf(QStringView word)
{
    const auto is = [&](bool (*kind)(QChar)) {
        return std::all_of(word.begin(), word.end(),
                           [&](QChar one) { return kind(one) || one.isMark() || isQuote(one); });
    };
    return is(isHebrew)  ? std::optional(domain::Language::Hebrew)
           : is(isLatin) ? std::optional(domain::Language::English)
                         : std::nullopt;
}

bool isJudged(QStringView word, domain::Language language)
{
    if (word.size() < 2) {
        return false;
    }
    if (language == domain::Language::Hebrew) {
        return std::none_of(word.begin(), word.end(), isQuote);
    }
    const auto capitals = std::count_if(word.begin(), word.end(), [](QChar one) { return one.isUpper(); });
    return capitals < 2; // MRI, WhatsApp
}

} // namespace

std::vector<SpellWord> spellWords(const QString& text)
{
    std::vector<SpellWord> words;
    const auto gaps = domain::gapsIn(text);
    for (const Chunk& chunk : chunksOf(text)) {
        if (isAddress(QStringView(text).sliced(chunk.start, chunk.end - chunk.start))) {
            continue;
        }
        for (qsizetype i = chunk.start; i < chunk.end;) {
            if (!text[i].isLetter()) {
                ++i;
                continue;
            }
            const qsizetype end = wordEnd(text, i, chunk.end);
            const auto word = QStringView(text).sliced(i, end - i);
            const auto language = languageOf(word);
            const bool isGap = std::ranges::any_of(
                gaps, [&](const domain::Gap& gap) { return i < gap.start + gap.length && end > gap.start; });
            if (language && !isGap && isJudged(word, *language)) {
                words.push_back({i, end - i, *language});
            }
            i = end;
        }
    }
    return words;
}

} // namespace delpek::ui
