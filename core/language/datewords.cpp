// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datewords.h"

namespace delpek::language
{

namespace
{

template <typename Value>
void fill(QHash<QString, Value>& table, std::initializer_list<std::pair<const char*, Value>> rows)
{
    for (const auto& [words, value] : rows) {
        for (const auto& word : QString::fromUtf8(words).split(QLatin1Char(' '))) {
            table.insert(wordKey(word), value);
        }
    }
}

DateWords make()
{
    DateWords w;
    fill<int>(w.weekdays, {{"ראשון sunday sundays sun", 7},
                           {"שני monday mondays mon", 1},
                           {"שלישי tuesday tuesdays tue tues", 2},
                           {"רביעי wednesday wednesdays wed weds wensday", 3},
                           {"חמישי thursday thursdays thu thur thurs", 4},
                           {"שישי ששי friday fridays fri", 5},
                           {"שבת saturday saturdays shabbat sat", 6}});
    fill<int>(w.weekdayLetters, {{"א", 7}, {"ב", 1}, {"ג", 2}, {"ד", 3}, {"ה", 4}, {"ו", 5}});
    fill<int>(w.months, {{"ינואר january jan", 1},
                         {"פברואר february feb", 2},
                         {"מרץ מרס march mar", 3},
                         {"אפריל april apr", 4},
                         {"מאי may", 5},
                         {"יוני june jun", 6},
                         {"יולי july jul", 7},
                         {"אוגוסט august aug", 8},
                         {"ספטמבר september sep sept", 9},
                         {"אוקטובר october oct", 10},
                         {"נובמבר november nov", 11},
                         {"דצמבר december dec", 12}});
    fill<int>(w.hours, {{"אחת one", 1},
                        {"שתיים שתים two", 2},
                        {"שלוש three", 3},
                        {"ארבע four", 4},
                        {"חמש five", 5},
                        {"שש six", 6},
                        {"שבע seven", 7},
                        {"שמונה eight", 8},
                        {"תשע nine", 9},
                        {"עשר ten", 10},
                        {"eleven", 11},
                        {"twelve noon", 12}});
    fill<int>(w.counts, {{"אחד אחת one a an", 1},
                         {"שני שתי שניים שתיים two couple", 2},
                         {"שלושה שלוש three", 3},
                         {"ארבעה ארבע four", 4},
                         {"חמישה חמש five", 5},
                         {"שישה שש six", 6},
                         {"שבעה seven", 7},
                         {"שמונה eight", 8},
                         {"עשרה ten", 10}});
    fill<int>(w.minutes,
              {{"וחצי", 30}, {"ורבע", 15}, {"ועשרה ועשר", 10}, {"ועשרים", 20}, {"וחמישה", 5}, {"וארבעים", 40}});
    fill<QString>(w.parts, {{"בוקר morning mornings", QStringLiteral("morning")},
                            {"צהריים צהרים midday lunchtime noon lunch", QStringLiteral("noon")},
                            {"אחהצ afternoon afternoons arvo", QStringLiteral("afternoon")},
                            {"ערב evening evenings", QStringLiteral("evening")}});
    return w;
}

} // namespace

const DateWords& DateWords::get()
{
    static const DateWords words = make();
    return words;
}

bool oneOf(const Token& token, std::initializer_list<const char*> words)
{
    // The words are literals of the grammar: each is folded once a thread.
    thread_local QHash<const void*, QString> keys;
    for (const auto* word : words) {
        auto& key = keys[word];
        if (key.isNull()) {
            key = wordKey(QString::fromUtf8(word));
        }
        if (std::find(token.forms.begin(), token.forms.end(), key) != token.forms.end()) {
            return true;
        }
    }
    return false;
}

} // namespace delpek::language
