// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

#include "language/datenumbers.h"

namespace delpek::language
{

DateScanner::DateScanner(const Text& text, const DateContext& context)
    : m_text(text)
    , m_context(context)
    , m_today(context.now.date)
    , m_count(int(text.tokens.size()))
{
    const auto& words = DateWords::get();
    m_words.reserve(text.tokens.size());
    for (const auto& token : text.tokens) {
        m_words.push_back(words.look(token));
    }
}

DateReading DateScanner::scan()
{
    while (m_at < m_count) {
        if (!word(m_at).canBegin() && !token(m_at).number && word(m_at + 1).hebrewMonth < 0) {
            ++m_at;
            continue;
        }
        const bool found = tryWeekdayOfMonth() || tryPast() || trySoonest() || tryDayRange() || tryNumericDate() ||
                           tryDayOfMonth() || tryMonthFirst() || tryHebrewDate() || tryCount() || tryHoliday() ||
                           tryRelativeDay() || tryWeek() || tryComing() || tryMonthSpan() || tryWeekdayRange() ||
                           tryWeekday() || tryLink() || tryHour() || tryPart();
        if (!found) {
            ++m_at;
        }
    }
    for (auto& piece : m_pieces) {
        const bool gone = piece.date && !piece.birth && piece.to.value_or(*piece.date) < m_today;
        piece.role = gone ? Role::Past : piece.role;
    }
    return {std::move(m_pieces), std::move(m_words)};
}

bool DateScanner::signAfter(int at, QStringView signs) const
{
    const auto end = token(at).span.end;
    for (auto i = end; i < m_text.original.size() && i < end + 2; ++i) {
        if (signs.contains(m_text.original[i])) {
            return true;
        }
        if (!m_text.original[i].isSpace()) {
            break;
        }
    }
    return false;
}

/// "א'-ה'", "Sun - Thu": a dash stands before `at`.
bool DateScanner::dashBetween(int at) const
{
    if (!has(at - 1) || !has(at)) {
        return false;
    }
    const auto from = token(at - 1).span.end;
    const auto between = m_text.original.mid(from, token(at).span.begin - from);
    return std::any_of(between.begin(), between.end(), [](QChar c) {
        return c == QLatin1Char('-') || c.unicode() == 0x05BE || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015);
    });
}

std::optional<int> DateScanner::number(int at, int lowest, int highest) const
{
    if (!has(at) || !token(at).number) {
        return std::nullopt;
    }
    const auto value = plainNumber(token(at).key);
    return value && *value >= lowest && *value <= highest ? value : std::nullopt;
}

/// "three", "אחת עשרה", "עשרים וחמש", "twenty two"; sets the last word.
std::optional<int> DateScanner::spelled(int at, int& last) const
{
    const int first = word(at).number;
    if (first < 0) {
        return std::nullopt;
    }
    last = at;
    const int next = joined(at + 1) ? word(at + 1).number : -1;
    const bool teen =
        first < 10 && said(at + 1, {"עשר", "עשרה", "esre"}) && joined(at + 1) && word(at + 1).glued.isEmpty();
    if (teen) {
        last = at + 1;
        return 10 + first;
    }
    const bool unit = first >= 20 && next >= 1 && next <= 9 &&
                      (glued(at + 1, u'ו') || said(at, {"twenty", "thirty", "forty", "fifty"}));
    if (unit) {
        last = at + 1;
        return first + next;
    }
    return first;
}

/// How many: digits, words, "a", "a couple of".
std::optional<int> DateScanner::count(int at, int& last) const
{
    last = at;
    if (const auto digits = number(at, 1, 90)) {
        return digits;
    }
    const int article = said(at, {"a", "an", "the"}) ? 1 : 0;
    if (is(at + article, Kind::Couple)) {
        last = at + article + (is(at + article + 1, Kind::Of) ? 1 : 0);
        return 2;
    }
    if (is(at + article, Kind::Few)) {
        last = at + article;
        return 3;
    }
    if (article && !said(at, {"the"})) {
        return 1;
    }
    return spelled(at, last);
}

/// A day of the month in digits or words: "15", "the fifteenth", "חמישה עשר", "twenty-first".
std::optional<int> DateScanner::dayNumber(int at, int& last) const
{
    last = at;
    if (const auto digits = number(at, 1, 31)) {
        return digits;
    }
    if (word(at).ordinal > 0) {
        return word(at).ordinal;
    }
    const bool tens = word(at).number == 20 || word(at).number == 30;
    if (tens && word(at + 1).ordinal > 0 && word(at + 1).ordinal < 10) {
        last = at + 1;
        return word(at).number + word(at + 1).ordinal;
    }
    const auto value = spelled(at, last);
    return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

bool DateScanner::unitAt(int at) const
{
    if (is(at, Kind::Today, Kind::ThisWeek, Kind::ThisMonth) ||
        (is(at, Kind::Day, Kind::Week, Kind::Month) &&
         (glued(at, u'ב') || word(at + 1).weekday || word(at + 1).letter))) {
        return false;
    }
    return is(at, Kind::Day, Kind::TwoDays, Kind::Week, Kind::TwoWeeks, Kind::Month, Kind::TwoMonths, Kind::Year,
              Kind::Hour, Kind::TwoHours, Kind::Minute);
}

/// The weekday named at `at`, alone or behind "יום".
std::optional<int> DateScanner::weekdayAt(int at, int& last) const
{
    if (!has(at)) {
        return std::nullopt;
    }
    const bool day = said(at, {"יום", "ימי", "yom", "ימים"}) && has(at + 1) && token(at + 1).breakBefore < 2;
    if (day) {
        const auto& next = word(at + 1);
        const bool bare = next.glued.isEmpty() ||
                          (next.weekday && (next.glued == QStringLiteral("ה") || next.glued == QStringLiteral("ב")));
        if (bare && !token(at + 1).number && (next.letter || next.weekday)) {
            last = at + 1;
            return next.weekday ? next.weekday : next.letter;
        }
        return std::nullopt;
    }
    last = at;
    const auto& one = word(at);
    if (one.letter) {
        // "א' ו-ג' בשבוע הבא", "עדיף ו' ב-8": a letter with its mark, beside something that makes it a day.
        const auto written = m_text.at(token(at).span);
        const bool mark = written.size() > 1;
        const bool beside =
            (!m_pieces.empty() && m_pieces.back().date && at - m_pieces.back().last <= 2 && !m_pieces.back().exact) ||
            is(at + 1, Kind::HourMark) || (token(at).span.end && has(at + 1) && word(at + 1).part) ||
            (has(at + 1) && token(at + 1).number && glued(at + 1, u'ב')) || is(at + 1, Kind::Week) ||
            is(at - 1, Kind::Wish) || is(at - 1, Kind::Or) || dashBetween(at + 1);
        const bool either =
            is(at - 1, Kind::Or) && !m_pieces.empty() && m_pieces.back().date && m_pieces.back().last == at - 2;
        return (mark || either) && beside ? std::optional(one.letter) : std::nullopt;
    }
    if (!one.weekday || plainOrdinal(at)) {
        return std::nullopt;
    }
    return one.weekday;
}

/// "first", "two" or "to sit" rather than Sunday, Monday and the Sabbath.
bool DateScanner::plainOrdinal(int at) const
{
    const auto& one = word(at);
    const auto& key = token(at).key;
    const bool whole = one.glued.isEmpty();
    const bool edge = !has(at + 1) || token(at + 1).breakBefore > 0;
    const bool shown =
        is(at + 1, Kind::Next, Kind::Coming, Kind::This, Kind::HourMark, Kind::Early, Kind::Gone, Kind::Ahead) ||
        (is(at + 1, Kind::Week) && !said(at + 1, {"שבועות"})) ||
        (has(at + 1) && word(at + 1).part > 0 && joined(at + 1)) ||
        (has(at + 1) && token(at + 1).number && joined(at + 1) &&
         (glued(at + 1, u'ב') || glued(at + 1, u'ה') || token(at + 1).key.contains(QLatin1Char(':')) ||
          token(at + 1).key.contains(QLatin1Char('.')) || token(at + 1).key.contains(QLatin1Char('/')))) ||
        (is(at + 1, Kind::At, Kind::Weak) && has(at + 2) && (token(at + 2).number || word(at + 2).number > 0)) ||
        (has(at + 1) && word(at + 1).number > 0 && joined(at + 1) && !glued(at + 1, u'מ') &&
         word(at + 1).number <= 12 && (glued(at + 1, u'ב') || edge || !has(at + 2) || !unitAt(at + 2))) ||
        (has(at + 1) && number(at + 1, 1, 24) && joined(at + 1) &&
         (said(at, {"ראשון", "wed", "sun", "sat", "mon", "rishon"}) || token(at + 1).span.end) && !unitAt(at + 2) &&
         !is(at + 2, Kind::Counted)) ||
        (said(at + 1, {"פנוי", "אפשר", "אפשרי", "עדיף", "מצוין", "מעולה", "מתאים", "סבבה", "אחלה"}) &&
         (at == 0 || token(at).breakBefore > 0)) ||
        said(at + 1, {"שאחרי", "שאחריו", "בלילה"});
    if (said(at, {"sat", "sun", "wed", "mon"})) {
        return !(is(at - 1, Kind::On, Kind::This, Kind::Next, Kind::For, Kind::To, Kind::Coming, Kind::Or, Kind::And,
                    Kind::Until, Kind::By) ||
                 is(at - 1, Kind::Wish, Kind::Between) || shown || (edge && (at == 0 || token(at).breakBefore > 0)) ||
                 word(at).glued.size() || (!has(at + 1) && at > 0) || dashBetween(at + 1) || dashBetween(at) ||
                 is(at + 1, Kind::Or, Kind::And));
    }
    if (!one.glued.isEmpty() && one.glued.endsWith(QChar(0x05D4))) {
        // "הראשון", "השלישי" count things; "השני הקרוב" is a day, and so is "השבת".
        return !is(at + 1, Kind::Coming, Kind::Next, Kind::This) && one.weekday != 6;
    }
    if (one.weekday == 6 && !said(at, {"saturday", "saturdays", "shabbat", "shabbos", "shabat"})) {
        const bool greeting = said(at + 1, {"שלום", "מבורכת", "shalom"}) || is(at - 1, Kind::Good);
        const bool other = said(at - 1, {"שומר", "שומרת", "שומרי", "מעלית", "סעודת", "שבת"});
        const bool sit =
            one.glued == QStringLiteral("ל") && !is(at - 1, Kind::Visit) && !is(at + 1, Kind::Coming, Kind::Next);
        return greeting || other || sit;
    }
    if (one.weekday == 6) {
        return said(at + 1, {"shalom"});
    }
    // "מהשני" is "than the other".
    static constexpr std::array<QStringView, 6> counting = {u"הראשונ", u"השני",   u"השלישי",
                                                            u"הרביעי", u"החמישי", u"השישי"};
    if (!whole && std::any_of(counting.begin(), counting.end(), [&](QStringView name) { return key.endsWith(name); })) {
        return true;
    }
    const bool hebrewFirst = said(at, {"ראשון", "שני", "rishon", "sheni"});
    if (!hebrewFirst) {
        return whole && said(at, {"שלישי", "רביעי", "חמישי", "שישי", "ששי"}) && is(at - 1, Kind::Thing) && joined(at) &&
               !shown;
    }
    if (key == QStringLiteral("שני") || !whole) {
        // "שני הצדדים", "בשני תורים" count as well.
        const auto next = has(at + 1) && joined(at + 1) ? token(at + 1).key : QString();
        const bool counts = said(at, {"שני"}) && !shown &&
                            (next.startsWith(QChar(0x05D4)) || next.endsWith(QStringLiteral("ימ")) ||
                             next.endsWith(QStringLiteral("ות")));
        if (counts) {
            return true;
        }
        if (!whole) {
            return false;
        }
    }
    if (shown || said(at - 1, {"ימי", "עם", "את", "מאשר", "מאשרת", "לבטל", "תבטלו"}) || dashBetween(at + 1) ||
        dashBetween(at)) {
        return false;
    }
    if (is(at + 1, Kind::Or, Kind::Until, Kind::And) ||
        (has(at + 1) && (glued(at + 1, u'ו') || glued(at + 1, u'ל')) && word(at + 1).weekday)) {
        return false;
    }
    // "לא מתאים לי רביעי, אפשר ראשון?": beside another day it is one as well.
    const bool introduced = is(at - 1, Kind::Wish, Kind::Or, Kind::And, Kind::Until, Kind::Instead, Kind::Between) ||
                            said(at - 1, {"רק", "מה", "כל", "לי", "לנו", "חוץ"});
    const bool beside = introduced && !m_pieces.empty() && m_pieces.back().date;
    const bool fits = is(at - 2, Kind::Fits) && said(at - 1, {"לי", "לנו"});
    return !(edge && (beside || fits));
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
    // A day that lies more than half a year back is next year's; one as far ahead was last year's.
    const QDate thisYear(m_today.year(), month, day);
    if (!thisYear.isValid()) {
        // 29 February of the leap year that is about to come.
        const QDate nextYear(m_today.year() + 1, month, day);
        return nextYear.isValid() && m_today.daysTo(nextYear) <= 183 ? nextYear : QDate();
    }
    const auto back = thisYear.daysTo(m_today);
    return back > 183 ? QDate(m_today.year() + 1, month, day) : thisYear;
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
    int before = at - 1;
    if (has(before) && token(at).breakBefore < 2) {
        if (is(before, Kind::Since)) {
            return Role::Past;
        }
        before -= is(before, Kind::On, Kind::The) || (is(before, Kind::At) && said(before, {"את", "at", "ב"})) ? 1 : 0;
        before -= is(before, Kind::On, Kind::Of) && !is(before, Kind::Not) ? 1 : 0;
        if (is(before, Kind::Since)) {
            return Role::Past;
        }
        if (is(before, Kind::From) || (is(before, Kind::Instead) && token(at).breakBefore == 0)) {
            return Role::From;
        }
        if (is(before, Kind::To) && token(at).breakBefore == 0) {
            return Role::To;
        }
        const bool not_ = is(before, Kind::Not) && (said(before, {"not", "לא", "ולא", "אל", "lo"}));
        if ((not_ && token(at).breakBefore == 0) || is(before, Kind::Except) ||
            (is(before, Kind::Except) && is(before + 1, Kind::Of))) {
            return Role::Not;
        }
        if (is(before, Kind::Last) && said(before, {"last", "previous"})) {
            return Role::Past;
        }
    }
    const auto& letters = word(at).glued;
    if (is(at, Kind::Tomorrow) && m_text.at(token(at).span).startsWith(QStringLiteral("ממ"))) {
        return Role::From; // the comparison form has one letter for two
    }
    if (letters.isEmpty()) {
        return Role::Plain;
    }
    if (said(at - 1, {"חוץ"})) {
        return Role::Not;
    }
    return letters.startsWith(QChar(0x05DE)) || letters.startsWith(QStringLiteral("שמ")) ||
                   letters.startsWith(QStringLiteral("ומ"))
               ? Role::From
           : letters.endsWith(QChar(0x05DC)) || letters.startsWith(QChar(0x05DC)) ? Role::To
                                                                                  : Role::Plain;
}

DatePiece& DateScanner::push(int first, int last)
{
    DatePiece piece;
    piece.today = m_today;
    piece.first = first;
    piece.last = std::min(last, m_count - 1);
    piece.role = roleAt(first);
    m_pieces.push_back(piece);
    m_at = piece.last + 1;
    return m_pieces.back();
}

bool DateScanner::pushDay(int first, int last, QDate date, QDate to, bool exact)
{
    auto& piece = push(first, last);
    piece.date = date;
    if (to.isValid() && to != date) {
        piece.to = to;
    }
    piece.exact = exact;
    bound(piece);
    return true;
}

/// What "before", "after", "until", "from … on" make of a day; denied, the other side of it.
void DateScanner::bound(DatePiece& piece) const
{
    if (!piece.date) {
        return;
    }
    int before = piece.first - 1;
    if (token(piece.first).breakBefore > 0) {
        before = -1;
    }
    // "can it wait till Thursday" asks for Thursday.
    const auto waits = [&] {
        for (int at = before - 1; at >= std::max(0, before - 3); --at) {
            if (said(at, {"wait", "waits", "hold", "postpone", "push", "pushed", "delay", "לחכות", "יחכה", "תחכה",
                          "לדחות", "להמתין", "מחכה", "נדחה", "דחו", "תדחו"})) {
                return true;
            }
        }
        return false;
    };
    before -= is(before, Kind::The, Kind::On) || said(before, {"ל", "את", "le"}) ? 1 : 0;
    const auto denied = [&] {
        for (int at = before - 1; at >= std::max(0, before - 3) && token(at + 1).breakBefore == 0; --at) {
            if (is(at, Kind::Not)) {
                return true;
            }
        }
        return false;
    };
    const auto open = [&](QDate from) {
        piece.date = from;
        piece.to.reset();
        piece.open = true;
        piece.bounded = true;
        piece.role = Role::Plain;
    };
    const auto until = [&](QDate to) {
        piece.date = m_today;
        piece.to = to;
        piece.bounded = true;
        if (to < m_today) {
            piece.to.reset();
            piece.role = Role::Past;
        }
    };
    const QDate end = piece.to.value_or(*piece.date);
    if (has(before) && is(before, Kind::Before)) {
        const bool no = denied();
        no ? open(*piece.date) : until(piece.date->addDays(-1));
        piece.role = piece.role == Role::Past ? Role::Past : Role::Plain;
    } else if (has(before) && is(before, Kind::After) && !said(before, {"past"})) {
        denied() ? until(end) : open(end.addDays(1));
    } else if (has(before) && is(before, Kind::Until, Kind::By)) {
        if (!waits()) {
            until(end);
        }
        piece.role = piece.role == Role::Past ? Role::Past : Role::To;
    } else if (piece.role == Role::From &&
               (said(before, {"starting", "החל"}) || said(piece.last + 1, {"והלאה", "ואילך", "onwards", "onward"}) ||
                (is(piece.last + 1, Kind::On) && (!has(piece.last + 2) || token(piece.last + 2).breakBefore > 0)))) {
        const bool more = said(piece.last + 1, {"והלאה", "ואילך", "onwards", "onward", "on"});
        open(*piece.date);
        piece.last += more ? 1 : 0;
    }
}

} // namespace delpek::language
