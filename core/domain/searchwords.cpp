// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/searchwords.h"

#include <algorithm>
#include <array>
#include <set>

namespace delpek::domain
{

namespace
{

constexpr qsizetype longestKey = 40;
constexpr qsizetype shortestEnd = 4;

bool isHebrew(QChar c)
{
    return c.unicode() >= 0x05D0 && c.unicode() <= 0x05EA;
}

/// Not to be seen, or only above and below other letters.
bool isIgnored(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format;
}

bool isQuote(QChar c)
{
    const auto code = c.unicode();
    return code == '"' || code == '\'' || code == '`' || code == 0x00B4 || code == 0x05F3 || code == 0x05F4 ||
           (code >= 0x2018 && code <= 0x201F) || code == 0x2032 || code == 0x2033;
}

QChar plainLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x05DA:
    case 0x05DD:
    case 0x05DF:
    case 0x05E3:
    case 0x05E5:
        return QChar(c.unicode() + 1);
    default:
        return c.isDigit() ? QChar('0' + c.digitValue()) : c.toCaseFolded();
    }
}

/// A letter as it is compared, and where it stands.
struct Letter {
    QChar letter;
    qsizetype place;
};

std::vector<Letter> lettersOf(const QString& text)
{
    std::vector<Letter> letters;
    letters.reserve(static_cast<size_t>(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80 || isHebrew(c)) {
            letters.push_back({plainLetter(c), i});
            continue;
        }
        for (const QChar part : QString(c).normalized(QString::NormalizationForm_KD)) {
            if (!isIgnored(part)) {
                letters.push_back({plainLetter(part), i});
            }
        }
    }
    return letters;
}

/// A quote, or two simple ones for a double one, with a letter behind.
bool isInnerQuote(const std::vector<Letter>& letters, size_t at)
{
    size_t behind = at;
    while (behind < letters.size() && behind < at + 2 && isQuote(letters[behind].letter)) {
        ++behind;
    }
    return behind > at && behind < letters.size() && letters[behind].letter.isLetter();
}

/// How many digits a number has that begins so; 0 for what is none.
qsizetype phoneLength(const QString& digits)
{
    const bool mobile = digits.size() > 1 && (digits[1] == u'5' || digits[1] == u'7');
    if (digits.startsWith(u'0') && !digits.startsWith(QLatin1String("00"))) {
        return mobile ? 10 : 9;
    }
    if (digits.startsWith(QLatin1String("972"))) {
        return digits.size() > 3 && (digits[3] == u'5' || digits[3] == u'7') ? 12 : 11;
    }
    return 0;
}

bool isNumber(const SearchWord& word)
{
    return word.key[0].isDigit();
}

/// Between the groups of one number.
bool joins(const QString& text, const SearchWord& before, const SearchWord& after)
{
    const auto between = QStringView(text).sliced(before.span.end, after.span.begin - before.span.end);
    return between.size() <= 3 && std::ranges::all_of(between, [](QChar c) {
               return c == u' ' || c == u'-' || c == u'(' || c == u')' || c == u'\u2011' || c == u'\u2013' ||
                      isIgnored(c);
           });
}

/// The numbers that are written in groups or with the country code, as one word each behind their last group.
std::vector<SearchWord> withPhones(const QString& text, std::vector<SearchWord> words)
{
    std::vector<SearchWord> all;
    all.reserve(words.size());
    for (size_t i = 0; i < words.size(); ++i) {
        all.push_back(words[i]);
        if (!isNumber(words[i])) {
            continue;
        }
        QString digits = words[i].key;
        size_t last = i;
        while (phoneLength(digits) > digits.size() && last + 1 < words.size() && isNumber(words[last + 1]) &&
               joins(text, words[last], words[last + 1])) {
            digits += words[++last].key;
        }
        const bool whole = phoneLength(digits) == digits.size();
        const bool foreign = digits.startsWith(u'9');
        if (!whole || (last == i && !foreign)) {
            continue;
        }
        all.insert(all.end(), words.begin() + std::ptrdiff_t(i) + 1, words.begin() + std::ptrdiff_t(last) + 1);
        all.push_back(
            {foreign ? QChar(u'0') + digits.mid(3) : digits, {words[i].span.begin, words[last].span.end}, true});
        i = last;
    }
    return all;
}

/// What Hebrew writes together with the word behind it. In a chain the places only go up: and; that, when, since, once;
/// in, like, to, from; the.
struct Prefix {
    QStringView letters;
    int place;
};

constexpr std::array<Prefix, 10> prefixes{
    {{u"ו", 0}, {u"ש", 1}, {u"כש", 1}, {u"מש", 1}, {u"לכש", 1}, {u"ב", 2}, {u"כ", 2}, {u"ל", 2}, {u"מ", 2}, {u"ה", 3}}};

void addStems(QStringView key, int place, std::set<QString>& stems)
{
    for (const Prefix& prefix : prefixes) {
        if (prefix.place >= place && key.startsWith(prefix.letters) && key.size() - prefix.letters.size() >= 2) {
            const auto rest = key.sliced(prefix.letters.size());
            stems.insert(rest.toString());
            addStems(rest, prefix.place + 1, stems);
        }
    }
}

} // namespace

std::vector<SearchWord> searchWords(const QString& text)
{
    const auto letters = lettersOf(text);
    std::vector<SearchWord> words;
    for (size_t i = 0; i < letters.size();) {
        const bool digit = letters[i].letter.isDigit();
        if (!digit && !letters[i].letter.isLetter()) {
            ++i;
            continue;
        }
        SearchWord word{{}, {letters[i].place, letters[i].place + 1}};
        for (; i < letters.size(); ++i) {
            const QChar c = letters[i].letter;
            if (digit ? c.isDigit() : c.isLetter()) {
                word.key += c;
                word.span.end = letters[i].place + 1;
            } else if (digit || !isInnerQuote(letters, i)) {
                break;
            }
        }
        word.key.truncate(longestKey);
        words.push_back(std::move(word));
    }
    return withPhones(text, std::move(words));
}

QStringList searchStems(const QString& key)
{
    std::set<QString> stems;
    if (!key.isEmpty() && isHebrew(key[0])) {
        addStems(key, 0, stems);
    }
    QStringList all{key};
    all.append(QStringList(stems.begin(), stems.end()));
    return all;
}

QStringList searchKeys(const QString& text)
{
    std::set<QString> keys;
    for (const SearchWord& word : searchWords(text)) {
        for (const QString& stem : searchStems(word.key)) {
            keys.insert(stem);
        }
    }
    return {keys.begin(), keys.end()};
}

QStringList phoneKeys(const QString& digits, const QString& home)
{
    std::set<QString> keys;
    for (const QString& form : {digits, home}) {
        for (qsizetype length = shortestEnd; length <= form.size(); ++length) {
            keys.insert(form.last(length));
        }
    }
    return {keys.begin(), keys.end()};
}

} // namespace delpek::domain
