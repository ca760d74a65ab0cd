// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

#include "language/holidays.h"

// Today, tomorrow, the days of the week, holidays, and what is said by pointing at another day.

namespace delpek::language
{

bool DateScanner::tryRelativeDay()
{
    const auto day = [&](int ahead, int last, const QString& part = {}) {
        const int first = m_at;
        pushDay(first, last, m_today.addDays(ahead));
        m_pieces.back().part = part;
        return true;
    };
    if (is(m_at, Kind::Day) && is(m_at + 1, Kind::After) && is(m_at + 2, Kind::Tomorrow)) {
        return day(2, m_at + 2);
    }
    if (is(m_at, Kind::AfterTomorrow)) {
        return day(2, m_at);
    }
    if (is(m_at, Kind::Tomorrow)) {
        const bool week = said(m_at + 1, {"week"});
        return day(week ? 8 : 1, m_at + (week ? 1 : 0));
    }
    if (is(m_at, Kind::Tonight)) {
        return day(0, m_at, partName(4));
    }
    if (said(m_at, {"this"}) && word(m_at + 1).part > 1) {
        return day(0, m_at + 1, partName(word(m_at + 1).part));
    }
    if (is(m_at, Kind::SaturdayNight)) {
        return day(int(m_today.daysTo(nextWeekday(6))), m_at, partName(4));
    }
    if (!is(m_at, Kind::Today)) {
        return false;
    }
    // "היום השלישי", "כל היום", "of the day" are no date; "מהיום" alone is an onset.
    const bool counted = (word(m_at + 1).ordinal && token(m_at + 1).key.startsWith(QChar(0x05D4))) ||
                         said(m_at - 1, {"כל", "סוף", "אמצע", "שעות", "סדר"}) || said(m_at + 1, {"יום", "הכל", "הכול"});
    if (counted && said(m_at, {"היום"})) {
        return false;
    }
    day(0, m_at);
    if (is(m_pieces.back().first - 1, Kind::Since)) {
        m_pieces.back().role = Role::Past;
    }
    return true;
}

/// The date of a weekday with the words behind and before it: "next", "הקרוב", "בשבוע הבא", "a week from".
QDate DateScanner::withModifiers(int weekday, int first, int& last, QDate& other) const
{
    const QDate near = nextWeekday(weekday);
    const QDate following = weekStart().addDays(7 + weekday % 7);
    const bool next = said(first - 1, {"next"}) && !is(first - 2, Kind::After);
    if (is(last + 1, Kind::Of) && is(last + 2, Kind::Week) && is(last + 3, Kind::Next)) {
        last += 3;
        return following;
    }
    if (is(last + 1, Kind::Week) && is(last + 2, Kind::Next) && joined(last + 1, 1)) {
        last += 2;
        return following;
    }
    if (is(last + 1, Kind::Week) && said(last + 2, {"שאחרי"})) {
        last += is(last + 3, Kind::Next) ? 3 : 2;
        return following.addDays(7);
    }
    int at = last + 1;
    at += is(at, Kind::Of, Kind::In) ? 1 : 0;
    at += is(at, Kind::The) ? 1 : 0;
    if (said(at, {"next"}) && said(at + 1, {"week"})) {
        last = at + 1;
        return following;
    }
    if (is(at, Kind::Week) && said(at + 1, {"after"}) && said(at + 2, {"next"})) {
        last = at + 2;
        return following.addDays(7);
    }
    if (is(at, Kind::ThisWeek) || (said(at, {"this"}) && is(at + 1, Kind::Week))) {
        last = at + (is(at, Kind::ThisWeek) ? 0 : 1);
        const QDate within = weekStart().addDays(weekday % 7);
        return within >= m_today ? within : near;
    }
    if (said(at, {"after"}) && said(at + 1, {"next"})) {
        last = at + 1;
        return following.addDays(7);
    }
    // "ביום ראשון אחרי פסח"
    if (said(last + 1, {"אחרי", "לאחר", "שאחרי", "after"})) {
        if (const auto days = holidayAt(last + 2)) {
            last = days->last;
            return days->to.addDays((weekday - days->to.dayOfWeek() + 6) % 7 + 1);
        }
    }
    // "ראשון שאחרי הקרוב", "רביעי שאחרי"
    if (said(last + 1, {"שאחרי", "שאחריו", "דאחרי"}) && !holidayAt(last + 2)) {
        last += is(last + 2, Kind::Coming, Kind::This) || said(last + 2, {"הקרוב"}) ? 2 : 1;
        return near.addDays(7);
    }
    if (const auto ahead = is(last + 1, Kind::Ahead) ? lengthAt(last + 2) : std::nullopt;
        ahead && ahead->days >= 7 && ahead->days % 7 == 0) {
        last = ahead->last;
        return weekStart().addDays(ahead->days + weekday % 7);
    }
    if (said(last + 1, {"after"}) && (!has(last + 2) || token(last + 2).breakBefore > 0)) {
        ++last;
        // "Thursday … the Monday after": the first behind the day that was named.
        const bool named = !m_pieces.empty() && m_pieces.back().date && m_pieces.back().role != Role::Past;
        const QDate base = named ? m_pieces.back().to.value_or(*m_pieces.back().date) : near;
        return base.addDays((weekday - base.dayOfWeek() + 6) % 7 + 1);
    }
    if (said(last + 1, {"week"})) {
        ++last;
        return near.addDays(7);
    }
    if (next || is(last + 1, Kind::Next)) {
        last += next ? 0 : 1;
        other = near == following ? QDate() : near;
        return following;
    }
    const bool thisOne = said(first - 1, {"this"}) || is(last + 1, Kind::This);
    if (is(last + 1, Kind::Coming, Kind::This)) {
        ++last;
    }
    if (thisOne && weekday == m_today.dayOfWeek()) {
        return m_today;
    }
    other = weekday == m_today.dayOfWeek() ? m_today : QDate();
    return near;
}

/// "the last Sunday of March", "the first Monday of next month", "יום חמישי השני בחודש". An ordinal behind a weekday
/// and before the name of a month is a day of that month: "Thursday, second of April", "יום שני הראשון באפריל".
bool DateScanner::tryWeekdayOfMonth()
{
    int last = m_at + (is(m_at, Kind::The) ? 1 : 0);
    const bool ahead = said(last, {"last", "first", "second", "third", "fourth"}) && joined(last + 1);
    int nth = last;
    const auto weekday = weekdayAt(last + (ahead ? 1 : 0), last);
    if (weekday && !ahead) {
        nth = ++last;
    }
    const bool final = said(nth, {"last", "האחרון"});
    if (!weekday || (!ahead && !(joined(nth) && (final || said(nth, {"הראשון", "השני", "השלישי", "הרביעי"}))))) {
        return false;
    }
    int month = last + 1;
    month += is(month, Kind::Of, Kind::In) ? 1 : 0;
    const bool next = said(month, {"next"}) && is(month + 1, Kind::Month);
    const bool running = next || (said(month, {"the", "this"}) && is(month + 1, Kind::Month));
    QDate first;
    int end = month;
    if (joined(month) && word(month).month && (ahead || final)) {
        first = dayInYear(1, word(month).month);
    } else if (joined(month) && (running || said(month, {"בחודש", "החודש"}))) {
        end += running ? 1 : 0;
        first = QDate(m_today.year(), m_today.month(), 1);
        const bool coming = next || is(end + 1, Kind::Next);
        end += coming && !next ? 1 : 0;
        first = coming ? first.addMonths(1) : first;
    } else {
        return false;
    }
    const auto within = [&](QDate from) {
        const QDate start = final ? from.addMonths(1).addDays(-7) : from.addDays((word(nth).ordinal - 1) * 7);
        return start.addDays((*weekday - start.dayOfWeek() + 7) % 7);
    };
    QDate date = within(first);
    if (date < m_today && !word(month).month) {
        date = within(first.addMonths(1));
    }
    return date >= m_today && pushDay(m_at, end, date, {}, true);
}

bool DateScanner::tryWeekday()
{
    const bool lead = said(m_at, {"next", "this", "coming"}) || (said(m_at, {"the"}) && said(m_at + 1, {"coming"}));
    int start = m_at + (lead ? 1 : 0);
    start += said(m_at, {"the"}) && lead ? 1 : 0;
    int last = start;
    const auto weekday = weekdayAt(start, last);
    if (!weekday) {
        return false;
    }
    QDate other;
    QDate date = withModifiers(*weekday, start, last, other);
    const int first = m_at;
    if (said(first - 1, {"following"}) && !m_pieces.empty() && m_pieces.back().date) {
        const QDate base = m_pieces.back().to.value_or(*m_pieces.back().date);
        date = base.addDays((*weekday - base.dayOfWeek() + 6) % 7 + 1);
        pushDay(first, last, date);
        m_pieces.back().role = Role::To;
        return true;
    }
    const bool thatWeek = !m_pieces.empty() && m_pieces.back().to && !m_pieces.back().bounded &&
                          m_pieces.back().role != Role::Past && first - m_pieces.back().last <= 2 && joined(first, 1) &&
                          !is(first - 1, Kind::Except, Kind::Not, Kind::Instead) && !said(first - 1, {"but"}) &&
                          !(roleAt(first) == Role::To &&
                            (is(m_pieces.back().first - 1, Kind::Of) || m_pieces.back().role == Role::From)) &&
                          *m_pieces.back().date > m_today && m_pieces.back().date->daysTo(*m_pieces.back().to) <= 6;
    if (thatWeek) {
        // "בשבוע הבא ביום רביעי"
        const auto& span = m_pieces.back();
        const QDate sunday = span.date->addDays(-(span.date->dayOfWeek() % 7));
        date = sunday.addDays(*weekday % 7);
        other = QDate();
        const auto role = span.role;
        m_pieces.pop_back();
        pushDay(first, last, date);
        m_pieces.back().role = m_pieces.back().role == Role::Plain ? role : m_pieces.back().role;
    } else {
        pushDay(first, last, date);
    }
    auto& piece = m_pieces.back();
    if (other.isValid()) {
        piece.otherDate = other;
    }
    // "יום שלישי אחרי העקירה": the third day after it.
    const bool counting = said(first, {"יום"}) && said(last + 1, {"אחרי", "לאחר", "ברצף"}) && !word(last + 2).part &&
                          !is(last + 2, Kind::Work) && has(last + 2) && !token(last + 2).number &&
                          word(last + 2).number < 0 && !is(last + 2, Kind::HourMark);
    piece.onset = counting;
    if (is(piece.last + 1, Kind::Night) && *weekday == 6) {
        piece.part = partName(4);
        m_at = ++piece.last + 1;
    }
    return true;
}

/// "ראשון עד חמישי", "Sunday to Thursday", "א'-ה'", "בין שני לרביעי בשבוע הבא".
bool DateScanner::tryWeekdayRange()
{
    const bool between = is(m_at, Kind::Between);
    const int first = m_at + (between ? 1 : 0);
    int last = first;
    const auto low = weekdayAt(first, last);
    const auto letter = !low && has(first) && word(first).letter && dashBetween(first + 1) && word(first + 1).letter
                            ? word(first).letter
                            : 0;
    if (!low && !letter) {
        return false;
    }
    int second = last + 1;
    const bool dash = dashBetween(second) || (has(second) && token(second).key == QLatin1String("-"));
    const bool until = is(second, Kind::Until) || said(second, {"to", "through"});
    const bool and_ =
        between && (said(second, {"and"}) || glued(second, u'ל') || glued(second, u'ו') || said(second, {"ל"}));
    if (!dash && !until && !and_) {
        return false;
    }
    second += until || said(second, {"and"}) || (has(second) && token(second).key == QLatin1String("-")) ? 1 : 0;
    second += is(second, Kind::On, Kind::The) ? 1 : 0;
    int end = second;
    const bool letters = letter || (has(last) && word(last).letter);
    const auto high =
        letters && has(second) && word(second).letter ? std::optional(word(second).letter) : weekdayAt(second, end);
    const bool move = word(first).glued.startsWith(QChar(0x05DE)) && !until;
    if (!high || move || (said(last + 1, {"to"}) && (is(first - 1, Kind::From) || isMoved(first)))) {
        return false;
    }
    QDate other;
    const QDate to = withModifiers(*high, second, end, other);
    const bool nextWeek = to >= weekStart().addDays(7) && end > second;
    QDate from = nextWeek ? weekStart().addDays(7 + low.value_or(letter) % 7) : nextWeekday(low.value_or(letter));
    QDate until_ = to;
    if (until_ < from) {
        until_ = from.addDays((*high % 7 - low.value_or(letter) % 7 + 7) % 7);
    }
    auto& piece = push(m_at, end);
    piece.role = Role::Plain;
    piece.date = from;
    piece.to = until_;
    return true;
}

/// "please move my 10:00 on Thursday to Monday": what stands before "to" is the visit as it is, and no span begins.
/// "Please reschedule for Monday to Wednesday" names none.
bool DateScanner::isMoved(int first) const
{
    constexpr int reach = 6;
    bool isNamed = false;
    for (int at = first - 1; at >= std::max(0, first - reach) && token(at + 1).breakBefore == 0; --at) {
        if (is(at, Kind::To, Kind::Every, Kind::For, Kind::Between, Kind::Within) || is(at, Kind::In) ||
            said(at, {"anytime", "sometime", "anywhere", "something"})) {
            return false;
        }
        if (is(at, Kind::Moving)) {
            return isNamed;
        }
        isNamed = isNamed || is(at, Kind::Mine, Kind::Visit) || said(at, {"the"});
    }
    return false;
}

/// "the following day", "באותו יום", "באותה שעה", "the one after".
bool DateScanner::tryLink()
{
    const auto link = [&](int last, DatePiece::Link kind, int days = 0) {
        auto& piece = push(m_at, last);
        piece.link = kind;
        piece.shiftDays = days;
        piece.role = Role::Plain;
        return true;
    };
    // "להביא אותו היום": him, not the same day.
    const bool him = said(m_at - 1, {"להביא", "מביא", "מביאה", "נביא", "אביא", "תקבלו", "לקבל", "לראות", "תראו"});
    if (is(m_at, Kind::Same) && !him) {
        const int at = m_at + 1;
        if (is(at, Kind::Day)) {
            return link(at, DatePiece::Link::SameDay);
        }
        if (word(at).part) {
            return link(at, DatePiece::Link::SameDay);
        }
        if (is(at, Kind::Hour) || said(at, {"time", "השעה", "היום", "יום"})) {
            return link(at, said(at, {"היום", "יום"}) ? DatePiece::Link::SameDay : DatePiece::Link::SameTime);
        }
    }
    if (said(m_at, {"זה", "the"}) &&
        (said(m_at + 1, {"שאחריו", "שאחרי"}) || (said(m_at + 1, {"one"}) && said(m_at + 2, {"after"})))) {
        return link(m_at + (said(m_at, {"the"}) ? 2 : 1), DatePiece::Link::WeekAfter);
    }
    const bool dayAfter = is(m_at, Kind::Day) && (said(m_at + 1, {"after", "אחרי", "later", "למחרת"}) ||
                                                  (is(m_at + 1, Kind::After) && said(m_at + 2, {"that"})));
    const bool following = said(m_at, {"למחרת"}) || (said(m_at, {"following"}) && is(m_at + 1, Kind::Day));
    const bool before = is(m_at, Kind::Day) &&
                        ((said(m_at + 1, {"קודם", "earlier"}) ||
                          (said(m_at + 1, {"before", "לפני"}) && (!has(m_at + 2) || token(m_at + 2).breakBefore > 0))));
    const bool last = !has(m_at + 2) || token(m_at + 2).breakBefore > 0 || is(m_at + 2, Kind::At) ||
                      (has(m_at + 2) && token(m_at + 2).number);
    if (before) {
        return link(m_at + 1, DatePiece::Link::DayAfter, -1);
    }
    if ((dayAfter && (last || said(m_at + 2, {"that", "זה"}))) || (following && !m_pieces.empty())) {
        return link(m_at + (said(m_at, {"למחרת"})      ? 0
                            : said(m_at + 2, {"that"}) ? 2
                                                       : 1),
                    DatePiece::Link::DayAfter, 1);
    }
    return false;
}

/// A holiday's name, with the eve, the end or the week of it.
std::optional<DateScanner::Day> DateScanner::holidayAt(int at) const
{
    if (!word(at).holiday && !word(at).is(Kind::Week)) {
        return std::nullopt;
    }
    int name = at;
    const bool eve = said(name, {"ערב", "ערבי", "erev"}) && !is(name, Kind::Tonight);
    const bool out = said(name, {"מוצאי", "motzei", "motzaei"});
    name += eve || out ? 1 : 0;
    if (out && has(name) && word(name).weekday == 6) {
        const auto date = nextWeekday(6);
        return Day{date, date, name};
    }
    if (eve && has(name) && word(name).weekday == 6) {
        const auto date = nextWeekday(5);
        return Day{date, date, name};
    }
    if (!has(name) || token(name).number) {
        return std::nullopt;
    }
    QStringList following;
    for (int i = name + 1; i <= name + 3 && has(i) && token(i).breakBefore == 0 && is(name, Kind::Holiday); ++i) {
        following.append(token(i).key);
    }
    const auto named = is(name, Kind::Holiday) ? holidayNamed(token(name), following) : std::nullopt;
    if (!named) {
        // "שבועות" is a holiday only where no weeks are counted.
        const bool feast =
            said(name, {"שבועות"}) && !is(name, Kind::ThisWeek) &&
            (eve || is(name - 1, Kind::After, Kind::Before) || said(name - 1, {"חג", "אחרי", "לפני", "בחג"})) &&
            !token(name).key.startsWith(QChar(0x05DB));
        if (!feast) {
            return std::nullopt;
        }
        const auto days = nextHoliday(QStringLiteral("shavuot"), m_today);
        return days ? std::optional(Day{eve ? days->first.addDays(-1) : days->first,
                                        eve ? days->first.addDays(-1) : days->last, name})
                    : std::nullopt;
    }
    auto days = nextHoliday(named->id, m_today);
    if (days && (eve || said(name + named->words, {"eve"})) && days->first <= m_today) {
        days = nextHoliday(named->id, days->last.addDays(1)); // the eve of this one is over
    }
    if (!days || said(name + named->words, {"שמח", "sameach", "samech", "כשר"}) || said(name - 1, {"happy"})) {
        return std::nullopt;
    }
    int last = name + named->words - 1;
    if (said(last + 1, {"eve"})) {
        return Day{days->first.addDays(-1), days->first.addDays(-1), last + 1};
    }
    if (eve) {
        return Day{days->first.addDays(-1), days->first.addDays(-1), last};
    }
    return Day{days->first, days->last, last};
}

bool DateScanner::tryHoliday()
{
    const auto days = holidayAt(m_at);
    if (!days) {
        return false;
    }
    const int at = m_at;
    pushDay(at, days->last, days->to > m_today ? std::max(days->date, m_today) : days->date, days->to);
    auto& piece = m_pieces.back();
    // "צמתי אתמול תענית אסתר"
    const auto* before = m_pieces.size() > 1 ? &m_pieces[m_pieces.size() - 2] : nullptr;
    if (before != nullptr && before->role == Role::Past && before->last == at - 1 && joined(at)) {
        piece.role = Role::Past;
    }
    if (said(at, {"מוצאי", "motzei", "motzaei"})) {
        piece.part = partName(4);
        piece.date = piece.to.value_or(*piece.date);
        piece.to.reset();
    }
    return true;
}

/// What lengths are counted from.
std::optional<DateScanner::Day> DateScanner::anchorAt(int at) const
{
    if (!has(at)) {
        return std::nullopt;
    }
    if (const auto days = holidayAt(at)) {
        return days;
    }
    if (is(at, Kind::Today)) {
        return Day{m_today, m_today, at};
    }
    if (is(at, Kind::Tomorrow)) {
        return Day{m_today.addDays(1), m_today.addDays(1), at};
    }
    if (is(at, Kind::AfterTomorrow)) {
        return Day{m_today.addDays(2), m_today.addDays(2), at};
    }
    int last = at;
    const bool the = is(at - 1, Kind::The);
    const int start = at + (is(at, Kind::On, Kind::The) || said(at, {"next", "this", "coming"}) ? 1 : 0);
    if (const auto weekday = weekdayAt(start, last)) {
        QDate other;
        const auto date = withModifiers(*weekday, start, last, other);
        return Day{date, date, last};
    }
    if (word(start).month && number(start + 1, 1, 31) && joined(start + 1)) {
        // "March 15"
        const auto date = dayInYear(*number(start + 1, 1, 31), word(start).month);
        if (date.isValid()) {
            return Day{date, date, start + (is(start + 2, Kind::Suffix) ? 2 : 1)};
        }
    }
    if (const auto day = dayNumber(start, last)) {
        const bool suffix = is(last + 1, Kind::Suffix);
        const int named = last + (suffix ? 2 : 1);
        const int month = has(named) ? word(named).month : 0;
        const auto date = month                                 ? dayInYear(*day, month)
                          : suffix || the || glued(start, u'ה') ? dayOfMonth(*day)
                                                                : QDate();
        if (date.isValid()) {
            return Day{date, date, month ? named : last + (suffix ? 1 : 0)};
        }
    }
    return std::nullopt;
}

} // namespace delpek::language
