// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/split.h"

#include "channels/options.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace delpek::channels
{

namespace
{

constexpr qsizetype least = 16;

enum class Cut { Word, Sentence, Line, Paragraph };

bool isOpening(QChar c)
{
    return c.unicode() >= 0x2066 && c.unicode() <= 0x2068;
}

bool isClosingMark(QChar c)
{
    return QStringLiteral("\"')]}»”’").contains(c) || c.unicode() == 0x2069;
}

/// Does the full stop at `dot` belong to an abbreviation, an initial or the number of a list?
bool isPartOfWord(const QString& text, qsizetype dot)
{
    constexpr auto abbreviations = std::to_array<const char*>(
        {"dr", "drs", "mr", "mrs", "ms", "prof", "st", "no", "tel", "vs", "e.g", "i.e", "etc", "approx", "a.m", "p.m"});
    qsizetype begin = dot;
    while (begin > 0 && !text.at(begin - 1).isSpace() && !isOpening(text.at(begin - 1))) {
        --begin;
    }
    const QString word = text.mid(begin, dot - begin).toLower();
    const bool opensLine = begin == 0 || text.at(begin - 1) == QLatin1Char('\n');
    const bool isNumber = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    const bool isInitial = word.size() == 1 && word.front().isLetter();
    return (isNumber && opensLine) || isInitial ||
           std::ranges::any_of(abbreviations, [&](const char* one) { return word == QLatin1String(one); });
}

/// Does a sentence end before the white space at `space`?
bool endsSentence(const QString& text, qsizetype space)
{
    qsizetype end = space;
    while (end > 0 && isClosingMark(text.at(end - 1))) {
        --end;
    }
    if (end == 0) {
        return false;
    }
    const QChar mark = text.at(end - 1);
    if (mark == QLatin1Char('.')) {
        return !isPartOfWord(text, end - 1);
    }
    return QStringLiteral("!?…").contains(mark);
}

/// What the white space at `space` parts.
Cut cutAt(const QString& text, qsizetype space)
{
    if (text.at(space) == QLatin1Char('\n')) {
        const bool isBlank = space + 1 < text.size() && text.at(space + 1) == QLatin1Char('\n');
        return isBlank ? Cut::Paragraph : Cut::Line;
    }
    return endsSentence(text, space) ? Cut::Sentence : Cut::Word;
}

/// Where a first part of at most `most` ends.
qsizetype bestEnd(const QString& text, qsizetype most)
{
    std::array<qsizetype, 4> last{};
    int isolated = 0;
    for (qsizetype i = 0; i <= most && i < text.size(); ++i) {
        const QChar c = text.at(i);
        isolated += isOpening(c) ? 1 : c.unicode() == 0x2069 ? -1 : 0;
        if (i > 0 && c.isSpace() && isolated <= 0) {
            last[std::size_t(cutAt(text, i))] = i;
        }
    }
    // A short first part for the sake of a better place would leave more parts than there need be.
    for (const auto cut : {Cut::Paragraph, Cut::Line, Cut::Sentence}) {
        if (last[std::size_t(cut)] >= most / 4) {
            return last[std::size_t(cut)];
        }
    }
    if (const auto word = *std::ranges::max_element(last); word > 0) {
        return word;
    }
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    characters.setPosition(most);
    const qsizetype whole = characters.isAtBoundary() ? most : characters.toPreviousBoundary();
    return whole > 0 ? whole : most;
}

QString trimmedEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace()) {
        text.chop(1);
    }
    return text;
}

} // namespace

QStringList splitText(const QString& text, qsizetype most, qsizetype mostOfLast)
{
    most = std::max(most, least);
    mostOfLast = std::clamp(mostOfLast, least, most);
    if (text.size() <= mostOfLast) {
        return {text};
    }
    QStringList parts;
    QString rest = text.trimmed();
    while (rest.size() > mostOfLast) {
        // What remains is not nothing: the last part is there for the options.
        const qsizetype end = bestEnd(rest, std::min(most, rest.size() - 1));
        if (const QString part = trimmedEnd(rest.left(end)); !part.isEmpty()) {
            parts << part;
        }
        rest = rest.mid(end);
        while (!rest.isEmpty() && rest.front().isSpace()) {
            rest.remove(0, 1);
        }
    }
    if (!rest.isEmpty() || parts.isEmpty()) {
        parts << rest;
    }
    return parts;
}

QStringList splitFor(const Capabilities& limits, const QString& text, const std::vector<domain::Option>& options)
{
    const qsizetype most = limits.maxText;
    if (options.empty()) {
        return splitText(text, most, most);
    }
    const bool asButtons = limits.buttons && options.size() <= std::size_t(limits.maxButtons) &&
                           fitButtons(options, limits.maxButtonLabel);
    const qsizetype room = asButtons && limits.maxInteractive > 0
                               ? limits.maxInteractive
                               : most - (asButtons ? 0 : withNumberedLines(QString(), options).size());
    return splitText(text, most, room);
}

} // namespace delpek::channels
