// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/numerals.h"

#include "safety/numeralwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace delpek::safety
{

namespace
{

/// What stands at one place, and how many words it takes.
struct Reading {
    int value = 0;
    int words = 0;
    QString text;
};

class Spelled
{
public:
    explicit Spelled(const QString& text)
        : m_text(text)
        , m_words(numeralWords(text))
    {
    }

    QString read() const
    {
        QString result;
        qsizetype end = 0;
        for (int at = 0; at < int(m_words.size());) {
            const auto reading = readAt(at);
            if (!reading) {
                ++at;
                continue;
            }
            const auto& first = m_words[std::size_t(at)];
            const auto& last = m_words[std::size_t(at + reading->words - 1)];
            result += QStringView(m_text).sliced(end, first.begin - end);
            result += first.glue.isEmpty() ? reading->text : first.glue + QLatin1Char('-') + reading->text;
            end = last.end;
            at += reading->words;
        }
        result += QStringView(m_text).sliced(end);
        return result;
    }

private:
    bool has(int at) const { return at >= 0 && at < int(m_words.size()); }
    const NumeralWord& word(int at) const { return m_words[std::size_t(at)]; }
    bool is(int at, std::initializer_list<const char*> keys) const
    {
        return has(at) && word(at).joins && std::any_of(keys.begin(), keys.end(), [&](const char* key) {
                   return word(at).key == QString::fromUtf8(key);
               });
    }
    int valueAt(int at) const { return has(at) ? word(at).value : -1; }
    bool isHour(int at) const { return valueAt(at) >= 1 && valueAt(at) <= 12; }
    bool isDigits(int at) const { return has(at) && word(at).isDigits(); }

    static QString clock(int hour, int minute)
    {
        const int minutes = (hour * 60 + minute + 720) % 720;
        return QStringLiteral("%1:%2").arg(minutes < 60 ? 12 : minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    }

    std::optional<Reading> readAt(int at) const
    {
        if (auto time = clockPhrase(at)) {
            return time;
        }
        if (auto time = hourAndMinutes(at)) {
            return time;
        }
        if (auto day = ordinalDay(at)) {
            return day;
        }
        if (auto digits = digitsInARow(at)) {
            return digits;
        }
        return amount(at);
    }

    /// "half past nine", "quarter to 5", "ten to four", "רבע לחמש", "עשרה לתשע"; "twelve o'clock", "noon".
    std::optional<Reading> clockPhrase(int at) const
    {
        const auto key = word(at).key;
        if (key == QLatin1String("noon") || key == QLatin1String("midday")) {
            return Reading{0, 1, QStringLiteral("12:00")};
        }
        const bool quarter =
            key == QLatin1String("quarter") || key == QStringLiteral("רבע") || key == QStringLiteral("ברבע");
        const int minutes = key == QLatin1String("half") ? 30 : quarter ? 15 : valueAt(at);
        const bool isMinutes = minutes == 30 || minutes == 15 || minutes == 5 || minutes == 10 || minutes == 20;
        if (!isMinutes || isDigits(at)) {
            return std::nullopt;
        }
        if (is(at + 1, {"past", "after"}) && isHour(at + 2) && word(at + 2).joins && !isUnit(at + 3)) {
            return Reading{0, 3, clock(valueAt(at + 2), minutes)};
        }
        if (is(at + 1, {"to", "before"}) && isHour(at + 2) && word(at + 2).joins && key != QLatin1String("half") &&
            !isUnit(at + 3)) {
            return Reading{0, 3, clock(valueAt(at + 2), -minutes)};
        }
        if (isHour(at + 1) && word(at + 1).joins && word(at + 1).glue == QStringLiteral("ל") && !isUnit(at + 2)) {
            const auto before = key == QStringLiteral("ברבע") ? QStringLiteral("ב-") : QString();
            return Reading{0, 2, before + clock(valueAt(at + 1), -minutes)};
        }
        return std::nullopt;
    }

    /// "nine thirty", "תשע וחצי", "ב-9 ורבע", "seven o'clock".
    std::optional<Reading> hourAndMinutes(int at) const
    {
        if (!isHour(at) || !has(at + 1) || !word(at + 1).joins) {
            return std::nullopt;
        }
        const int hour = valueAt(at);
        if (hour <= 2 && word(at).isHebrew() && valueAt(at + 1) == 10 && is(at + 2, {"וחצי", "ורבע"})) {
            return Reading{0, 3, clock(10 + hour, word(at + 2).key == QStringLiteral("וחצי") ? 30 : 15)}; // "שתים עשרה"
        }
        if (is(at + 1, {"o'clock", "o’clock", "oclock"})) {
            return Reading{0, 2, clock(hour, 0)};
        }
        if (word(at).isHebrew() || isDigits(at)) {
            if (is(at + 1, {"וחצי", "ורבע"}) && !isUnit(at + 2)) {
                return Reading{0, 2, clock(hour, word(at + 1).key == QStringLiteral("וחצי") ? 30 : 15)};
            }
            const int minutes = valueAt(at + 1);
            if (!isDigits(at) && word(at + 1).glue == QStringLiteral("ו") && !isDigits(at + 1) && !isUnit(at + 2) &&
                (minutes == 5 || minutes == 10 || minutes == 20)) {
                return Reading{0, 2, clock(hour, minutes)};
            }
            return std::nullopt;
        }
        const int tens = valueAt(at + 1);
        const bool clockLike =
            tens == 15 || tens == 10 || tens == 20 || tens == 30 || tens == 40 || tens == 45 || tens == 50;
        if (isDigits(at + 1) || !clockLike || isUnit(at + 2)) {
            return std::nullopt;
        }
        const bool five = tens == 40 && valueAt(at + 2) == 5 && word(at + 2).joins;
        return Reading{0, five ? 3 : 2, clock(hour, five ? 45 : tens)};
    }

    /// "אפס חמש ארבע": digits of a phone, one by one.
    std::optional<Reading> digitsInARow(int at) const
    {
        QString digits;
        int next = at;
        for (; has(next) && (next == at || word(next).joins) && !isDigits(next) && valueAt(next) >= 0 &&
               valueAt(next) <= 9 && (next == at || word(next).glue.isEmpty());
             ++next) {
            digits += QString::number(valueAt(next));
        }
        return digits.size() >= 3 ? std::optional(Reading{0, next - at, digits}) : std::nullopt;
    }

    /// "shekels", "percent", "days": what stands before is no time.
    bool isUnit(int at) const
    {
        static const QRegularExpression unit(QStringLiteral(
            "^(?:shekels?|nis|ils|dollars?|percent|days?|weeks?|months?|years?|hours?|minutes?|times|people|"
            "שקל|שקלים|שח|דולר|אחוז|אחוזים|ימים|שבועות|חודשים|שנים|שעות|דקות|פעמים|מאות|אלפים)$"));
        return has(at) && word(at).joins && word(at).key.contains(unit);
    }

    /// "twenty-third of March", "March the third".
    std::optional<Reading> ordinalDay(int at) const
    {
        const int tens = valueAt(at);
        if ((tens == 20 || tens == 30) && has(at + 1) && word(at + 1).joins) {
            if (const int unit = ordinalValue(word(at + 1).key); unit > 0 && unit < 10) {
                return Reading{0, 2, QString::number(tens + unit)};
            }
        }
        const int day = ordinalValue(word(at).key);
        const bool monthBehind = is(at + 1, {"of"}) && isMonth(at + 2);
        const bool monthBefore =
            isMonth(at - 1) || (at >= 2 && word(at - 1).key == QLatin1String("the") && isMonth(at - 2));
        return day > 0 && (monthBehind || monthBefore) ? std::optional(Reading{0, 1, QString::number(day)})
                                                       : std::nullopt;
    }

    bool isMonth(int at) const
    {
        static const QRegularExpression month(QStringLiteral(
            "^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[בל]?(?:ינואר|פברואר|מרץ|מרס|אפריל|מאי|"
            "יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר|חודש)$)"));
        return has(at) && word(at).key.contains(month);
    }

    /// "four hundred and eighty", "fifteen hundred", "five sixty", "ארבע מאות ושמונים", "אלפיים", "שבעה עשר".
    std::optional<Reading> amount(int at) const
    {
        if (valueAt(at) < 0 || isDigits(at)) {
            return std::nullopt;
        }
        int total = 0;
        int group = 0;
        int words = 0;
        for (int next = at; has(next); ++next) {
            const bool joins = next == at || word(next).joins;
            const bool connects = words > 0 && joins && word(next).key == QLatin1String("and");
            const int value = connects ? valueAt(next + 1) : valueAt(next);
            if (!joins || value < 0 || isDigits(next) || (connects && group % 100 != 0)) {
                break;
            }
            if (connects) {
                continue;
            }
            const auto& glue = word(next).glue;
            if (words > 0 && !glue.isEmpty() && glue != QStringLiteral("ו")) {
                break;
            }
            if (!takes(group, total, value)) {
                break;
            }
            words = next - at + 1;
        }
        const int value = total + group;
        const bool single = words == 1 && (value <= 20 || value == 100 || value == 1000);
        if (words == 0 || (single && !isUnit(at + 1) && !isMonth(at + 1) && !isMonth(at - 1))) {
            return std::nullopt;
        }
        return Reading{value, words, QString::number(value)};
    }

    /// Adds the next word of a number; false when it begins another one.
    static bool takes(int& group, int& total, int value)
    {
        if (value >= 1000) {
            total += std::max(group, 1) * value;
            group = 0;
            return true;
        }
        if (value >= 100) {
            const bool multiplies = value == 100 && group % 100 != 0;
            if (group != 0 && !multiplies) {
                return false;
            }
            group = multiplies ? group * 100 : value;
            return true;
        }
        const bool teens = value == 10 && group % 100 > 0 && group % 100 < 10; // "שבעה עשר"
        const bool afterTens = value < 10 && group % 10 == 0 && group % 100 != 10;
        const bool afterHundreds = group % 100 == 0;
        const bool shortHundreds = value >= 20 && group > 0 && group < 10; // "five sixty"
        if (group == 0 || teens || afterTens || afterHundreds) {
            group += value;
            return true;
        }
        if (shortHundreds) {
            group = group * 100 + value;
            return true;
        }
        return false;
    }

    const QString& m_text;
    std::vector<NumeralWord> m_words;
};

} // namespace

QString withDigits(const QString& text)
{
    constexpr char32_t firstClock = 0x1F550; // one o'clock; from the thirteenth on half past
    constexpr char32_t clocks = 24;
    QString plain;
    for (const char32_t sign : text.toUcs4()) {
        const auto which = sign - firstClock;
        if (sign >= firstClock && which < clocks) {
            plain += QStringLiteral(" %1:%2 ")
                         .arg(which % 12 + 1)
                         .arg(which < 12 ? QStringLiteral("00") : QStringLiteral("30"));
        } else {
            plain += QString::fromUcs4(&sign, 1);
        }
    }
    return Spelled(plain).read();
}

} // namespace delpek::safety
