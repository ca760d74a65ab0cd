// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/spelling.h"

#include "language/resource.h"
#include "language/text.h"

namespace delpek::language
{

namespace
{

constexpr qsizetype kSurelyMeant = 3; ///< shorter words mean too much on either keyboard

const QString& latinKeys()
{
    static const QString keys = QStringLiteral("qwertyuiopasdfghjkl;'zxcvbnm,./");
    return keys;
}

const QString& hebrewKeys()
{
    static const QString keys = QStringLiteral("/'קראטוןםפשדגכעיחלךף,זסבהנמצתץ.");
    return keys;
}

bool isHebrewLetter(QChar c)
{
    return c.unicode() >= 0x05D0 && c.unicode() <= 0x05EA;
}

bool isLatinLetter(QChar c)
{
    const auto lower = c.toLower().unicode();
    return lower >= 'a' && lower <= 'z';
}

QString typedOn(QStringView word, const QString& from, const QString& to)
{
    QString typed;
    for (const QChar c : word) {
        const auto at = from.indexOf(c.toLower());
        typed += at < 0 ? c : to[at];
    }
    return typed;
}

/// A run without white space, and what it would be on the other keyboard.
struct Chunk {
    qsizetype begin = 0;
    qsizetype end = 0;
    bool latin = false;
    QString other;
    bool word = false;  ///< on the other keyboard
    bool sure = false;  ///< a word on the other keyboard only
    bool known = false; ///< a word as it stands
};

/// The last key may be a mark or a letter: what makes a word is meant.
QStringView trimmed(QStringView word)
{
    static const QString marks = QStringLiteral(".,;:'!?/");
    while (!word.isEmpty() && marks.contains(word.back())) {
        word.chop(1);
    }
    return word;
}

void readWords(const base::Json& json, const char* name, QHash<QString, QString>& into)
{
    for (const auto& item : base::at(json, name).items()) {
        if (item.value().is_string()) {
            into.insert(wordKey(QString::fromStdString(item.key())),
                        QString::fromStdString(item.value().get<std::string>()));
        }
    }
}

} // namespace

Result<Spelling> Spelling::load(const QString& folder)
{
    const auto json = readResource(folder, QStringLiteral("spelling.json"));
    if (!json) {
        return fail(json.error());
    }
    Spelling spelling;
    readWords(*json, "latin", spelling.m_latin);
    readWords(*json, "latin_among_others", spelling.m_latinAmongOthers);
    readWords(*json, "latin_prefixes", spelling.m_latinPrefixes);
    for (const char* language : {"hebrew", "english"}) {
        for (const auto& word : textsAt(*json, language)) {
            spelling.know(word);
        }
    }
    for (const auto* table : {&spelling.m_latin, &spelling.m_latinAmongOthers}) {
        for (auto word = table->begin(); word != table->end(); ++word) {
            spelling.know(word.key());
            spelling.know(word.value());
        }
    }
    return spelling;
}

void Spelling::know(const QString& word)
{
    const auto key = wordKey(word);
    if (!key.isEmpty()) {
        (isHebrewLetter(key[0]) ? m_hebrew : m_english).insert(key);
    }
}

bool Spelling::knowsHebrew(QStringView word) const
{
    static const QString prefixes = QStringLiteral("ושהבכלמ");
    auto key = wordKey(word);
    while (!m_hebrew.contains(key)) {
        // Two letters behind prefix letters are a word too easily.
        if (key.size() <= kSurelyMeant || !prefixes.contains(key[0])) {
            return false;
        }
        key.remove(0, 1);
    }
    return true;
}

bool Spelling::isWord(QStringView word, bool latin) const
{
    return latin ? m_english.contains(wordKey(word)) : knowsHebrew(word);
}

/// Marks at the end are letters on the other keyboard, or marks there too.
QString Spelling::onOtherKeyboard(QStringView word, bool latin) const
{
    auto other = typedOn(word, latin ? latinKeys() : hebrewKeys(), latin ? hebrewKeys() : latinKeys());
    const auto bare = trimmed(word).size();
    if (bare < word.size() && !isWord(other, !latin) && isWord(QStringView(other).first(bare), !latin)) {
        other = other.first(bare) + word.sliced(bare).toString();
    }
    return other;
}

void Spelling::rightKeyboard(QString& text) const
{
    std::vector<Chunk> chunks;
    int words = 0;
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
        chunk.other = onOtherKeyboard(QStringView(text).sliced(chunk.begin, chunk.end - chunk.begin), latin);
        chunk.word = trimmed(chunk.other).size() >= kSurelyMeant && isWord(trimmed(chunk.other), !latin);
        words += chunk.word;
        chunks.push_back(std::move(chunk));
    }
    if (words == 0) {
        return;
    }
    int sure = 0;
    int known = 0;
    for (auto& chunk : chunks) {
        chunk.known = isWord(trimmed(QStringView(text).sliced(chunk.begin, chunk.end - chunk.begin)), chunk.latin);
        chunk.sure = chunk.word && !chunk.known;
        sure += chunk.sure;
        known += chunk.known;
    }
    for (const auto& chunk : chunks) {
        if (chunk.sure || (sure > known && !chunk.known)) {
            text.replace(chunk.begin, chunk.other.size(), chunk.other);
        }
    }
}

QString Spelling::hebrewOf(const QString& key, bool among) const
{
    if (const auto word = m_latin.constFind(key); word != m_latin.constEnd()) {
        return *word;
    }
    if (among) {
        if (const auto word = m_latinAmongOthers.constFind(key); word != m_latinAmongOthers.constEnd()) {
            return *word;
        }
    }
    for (qsizetype size = 2; size <= 3 && key.size() - size >= kSurelyMeant; ++size) {
        const auto prefix = m_latinPrefixes.constFind(key.left(size));
        const auto word = m_latin.constFind(key.mid(size));
        if (prefix != m_latinPrefixes.constEnd() && word != m_latin.constEnd() && !m_english.contains(key)) {
            return *prefix + *word;
        }
    }
    return {};
}

} // namespace delpek::language
