// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

// What was: "yesterday evening", "לפני שבוע", "for two days", and the counted lengths that pasts and futures share.

namespace delpek::language
{

/// "two weeks", "יומיים", "חצי שעה", "שעה וחצי", "שבועיים שלושה", "2-3 weeks".
std::optional<DateScanner::Length> DateScanner::lengthAt(int at) const
{
    Length length;
    int last = at;
    int unit = at;
    const bool half = is(at, Kind::Half) || (said(at, {"a"}) && is(at + 1, Kind::Half));
    std::optional<int> times;
    std::optional<int> most;
    if (half) {
        unit = at + (is(at, Kind::Half) ? 1 : 2);
        unit += said(unit, {"a", "an"}) ? 1 : 0;
    } else if ((times = count(at, last))) {
        unit = last + 1;
        const bool range = has(unit) && (token(unit).key == QLatin1String("-") || is(unit, Kind::Or, Kind::To));
        int more = 0;
        if (const auto second = count(unit + (range ? 1 : 0), more);
            second && second > times && (range || dashBetween(unit))) {
            most = second;
            unit = more + 1;
        }
    }
    if (is(unit, Kind::Today, Kind::ThisWeek, Kind::ThisMonth) ||
        (is(unit, Kind::Day) && (word(unit + 1).weekday || word(unit + 1).letter) && !times)) {
        return std::nullopt;
    }
    int days = 0;
    int pair = 1;
    if (is(unit, Kind::TwoDays)) {
        days = 1, pair = 2;
    } else if (is(unit, Kind::TwoWeeks)) {
        days = 7, pair = 2;
    } else if (is(unit, Kind::TwoMonths)) {
        length.months = 2;
    } else if (is(unit, Kind::TwoHours)) {
        length.minutes = 120;
    } else if (is(unit, Kind::Week)) {
        days = 7;
    } else if (is(unit, Kind::Day)) {
        days = 1;
    } else if (is(unit, Kind::Month)) {
        length.months = 1;
    } else if (is(unit, Kind::Year)) {
        length.months = said(unit, {"שנתיים"}) ? 24 : 12;
    } else if (is(unit, Kind::Hour)) {
        length.minutes = 60;
    } else if (is(unit, Kind::Minute)) {
        length.minutes = 1;
    } else {
        return std::nullopt;
    }
    const bool pairs = pair == 2 || is(unit, Kind::TwoMonths, Kind::TwoHours) || said(unit, {"שנתיים"});
    if (pairs && times && !half && !(said(at, {"a"}) && *times == 1)) {
        return std::nullopt;
    }
    length.last = unit;
    length.counted = times || half || pairs;
    const int n = times.value_or(1);
    length.days = days * pair * n;
    length.months *= n;
    length.minutes *= n;
    if (half) {
        length.minutes = length.minutes / 2;
        length.days = length.months == 1 ? 14 : length.days / 2;
        length.months = length.months == 1 ? 0 : length.months / 2;
    }
    if (most) {
        length.most = days * *most;
    }
    // "שבועיים שלושה", "שבוע שבועיים", "יומיים-שלושה"
    int more = 0;
    const auto second =
        !times && has(unit + 1) && token(unit + 1).breakBefore == 0 ? spelled(unit + 1, more) : std::nullopt;
    if (second && days > 0 && *second == pair + 1 && !glued(unit + 1, u'ב') && !unitAt(more + 1)) {
        length.most = days * *second;
        length.last = more;
    } else if (days > 0 && pair == 1 && !times && is(unit + 1, days == 7 ? Kind::TwoWeeks : Kind::TwoDays) &&
               word(unit + 1).glued.isEmpty()) {
        length.most = days * 2;
        length.last = unit + 1;
    }
    if (said(length.last + 1, {"וחצי"})) {
        length.minutes += length.minutes ? 30 : 0;
        length.days += length.months ? 14 : length.days == 7 ? 4 : 0;
        ++length.last;
    }
    return length;
}

bool DateScanner::tryPast()
{
    const auto past = [&](int last) {
        push(m_at, last).role = Role::Past;
        // "yesterday evening", "אתמול בארבע": the time belongs to it.
        for (int taken = m_at; has(m_at) && joined(m_at) && m_at < last + 6;) {
            if (word(m_at).part || is(m_at, Kind::Night)) {
                m_at = taken + 1;
            } else if (const auto hour = hourAt(m_at + (is(m_at, Kind::At) && !word(m_at).part ? 1 : 0));
                       hour && (is(m_at, Kind::At) || glued(m_at, u'ב'))) {
                m_at = hour->last + 1;
            } else {
                break;
            }
            taken = m_at;
        }
        m_pieces.back().last = m_at - 1;
        // "בשמונה בערב אתמול"
        if (m_pieces.size() > 1) {
            auto& before = m_pieces[m_pieces.size() - 2];
            const bool hourOnly = !before.date && (before.time || !before.part.isEmpty());
            if (hourOnly && before.last == m_pieces.back().first - 1 && joined(m_pieces.back().first)) {
                before.role = Role::Past;
            }
        }
        return true;
    };
    if (is(m_at, Kind::Yesterday)) {
        return past(m_at);
    }
    int last = m_at;
    if (said(m_at, {"last", "past", "previous"}) && !weekOfMonthAt(m_at)) {
        const int at = m_at + 1;
        if (is(at, Kind::Night, Kind::Week, Kind::Month, Kind::Year, Kind::Weekend) || said(at, {"time", "visit"}) ||
            word(at).month || weekdayAt(at, last)) {
            return past(at);
        }
        if (const auto length = lengthAt(at); length && length->counted) {
            return past(length->last);
        }
    }
    if (unitAt(m_at) || is(m_at, Kind::Night)) {
        if (is(m_at + 1, Kind::Gone) || (said(m_at + 1, {"האחרון", "האחרונה", "האחרונים", "האחרונות", "האחרונות"}))) {
            return past(m_at + 1);
        }
    }
    if (said(m_at, {"פעם"}) && is(m_at + 1, Kind::Gone)) {
        return past(m_at + 1);
    }
    if (const auto day = weekdayAt(m_at, last); day && (is(last + 1, Kind::Gone) || said(last + 1, {"האחרון"}))) {
        return past(last + 1);
    }
    const bool anchored = anchorAt(m_at + 1).has_value();
    if ((said(m_at, {"לפני"}) || is(m_at, Kind::Already) || is(m_at, Kind::For, Kind::Since)) && !anchored) {
        const auto length = lengthAt(m_at + 1);
        const bool counted = length && (length->counted || !is(m_at, Kind::For, Kind::Since));
        if (counted && !(is(m_at, Kind::For) && (is(length->last + 1, Kind::Next) || length->minutes > 0))) {
            return past(length->last);
        }
    }
    if (const auto length = lengthAt(m_at);
        length && (said(length->last + 1, {"ago", "back"}) || said(length->last + 1, {"שעברו"}))) {
        return past(length->last + 1);
    }
    // Times since which something lasts.
    const bool sinceThis = is(m_at, Kind::Since) &&
                           (is(m_at + 1, Kind::This) || word(m_at + 1).part || is(m_at + 1, Kind::Night, Kind::Today));
    if (sinceThis) {
        return past(m_at + (is(m_at + 1, Kind::This) ? 2 : 1));
    }
    const bool thisMorning = said(m_at, {"this"}) && word(m_at + 1).part == 1;
    const bool hours = is(m_at - 1, Kind::HourMark, Kind::Hour) || said(m_at - 1, {"על"});
    if ((is(m_at, Kind::ThisMorning, Kind::ThisNight) && !hours) || thisMorning) {
        auto& piece = push(m_at, m_at + (thisMorning ? 1 : 0));
        piece.date = m_today;
        piece.part = is(piece.first, Kind::ThisNight) ? QString() : partName(1);
        piece.onset = true;
        const bool gone = token(piece.first).key.startsWith(QChar(0x05DE)) ||
                          token(piece.first).key.startsWith(QStringLiteral("שמ")) || is(piece.first, Kind::ThisNight);
        piece.role = gone || is(piece.first - 1, Kind::Since) ? Role::Past : Role::Plain;
        return true;
    }
    return false;
}

} // namespace delpek::language
