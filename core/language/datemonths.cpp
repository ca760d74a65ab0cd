// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

#include "language/datenumbers.h"
#include "language/hebrewcalendar.h"

// Days of the calendar: "15/3", "ב-15 לחודש", "March 10th", "כ' באדר", and whole months.

namespace delpek::language
{

namespace
{

/// The value of "כח" as a day of a Hebrew month; 0 for none.
int gematria(const QString& letters)
{
    static const QString units = QStringLiteral("אבגדהוזחט");
    if (letters.isEmpty() || letters.size() > 2) {
        return 0;
    }
    if (letters == QStringLiteral("טו")) {
        return 15;
    }
    if (letters == QStringLiteral("טז")) {
        return 16;
    }
    const auto tens = [](QChar c) {
        const auto code = c.unicode();
        return code == 0x05D9 ? 10 : code == 0x05DB ? 20 : code == 0x05DC ? 30 : 0;
    };
    const int last = int(units.indexOf(letters.back())) + 1;
    if (letters.size() == 1) {
        return last > 0 ? last : tens(letters[0]);
    }
    return tens(letters[0]) > 0 && last > 0 ? tens(letters[0]) + last : 0;
}

} // namespace

/// "15/3", "9.3.26", "2026-03-10"; the day comes first unless it cannot.
bool DateScanner::tryNumericDate()
{
    if (!token(m_at).number) {
        return false;
    }
    if (const auto year = number(m_at, 1900, 2100);
        year && has(m_at + 4) && token(m_at + 1).key == QLatin1String("-")) {
        const auto month = number(m_at + 2, 1, 12);
        const auto day = number(m_at + 4, 1, 31);
        const QDate date =
            month && day && token(m_at + 3).key == QLatin1String("-") ? QDate(*year, *month, *day) : QDate();
        if (date.isValid()) {
            pushDay(m_at, m_at + 4, date, {}, true);
            m_pieces.back().birth = date < m_today;
            return true;
        }
    }
    // "15-3-2026", "15-3"
    if (number(m_at, 1, 31) && has(m_at + 4) && token(m_at + 1).key == QLatin1String("-") &&
        token(m_at + 3).key == QLatin1String("-")) {
        const auto month = number(m_at + 2, 1, 12);
        auto year = number(m_at + 4, 20, 2100);
        year = year && *year < 100 ? std::optional(2000 + *year) : year;
        const QDate date = month && year ? QDate(*year, *month, *number(m_at, 1, 31)) : QDate();
        if (date.isValid()) {
            pushDay(m_at, m_at + 4, date, {}, true);
            m_pieces.back().birth = date < m_today;
            return true;
        }
    }
    const auto [parts, separator] = splitNumber(token(m_at).key);
    if (parts.size() < 2 || (separator != QLatin1Char('.') && separator != QLatin1Char('/'))) {
        return false;
    }
    const bool dotted = separator == QLatin1Char('.') && parts.size() == 2;
    const bool asTime = dotted && (said(m_at - 1, {"at", "בשעה", "שעה", "לשעה"}) || is(m_at + 1, Kind::Am, Kind::Pm) ||
                                   (parts[1] == 30 || (parts[1] == 0 && parts[0] < 24)) ||
                                   (!m_pieces.empty() && m_pieces.back().exact && m_pieces.back().last == m_at - 1 &&
                                    parts[1] % 5 == 0 && parts[0] < 24));
    // "10/12" in English where the second cannot be a month is written month first.
    bool monthFirst =
        parts[0] >= 1 && parts[0] <= 12 && parts[1] > 12 && parts[1] <= 31 && separator == QLatin1Char('/');
    const int day = monthFirst ? parts[1] : parts[0];
    const int month = monthFirst ? parts[0] : parts[1];
    if (asTime || day < 1 || day > 31 || month < 1 || month > 12) {
        return false;
    }
    // Fever, blood values, scores and prices are no dates.
    const bool value =
        is(m_at - 1, Kind::Fever) || is(m_at + 1, Kind::Fever, Kind::Counted) || signAfter(m_at, u"%₪$°") ||
        said(m_at - 1, {"inr", "יצא", "יצאה", "ויצא", "hba1c", "סוכרת", "סוכר", "a1c", "version", "ציון", "score"}) ||
        said(m_at - 2, {"inr", "a1c", "hba1c"});
    const bool fraction = parts.size() == 2 && separator == QLatin1Char('/') && parts[0] < parts[1] &&
                          (parts[1] == 5 || parts[1] == 10) && said(m_at - 1, {"כאב", "pain", "כואב"});
    const bool bare = word(m_at).glued.isEmpty() && !is(m_at - 1, Kind::On, Kind::For, Kind::To);
    const bool always = bare && token(m_at).key == QLatin1String("24/7");
    const bool rating = bare && token(m_at).key == QLatin1String("10/10");
    if (value || fraction || rating || always) {
        return false;
    }
    int year = 0;
    if (parts.size() == 3) {
        year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
        year = year > m_today.year() + 10 && parts[2] < 100 ? year - 100 : year;
    }
    const QDate date = year > 0 ? QDate(year, month, day) : dayInYear(day, month);
    if (!date.isValid()) {
        return false;
    }
    pushDay(m_at, m_at, date, {}, true);
    auto& piece = m_pieces.back();
    piece.birth = year > 0 && date < m_today;
    if (year == 0 && date < m_today && !piece.bounded) {
        piece.role = DatePiece::Role::Past;
    }
    const bool latin = separator == QLatin1Char('/') && !monthFirst && day <= 12 && year == 0 && day != month;
    const QDate swapped = latin ? dayInYear(month, day) : QDate();
    if (swapped.isValid() && swapped >= m_today) {
        piece.otherDate = swapped;
    }
    if (dotted && day < 24 && parts[1] >= 10) {
        piece.otherTime = QTime(day, parts[1]);
    }
    return true;
}

/// "16 לחודש", "8 March", "the 18th", "ה-8", "ב-15 במרץ", "חמישה עשר לשלישי".
bool DateScanner::tryDayOfMonth()
{
    int last = m_at;
    const auto day = dayNumber(m_at, last);
    if (!day || (token(m_at).number && !number(m_at, 1, 31))) {
        return false;
    }
    const bool digits = token(m_at).number;
    const bool ordinalWord = word(last).ordinal > 0;
    int next = last + 1;
    const bool suffix = digits && is(next, Kind::Suffix) && token(next).breakBefore == 0;
    next += suffix ? 1 : 0;
    const int named = next + (is(next, Kind::Of) ? 1 : 0);
    const int month = has(named) && token(named).breakBefore < 2 ? word(named).month : 0;
    // "10 לשלישי" is the tenth of March as people say it.
    const int numbered = has(next) && word(next).weekday && glued(next, u'ל') && token(next).breakBefore == 0 &&
                                 (digits || (ordinalWord && *day > 7) || *day > 12) &&
                                 (glued(m_at, u'ב') || glued(m_at, u'ה') || !is(m_at - 1, Kind::From)) &&
                                 !said(next, {"לשבת"})
                             ? word(next).weekday % 7 + 1
                             : 0;
    const bool tooLate = month && *day > QDate(2024, month, 1).daysInMonth();
    if ((month || (numbered && numbered <= 6)) && !tooLate) {
        const bool may = said(named, {"may"}) && !suffix && !is(next, Kind::Of) && !digits;
        if (may) {
            return false;
        }
        int end = month ? named : next;
        QDate date = dayInYear(*day, month ? month : numbered);
        bool birth = false;
        if (const auto year = number(end + 1, 1900, 2100)) {
            date = QDate(*year, month ? month : numbered, *day);
            birth = date < m_today;
            ++end;
        }
        if (!date.isValid()) {
            return false;
        }
        pushDay(m_at, end, date, {}, true);
        auto& piece = m_pieces.back();
        piece.birth = birth;
        if (!birth && date < m_today && !piece.bounded) {
            piece.role = Role::Past;
        }
        return true;
    }
    const bool inMonth = said(next, {"לחודש", "בחודש", "לחדש", "lahodesh"}) &&
                         !is(next + 1, Kind::Next, Kind::Coming) && token(next).breakBefore == 0;
    const bool nextMonth = (said(next, {"לחודש", "בחודש"}) && is(next + 1, Kind::Next)) ||
                           (is(next, Kind::Of) && said(next + 1, {"next"}) && is(next + 2, Kind::Month));
    const bool thisMonth = is(next, Kind::Of) && (said(next + 1, {"this", "the"})) && is(next + 2, Kind::Month);
    const bool counted = unitAt(last + 1) || is(last + 1, Kind::Counted) || signAfter(m_at, u"%₪$");
    const bool age = is(m_at - 1, Kind::Age);
    const bool hebrewThe =
        digits && word(m_at).glued.contains(QChar(0x05D4)) && !counted && !age && !is(last + 1, Kind::Am, Kind::Pm);
    const bool theOrdinal = ordinalWord && !word(m_at).holiday && is(m_at - 1, Kind::The) &&
                            (*day > 10 || is(m_at - 2, Kind::On)) && !counted;
    if (!(suffix && !counted &&
          !said(next, {"floor", "time", "grade", "birthday", "visit", "tooth", "molar", "day", "one", "of", "row",
                       "option", "month", "week", "try", "person", "appointment"})) &&
        !inMonth && !nextMonth && !thisMonth && !hebrewThe && !theOrdinal) {
        return false;
    }
    QDate date = dayOfMonth(*day);
    int end = inMonth ? next : suffix ? last + 1 : last;
    if (nextMonth) {
        const QDate first = QDate(m_today.year(), m_today.month(), 1).addMonths(1);
        date = QDate(first.year(), first.month(), *day);
        end = next + (is(next, Kind::Of) ? 2 : 1);
    } else if (thisMonth) {
        end = next + 2;
    }
    if (!date.isValid()) {
        return false;
    }
    return pushDay(m_at, end, date, {}, true);
}

/// "March 10", "Mar 24th", "march the tenth".
bool DateScanner::tryMonthFirst()
{
    const int month = word(m_at).month;
    int last = m_at + 1;
    if (!month || !has(m_at + 1)) {
        return false;
    }
    const int at = m_at + 1 + (is(m_at + 1, Kind::The) ? 1 : 0);
    const auto day = has(at) && token(at).breakBefore == 0 ? dayNumber(at, last) : std::nullopt;
    const bool plain =
        day && (token(at).number || word(last).ordinal > 0 || *day > 12 || said(m_at, {"march", "april"}));
    if (!day || !plain || glued(at, u'ב')) {
        return false;
    }
    last += is(last + 1, Kind::Suffix) ? 1 : 0;
    QDate date = dayInYear(*day, month);
    bool birth = false;
    if (const auto year = number(last + 1, 1900, 2100)) {
        date = QDate(*year, month, *day);
        birth = date < m_today;
        ++last;
    }
    if (!date.isValid()) {
        return false;
    }
    pushDay(m_at, last, date, {}, true);
    m_pieces.back().birth = birth;
    if (!birth && date < m_today && !m_pieces.back().bounded) {
        m_pieces.back().role = Role::Past;
    }
    return true;
}

/// "בין 22 ל-26 במרץ", "22-26.3", "8.3 או 9.3", "from the 10th to the 12th".
bool DateScanner::tryDayRange()
{
    const bool between = is(m_at, Kind::Between);
    const bool from = said(m_at, {"from"});
    int at = m_at + (between || from ? 1 : 0);
    at += is(at, Kind::The) ? 1 : 0;
    if (!has(at) || !token(at).number) {
        return false;
    }
    int second = at + 1;
    const bool lowSuffix = is(second, Kind::Suffix);
    second += lowSuffix ? 1 : 0;
    const int lowMonth = has(second) ? word(second).month : 0;
    second += lowMonth ? 1 : 0;
    const bool dash = has(second) && token(second).key == QLatin1String("-");
    const bool until = is(second, Kind::Until) || said(second, {"to", "through"});
    const bool and_ = between && said(second, {"and", "ל"});
    const bool either = is(second, Kind::Or);
    const bool hebrewTo = has(second) && token(second).number && glued(second, u'ל') && (between || glued(at, u'מ'));
    if (!dash && !until && !and_ && !either && !hebrewTo) {
        return false;
    }
    second += hebrewTo ? 0 : 1;
    second += is(second, Kind::The) ? 1 : 0;
    if (!has(second) || !token(second).number) {
        return false;
    }
    int end = second;
    const bool highSuffix = is(end + 1, Kind::Suffix);
    end += highSuffix ? 1 : 0;
    int named = end + 1 + (is(end + 1, Kind::Of) ? 1 : 0);
    const int highMonth = has(named) && joined(named, 1) ? word(named).month : 0;
    const bool inMonth = !highMonth && said(end + 1, {"לחודש", "בחודש"});
    const auto low = splitNumber(token(at).key);
    const auto high = splitNumber(token(second).key);
    const auto dots = [](const SplitNumber& n) {
        return n.parts.size() == 2 && n.separator != QLatin1Char(':') && n.parts[1] <= 12 && n.parts[1] > 0 &&
               n.parts[0] <= 31;
    };
    if (low.parts.size() > 2 || high.parts.size() > 2 || low.parts[0] < 1 || high.parts[0] < 1) {
        return false;
    }
    const bool dated = highMonth || lowMonth || dots(high) || inMonth || (lowSuffix && highSuffix) ||
                       (glued(at, u'ה') && glued(second, u'ה')) ||
                       (low.parts.size() == 1 && high.parts.size() == 1 && glued(at, u'ה') && hebrewTo) ||
                       (is(at - 1, Kind::The) && is(second - 1, Kind::The));
    if (!dated || (highMonth == 0 && !inMonth && (unitAt(end + 1) || is(end + 1, Kind::Counted)))) {
        return false;
    }
    // "from 5.3 to 8.3" in a move is old and new, not a span.
    const bool move = !between && !either && (glued(at, u'מ') || (from && dots(low))) && !is(second - 1, Kind::Until);
    if (move) {
        return false;
    }
    const int month = highMonth ? highMonth : dots(high) ? high.parts[1] : 0;
    const auto day = [&](const SplitNumber& n, int ownMonth) {
        const int m = ownMonth ? ownMonth : dots(n) ? n.parts[1] : month;
        return m ? dayInYear(n.parts[0], m) : dayOfMonth(n.parts[0]);
    };
    const auto start = day(low, lowMonth);
    const auto stop = day(high, highMonth);
    if (!start.isValid() || !stop.isValid() || stop <= start || (!dots(low) && low.parts.size() == 2) ||
        stop < m_today) {
        return false;
    }
    // "move it to the week of 12 to 17 April", "לשבוע שבין ה-12 ל-17"
    const int week = m_at - (is(m_at - 1, Kind::Of) ? 2 : 1);
    const bool toWeek = is(week, Kind::Week) && glued(week, u'ל');
    auto& piece = push(m_at, highMonth ? named : inMonth ? end + 1 : end);
    piece.date = std::max(start, m_today);
    piece.to = stop;
    piece.exact = true;
    piece.role = from && said(second - 1, {"to", "the"}) ? Role::From
                 : toWeek || glued(at, u'ל')             ? Role::To
                                                         : Role::Plain;
    return true;
}

/// "next month", "באפריל", "end of March", "אמצע החודש הבא".
bool DateScanner::tryMonthSpan()
{
    int at = m_at;
    enum class Third { Whole, Start, Middle, End } third = Third::Whole;
    const bool lead = is(at, Kind::Start, Kind::Middle, Kind::End) ||
                      (is(at, Kind::Early, Kind::Late) && said(at, {"early", "late"}));
    if (lead) {
        third = is(at, Kind::Start, Kind::Early) ? Third::Start : is(at, Kind::Middle) ? Third::Middle : Third::End;
        ++at;
        at += is(at, Kind::Of) ? 1 : 0;
        at += is(at, Kind::The) ? 1 : 0;
        at += is(at, Kind::Month) && has(at + 1) && word(at + 1).month ? 1 : 0;
    } else if (is(at, Kind::Month) && has(at + 1) && word(at + 1).month && token(at + 1).breakBefore == 0) {
        ++at;
    }
    const bool monthWord = at > m_at;
    const auto span = [&](int last, QDate from) {
        const int days = from.daysInMonth();
        QDate first = from;
        QDate to = from.addDays(days - 1);
        const bool until = is(m_at - 1, Kind::Until, Kind::By, Kind::Before);
        if (third == Third::Start) {
            to = from.addDays(6);
        } else if (third == Third::Middle) {
            first = from.addDays(9);
            to = from.addDays(19);
        } else if (third == Third::End && !until) {
            first = to.addDays(-9);
        }
        if (to < m_today) {
            return false;
        }
        return pushDay(m_at, last, std::max(first, m_today), to);
    };
    const QDate month(m_today.year(), m_today.month(), 1);
    const bool nextMonth =
        (is(at, Kind::Month) && is(at + 1, Kind::Next)) || (said(at, {"next"}) && is(at + 1, Kind::Month));
    if (nextMonth && !said(at, {"חודשים"})) {
        return span(at + 1, month.addMonths(1));
    }
    if (is(at, Kind::ThisMonth)) {
        if (is(at + 1, Kind::Next)) {
            return span(at + 1, month.addMonths(1));
        }
        return span(at, month);
    }
    if (said(at, {"this"}) && is(at + 1, Kind::Month)) {
        return span(at + 1, month);
    }
    if (third != Third::Whole && is(at, Kind::Month)) {
        return span(at, month);
    }
    const int named = word(at).month;
    if (!named || is(at - 1, Kind::Since) || (said(at - 1, {"of", "last"}) && !lead)) {
        return false;
    }
    const auto& letters = word(at).glued;
    const bool said_ = letters.contains(QChar(0x05D1)) || letters.contains(QChar(0x05DC)) ||
                       letters.contains(QChar(0x05DE)) || letters.contains(QChar(0x05DB));
    const bool after = is(m_at - 1, Kind::In, Kind::Until, Kind::To, Kind::By, Kind::For, Kind::Before, Kind::After) ||
                       said(m_at - 1, {"this", "next", "during", "sometime", "mid"}) || is(m_at - 1, Kind::Month);
    if ((!said_ && !after && !monthWord && third == Third::Whole) || letters.startsWith(QChar(0x05E9))) {
        return false;
    }
    QDate from(m_today.year(), named, 1);
    from = from < month && from.daysTo(m_today) > 100 ? from.addYears(1) : from;
    return from >= month && span(at, from);
}

/// "כ' באדר", "ט״ו בניסן", "ראש חודש ניסן".
bool DateScanner::tryHebrewDate()
{
    // "ראש חודש", "ר״ח ניסן"
    const bool brief = said(m_at, {"רח"}) && has(m_at + 1) && word(m_at + 1).hebrewMonth >= 0;
    if (brief || (said(m_at, {"ראש"}) && said(m_at + 1, {"חודש"}))) {
        const int at = m_at + (brief ? 1 : 2);
        const int named = has(at) ? word(at).hebrewMonth : -1;
        QDate best;
        for (int month = 0; month <= 12; ++month) {
            if (named >= 0 && month != named) {
                continue;
            }
            const auto date = nextHebrew(month, 1, m_today);
            best = date.isValid() && toHebrew(date).day == 1 && (!best.isValid() || date < best) ? date : best;
        }
        return best.isValid() && pushDay(m_at, named >= 0 ? at : at - 1, best);
    }
    const int month = has(m_at + 1) ? word(m_at + 1).hebrewMonth : -1;
    if (month < 0 || token(m_at + 1).breakBefore > 0 || token(m_at).number) {
        return false;
    }
    const auto written = m_text.at(token(m_at).span);
    const bool marked = std::any_of(written.begin(), written.end(), [](QChar c) { return !c.isLetter(); });
    const bool in = word(m_at + 1).glued == QStringLiteral("ב") || word(m_at + 1).glued == QStringLiteral("ל");
    int day = gematria(token(m_at).key);
    for (qsizetype i = 1; day == 0 && i < token(m_at).forms.size(); ++i) {
        day = gematria(token(m_at).forms[i].key());
    }
    if (day == 0 || (!marked && !in)) {
        return false;
    }
    const auto date = nextHebrew(month, day, m_today);
    const int first = m_at - (is(m_at - 1, Kind::Day) ? 1 : 0);
    const bool to = glued(first, u'ל') || (written.startsWith(QChar(u'ל')) && gematria(token(m_at).key) == 0);
    if (!date.isValid() || !pushDay(first, m_at + 1, date, {}, true)) {
        return false;
    }
    m_pieces.back().role = to ? Role::To : m_pieces.back().role;
    return true;
}

} // namespace delpek::language
