// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

namespace delpek::language
{

DateScanner::DateScanner(const Text& text, const domain::LocalTime& now)
    : m_text(text)
    , m_words(DateWords::get())
    , m_today(now.date)
    , m_count(int(text.tokens.size()))
{
}

std::vector<DatePiece> DateScanner::scan()
{
    while (m_at < m_count) {
        const bool found = tryPast() || trySoonest() || tryRange() || tryNumericDate() || tryDayOfMonth() ||
                           tryMonthFirst() || tryRelativeDay() || tryCount() || tryWeek() || tryMonthSpan() ||
                           tryWeekday() || tryClock() || tryWordTime() || tryPart();
        if (!found) {
            ++m_at;
        }
    }
    return std::move(m_pieces);
}

std::optional<int> DateScanner::number(int at, int lowest, int highest) const
{
    if (!has(at) || !token(at).number) {
        return std::nullopt;
    }
    bool good = false;
    const int value = token(at).key.toInt(&good);
    return good && value >= lowest && value <= highest ? std::optional(value) : std::nullopt;
}

std::optional<int> DateScanner::month(int at) const
{
    // "may" is a verb more often than a month; it counts only beside a number, which the callers make sure of.
    return value(at, m_words.months);
}

QDate DateScanner::nextWeekday(int weekday) const
{
    const int ahead = (weekday - m_today.dayOfWeek() + 6) % 7 + 1;
    return m_today.addDays(ahead);
}

QDate DateScanner::weekStart() const
{
    return m_today.addDays(-(m_today.dayOfWeek() % 7));
}

QDate DateScanner::dayInYear(int day, int month) const
{
    // A day that lies more than half a year back is next year's.
    const QDate thisYear(m_today.year(), month, day);
    return thisYear.isValid() && thisYear.daysTo(m_today) > 183 ? QDate(m_today.year() + 1, month, day) : thisYear;
}

QDate DateScanner::dayOfMonth(int day) const
{
    QDate month(m_today.year(), m_today.month(), 1);
    for (int i = 0; i < 3; ++i, month = month.addMonths(1)) {
        const QDate date(month.year(), month.month(), day);
        if (date.isValid() && date >= m_today) {
            return date;
        }
    }
    return {};
}

/// From the prefix letters and the words just before.
DatePiece::Role DateScanner::roleAt(int at) const
{
    if (has(at - 1) && token(at).breakBefore < 2) {
        if (is(at - 1, {"from", "since", "instead", "במקום", "מאז"}) ||
            (is(at - 1, {"of"}) && is(at - 2, {"instead"})) ||
            (is(at - 1, {"on", "the"}) && is(at - 2, {"from", "since"}))) {
            return Role::From;
        }
        if (is(at - 1, {"to", "until", "till", "ל", "into"}) || (is(at - 1, {"the"}) && is(at - 2, {"to"}))) {
            return Role::To;
        }
        if (is(at - 1, {"not", "except", "חוץ"}) || token(at - 1).key == wordKey(QStringLiteral("לא")) ||
            (is(at - 1, {"on"}) && is(at - 2, {"not"}))) {
            return Role::Not;
        }
        if (is(at - 1, {"last", "past"})) {
            return Role::Past;
        }
    }
    const auto& word = token(at);
    const auto letters = word.prefix.isEmpty() && !word.number ? word.key.left(2) : word.prefix;
    const bool stripped = !word.prefix.isEmpty() || word.forms.size() > 1;
    const bool named = word.number || value(at, m_words.weekdays).has_value() || is(at, {"יום", "מחר", "היום"});
    const bool bare =
        !word.number && (m_words.weekdays.contains(word.key) || word.key == wordKey(QStringLiteral("מחר")));
    if (!stripped || !named || bare) {
        return Role::Plain;
    }
    return letters.startsWith(QChar(0x05DE)) || letters.startsWith(QStringLiteral("שמ")) ? Role::From
           : letters.startsWith(QChar(0x05DC))                                           ? Role::To
                                                                                         : Role::Plain;
}

DatePiece& DateScanner::push(int first, int last)
{
    DatePiece piece;
    piece.first = first;
    piece.last = last;
    piece.role = roleAt(first);
    m_pieces.push_back(piece);
    m_at = last + 1;
    return m_pieces.back();
}

bool DateScanner::tryPast()
{
    if (is(m_at, {"אתמול", "שלשום", "yesterday", "אמש"}) ||
        (is(m_at, {"last"}) && is(m_at + 1, {"night", "week", "month", "year", "time"}))) {
        auto& piece = push(m_at, m_at + (is(m_at, {"last"}) ? 1 : 0));
        piece.role = Role::Past;
        // "yesterday evening": the part belongs to it.
        int taken = 0;
        if (!partAt(m_at, taken).isEmpty()) {
            m_at += taken;
        }
        return true;
    }
    const bool unit = is(m_at, {"שבוע", "חודש", "שנה", "פעם"});
    if (unit && is(m_at + 1, {"שעבר", "שעברה", "שעברו"})) {
        push(m_at, m_at + 1).role = Role::Past;
        return true;
    }
    if (is(m_at, {"לפני", "כבר"}) && (timeUnitAt(m_at + 1) || timeUnitAt(m_at + 2))) {
        push(m_at, timeUnitAt(m_at + 1) ? m_at + 1 : m_at + 2).role = Role::Past;
        return true;
    }
    if ((timeUnitAt(m_at) && is(m_at + 1, {"ago", "back"}))) {
        push(m_at, m_at + 1).role = Role::Past;
        return true;
    }
    // Times since which something lasts.
    const auto key = token(m_at).key;
    if (key == wordKey(QStringLiteral("הבוקר")) || key == wordKey(QStringLiteral("מהבוקר")) ||
        key == wordKey(QStringLiteral("הלילה")) || key == wordKey(QStringLiteral("מהלילה")) ||
        (is(m_at, {"since"}) && is(m_at + 1, {"this"}))) {
        push(m_at, std::min(m_count - 1, m_at + (is(m_at, {"since"}) ? 2 : 0))).role = Role::Past;
        return true;
    }
    return false;
}

bool DateScanner::timeUnitAt(int at) const
{
    return is(at, {"שנה",  "שנים",  "שנתיים",  "חודש",   "חודשים", "חודשיים", "שבוע",  "שבועות", "שבועיים",
                   "יום",  "ימים",  "יומיים",  "שעה",    "שעות",   "שעתיים",  "דקות",  "דקה",    "רבע",
                   "חצי",  "year",  "years",   "month",  "months", "week",    "weeks", "day",    "days",
                   "hour", "hours", "minutes", "minute", "min",    "mins",    "דק"});
}

bool DateScanner::tryRelativeDay()
{
    const auto day = [&](int ahead, int tokens, const char* part = "") {
        auto& piece = push(m_at, m_at + tokens - 1);
        piece.date = m_today.addDays(ahead);
        piece.part = QLatin1String(part);
        return true;
    };
    if (is(m_at, {"day"}) && is(m_at + 1, {"after"}) && is(m_at + 2, {"tomorrow", "tmrw", "tmr"})) {
        return day(2, 3);
    }
    if (is(m_at, {"מחרתיים", "מחרתים"})) {
        return day(2, 1);
    }
    if (is(m_at, {"tomorrow", "tomorrows", "tmrw", "tmr", "tommorow", "tomorow", "tmw"}) || is(m_at, {"מחר"})) {
        return day(1, 1);
    }
    if (is(m_at, {"tonight"}) || token(m_at).key == wordKey(QStringLiteral("הערב")) ||
        token(m_at).key == wordKey(QStringLiteral("להערב"))) {
        return day(0, 1, "evening");
    }
    if (is(m_at, {"this"}) && is(m_at + 1, {"afternoon", "evening"})) {
        return day(0, 2, is(m_at + 1, {"afternoon"}) ? "afternoon" : "evening");
    }
    const bool today = is(m_at, {"today", "todays", "היום"}) && !is(m_at + 1, {"ראשון", "שלישי", "רביעי", "חמישי"}) &&
                       !is(m_at - 1, {"של", "כל"});
    if (today || (is(m_at, {"היום"}) && is(m_at - 1, {"של"}) && !is(m_at + 1, {"שלישי", "רביעי"}))) {
        const bool onset = is(m_at, {"today", "היום"}) && is(m_at - 1, {"since", "as"});
        day(0, 1);
        if (onset) {
            m_pieces.back().role = Role::Past;
        }
        return true;
    }
    return false;
}

std::optional<int> DateScanner::weekdayAt(int at, int& taken) const
{
    if (!has(at)) {
        return std::nullopt;
    }
    if (is(at, {"יום", "ימי"}) && has(at + 1)) {
        if (const auto letter = m_words.weekdayLetters.constFind(token(at + 1).key);
            letter != m_words.weekdayLetters.constEnd()) {
            taken = 2;
            return *letter;
        }
        // "יום ב-14:00" is Monday only where no other prefix could be meant.
        if (const auto found = m_words.weekdays.constFind(token(at + 1).key); found != m_words.weekdays.constEnd()) {
            taken = 2;
            return *found;
        }
    }
    taken = 1;
    const auto& word = token(at);
    if (const auto named = m_words.weekdays.constFind(word.key); named != m_words.weekdays.constEnd()) {
        const bool ordinal = is(at, {"ראשון", "שני"});
        const bool verb = is(at, {"sat", "sun"}) && !is(at - 1, {"on", "this", "next", "for", "to"});
        // "לא מתאים לי רביעי, אפשר ראשון?": beside another day it is one as well.
        const bool ends = !has(at + 1) || token(at + 1).breakBefore > 0;
        const bool beside = ends && !m_pieces.empty() && m_pieces.back().date &&
                            is(at - 1, {"אפשר", "אולי", "עדיף", "או", "רק", "נעשה", "מה"});
        const bool shown = beside || is(at + 1, {"הקרוב", "הזה", "הבא", "בוקר", "בבוקר", "בערב", "שאחרי"});
        return (ordinal && !shown) || verb ? std::nullopt : std::optional(*named);
    }
    // "לראשון", "ברביעי", "מחמישי": one prefix letter; "השלישי" counts things.
    for (const auto& form : word.forms) {
        const auto found = m_words.weekdays.constFind(form);
        const auto letters = word.key.left(word.key.size() - form.size());
        // "לשני הצדדים", "בשני תורים" count as well.
        const auto next = has(at + 1) ? token(at + 1).key : QString();
        const bool counts = form == wordKey(QStringLiteral("שני")) && !is(at + 1, {"הבא", "הקרוב", "הזה"}) &&
                            (next.startsWith(QChar(0x05D4)) || next.endsWith(QStringLiteral("ימ")) ||
                             next.endsWith(QStringLiteral("ות")));
        if (found != m_words.weekdays.constEnd() && !counts && !letters.isEmpty() && !letters.endsWith(QChar(0x05D4))) {
            return *found;
        }
    }
    return std::nullopt;
}

bool DateScanner::tryWeekday()
{
    int first = m_at;
    int taken = 0;
    const bool next = is(m_at, {"next"});
    const bool near = is(m_at, {"this", "coming"});
    const auto weekday = weekdayAt(m_at + (next || near ? 1 : 0), taken);
    if (!weekday || (is(m_at, {"היום"}) && !m_words.weekdays.contains(token(m_at + 1).key))) {
        return false;
    }
    int last = m_at + taken - (next || near ? 0 : 1);
    QDate date = nextWeekday(*weekday);
    const QDate following = weekStart().addDays(7 + *weekday % 7);
    if (next || is(last + 1, {"הבא", "הבאה"})) {
        date = following;
        last += next ? 0 : 1;
    } else if (is(last + 1, {"הקרוב", "הזה"})) {
        ++last;
    } else if ((is(last + 1, {"שבוע"}) && is(last + 2, {"הבא"})) ||
               (is(last + 1, {"next"}) && is(last + 2, {"week"}))) {
        date = following;
        last += 2;
    } else if ((is(last + 1, {"של", "of", "in"}) && is(last + 2, {"שבוע", "next", "the"}) &&
                is(last + 3, {"הבא", "week", "next"}))) {
        date = following;
        last += is(last + 3, {"next"}) ? 4 : 3;
    } else if (is(last + 1, {"week"})) {
        date = date.addDays(7);
        ++last;
    }
    if (first > 0 && is(first - 1, {"from"}) && is(first - 2, {"week"})) {
        date = date.addDays(7);
    } else if (first > 1 && is(first - 1, {"הבא"}) && is(first - 2, {"שבוע"})) {
        date = following;
    } else if (!m_pieces.empty() && m_pieces.back().to && m_pieces.back().last == first - 1 &&
               *m_pieces.back().date > m_today) {
        date = m_pieces.back().date->addDays((*weekday % 7) - (m_pieces.back().date->dayOfWeek() % 7));
        m_pieces.pop_back();
    }
    auto& piece = push(first, std::min(last, m_count - 1));
    piece.date = date;
    if (is(first - 1, {"from"}) && is(first - 2, {"week"})) {
        piece.role = Role::Plain;
    }
    return true;
}

} // namespace delpek::language
