// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/names.h"

#include "language/understanding.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace delpek::agent
{
namespace
{

using SameWord = std::function<bool(const QString& stated, const QString& recorded)>;

QStringList wordsOf(const QString& name)
{
    QStringList words;
    QString word;
    for (const QChar character : language::fold(name)) {
        if (character.isLetter()) {
            word += character;
        } else if (character.isSpace() || character == QLatin1Char('-')) {
            words << word;
            word.clear();
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

bool isHebrew(const QString& word)
{
    return !word.isEmpty() && word.front().script() == QChar::Script_Hebrew;
}

/// At most one letter inserted, left out or changed, or two neighbours in turn.
bool almostEqual(const QString& a, const QString& b)
{
    if (a == b) {
        return true;
    }
    const QString& shorter = a.size() <= b.size() ? a : b;
    const QString& longer = a.size() <= b.size() ? b : a;
    constexpr qsizetype longEnoughForAnError = 5;
    if (shorter.size() < longEnoughForAnError - 1 || longer.size() - shorter.size() > 1) {
        return false;
    }
    qsizetype same = 0;
    while (same < shorter.size() && shorter[same] == longer[same]) {
        ++same;
    }
    const QStringView restShorter = QStringView(shorter).mid(same);
    const QStringView restLonger = QStringView(longer).mid(same);
    if (shorter.size() == longer.size() && restShorter.size() >= 2 && restShorter[0] == restLonger[1] &&
        restShorter[1] == restLonger[0]) {
        return restShorter.mid(2) == restLonger.mid(2);
    }
    return longer.size() >= longEnoughForAnError &&
           restShorter.mid(shorter.size() == longer.size() ? 1 : 0) == restLonger.mid(1);
}

/// The consonants of a name in Latin letters, one sign for letters that stand for the same Hebrew one.
QString soundOf(const QString& latin)
{
    static const std::pair<QLatin1String, QLatin1String> spellings[] = {
        {QLatin1String("sch"), QLatin1String("S")}, {QLatin1String("sh"), QLatin1String("S")},
        {QLatin1String("tz"), QLatin1String("S")},  {QLatin1String("ts"), QLatin1String("S")},
        {QLatin1String("kh"), QLatin1String("K")},  {QLatin1String("ch"), QLatin1String("K")},
        {QLatin1String("ck"), QLatin1String("K")},  {QLatin1String("ph"), QLatin1String("P")},
        {QLatin1String("th"), QLatin1String("T")},  {QLatin1String("x"), QLatin1String("KS")},
        {QLatin1String("q"), QLatin1String("K")},   {QLatin1String("v"), QLatin1String("B")},
        {QLatin1String("w"), QLatin1String("B")},   {QLatin1String("f"), QLatin1String("P")}};
    QString sound = latin;
    for (const auto& [spelling, sign] : spellings) {
        sound.replace(spelling, sign);
    }
    sound = sound.toUpper();
    QString consonants;
    for (const QChar letter : sound) {
        const bool vowel = QStringLiteral("AEIOUY").contains(letter);
        if (!vowel && (consonants.isEmpty() || consonants.back() != letter)) {
            consonants += letter;
        }
    }
    return consonants;
}

/// What the letters of a Hebrew name can be in soundOf(), as a pattern.
QRegularExpression soundsOf(const QString& hebrew)
{
    static const std::pair<QStringView, QLatin1String> letters[] = {
        {u"אעה", QLatin1String("H?")},   {u"ו", QLatin1String("B?")},    {u"י", QLatin1String("J?")},
        {u"ב", QLatin1String("B")},      {u"ג", QLatin1String("[GJ]")},  {u"ד", QLatin1String("D")},
        {u"ז", QLatin1String("[ZSJ]")},  {u"ח", QLatin1String("[KH]")},  {u"טת", QLatin1String("T")},
        {u"כךק", QLatin1String("[KC]")}, {u"ל", QLatin1String("L")},     {u"מם", QLatin1String("M")},
        {u"נן", QLatin1String("N")},     {u"סש", QLatin1String("[SC]")}, {u"פף", QLatin1String("P")},
        {u"צץ", QLatin1String("[SZ]")},  {u"ר", QLatin1String("R")}};
    QString pattern;
    QLatin1String before;
    for (const QChar letter : hebrew) {
        for (const auto& [hebrewLetters, sign] : letters) {
            // Twice the same consonant is written once in soundOf().
            if (hebrewLetters.contains(letter) && (sign != before || sign.endsWith(QLatin1Char('?')))) {
                pattern += sign;
                before = sign;
            }
        }
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

bool soundAlike(const QString& a, const QString& b)
{
    if (isHebrew(a) == isHebrew(b)) {
        return almostEqual(a, b);
    }
    const QString& hebrew = isHebrew(a) ? a : b;
    const QString& latin = isHebrew(a) ? b : a;
    const QString sound = soundOf(latin);
    if (sound.isEmpty()) {
        return false;
    }
    QString withoutBreath = sound;
    withoutBreath.remove(QLatin1Char('H'));
    const auto pattern = soundsOf(hebrew);
    return pattern.match(sound).hasMatch() || (!withoutBreath.isEmpty() && pattern.match(withoutBreath).hasMatch());
}

bool contains(const QStringList& words, const QStringList& all, const SameWord& same)
{
    QStringList left = words;
    for (const QString& word : all) {
        const auto found = std::find_if(left.begin(), left.end(), [&](const QString& w) { return same(w, word); });
        if (found == left.end()) {
            return false;
        }
        left.erase(found);
    }
    return true;
}

bool matches(const QString& stated, const domain::Bilingual& name, const SameWord& same)
{
    const QStringList statedWords = wordsOf(stated);
    for (const QString& recorded : {name.he, name.en}) {
        const QStringList words = wordsOf(recorded);
        if (words.isEmpty() || statedWords.isEmpty()) {
            continue;
        }
        const bool enough = std::min(words.size(), statedWords.size()) >= 2 || words.size() == statedWords.size();
        if (enough && (contains(statedWords, words, same) || contains(words, statedWords, same))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool nameMatches(const QString& stated, const domain::Bilingual& name)
{
    return matches(stated, name, almostEqual);
}

bool nameSounds(const QString& stated, const domain::Bilingual& name)
{
    return matches(stated, name, soundAlike);
}

} // namespace delpek::agent
