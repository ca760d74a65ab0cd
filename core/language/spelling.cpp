// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/spelling.h"

#include "language/resource.h"
#include "language/text.h"

namespace delpek::language
{

namespace
{

constexpr qsizetype kSurelyMeant = 3; ///< shorter words mean too much on either keyboard

constexpr QStringView kLatinKeys = u"qwertyuiopasdfghjkl;'zxcvbnm,./";
constexpr QStringView kHebrewKeys = u"/'קראטוןםפשדגכעיחלךף,זסבהנמצתץ.";

/// What each key is on the other keyboard: Latin ones by their code, Hebrew ones behind them.
using OtherKeys = std::array<char16_t, 0x80 + 27>;

constexpr std::size_t keyAt(char16_t c)
{
    return c < 0x80 ? c : isHebrewLetter(c) ? 0x80U + (c - 0x05D0U) : 0;
}

constexpr OtherKeys otherKeys(QStringView from, QStringView to)
{
    OtherKeys keys{};
    for (qsizetype i = 0; i < from.size(); ++i) {
        keys[keyAt(from.utf16()[i])] = to.utf16()[i];
    }
    return keys;
}

constexpr OtherKeys kToHebrew = otherKeys(kLatinKeys, kHebrewKeys);
constexpr OtherKeys kToLatin = otherKeys(kHebrewKeys, kLatinKeys);

char16_t smallLatin(QChar c)
{
    return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() - u'A' + u'a') : c.unicode();
}

bool isLatinLetter(QChar c)
{
    const auto small = smallLatin(c);
    return small >= u'a' && small <= u'z';
}

bool isHebrewLetter(QChar c)
{
    return language::isHebrewLetter(c.unicode());
}

/// A run without white space, and what it would be on the other keyboard.
struct Chunk {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool latin = false;
    bool known = false; ///< a word as it stands
    bool sure = false;  ///< a word on the other keyboard only
};

bool isMark(QChar c)
{
    switch (c.unicode()) {
    case u'.':
    case u',':
    case u';':
    case u':':
    case u'\'':
    case u'!':
    case u'?':
    case u'/':
        return true;
    default:
        return false;
    }
}

/// The last key may be a mark or a letter: what makes a word is meant.
QStringView trimmed(QStringView word)
{
    while (!word.isEmpty() && isMark(word.back())) {
        word.chop(1);
    }
    return word;
}

} // namespace

Result<Spelling> Spelling::load(const QString& folder)
{
    const auto json = readResource(folder, QStringLiteral("spelling.json"));
    if (!json) {
        return fail(json.error());
    }
    Spelling spelling;
    const auto read = [&](const char* name, WordMap<QString>& into, bool known) {
        for (const auto& item : base::at(*json, name).items()) {
            const auto latin = QString::fromStdString(item.key());
            const auto hebrew = base::textAt(base::at(*json, name), item.key().c_str());
            into[wordId(wordKey(latin))] = hebrew;
            if (known) {
                spelling.know(latin);
                spelling.know(hebrew);
            }
        }
    };
    read("latin", spelling.m_latin, true);
    read("latin_among_others", spelling.m_latinAmongOthers, true);
    read("latin_prefixes", spelling.m_latinPrefixes, false);
    for (const char* language : {"hebrew", "english"}) {
        for (const auto& word : textsAt(*json, language)) {
            spelling.know(word);
        }
    }
    return spelling;
}

void Spelling::know(const QString& word)
{
    const auto key = wordKey(word);
    if (!key.isEmpty()) {
        (isHebrewLetter(key[0]) ? m_hebrew : m_english).insert(wordId(key));
    }
}

bool Spelling::knowsHebrew(QStringView word) const
{
    const auto letters = keyLetters(word);
    auto key = viewOf(letters);
    while (!m_hebrew.contains(wordId(key))) {
        // Two letters behind prefix letters are a word too easily.
        if (key.size() <= kSurelyMeant || !QStringView(u"ושהבכלמ").contains(key[0])) {
            return false;
        }
        key = key.sliced(1);
    }
    return true;
}

bool Spelling::isWord(QStringView word, bool latin) const
{
    return latin ? m_english.contains(wordId(viewOf(keyLetters(word)))) : knowsHebrew(word);
}

/// Makes of `begin` to `end` what it would be on the other keyboard; whether that is a word. Marks at the end are
/// letters there, or marks there too.
bool Spelling::typeOver(QString& text, qsizetype begin, qsizetype end, bool latin) const
{
    const auto& keys = latin ? kToHebrew : kToLatin;
    const auto bare = begin + trimmed(QStringView(text).sliced(begin, end - begin)).size();
    QVarLengthArray<QChar, 16> marks;
    for (auto i = begin; i < end; ++i) {
        if (i >= bare) {
            marks.append(text[i]);
        }
        if (const auto other = keys[keyAt(smallLatin(text[i]))]) {
            text[i] = QChar(other);
        }
    }
    const auto typed = QStringView(text).sliced(begin, end - begin);
    if (bare < end && !isWord(typed, !latin) && isWord(typed.first(bare - begin), !latin)) {
        std::copy(marks.begin(), marks.end(), text.begin() + bare);
    }
    const auto word = trimmed(QStringView(text).sliced(begin, end - begin));
    return word.size() >= kSurelyMeant && isWord(word, !latin);
}

void Spelling::rightKeyboard(QString& text) const
{
    QVarLengthArray<Chunk, 64> chunks;
    auto other = text;
    int sure = 0;
    int known = 0;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        Chunk chunk;
        chunk.begin = i;
        bool latin = false;
        bool hebrew = false;
        for (; i < text.size() && !text[i].isSpace(); ++i) {
            latin = latin || isLatinLetter(text[i]);
            hebrew = hebrew || isHebrewLetter(text[i]);
        }
        chunk.end = i;
        if (latin == hebrew) {
            continue;
        }
        chunk.latin = latin;
        chunk.known = isWord(trimmed(QStringView(text).sliced(chunk.begin, chunk.end - chunk.begin)), latin);
        chunk.sure = !chunk.known && typeOver(other, chunk.begin, chunk.end, latin);
        known += chunk.known;
        sure += chunk.sure;
        chunks.append(chunk);
    }
    if (sure == 0) {
        return;
    }
    for (const auto& chunk : chunks) {
        if (chunk.sure || (sure > known && !chunk.known)) {
            std::copy(other.cbegin() + chunk.begin, other.cbegin() + chunk.end, text.begin() + chunk.begin);
        }
    }
}

QString Spelling::hebrewOf(QStringView key, bool among) const
{
    if (const auto* word = m_latin.find(wordId(key))) {
        return *word;
    }
    if (among) {
        if (const auto* word = m_latinAmongOthers.find(wordId(key))) {
            return *word;
        }
    }
    for (qsizetype size = 2; size <= 3 && key.size() - size >= kSurelyMeant; ++size) {
        const auto* prefix = m_latinPrefixes.find(wordId(key.first(size)));
        const auto* word = prefix != nullptr ? m_latin.find(wordId(key.sliced(size))) : nullptr;
        if (word != nullptr && !m_english.contains(wordId(key))) {
            return *prefix + *word;
        }
    }
    return {};
}

} // namespace delpek::language
