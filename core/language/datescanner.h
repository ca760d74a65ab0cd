// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"
#include "language/datewords.h"

namespace delpek::language
{

/// Goes through the words once; each try… reads one kind of expression at `m_at` and moves on when it finds one.
class DateScanner
{
public:
    DateScanner(const Text& text, const domain::LocalTime& now);
    std::vector<DatePiece> scan();

private:
    using Role = DatePiece::Role;

    bool tryPast();
    bool tryRelativeDay();
    bool tryWeekday();
    bool tryCount();
    bool tryWeek();
    bool tryMonthSpan();
    bool tryRange();
    bool tryNumericDate();
    bool tryDayOfMonth();
    bool tryMonthFirst();
    bool tryClock();
    bool tryWordTime();
    bool tryPart();
    bool trySoonest();

    bool has(int at) const { return at >= 0 && at < m_count; }
    const Token& token(int at) const { return m_text.tokens[std::size_t(at)]; }
    bool is(int at, std::initializer_list<const char*> words) const { return has(at) && oneOf(token(at), words); }
    template <typename Value>
    std::optional<Value> value(int at, const QHash<QString, Value>& table) const;
    std::optional<int> number(int at, int lowest, int highest) const;
    std::optional<int> month(int at) const;
    /// The weekday named at `at`, alone or behind "יום"; sets the tokens it takes.
    std::optional<int> weekdayAt(int at, int& taken) const;
    QString partAt(int at, int& taken) const;
    QTime clock(int hour, int minute, const QString& part) const;
    QDate nextWeekday(int weekday) const;
    QDate weekStart() const;
    QDate dayInYear(int day, int month) const;
    QDate dayOfMonth(int day) const;
    Role roleAt(int at) const;
    bool timeUnitAt(int at) const;
    DatePiece& push(int first, int last);

    const Text& m_text;
    const DateWords& m_words;
    QDate m_today;
    int m_count = 0;
    int m_at = 0;
    std::vector<DatePiece> m_pieces;
};

template <typename Value>
std::optional<Value> DateScanner::value(int at, const QHash<QString, Value>& table) const
{
    if (has(at)) {
        for (const auto& form : token(at).forms) {
            if (const auto found = table.constFind(form); found != table.constEnd()) {
                return *found;
            }
        }
    }
    return std::nullopt;
}

} // namespace delpek::language
