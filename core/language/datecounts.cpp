// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

// Days by counting, weeks, months and days of the month.

namespace delpek::language
{

/// "in two weeks", "בעוד חודש", "שבוע מהיום", and "by a week" as a shift.
bool DateScanner::tryCount()
{
    int at = m_at;
    const bool ahead = is(at, {"בעוד", "עוד", "in", "within", "תוך", "לעוד"});
    const bool by = is(at, {"by"});
    at += ahead || by ? 1 : 0;
    std::optional<int> count = number(at, 1, 60);
    if (!count) {
        count = value(at, m_words.counts);
    }
    const bool couple = is(at, {"couple"}) || (is(at, {"a"}) && is(at + 1, {"couple"}));
    if (couple) {
        count = 2;
        at += is(at, {"a"}) ? 1 : 0;
        at += is(at + 1, {"of"}) ? 1 : 0;
    }
    at += count ? 1 : 0;
    int days = 0;
    int months = 0;
    const bool fortnight = is(at, {"fortnight"});
    if (is(at, {"יום", "ימים", "day", "days"}) && (count || ahead)) {
        days = 1;
    } else if (is(at, {"יומיים"})) {
        days = 2;
    } else if (is(at, {"שבוע", "week", "שבועות", "weeks"})) {
        days = 7;
    } else if (is(at, {"שבועיים"}) || fortnight) {
        days = 14;
    } else if (is(at, {"חודש", "month", "חודשים", "months"})) {
        months = 1;
    } else if (is(at, {"חודשיים"})) {
        months = 2;
    } else {
        return false;
    }
    int last = at;
    bool counted = ahead;
    if (is(last + 1, {"בדיוק"})) {
        ++last;
    }
    if (is(last + 1, {"מהיום", "מעכשיו"})) {
        counted = true;
        ++last;
    } else if (is(last + 1, {"from"}) && is(last + 2, {"now", "today"})) {
        counted = true;
        last += 2;
    } else if (is(last + 1, {"later"})) {
        counted = true;
        ++last;
    }
    const int times = count.value_or(1);
    // "לדחות בשבוע", "postpone by 2 days"
    const bool unitBehindBe = !count && has(at) && token(at).key.startsWith(QChar(0x05D1)) &&
                              is(at, {"שבוע", "שבועיים", "יומיים", "חודש"}) &&
                              !is(at + 1, {"הבא", "הקרוב", "הזה", "של"});
    if (!counted && (by || unitBehindBe)) {
        push(m_at, last).shiftDays = times * (days + months * 30);
        return true;
    }
    if (!counted) {
        return false;
    }
    auto& piece = push(m_at, last);
    piece.role = Role::Plain;
    piece.date = months > 0 ? m_today.addMonths(months * times) : m_today.addDays(days * times);
    return true;
}

bool DateScanner::tryWeek()
{
    const auto start = weekStart();
    const auto span = [&](int first, int tokens, QDate from, QDate to) {
        auto& piece = push(first, first + tokens - 1);
        piece.role = piece.role == Role::From || piece.role == Role::To ? piece.role : Role::Plain;
        piece.date = std::max(from, m_today);
        piece.to = to;
        return true;
    };
    const bool hebrewNext = is(m_at, {"שבוע"}) && is(m_at + 1, {"הבא"});
    const bool englishNext = is(m_at, {"next", "נקסט"}) && is(m_at + 1, {"week", "weeks", "וויק", "ויק"});
    if (hebrewNext || englishNext) {
        const auto sunday = start.addDays(7);
        if (is(m_at - 1, {"תחילת"}) || (is(m_at - 1, {"of"}) && is(m_at - 2, {"start", "beginning"})) ||
            is(m_at - 1, {"early"})) {
            return span(m_at, 2, sunday, sunday.addDays(1));
        }
        if (is(m_at - 1, {"סוף"}) || (is(m_at - 1, {"of"}) && is(m_at - 2, {"end"})) || is(m_at - 1, {"late"})) {
            return span(m_at, 2, sunday.addDays(4), sunday.addDays(5));
        }
        if (is(m_at - 1, {"אמצע", "mid"}) || (is(m_at - 1, {"of"}) && is(m_at - 2, {"middle"}))) {
            return span(m_at, 2, sunday.addDays(2), sunday.addDays(3));
        }
        return span(m_at, 2, sunday, sunday.addDays(5));
    }
    if (is(m_at, {"week"}) && is(m_at + 1, {"after"}) && is(m_at + 2, {"next"})) {
        return span(m_at, 3, start.addDays(14), start.addDays(19));
    }
    const auto& key = token(m_at).key;
    static const QSet<QString> thisWeek = {wordKey(QStringLiteral("השבוע")), wordKey(QStringLiteral("להשבוע"))};
    if ((is(m_at, {"this"}) && is(m_at + 1, {"week"})) || (thisWeek.contains(key) && !is(m_at + 1, {"הבא"}))) {
        return span(m_at, is(m_at, {"this"}) ? 2 : 1, m_today, start.addDays(5));
    }
    const bool hebrewWeekend = is(m_at, {"סוף", "סופי"}) && is(m_at + 1, {"השבוע", "שבוע"});
    if (hebrewWeekend || is(m_at, {"סופש", "weekend"})) {
        const int words = hebrewWeekend ? 2 : 1;
        const bool following = is(m_at + words, {"הבא"}) || is(m_at - 1, {"next"});
        const auto friday = start.addDays(following ? 12 : 5);
        return span(m_at, words + (is(m_at + words, {"הבא"}) ? 1 : 0), friday, friday.addDays(1));
    }
    return false;
}

bool DateScanner::tryMonthSpan()
{
    const auto span = [&](int last, QDate from) {
        auto& piece = push(m_at, last);
        piece.role = piece.role == Role::From ? Role::From : Role::Plain;
        piece.date = std::max(from, m_today);
        piece.to = QDate(from.year(), from.month(), from.daysInMonth());
        return true;
    };
    const QDate month(m_today.year(), m_today.month(), 1);
    if ((is(m_at, {"חודש"}) && is(m_at + 1, {"הבא"})) || (is(m_at, {"next"}) && is(m_at + 1, {"month"}))) {
        return span(m_at + 1, month.addMonths(1));
    }
    if (token(m_at).key == wordKey(QStringLiteral("החודש")) || (is(m_at, {"this"}) && is(m_at + 1, {"month"})) ||
        (is(m_at, {"end"}) && is(m_at + 1, {"of"}) && is(m_at + 3, {"month"}))) {
        return span(std::min(m_count - 1, m_at + (is(m_at, {"this"}) ? 1 : is(m_at, {"end"}) ? 3 : 0)), month);
    }
    if (const auto named = this->month(m_at); named) {
        const bool said = token(m_at).forms.size() > 1 && !m_words.months.contains(token(m_at).key);
        const bool after = is(m_at - 1, {"in", "until", "till", "to", "for", "by", "חודש", "during"});
        if (is(m_at - 1, {"from", "של"}) || (!said && !after) || token(m_at).key.startsWith(QChar(0x05E9))) {
            return false;
        }
        QDate from(m_today.year(), *named, 1);
        from = from < month && from.daysTo(m_today) > 100 ? from.addYears(1) : from;
        return from >= month && span(m_at, from);
    }
    return false;
}

/// "16 לחודש", "8 March", "the 18th", "ה-8", "ב-15 במרץ".
bool DateScanner::tryDayOfMonth()
{
    const auto day = number(m_at, 1, 31);
    if (!day) {
        return false;
    }
    int next = m_at + 1;
    const bool ordinal = is(next, {"th", "st", "nd", "rd"});
    next += ordinal ? 1 : 0;
    const int named = is(next, {"of"}) ? next + 1 : next;
    if (const auto month = this->month(named); month && token(named).breakBefore < 2) {
        int last = named;
        QDate date = dayInYear(*day, *month);
        bool birth = false;
        if (const auto year = number(named + 1, 1900, 2100)) {
            date = QDate(*year, *month, *day);
            birth = date < m_today;
            last = named + 1;
        }
        if (!date.isValid()) {
            return false;
        }
        auto& piece = push(m_at, last);
        piece.date = date;
        piece.exact = true;
        piece.birth = birth;
        if (!birth && date < m_today) {
            piece.role = Role::Past;
        }
        return true;
    }
    const bool inMonth = is(next, {"לחודש", "בחודש", "לחדש"});
    const bool definite = token(m_at).prefix.contains(QChar(0x05D4)) && !timeUnitAt(m_at + 1);
    if (!ordinal && !inMonth && !definite) {
        return false;
    }
    const auto date = dayOfMonth(*day);
    if (!date.isValid()) {
        return false;
    }
    auto& piece = push(m_at, inMonth ? next : next - 1);
    piece.date = date;
    piece.exact = true;
    return true;
}

/// "March 10", "Mar 24th".
bool DateScanner::tryMonthFirst()
{
    const auto month = this->month(m_at);
    const auto day = number(m_at + 1, 1, 31);
    if (!month || !day || token(m_at + 1).breakBefore > 0) {
        return false;
    }
    int last = m_at + (is(m_at + 2, {"th", "st", "nd", "rd"}) ? 2 : 1);
    QDate date = dayInYear(*day, *month);
    bool birth = false;
    if (const auto year = number(last + 1, 1900, 2100)) {
        date = QDate(*year, *month, *day);
        birth = date < m_today;
        ++last;
    }
    if (!date.isValid()) {
        return false;
    }
    auto& piece = push(m_at, last);
    piece.date = date;
    piece.exact = true;
    piece.birth = birth;
    return true;
}

} // namespace delpek::language
