// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"

namespace delpek::language
{

/// Goes through the words once; each try… reads one kind of expression at `m_at` and moves on when it finds one.
class DateScanner
{
public:
    DateScanner(const Text& text, const DateContext& context);
    DateReading scan();

private:
    using Role = DatePiece::Role;

    /// A time of the day as read, before it is known whether it is one.
    struct Hour {
        int hour = 0;
        int minute = 0;
        int part = 0;    ///< a part said with it
        int halfDay = 0; ///< 1 am, 2 pm
        int last = 0;
        bool colon = false;
        bool spelled = false;
        bool marked = false; ///< "half past", "וחצי", "am": nothing but a time
    };
    /// A counted length: "two weeks", "יומיים", "שעה וחצי".
    struct Length {
        int days = 0;
        int months = 0;
        int minutes = 0;
        int most = 0; ///< days at most, of "two or three weeks"
        int last = 0;
        bool counted = false;
    };
    struct Day {
        QDate date;
        QDate to;
        int last = 0;
    };

    // past
    bool tryPast();
    // days
    bool tryRelativeDay();
    bool tryWeekday();
    bool tryWeekdayOfMonth();
    bool tryWeekdayRange();
    bool tryLink();
    bool isMoved(int first) const;
    // counts and weeks
    bool tryCount();
    bool tryWeek();
    bool tryComing();
    // calendar days
    bool tryNumericDate();
    bool tryDayOfMonth();
    bool tryMonthFirst();
    bool tryDayRange();
    bool tryMonthSpan();
    bool tryHebrewDate();
    bool tryHoliday();
    // the clock
    bool tryHour();
    bool tryPart();
    bool trySoonest();

    bool has(int at) const { return at >= 0 && at < m_count; }
    const Token& token(int at) const { return m_text.tokens[std::size_t(at)]; }
    const DateWord& word(int at) const { return has(at) ? m_words[std::size_t(at)] : m_none; }
    template <typename... Kinds>
    bool is(int at, Kinds... kinds) const
    {
        const auto& one = word(at);
        return (one.is(kinds) || ...);
    }
    /// No break stands before `at`, or at most a comma.
    bool joined(int at, int most = 0) const { return has(at) && token(at).breakBefore <= most; }
    bool said(int at, std::initializer_list<GrammarWord> words) const { return has(at) && oneOf(token(at), words); }
    bool glued(int at, char16_t letter) const { return word(at).glued.contains(QChar(letter)); }
    bool signAfter(int at, QStringView signs) const;
    bool dashBetween(int at) const;

    std::optional<int> number(int at, int lowest, int highest) const;
    std::optional<int> spelled(int at, int& last) const;
    std::optional<int> count(int at, int& last) const;
    std::optional<int> dayNumber(int at, int& last) const;
    bool unitAt(int at) const;
    std::optional<Length> lengthAt(int at) const;
    std::optional<Day> weekOfMonthAt(int at) const;
    std::optional<int> weekdayAt(int at, int& last) const;
    bool plainOrdinal(int at) const;
    QDate withModifiers(int weekday, int first, int& last, QDate& other) const;
    std::optional<Day> holidayAt(int at) const;
    /// A day that others are counted from: "Monday", "פסח", "tomorrow", "the 15th".
    std::optional<Day> anchorAt(int at) const;
    int partAt(int at, int& last) const;
    std::optional<Hour> hourAt(int at) const;
    std::optional<Hour> toTheHour(int at) const;
    void addMinutes(Hour& hour) const;
    void addHalfDay(Hour& hour) const;
    bool standsAsHour(const Hour& hour) const;
    QTime clock(const Hour& hour, int part, std::optional<QTime>* other = nullptr) const;
    bool isOpen(QTime time) const;

    QDate nextWeekday(int weekday) const;
    QDate weekStart() const;
    QDate dayInYear(int day, int month) const;
    QDate dayOfMonth(int day) const;
    Role roleAt(int at) const;
    DatePiece& push(int first, int last);
    /// A day or a span, with what "before", "after", "until" make of it.
    bool pushDay(int first, int last, QDate date, QDate to = {}, bool exact = false);
    void bound(DatePiece& piece) const;
    void boundHour(DatePiece& piece, const Hour& hour) const;

    const Text& m_text;
    const DateContext& m_context;
    std::vector<DateWord> m_words;
    DateWord m_none;
    QDate m_today;
    int m_count = 0;
    int m_at = 0;
    std::vector<DatePiece> m_pieces;
};

} // namespace delpek::language
