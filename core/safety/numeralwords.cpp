// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/numeralwords.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace delpek::safety
{

namespace
{

using Table = QHash<QString, int>;

Table tableOf(const char* words, int first, int step)
{
    Table table;
    int value = first;
    for (const auto& forms : QString::fromUtf8(words).split(QLatin1Char(' '))) {
        for (const auto& form : forms.split(QLatin1Char('/'))) {
            table.insert(form, value);
        }
        value += step;
    }
    return table;
}

const Table& numbers()
{
    static const Table table = [] {
        auto all = tableOf("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                           "sixteen seventeen eighteen nineteen",
                           1, 1);
        all.insert(tableOf("twenty thirty forty/fourty fifty sixty seventy eighty ninety", 20, 10));
        all.insert(tableOf("zero/אפס", 0, 1));
        all.insert(tableOf("hundred", 100, 1));
        all.insert(tableOf("thousand/grand", 1000, 1));
        all.insert(tableOf("אחת/אחד שתיים/שתים/שניים/שתי שלוש/שלושה/שלושת ארבע/ארבעה/ארבעת חמש/חמישה/חמשת "
                           "שש/שישה/ששת שבע/שבעה/שבעת שמונה/שמונת תשע/תשעה/תשעת עשר/עשרה/עשרת",
                           1, 1));
        all.insert(tableOf("עשרים שלושים ארבעים חמישים/חמשים שישים/ששים שבעים שמונים תשעים", 20, 10));
        all.insert(tableOf("מאה/מאות מאתיים", 100, 100));
        all.insert(tableOf("אלף/אלפים אלפיים", 1000, 1000));
        return all;
    }();
    return table;
}

const Table& ordinals()
{
    static const Table table = [] {
        auto all = tableOf("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
                           "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
                           1, 1);
        all.insert(QStringLiteral("thirtieth"), 30);
        return all;
    }();
    return table;
}

/// "ובארבע" is "וב" and four; words that are numbers as they stand keep their letters.
void readValue(NumeralWord& word)
{
    bool digits = false;
    if (const int value = word.key.toInt(&digits); digits) {
        word.value = value;
        return;
    }
    static const QString prefixes = QStringLiteral("ושהבכלמ");
    for (qsizetype stripped = 0; stripped <= 3 && word.key.size() - stripped >= 2; ++stripped) {
        if (const auto found = numbers().constFind(word.key.mid(stripped)); found != numbers().constEnd()) {
            word.glue = word.key.left(stripped);
            word.key = word.key.mid(stripped);
            word.value = *found;
            return;
        }
        if (!word.isHebrew() || !prefixes.contains(word.key[stripped])) {
            return;
        }
    }
}

} // namespace

std::vector<NumeralWord> numeralWords(const QString& text)
{
    static const QRegularExpression expression(QStringLiteral("\\p{L}+(?:['’]\\p{L}+)*|\\d+(?:[.:,/]\\d+)*"));
    std::vector<NumeralWord> words;
    qsizetype before = 0;
    for (auto found = expression.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        NumeralWord word;
        word.key = match.captured().toLower();
        word.begin = match.capturedStart();
        word.end = match.capturedEnd();
        const auto between = QStringView(text).sliced(before, word.begin - before);
        word.joins = !words.empty() && (between == QLatin1String(" ") || between == QLatin1String("-"));
        before = word.end;
        readValue(word);
        words.push_back(std::move(word));
    }
    return words;
}

int ordinalValue(const QString& word)
{
    return ordinals().value(word, 0);
}

} // namespace delpek::safety
