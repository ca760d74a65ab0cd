// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/facts.h"

#include <QRegularExpression>

namespace delpek::safety
{

namespace
{

using Match = QRegularExpressionMatch;

QRegularExpression anyCase(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
}

/// Hands each match to `use` and leaves blanks in its place: what is a day is no time and no number.
template <typename Use>
void take(const QRegularExpression& expression, QString& text, Use use)
{
    for (auto found = expression.globalMatch(QString(text)); found.hasNext();) {
        const auto match = found.next();
        if (use(match)) {
            text.replace(match.capturedStart(), match.capturedLength(),
                         QString(match.capturedLength(), QChar(u'\x1f')));
        }
    }
}

qint64 minorUnits(QString whole, const QString& part, bool thousands)
{
    whole.remove(QLatin1Char(','));
    return whole.toLongLong() * (thousands ? 100'000 : 100) + part.leftJustified(2, QLatin1Char('0')).toLongLong();
}

void takeAmounts(Facts& facts, QString& text)
{
    // An amount and its sign stand on one line: "480 ₪\n1. …" is not an amount of one.
    static const auto behind = anyCase(QStringLiteral(
        "(?:(\\d[\\d,]*)[ \\t]*(?:-|–|to|עד)[ \\t]*)?(\\d[\\d,]*)(?:\\.(\\d\\d?))?[ \\t\u00A0]*-?(k\\b)?[ \\t\u00A0]*"
        "(?:₪|ש\"ח|ש״ח|ש''ח|שח\\b|שקל|ILS|NIS|shekel|sheqel|dollar|euro|bucks|quid|pounds?\\b|דולר|יורו|אירו|\\$|€|"
        "£)"));
    static const auto before =
        anyCase(QStringLiteral("(?:₪|\\$|€|£|\\bILS|\\bNIS)[ \\t\u00A0]*(\\d[\\d,]*)(?:\\.(\\d\\d?))?[ \\t]*(k\\b)?"));
    take(behind, text, [&](const Match& match) {
        const bool thousands = !match.captured(4).isEmpty();
        if (!match.captured(1).isEmpty()) {
            facts.amounts.insert(minorUnits(match.captured(1), {}, thousands));
        }
        facts.amounts.insert(minorUnits(match.captured(2), match.captured(3), thousands));
        return true;
    });
    take(before, text, [&](const Match& match) {
        facts.amounts.insert(minorUnits(match.captured(1), match.captured(2), !match.captured(3).isEmpty()));
        return true;
    });
}

/// -1 before noon, 1 after, 0 not said.
int halfOf(const QString& words)
{
    static const auto after = anyCase(QStringLiteral("^p|afternoon|evening|night|בערב|אחרי? ?ה?צה|אחה|בלילה|צהר"));
    return words.isEmpty() ? 0 : words.contains(after) ? 1 : -1;
}

void addTime(Facts& facts, const QString& hour, int minutes, int half)
{
    constexpr int noon = 12;
    int hours = hour.toInt();
    if (hours > 24 || minutes > 59) {
        return;
    }
    if (half > 0 && hours < noon) {
        hours += noon;
    }
    const int time = hours * 60 + minutes;
    facts.times.insert(time);
    if (half == 0 && hours >= 1 && hours <= noon && !hour.startsWith(QLatin1Char('0'))) {
        facts.halves.insert(time);
    }
}

void takeTimes(Facts& facts, QString& text)
{
    static const auto part = QStringLiteral(
        "(?:[ \\t]*(?:(?:in the )?(morning|afternoon|evening)\\b|at (night)\\b|([ap])\\.?m\\b\\.?|(בבוקר|בערב|בלילה|"
        "בצהריים|בצהרים|אחר הצהריים|אחרי הצהריים|אחה\"צ|אחה״צ)))");
    static const auto clock =
        anyCase(QStringLiteral("(?<![\\d:.])(\\d{1,2})(?::|h)([0-5]\\d)(?!\\d)") + part + QLatin1Char('?'));
    static const auto hour = anyCase(QStringLiteral("(?<![\\d:./,])(\\d{1,2})") + part);
    static const auto stated = anyCase(QStringLiteral(
        "(?:\\bat|בשעה|השעה|לשעה)\\s*(\\d{1,2})(?![\\d:./%])(?!-\\d)"
        "(?! "
        "?(?:days?|weeks?|months?|years?|minutes?|mins?|hours?|percent|people|clinics|payments?|times|teeth|ימים|דקות))"
        "|(?<!\\p{L})ב-?(\\d{1,2})(?=\\s*(?:$|[.!?;)\\n]|אצל|עם ד|מתאים|נוח|פנוי))"));
    static const auto dotted = anyCase(QStringLiteral("(?<![\\d.,])(\\d{1,2})\\.([0-5]\\d)(?![\\dk.%]|,\\d)"));
    const auto words = [](const Match& match, int first) {
        return match.captured(first) + match.captured(first + 1) + match.captured(first + 2) +
               match.captured(first + 3);
    };
    take(clock, text, [&](const Match& match) {
        addTime(facts, match.captured(1), match.captured(2).toInt(), halfOf(words(match, 3)));
        return true;
    });
    take(hour, text, [&](const Match& match) {
        addTime(facts, match.captured(1), 0, halfOf(words(match, 2)));
        return true;
    });
    take(stated, text, [&](const Match& match) {
        addTime(facts, match.captured(1) + match.captured(2), 0, 0);
        return true;
    });
    take(dotted, text, [&](const Match& match) {
        addTime(facts, match.captured(1), match.captured(2).toInt(), 0);
        return true;
    });
}

int monthOf(const QString& word)
{
    static const QStringList english =
        QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(QLatin1Char(' '));
    static const QStringList hebrew =
        QStringLiteral("ינו פבר מר אפר מאי יוני יולי אוג ספט אוק נוב דצמ").split(QLatin1Char(' '));
    for (int month = 0; month < english.size(); ++month) {
        if (word.startsWith(english[month], Qt::CaseInsensitive) || word.startsWith(hebrew[month])) {
            return month + 1;
        }
    }
    return 0;
}

bool addDay(Facts& facts, int month, int day)
{
    const bool possible = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (possible) {
        facts.days.insert(month * 100 + day);
    }
    return possible;
}

void takeDays(Facts& facts, QString& text)
{
    static const auto months = QStringLiteral(
        "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
        "nov(?:ember)?|dec(?:ember)?|ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)"
        "(?!\\p{L})");
    static const auto link = QStringLiteral("\\s*(?:-|–|,|to|or|and|until|או|עד|ו)\\s*-?(?:on )?(?:the |ה-?|ב-?)?");
    static const QRegularExpression iso(QStringLiteral("\\b(?:20|19)\\d\\d[-/.](\\d\\d?)[-/.](\\d\\d?)(?!\\d)"));
    static const QRegularExpression full(QStringLiteral("(?<![\\d-])(\\d\\d?)-(\\d\\d?)-(?:20|19)\\d\\d(?!\\d)"));
    static const QRegularExpression numeric(
        QStringLiteral("(?:(?<![\\d./:-])|(?<=[א-ת]-))(?!24/7)(\\d{1,2})[./](\\d{1,2})(?:[./"
                       "](?:20|19)?\\d\\d)?(?![\\dk/:%]|\\.\\d|,\\d)"));
    static const auto dayFirst =
        anyCase(QStringLiteral("(?<![\\d./:,])(?:(?<!\\bat )(\\d{1,2})(?:st|nd|rd|th)?") + link +
                QStringLiteral(")?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?(?: the)?[ -]*(?:ב|ל)?") + months);
    static const auto monthFirst =
        anyCase(QStringLiteral("(?<!\\p{L})(?:ב|ל)?") + months +
                QStringLiteral("\\.?,?\\s+(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:/]|\\.\\d)(?:") + link +
                QStringLiteral("(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:./]))?"));
    static const auto dayAlone = anyCase(QStringLiteral(
        "(?<![\\d./:,])(\\d{1,2}) (?:לחודש|בחודש|this month|next month)"
        "|\\b(?:on|for|until|from|by|till) the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:floor|visit|time|of))"));
    const auto monthAndDay = [&](const Match& match) {
        return addDay(facts, match.captured(1).toInt(), match.captured(2).toInt());
    };
    const auto dayAndMonth = [&](const Match& match) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        return addDay(facts, second, first) ||
               (match.captured().contains(QLatin1Char('/')) && addDay(facts, first, second));
    };
    take(iso, text, monthAndDay);
    take(full, text, dayAndMonth);
    take(numeric, text, dayAndMonth);
    take(dayFirst, text, [&](const Match& match) {
        const int month = monthOf(match.captured(3));
        addDay(facts, month, match.captured(1).toInt());
        return addDay(facts, month, match.captured(2).toInt());
    });
    take(monthFirst, text, [&](const Match& match) {
        const int month = monthOf(match.captured(1));
        addDay(facts, month, match.captured(3).toInt());
        return addDay(facts, month, match.captured(2).toInt());
    });
    take(dayAlone, text, [&](const Match& match) {
        facts.monthDays.insert((match.captured(1) + match.captured(2)).toInt());
        return true;
    });
}

void takeNumbers(Facts& facts, QString& text)
{
    // Numbers to call for help, years and what looks like a phone or a reference are no amounts.
    static const QRegularExpression phone(QStringLiteral("\\+?\\d[\\d() \\-]{7,}\\d|\\p{L}[\\w]*/[\\w/]*"));
    static const QRegularExpression number(
        QStringLiteral("(?:(?<![\\w./:,+*#\\-])|(?<=[א-ת])-?)(\\d{1,3}(?:,\\d{3})+|\\d{3,})(?![\\w/:%]|[.,-]\\d)"));
    static const auto thousands = anyCase(QStringLiteral("(?<![\\w.,])(\\d{1,3}(?:\\.\\d)?)k\\b"));
    take(phone, text, [](const Match&) { return true; });
    take(thousands, text, [&](const Match& match) {
        facts.numbers.insert(qint64(match.captured(1).toDouble() * 1000));
        return true;
    });
    take(number, text, [&](const Match& match) {
        auto digits = match.captured(1);
        const auto value = digits.remove(QLatin1Char(',')).toLongLong();
        const bool help = value >= 100 && value <= 102;
        const bool year = value >= 1920 && value <= 2040 && value != 2000 && digits == match.captured(1);
        if (!help && !year) {
            facts.numbers.insert(value);
        }
        return true;
    });
}

} // namespace

Facts statedIn(const QString& text)
{
    Facts facts;
    auto rest = text;
    takeAmounts(facts, rest);
    takeDays(facts, rest);
    takeTimes(facts, rest);
    takeNumbers(facts, rest);
    return facts;
}

} // namespace delpek::safety
