// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/firstsign.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace delpek::agent
{

namespace
{

using std::chrono::hours;
using std::chrono::minutes;

constexpr base::Duration longest = hours(48);

/// Number words, in minutes' or hours' own count.
const std::map<QString, double>& numberWords()
{
    static const std::map<QString, double> words{
        {QStringLiteral("a"), 1},        {QStringLiteral("an"), 1},          {QStringLiteral("one"), 1},
        {QStringLiteral("two"), 2},      {QStringLiteral("three"), 3},       {QStringLiteral("four"), 4},
        {QStringLiteral("five"), 5},     {QStringLiteral("six"), 6},         {QStringLiteral("ten"), 10},
        {QStringLiteral("fifteen"), 15}, {QStringLiteral("twenty"), 20},     {QStringLiteral("thirty"), 30},
        {QStringLiteral("forty"), 40},   {QStringLiteral("half an"), 0.5},   {QStringLiteral("half a"), 0.5},
        {QStringLiteral("a few"), 3},    {QStringLiteral("a couple of"), 2}, {QStringLiteral("שתי"), 2},
        {QStringLiteral("שלוש"), 3},     {QStringLiteral("ארבע"), 4},        {QStringLiteral("חמש"), 5},
        {QStringLiteral("שש"), 6},       {QStringLiteral("עשר"), 10},        {QStringLiteral("רבע"), 0.25},
        {QStringLiteral("חצי"), 0.5},    {QStringLiteral("עשרים"), 20},      {QStringLiteral("שלושים"), 30},
        {QStringLiteral("ארבעים"), 40},  {QStringLiteral("כמה"), 3},         {QStringLiteral("מספר"), 3}};
    return words;
}

QString alternatives()
{
    QStringList words;
    for (const auto& [word, value] : numberWords()) {
        words << word;
    }
    // The longer first, so that "a few" is not taken for "a".
    std::ranges::sort(words, [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return QStringLiteral("(\\d{1,3}|%1)").arg(words.join(QLatin1Char('|')));
}

double numberOf(const QString& word)
{
    const auto known = numberWords().find(word);
    return known == numberWords().end() ? word.toDouble() : known->second;
}

base::Duration span(double count, bool isHours)
{
    return std::chrono::duration_cast<base::Duration>(
        std::chrono::duration<double, std::ratio<60>>(isHours ? count * 60 : count));
}

} // namespace

std::optional<base::Duration> toldAgo(const QString& text)
{
    using Expression = QRegularExpression;
    constexpr auto options = Expression::CaseInsensitiveOption | Expression::UseUnicodePropertiesOption;
    static const Expression english(
        QStringLiteral("\\b%1 ?(minutes?|mins?|hours?|hrs?|h)( and a half)? ago\\b").arg(alternatives()), options);
    static const Expression lasting(
        QStringLiteral("\\bfor (?:about |over |more than |the (?:last|past) )?%1 ?(minutes?|mins?|hours?|hrs?)\\b")
            .arg(alternatives()),
        options);
    static const Expression hebrew(
        QStringLiteral("(?:לפני|כבר) (?:בערך |איזה )?כ?-?%1 (דקות|דקה|דק|שעות|שעה)").arg(alternatives()), options);
    static const Expression hebrewOne(
        QStringLiteral("(?:לפני|כבר) (?:בערך |איזה )?כ?-?(שעתיים|שעה|דקה)(?! ?\\d)( וחצי| ורבע)?"), options);

    std::optional<base::Duration> told;
    const auto note = [&](base::Duration ago) {
        const auto capped = std::min(ago, longest);
        told = std::max(told.value_or(capped), capped);
    };
    for (const auto* expression : {&english, &lasting}) {
        for (auto it = expression->globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const bool half = expression == &english && !match.captured(3).isEmpty();
            note(span(numberOf(match.captured(1).toLower()) + (half ? 0.5 : 0),
                      match.captured(2).startsWith(QLatin1Char('h'), Qt::CaseInsensitive)));
        }
    }
    for (auto it = hebrew.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        note(span(numberOf(match.captured(1)), match.captured(2).startsWith(QStringLiteral("שע"))));
    }
    for (auto it = hebrewOne.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const double more = match.captured(2).contains(QStringLiteral("חצי"))   ? 0.5
                            : match.captured(2).contains(QStringLiteral("רבע")) ? 0.25
                                                                                : 0;
        const bool isHours = match.captured(1) != QStringLiteral("דקה");
        note(span((match.captured(1) == QStringLiteral("שעתיים") ? 2 : 1) + more, isHours));
    }
    return told;
}

base::Instant firstSign(const std::vector<domain::Message>& burst)
{
    auto first = burst.front().sentAt;
    for (const auto& message : burst) {
        first = std::min(first, message.sentAt);
        if (const auto ago = toldAgo(message.text)) {
            first = std::min(first, message.sentAt - *ago);
        }
    }
    return first;
}

} // namespace delpek::agent
