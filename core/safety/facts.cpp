// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/facts.h"

#include <QRegularExpression>

namespace delpek::safety
{

namespace
{

constexpr int kNoon = 12 * 60;

template <typename Use>
void each(const QRegularExpression& expression, const QString& text, Use use)
{
    for (auto found = expression.globalMatch(text); found.hasNext();) {
        use(found.next());
    }
}

void addText(Facts& facts, const QString& text)
{
    static const QRegularExpression day(QStringLiteral("\\b\\d{4}-(\\d\\d)-(\\d\\d)"));
    static const QRegularExpression time(QStringLiteral("(?<![\\d:])([01]?\\d|2[0-4]):([0-5]\\d)(?!\\d)"));
    static const QRegularExpression number(QStringLiteral("\\d{3,}"));
    using Match = QRegularExpressionMatch;
    each(day, text,
         [&](const Match& match) { facts.days.insert(match.captured(1).toInt() * 100 + match.captured(2).toInt()); });
    each(time, text,
         [&](const Match& match) { facts.times.insert(match.captured(1).toInt() * 60 + match.captured(2).toInt()); });
    each(number, text, [&](const Match& match) { facts.numbers.insert(match.captured().toLongLong()); });
}

} // namespace

void Facts::addJson(const base::Json& json)
{
    if (json.is_string()) {
        addText(*this, QString::fromStdString(json.get<std::string>()));
    } else if (json.is_structured()) {
        for (const auto& [key, value] : json.items()) {
            if (key == "minor" && value.is_number_integer()) {
                amounts.insert(value.get<qint64>());
            } else {
                addJson(value);
            }
        }
    }
}

void Facts::addWords(const QString& words)
{
    constexpr qint64 fiveDigits = 10'000;
    const auto stated = statedIn(words);
    times.unite(stated.times);
    days.unite(stated.days);
    monthDays.unite(stated.monthDays);
    static const QRegularExpression bare(QStringLiteral("(?<![\\d:./,])(\\d{1,2})(?![\\d:./,])"));
    static const QRegularExpression number(QStringLiteral("\\d{5,}"));
    each(bare, words, [&](const QRegularExpressionMatch& match) {
        if (const int hour = match.captured(1).toInt(); hour <= 24) {
            times.insert(hour * 60);
        }
    });
    each(number, words, [&](const QRegularExpressionMatch& match) {
        if (const auto value = match.captured().toLongLong(); value >= fiveDigits) {
            numbers.insert(value);
        }
    });
    // Nobody writes "afternoon" with an hour that can only be one.
    for (const int minutes : QSet<int>(times)) {
        if (minutes < 8 * 60) {
            times.insert(minutes + kNoon);
        }
    }
}

bool Facts::coverAmounts(const Facts& stated) const
{
    return amounts.contains(stated.amounts) &&
           std::all_of(stated.numbers.begin(), stated.numbers.end(),
                       [&](qint64 number) { return numbers.contains(number) || amounts.contains(number * 100); });
}

bool Facts::coverTimes(const Facts& stated) const
{
    return std::all_of(stated.times.begin(), stated.times.end(), [&](int time) {
        return times.contains(time) || (stated.halves.contains(time) && times.contains((time + kNoon) % (2 * kNoon)));
    });
}

bool Facts::coverDays(const Facts& stated) const
{
    return days.contains(stated.days) && std::all_of(stated.monthDays.begin(), stated.monthDays.end(), [&](int day) {
               return monthDays.contains(day) ||
                      std::any_of(days.begin(), days.end(), [day](int known) { return known % 100 == day; });
           });
}

} // namespace delpek::safety
