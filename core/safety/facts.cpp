// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/facts.h"

#include <QRegularExpression>

namespace delpek::safety
{

namespace
{

using Match = QRegularExpressionMatch;

template <typename Use>
void each(const QRegularExpression& expression, const QString& text, Use use)
{
    for (auto found = expression.globalMatch(text); found.hasNext();) {
        use(found.next());
    }
}

int minutesOf(int hour, int minute)
{
    return hour * 60 + minute;
}

void addIsoText(Facts& facts, const QString& text)
{
    static const QRegularExpression day(QStringLiteral("\\b\\d{4}-(\\d\\d)-(\\d\\d)"));
    static const QRegularExpression time(QStringLiteral("(?<![\\d:])([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)"));
    each(day, text,
         [&](const Match& match) { facts.days.insert(match.captured(1).toInt() * 100 + match.captured(2).toInt()); });
    each(time, text, [&](const Match& match) {
        facts.times.insert(minutesOf(match.captured(1).toInt(), match.captured(2).toInt()));
    });
}

void addAmounts(Facts& facts, const QString& text)
{
    // An amount and its sign stand on one line: "480 ₪\n1. …" is not an amount of one.
    static const QRegularExpression amount(
        QStringLiteral("(?:(?:₪|\\$|€|\\bILS|\\bNIS)[ \\t\u00A0]*(\\d[\\d,]*)(?:\\.(\\d\\d?))?"
                       "|(\\d[\\d,]*)(?:\\.(\\d\\d?))?[ \\t\u00A0]*-?(k\\b)?[ \\t\u00A0]*"
                       "(?:₪|ש\"ח|ש״ח|ש''ח|שח\\b|שקל|ILS|NIS|shekel|sheqel|dollar|euro|דולר|יורו|אירו|\\$|€))"),
        QRegularExpression::CaseInsensitiveOption);
    each(amount, text, [&](const Match& match) {
        const bool signFirst = !match.captured(1).isEmpty();
        auto whole = match.captured(signFirst ? 1 : 3);
        const auto part = match.captured(signFirst ? 2 : 4).leftJustified(2, QLatin1Char('0'));
        const qint64 thousands = match.captured(5).isEmpty() ? 1 : 1000;
        facts.amounts.insert(whole.remove(QLatin1Char(',')).toLongLong() * 100 * thousands + part.toLongLong());
    });
}

void addTimes(Facts& facts, const QString& text)
{
    static const QRegularExpression clock(
        QStringLiteral("(?<![\\d:.])(\\d{1,2}):([0-5]\\d)(?!\\d)(?:\\s*([ap])\\.?m)?"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hour(
        QStringLiteral("(?<![\\d:./])(\\d{1,2})\\s*([ap])\\.?m\\b"
                       "|(?:\\bat|בשעה|השעה|לשעה)\\s*(\\d{1,2})(?![\\d:./])(?!\\s*[ap]\\.?m)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto add = [&](int hours, int minutes, const QString& half) {
        const bool afternoon = half.compare(QLatin1String("p"), Qt::CaseInsensitive) == 0;
        if (hours <= 24) {
            facts.times.insert(minutesOf(afternoon && hours < 12 ? hours + 12 : hours, minutes));
        }
    };
    each(clock, text,
         [&](const Match& match) { add(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3)); });
    each(hour, text,
         [&](const Match& match) { add((match.captured(1) + match.captured(3)).toInt(), 0, match.captured(2)); });
}

void addDays(Facts& facts, const QString& text)
{
    static const QRegularExpression numeric(
        QStringLiteral("(?<![\\d./:-])(\\d{1,2})[./](\\d{1,2})(?:[./](?:20)?\\d\\d)?(?![\\d/:]|\\.\\d)"));
    static const QRegularExpression named(
        QStringLiteral(
            "(?<![\\d./:])(\\d{1,2})(?:st|nd|rd|th)?(?: of)?\\s+(?:ב|ל)?(january|february|march|april|may|june|"
            "july|august|september|october|november|december|ינואר|פברואר|מרץ|מרס|אפריל|מאי|יוני|יולי|אוגוסט|"
            "ספטמבר|אוקטובר|נובמבר|דצמבר)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QStringList months =
        QStringLiteral("january february march april may june july august september october november december")
            .split(QLatin1Char(' '));
    static const QStringList hebrew =
        QStringLiteral("ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר")
            .split(QLatin1Char(' '));
    const auto add = [&](int month, int day) {
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            facts.days.insert(month * 100 + day);
        }
    };
    each(numeric, text, [&](const Match& match) { add(match.captured(2).toInt(), match.captured(1).toInt()); });
    each(named, text, [&](const Match& match) {
        auto month = match.captured(2).toLower();
        month.replace(QStringLiteral("מרס"), QStringLiteral("מרץ"));
        const auto at = std::max(months.indexOf(month), hebrew.indexOf(month));
        add(int(at) + 1, match.captured(1).toInt());
    });
}

} // namespace

void Facts::addJson(const base::Json& json)
{
    if (json.is_string()) {
        addIsoText(*this, QString::fromStdString(json.get<std::string>()));
    } else if (json.is_structured()) {
        for (const auto& [key, value] : json.items()) {
            if (key == "minor" && value.is_number_integer()) {
                amounts.insert(value.get<qint64>());
            }
            addJson(value);
        }
    }
}

void Facts::addWords(const QString& words)
{
    addTimes(*this, words);
    addDays(*this, words);
    static const QRegularExpression bare(QStringLiteral("(?<![\\d:./,])(\\d{1,2})(?![\\d:./,])"));
    each(bare, words, [&](const Match& match) {
        if (const int hour = match.captured(1).toInt(); hour <= 24) {
            times.insert(minutesOf(hour, 0));
        }
    });
    // Nobody writes "afternoon" with an hour that can only be one.
    for (const int minutes : QSet<int>(times)) {
        if (minutes < minutesOf(8, 0)) {
            times.insert(minutes + minutesOf(12, 0));
        }
    }
}

Facts statedIn(const QString& text)
{
    Facts facts;
    addAmounts(facts, text);
    addTimes(facts, text);
    addDays(facts, text);
    return facts;
}

} // namespace delpek::safety
