// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

// Days by counting, and weeks.

namespace delpek::language
{

/// "in two weeks", "בעוד חודש", "שבוע מהיום", "a week from Monday", "יומיים אחרי פסח", and "by a week" as a shift.
bool DateScanner::tryCount()
{
    int at = m_at;
    const bool within = is(at, Kind::Within);
    const bool ahead = is(at, Kind::Ahead) || within;
    const bool by = said(at, {"by"}) || (said(at, {"back"}) && lengthAt(at + 1) && lengthAt(at + 1)->counted);
    if (!ahead && !by && !is(at, Kind::Few, Kind::Couple) && word(at).number < 0 && !token(at).number && !unitAt(at) &&
        !is(at, Kind::Week, Kind::TwoWeeks, Kind::TwoDays, Kind::Month) && !said(at, {"a", "an", "the"}) &&
        !is(at, Kind::Half)) {
        return false;
    }
    at += ahead || by ? 1 : 0;
    if (ahead && said(at, {"about", "around", "another", "כ"})) {
        ++at;
    }
    const auto length = lengthAt(at);
    if (!length) {
        return false;
    }
    // "in forty years", "two pills in a day" are no appointments.
    if (length->months > 24 || (length->days == 1 && said(at, {"a", "one", "the"}))) {
        return false;
    }
    int last = length->last;
    if (within && said(at - 1, {"the"}) && said(at, {"next"})) {
        return false;
    }
    last += is(last + 1, Kind::Exactly) ? 1 : 0;
    // From another day.
    const auto add = [&](QDate from, int sign) {
        return length->months ? from.addMonths(sign * length->months).addDays(sign * length->days)
                              : from.addDays(sign * length->days);
    };
    const int link = last + 1;
    const bool before = said(link, {"before", "לפני"});
    const bool after = said(link, {"after", "from", "אחרי", "לאחר", "on", "since"}) && !before &&
                       !token(link).key.startsWith(QStringLiteral("שא"));
    const bool fromLetter = has(link) && word(link).glued.startsWith(QChar(0x05DE)) && !said(link, {"מהיום"});
    if ((before || after || fromLetter) && joined(link) && length->minutes == 0 && (length->days || length->months)) {
        if (const auto anchor = anchorAt(fromLetter ? link : link + 1); anchor && !is(link - 1, Kind::Tomorrow)) {
            const QDate base = before ? anchor->date : anchor->to;
            auto& piece = push(m_at, anchor->last);
            piece.role = Role::Plain;
            piece.date = add(base, before ? -1 : 1);
            if (*piece.date < m_today) {
                piece.role = Role::Past;
            }
            return true;
        }
    }
    bool counted = ahead;
    if (is(last + 1, Kind::FromNow) || (is(last + 1, Kind::Today) && said(last + 1, {"today"}) && joined(last + 1))) {
        counted = true;
        ++last;
    } else if (said(last + 1, {"from"}) && (said(last + 2, {"now", "today"}))) {
        counted = true;
        last += 2;
    } else if (said(last + 1, {"hence", "קדימה"})) {
        counted = true;
        ++last;
    }
    const bool later = is(last + 1, Kind::Later) || said(last + 1, {"forward"}) ||
                       (said(last + 1, {"מאוחר"}) && said(last + 2, {"יותר"})) ||
                       (said(last + 1, {"אחרי"}) && (!has(last + 2) || token(last + 2).breakBefore > 0));
    const bool oneDay = is(at, Kind::Day) && !length->counted;
    const bool earlier =
        said(last + 1, {"earlier", "קודם", "אחורה"}) || (said(last + 1, {"מוקדם"}) && said(last + 2, {"יותר"}));
    const bool unitBehindBe =
        has(at) && glued(at, u'ב') && word(at).glued.size() == 1 && !weekOfMonthAt(at) &&
        !is(last + 1, Kind::Next, Kind::Coming, Kind::This) && !is(last + 1, Kind::Of) &&
        !is(last + 1, Kind::Gone, Kind::Last) && !said(last + 1, {"שאחרי", "שאחריו", "אחריו"}) &&
        !word(last + 1).month && !(has(last + 1) && token(last + 1).number) &&
        (is(at, Kind::Week, Kind::TwoWeeks, Kind::TwoDays) || is(at, Kind::Month) || length->counted);
    if (!counted && !oneDay && (by || unitBehindBe || later || earlier) && length->minutes == 0 &&
        (length->days || length->months)) {
        const int extra = later || earlier ? (said(last + 1, {"מאוחר", "מוקדם"}) ? 2 : 1) : 0;
        auto& piece = push(m_at, last + extra);
        piece.shiftDays = (length->days + length->months * 30) * (earlier ? -1 : 1);
        return true;
    }
    if (!counted) {
        return false;
    }
    if (is(last + 1, Kind::Next, Kind::Coming)) {
        return false;
    }
    if (length->minutes > 0 && length->days == 0) {
        const auto now = domain::toInstant(m_context.now, m_context.zone);
        const auto then = domain::toLocal(now + std::chrono::minutes(length->minutes), m_context.zone);
        if (said(last + 1, {"לפני", "אחרי", "before", "after"}) || length->minutes > 24 * 60) {
            return false;
        }
        auto& piece = push(m_at, last);
        piece.role = Role::Plain;
        piece.date = then.date;
        piece.time = within ? std::optional<QTime>() : then.time;
        piece.notAfter = within && then.date == m_today ? std::optional(then.time) : std::nullopt;
        return true;
    }
    const QDate then = add(m_today, 1);
    int named = last + 1;
    const auto weekday = joined(named) && (glued(named, u'ב') || is(named, Kind::On)) && length->days % 7 == 0 &&
                                 length->months == 0 && length->most == 0
                             ? weekdayAt(named + (is(named, Kind::On) ? 1 : 0), named)
                             : std::nullopt;
    auto& piece = push(m_at, weekday ? named : last);
    piece.role = Role::To;
    piece.date = then;
    if (weekday) {
        // "בעוד שבועיים ביום שני": of the week that it falls into.
        piece.date = then.addDays(*weekday % 7 - then.dayOfWeek() % 7);
        piece.role = Role::Plain;
    } else if (length->most > 0) {
        piece.to = m_today.addDays(length->most);
    }
    if (within && !said(at - 1, {"in"})) {
        piece.to = piece.date;
        piece.date = m_today;
    }
    return true;
}

/// "השבוע הראשון של אפריל", "the last week of March": seven days from the 1st, 8th, 15th or 22nd on, or the last seven.
std::optional<DateScanner::Day> DateScanner::weekOfMonthAt(int at) const
{
    const bool hebrew = is(at, Kind::Week, Kind::ThisWeek);
    const int which = hebrew ? at + 1 : at;
    const bool last = is(which, Kind::Last);
    const int nth = word(which).ordinal;
    int named = at + 2;
    if ((!hebrew && !is(at + 1, Kind::Week)) || (!last && (nth < 1 || nth > 4))) {
        return std::nullopt;
    }
    named += is(named, Kind::Of, Kind::In) ? 1 : 0;
    const int month = word(named).month;
    if (!month || !joined(named)) {
        return std::nullopt;
    }
    const QDate first = dayInYear(1, month);
    const QDate from = last ? first.addMonths(1).addDays(-7) : first.addDays((nth - 1) * 7);
    return from.addDays(6) < m_today ? std::nullopt : std::optional(Day{from, from.addDays(6), named});
}

/// This week and the next, whole or their beginning, middle or end, and the end of the week.
bool DateScanner::tryWeek()
{
    const auto start = weekStart();
    int at = m_at;
    enum class Third { Whole, Start, Middle, End } third = Third::Whole;
    const bool lead = is(at, Kind::Start, Kind::Middle, Kind::End) ||
                      (is(at, Kind::Early, Kind::Late) && !said(at, {"מוקדם", "מאוחר"}));
    const bool sof = said(at, {"סוף"});
    if (lead) {
        third = is(at, Kind::Start, Kind::Early) ? Third::Start : is(at, Kind::Middle) ? Third::Middle : Third::End;
        ++at;
        at += is(at, Kind::Of) ? 1 : 0;
        at += is(at, Kind::The) ? 1 : 0;
    }
    const auto span = [&](int last, QDate from, QDate to) {
        pushDay(m_at, last, std::max(from, m_today), to);
        return true;
    };
    const auto week = [&](int last, QDate sunday, bool current = false) {
        switch (third) {
        case Third::Start:
            return span(last, sunday, sunday.addDays(1));
        case Third::Middle:
            return span(last, sunday.addDays(2), sunday.addDays(3));
        case Third::End:
            return sof ? span(last, sunday.addDays(5), sunday.addDays(6))
                       : span(last, sunday.addDays(4), sunday.addDays(5));
        case Third::Whole:
            break;
        }
        // What is left of it; on its last days the week that comes.
        const QDate friday = sunday.addDays(5);
        return current && m_today > friday ? span(last, sunday.addDays(7), sunday.addDays(12))
                                           : span(last, sunday, friday);
    };
    if (const auto weeks = weekOfMonthAt(m_at)) {
        return span(weeks->last, weeks->date, weeks->to);
    }
    const bool nextWord = said(at, {"next"}) || said(at, {"נקסט"});
    const bool followingWord = said(at, {"following"}) && is(at + 1, Kind::Week);
    if (nextWord && (is(at + 1, Kind::Week) || said(at + 1, {"weeks", "וויק", "ויק"}))) {
        return week(at + 1, start.addDays(7));
    }
    if (followingWord) {
        return week(at + 1, start.addDays(14));
    }
    if (is(at, Kind::Week) && !token(at).key.startsWith(QStringLiteral("שבועות"))) {
        if (is(at + 1, Kind::Next)) {
            return week(at + 1, start.addDays(7));
        }
        if (said(at + 1, {"after"}) && said(at + 2, {"next"})) {
            return week(at + 2, start.addDays(14));
        }
        if ((said(at + 1, {"אחרי"}) || said(at + 1, {"שאחרי"})) && is(at + 2, Kind::Next)) {
            return week(at + 2, start.addDays(14));
        }
        if (said(at + 1, {"שאחרי", "שאחריו", "אחריו"}) ||
            (said(at + 1, {"after"}) && (said(at - 1, {"the"}) && !anchorAt(at + 2)))) {
            // The week after what was named, or after the next.
            if (const auto anchor = said(at + 1, {"שאחרי"}) ? anchorAt(at + 2) : std::nullopt) {
                const QDate sunday = anchor->to.addDays(7 - anchor->to.dayOfWeek() % 7);
                return week(anchor->last, sunday);
            }
            QDate base = start.addDays(7);
            for (const auto& piece : m_pieces) {
                base = piece.date ? piece.date->addDays(-(piece.date->dayOfWeek() % 7)) : base;
            }
            return week(at + 1, base.addDays(7));
        }
        // "שבוע של ה-15", "week of the 15th"
        if (is(at + 1, Kind::Of) || said(at + 1, {"של", "שמתחיל", "beginning", "commencing", "starting"})) {
            int of = at + 2;
            of += is(of, Kind::The) || is(of, Kind::On) ? 1 : 0;
            if (const auto anchor = anchorAt(of)) {
                const QDate sunday = anchor->date.addDays(-(anchor->date.dayOfWeek() % 7));
                return anchor->to > anchor->date ? span(anchor->last, anchor->date, anchor->to)
                                                 : week(anchor->last, sunday);
            }
        }
        if (third != Third::Whole && !said(at, {"השבוע"})) {
            // "end of the week"
            return sof ? span(at, start.addDays(5), start.addDays(6)) : week(at, start);
        }
    }
    if (is(at, Kind::ThisWeek)) {
        if (is(at + 1, Kind::Next)) {
            return week(at + 1, start.addDays(7));
        }
        if (is(m_at - 1, Kind::Every) || said(m_at - 1, {"כל"})) {
            return span(at, start, start.addDays(5));
        }
        const bool this_ = is(at + 1, Kind::This);
        return week(at + (this_ ? 1 : 0), start, third == Third::Whole);
    }
    if (said(at, {"this"}) && is(at + 1, Kind::Week)) {
        return week(at + 1, start, third == Third::Whole);
    }
    if (is(m_at, Kind::Weekend)) {
        const bool following = is(m_at + 1, Kind::Next) || is(m_at - 1, Kind::Next);
        const auto friday = start.addDays(following ? 12 : 5);
        return span(m_at + (is(m_at + 1, Kind::Next, Kind::Coming, Kind::This) ? 1 : 0), friday, friday.addDays(1));
    }
    return false;
}

/// "the next two weeks", "בימים הקרובים", "בשבוע הקרוב".
bool DateScanner::tryComing()
{
    const auto until = [&](int last, QDate to) {
        auto& piece = push(m_at, last);
        piece.role = Role::Plain;
        piece.date = m_today;
        piece.to = to;
        return true;
    };
    if (said(m_at, {"next", "coming"})) {
        if (said(m_at + 1, {"few"}) && is(m_at + 2, Kind::Day)) {
            return until(m_at + 2, m_today.addDays(5));
        }
        if (const auto length = lengthAt(m_at + 1); length && length->counted && length->minutes == 0) {
            return until(length->last, length->months ? m_today.addMonths(length->months)
                                                      : m_today.addDays(std::max(length->days, length->most)));
        }
        if (said(m_at, {"coming"}) && is(m_at + 1, Kind::Week)) {
            return until(m_at + 1, m_today.addDays(6));
        }
        return false;
    }
    if (!unitAt(m_at) && !is(m_at, Kind::Day, Kind::Week, Kind::TwoWeeks, Kind::Month) && word(m_at).number < 0 &&
        !token(m_at).number) {
        return false;
    }
    const auto length = lengthAt(m_at);
    if (!length || length->minutes > 0 || !is(length->last + 1, Kind::Coming)) {
        return false;
    }
    if (length->days == 1 && !length->counted) {
        return said(m_at, {"ימים"}) && until(length->last + 1, m_today.addDays(5));
    }
    return until(length->last + 1, length->months ? m_today.addMonths(length->months) : m_today.addDays(length->days));
}

} // namespace delpek::language
