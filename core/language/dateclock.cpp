// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

#include "language/datenumbers.h"

// Times of the day.

namespace delpek::language
{

bool DateScanner::isOpen(QTime time) const
{
    return std::any_of(m_context.hours.begin(), m_context.hours.end(), [&](const auto& spans) {
        return std::any_of(spans.begin(), spans.end(),
                           [&](const auto& span) { return span.from <= time && time < span.to; });
    });
}

/// 1–7 with nothing else said is the afternoon or evening, 8–12 the morning or noon, unless the clinic is open at the
/// other one only.
QTime DateScanner::clock(const Hour& said, int part, std::optional<QTime>* other) const
{
    if (said.hour > 24 || said.minute > 59) {
        return {};
    }
    int hour = said.hour;
    const int stated = said.part ? said.part : part;
    if (said.halfDay) {
        hour = hour % 12 + (said.halfDay == 2 ? 12 : 0);
        return hour > 23 || said.hour > 12 ? QTime(said.hour % 24, said.minute) : QTime(hour, said.minute);
    }
    if (stated >= 3) {
        return QTime((hour < 12 ? hour + 12 : hour) % 24, said.minute);
    }
    if (stated == 2) {
        return QTime(hour < 7 ? hour + 12 : hour % 24, said.minute);
    }
    if (stated == 1 || hour == 0 || hour > 12 || (said.colon && token(said.last).key.startsWith(QLatin1Char('0')))) {
        return QTime(hour % 24, said.minute);
    }
    const QTime early(hour % 12, said.minute);
    const QTime late(hour % 12 + 12, said.minute);
    const bool afternoon = hour <= 7 || hour == 12;
    const QTime guess = afternoon ? late : early;
    const QTime second = afternoon ? early : late;
    const bool swap = isOpen(second) && !isOpen(guess);
    if (other && (isOpen(second) || second.hour() >= 17)) {
        *other = swap ? guess : second;
    }
    return swap ? second : guess;
}

/// "ברבע לאחת", "עשרה לחמש", "quarter to five", "half past nine", "half nine".
std::optional<DateScanner::Hour> DateScanner::toTheHour(int at) const
{
    Hour hour;
    hour.marked = true;
    hour.spelled = true;
    int last = at;
    const int article = said(at, {"a"}) ? 1 : 0;
    const bool quarter = is(at + article, Kind::Quarter);
    const bool half = is(at + article, Kind::Half);
    const auto minutes = quarter            ? std::optional(15)
                         : half             ? std::optional(30)
                         : token(at).number ? (is(at + 1, Kind::Minute) ? number(at, 1, 29) : std::nullopt)
                         : said(at - 1, {"from", "between"}) ? std::nullopt
                                                             : spelled(at, last);
    if (!minutes || *minutes > 30) {
        return std::nullopt;
    }
    int link = quarter || half ? at + article + 1 : last + 1;
    link += is(link, Kind::Minute) && !quarter && !half ? 1 : 0;
    const auto whole = [&](int from) -> std::optional<int> {
        if (const auto digits = number(from, 1, 12)) {
            last = from;
            return digits;
        }
        const auto words = spelled(from, last);
        return words && *words <= 12 ? words : std::nullopt;
    };
    const bool past = said(link, {"past", "after"});
    const bool to = said(link, {"to", "before", "til", "till", "of"}) && !said(link, {"לפני"});
    if (past || to) {
        const auto value = whole(link + 1);
        if (!value) {
            return std::nullopt;
        }
        hour.hour = *value;
        hour.minute = past ? *minutes : 60 - *minutes;
        hour.hour -= past ? 0 : 1;
        hour.hour = hour.hour == 0 ? 12 : hour.hour;
    } else if ((quarter || (!half && !token(at).number && *minutes % 5 == 0)) && has(link) &&
               (glued(link, u'ל') || said(link, {"ל", "le"}))) {
        const auto value = whole(said(link, {"ל", "le"}) && !token(link).number ? link + 1 : link);
        if (!value) {
            return std::nullopt;
        }
        hour.hour = *value == 1 ? 12 : *value - 1;
        hour.minute = 60 - *minutes;
    } else if (half && said(at, {"half"}) && word(link).number > 0 && word(link).number <= 12) {
        const auto value = whole(link);
        hour.hour = value.value_or(0);
        hour.minute = 30;
    } else {
        return std::nullopt;
    }
    hour.last = last;
    return hour;
}

/// "וחצי", "ורבע", "ועשרים", "thirty", "ושלושים וחמש דקות".
void DateScanner::addMinutes(Hour& hour) const
{
    const int at = hour.last + 1;
    if (hour.minute != 0 || hour.colon || !joined(at)) {
        return;
    }
    if (glued(at, u'ו') || said(at, {"וחצי", "ורבע", "vachetzi", "vahetzi", "vareva"})) {
        int last = at;
        const auto words = spelled(at, last);
        const auto digits = number(at, 1, 59);
        const int minutes = is(at, Kind::Half) || said(at, {"vachetzi", "vahetzi"}) ? 30
                            : is(at, Kind::Quarter) || said(at, {"vareva"})         ? 15
                            : digits                                                ? *digits
                            : words                                                 ? *words
                                                                                    : 0;
        const bool fits = minutes > 0 && minutes < 60 &&
                          (is(at, Kind::Half, Kind::Quarter) || minutes % 5 == 0 || is(last + 1, Kind::Minute) ||
                           said(at, {"vahetzi", "vachetzi", "vareva"}));
        const bool counts = !is(last + 1, Kind::Minute) && (unitAt(last + 1) || is(last + 1, Kind::Counted));
        if (fits && !counts) {
            hour.minute = minutes;
            hour.last = last + (is(last + 1, Kind::Minute) ? 1 : 0);
            hour.marked = true;
        }
        return;
    }
    // "שלוש פחות רבע"
    if (said(at, {"פחות"})) {
        int last = at + 1;
        const int less = is(at + 1, Kind::Quarter) ? 15 : spelled(at + 1, last).value_or(0);
        if (less > 0 && less < 30) {
            hour.minute = 60 - less;
            hour.hour = hour.hour == 1 ? 12 : hour.hour - 1;
            hour.last = last + (is(last + 1, Kind::Minute) ? 1 : 0);
            hour.marked = true;
        }
        return;
    }
    // "ten thirty", "eleven fifteen", "עשר שלושים"
    int last = at;
    const auto words = hour.spelled ? spelled(at, last) : std::nullopt;
    if (words &&
        (*words == 15 || *words == 30 || *words == 45 || *words == 20 || *words == 40 || *words == 10 ||
         *words == 50) &&
        !unitAt(last + 1) && word(at).glued.isEmpty() && (*words >= 15 || hour.marked)) {
        hour.minute = *words;
        hour.last = last;
        hour.marked = true;
    }
}

/// "am", "p.m.", "o'clock", "בבוקר", "in the evening".
void DateScanner::addHalfDay(Hour& hour) const
{
    int at = hour.last + 1;
    if (is(at, Kind::Oclock) && joined(at)) {
        hour.marked = true;
        hour.last = at++;
    }
    const bool letter = said(at, {"a", "p"}) && said(at + 1, {"m"});
    if ((said(at, {"am", "pm"}) || letter) && joined(at)) {
        hour.halfDay = said(at, {"am", "a"}) ? 1 : 2;
        hour.marked = true;
        hour.last = at + (letter ? 1 : 0);
        return;
    }
    int last = at;
    if (joined(at, 1)) {
        at += said(at, {"sharp", "בדיוק", "על"}) ? 1 : 0;
        if (const int part = partAt(at, last);
            part && !is(at - 1, Kind::Not) && !is(at, Kind::After) && !said(at, {"לפני", "before"})) {
            hour.part = part;
            hour.marked = true;
            hour.last = last;
        } else if (const int later = is(at, Kind::After) || said(at, {"אחר"}) ? partAt(at, last) : 0; later == 3) {
            hour.part = 3;
            hour.marked = true;
            hour.last = last;
        } else if (is(at, Kind::Night) || (said(at, {"at"}) && is(at + 1, Kind::Night))) {
            hour.halfDay = hour.hour >= 6 && hour.hour < 12 ? 2 : 1;
            hour.marked = true;
            hour.last = at + (said(at, {"at"}) ? 1 : 0);
        }
    }
}

std::optional<DateScanner::Hour> DateScanner::hourAt(int at) const
{
    if (!has(at)) {
        return std::nullopt;
    }
    auto hour = toTheHour(at);
    if (!hour) {
        hour = Hour();
        hour->last = at;
        if (token(at).number) {
            const auto [parts, separator] = splitNumber(token(at).key);
            const auto& key = token(at).key;
            if (parts.size() > 2 || parts[0] < 0 || separator == QLatin1Char(',') || separator == QLatin1Char('/')) {
                return std::nullopt;
            }
            hour->hour = parts[0];
            if (parts.size() == 2) {
                // "1:1" is no time.
                if (key.size() - key.indexOf(separator) != 3 || parts[1] > 59) {
                    return std::nullopt;
                }
                hour->minute = parts[1];
                hour->colon = separator == QLatin1Char(':');
            } else if (const bool year = key.startsWith(QLatin1String("20")) || key.startsWith(QLatin1String("19"));
                       key.size() == 4 && (!year || is(at - 1, Kind::HourMark) || said(at - 1, {"at"})) &&
                       parts[0] % 5 == 0 && parts[0] % 100 < 60 && parts[0] < 2400) {
                hour->hour = parts[0] / 100;
                hour->minute = parts[0] % 100;
            } else if (key.size() > 2) {
                return std::nullopt;
            }
            if (hour->hour > 24) {
                return std::nullopt;
            }
        } else {
            int last = at;
            const auto words = spelled(at, last);
            const bool masculine = said(at, {"אחד", "שני", "שתי", "שניים", "שלושה", "ארבעה", "חמישה", "חמשה", "שישה",
                                             "ששה", "שבעה", "תשעה", "שנים"}) ||
                                   (said(at, {"עשרה"}) && last == at);
            if (said(at, {"noon"}) && !word(at).number) {
                return std::nullopt;
            }
            if (!words || *words < 1 || *words > 23 || masculine) {
                return std::nullopt;
            }
            hour->hour = *words;
            hour->last = last;
            hour->spelled = true;
        }
        addMinutes(*hour);
    }
    addHalfDay(*hour);
    if (!hour->minute) {
        addMinutes(*hour);
    }
    return hour;
}

/// Whether the words around make a time of it and not a count, an age, a fever, a price.
bool DateScanner::standsAsHour(const Hour& hour) const
{
    const int at = m_at;
    const int after = hour.last + 1;
    const bool weekdayNext = said(after, {"יום"});
    if ((unitAt(after) && !weekdayNext && joined(after)) || (is(after, Kind::Counted, Kind::Fever) && joined(after)) ||
        (is(at - 1, Kind::Age) && (!hour.marked || said(at - 1, {"בן", "בת", "aged"}))) || is(at - 1, Kind::Fever) ||
        is(after, Kind::Suffix) || (hour.last == at && signAfter(at, u"%₪$€°")) ||
        said(at - 1, {"שן", "tooth", "מספר", "number", "no", "חדר", "room", "קומה", "floor", "שבוע", "דירה", "בית"})) {
        return false;
    }
    const bool beforeSign = token(at).key == QLatin1String("4") && at > 0 && token(at - 1).key == QLatin1String("b") &&
                            token(at - 1).span.end == token(at).span.begin;
    if (beforeSign) {
        return false;
    }
    const auto sign = token(at).span.begin > 0 ? m_text.original.left(token(at).span.begin).trimmed() : QString();
    const bool atSign = sign.endsWith(QLatin1Char('@'));
    const bool money = sign.endsWith(QChar(0x20AA)) || sign.endsWith(QLatin1Char('$'));
    if (money) {
        return false;
    }
    if (hour.colon || hour.marked) {
        return true;
    }
    const bool introduced =
        joined(at) &&
        (is(at - 1, Kind::At, Kind::HourMark, Kind::Until, Kind::Before, Kind::After) ||
         is(at - 1, Kind::By, Kind::From, Kind::Between) || is(at - 1, Kind::Instead) ||
         (is(at - 1, Kind::To) && !said(at - 1, {"till"})) || (said(at - 1, {"it"}) && said(at - 2, {"make", "do"})) ||
         (is(at - 1, Kind::Weak) && (hour.spelled || hour.minute || !m_pieces.empty())));
    const auto& letters = word(at).glued;
    const bool prefixed = letters.endsWith(QChar(0x05D1)) || letters.endsWith(QChar(0x05DC)) ||
                          letters == QStringLiteral("מ") || letters == QStringLiteral("מה") ||
                          letters == QStringLiteral("כ") || letters.endsWith(QStringLiteral("מ"));
    const bool afterDay = !m_pieces.empty() && m_pieces.back().last == at - 1 && joined(at, 1) &&
                          ((m_pieces.back().date && !m_pieces.back().time && m_pieces.back().role != Role::Past) ||
                           m_pieces.back().link == DatePiece::Link::SameDay);
    const bool beforeInstead = is(after, Kind::Instead) && joined(after);
    // "שלוש בנות", "two of us" are counted.
    const auto next = has(after) && joined(after) ? token(after).key : QString();
    const bool plural = hour.spelled && (next.endsWith(QStringLiteral("ימ")) || next.endsWith(QStringLiteral("ות")) ||
                                         said(after, {"of", "מהם", "מהן", "more", "other"}) ||
                                         (hour.hour == 1 && next.startsWith(QChar(0x05D4))));
    // "about one finger", "between two teeth": what follows is counted.
    const bool noun = hour.spelled && joined(after) && has(after) && !token(after).number &&
                      !word(after).isAnything() && token(after).key.left(1) < QStringLiteral("\u0590") &&
                      !said(at - 1, {"at"});
    if (noun || said(at - 3, {"scale"}) || said(at - 4, {"scale"})) {
        return false;
    }
    const bool part = plural && word(after).part;
    if (plural && !part && !weekdayNext) {
        return false;
    }
    const bool large = hour.hour > 20 && hour.minute == 0;
    if (large && !is(at - 1, Kind::HourMark) && !said(at - 1, {"at"}) && !prefixed) {
        return false;
    }
    if (!hour.spelled && prefixed && letters.endsWith(QChar(0x05DC)) && large) {
        return false;
    }
    const bool pointed = hour.minute > 0 && (!hour.spelled) && token(at).key.size() >= 4 &&
                         (introduced || prefixed || afterDay || hour.minute == 30 || hour.minute > 12) &&
                         token(at).key.contains(QLatin1Char('.'));
    if (pointed) {
        return true;
    }
    if (hour.spelled && letters == QStringLiteral("כ")) {
        return false;
    }
    // "not four. five."
    const bool alone = token(at).breakBefore > 0 && (!has(after) || token(after).breakBefore > 0) && hour.hour <= 20 &&
                       !m_pieces.empty() && (m_pieces.back().time || m_pieces.back().link != DatePiece::Link::None);
    const bool doIt = said(at - 1, {"do"}) && (is(at - 2, Kind::Not, Kind::Can) || !m_pieces.empty());
    return introduced || prefixed || afterDay || atSign || beforeInstead || alone || doIt ||
           (is(at - 1, Kind::Not) && said(at - 1, {"לא", "not"}) && hour.hour <= 20) ||
           (said(at - 1, {"than"}) && said(at - 2, {"later", "earlier", "before"}));
}

/// What "after", "until", "from … on", "at the latest" make of a time.
void DateScanner::boundHour(DatePiece& piece, const Hour& hour) const
{
    std::optional<QTime> other;
    const QTime time = clock(hour, 0, &other);
    int before = piece.first - 1;
    before -= is(before, Kind::HourMark) || said(before, {"about", "around", "at", "ל", "the"}) ? 1 : 0;
    before = piece.first > 0 && token(piece.first).breakBefore > 1 ? -1 : before;
    // "לא בצהריים, אחרי 14:00" denies the noon only.
    const bool denied =
        joined(before) && (is(before - 1, Kind::Not) || (is(before - 2, Kind::Not) && joined(before - 1)));
    const bool noLater = said(before, {"than"}) && said(before - 1, {"later"});
    const bool noEarlier = said(before, {"than"}) && said(before - 1, {"earlier", "before"});
    const bool onwards = said(piece.last + 1, {"והלאה", "ואילך", "ומעלה", "onwards", "onward", "plus"}) ||
                         (said(piece.last + 1, {"or", "and"}) && said(piece.last + 2, {"later", "after", "on"}));
    const bool latest = said(piece.first - 1, {"המאוחר"}) || said(piece.last + 1, {"לכל"}) ||
                        (said(piece.last + 1, {"at"}) && said(piece.last + 3, {"latest"}));
    const bool earliest = said(piece.last + 1, {"at"}) && said(piece.last + 3, {"earliest"});
    const bool after = is(before, Kind::After) || noEarlier || onwards || earliest || said(before, {"החל", "starting"});
    const bool until = is(before, Kind::Before, Kind::Until, Kind::By) || noLater || latest;
    if (until || after) {
        const bool lower = onwards || noEarlier || earliest ||
                           (after && !until ? !denied : until && denied && is(before, Kind::Before));
        (noLater ? piece.notAfter : lower ? piece.notBefore : piece.notAfter) = time;
        piece.begins = !noLater && lower && (noEarlier || denied);
        piece.role = Role::Plain;
        piece.last += onwards ? (said(piece.last + 1, {"or", "and"}) ? 2 : 1) : 0;
        return;
    }
    piece.time = time;
    piece.otherTime = other;
}

/// "ב-10", "עשר וחצי", "half past nine", "between 10 and 12".
bool DateScanner::tryHour()
{
    const bool between = is(m_at, Kind::Between);
    const bool from = said(m_at, {"from"});
    int at = m_at + (between || from ? 1 : 0);
    at += between && is(at, Kind::HourMark) ? 1 : 0;
    const auto low = hourAt(at);
    if (!low) {
        return false;
    }
    // A second hour makes it a span.
    int second = low->last + 1;
    const bool dash = (has(second) && token(second).key == QLatin1String("-")) || dashBetween(second);
    const bool until = is(second, Kind::Until) || said(second, {"to"});
    const bool and_ = between && said(second, {"and", "ל"});
    const bool to = has(second) && glued(second, u'ל') && joined(second) && (between || glued(at, u'מ'));
    const bool either = is(second, Kind::Or);
    // "my 10:30 to 11:15" is an old time and a new one.
    const bool bareTo = said(second, {"to"}) && !from && !is(m_at - 1, Kind::HourMark) &&
                        !(low->halfDay && !is(m_at - 1, Kind::Mine)) &&
                        (m_pieces.empty() || m_pieces.back().last != m_at - 1);
    if ((dash || until || and_ || to || either) && !bareTo) {
        const bool word_ = until || and_ || either || (has(second) && token(second).key == QLatin1String("-"));
        const auto high = hourAt(second + (word_ ? 1 : 0));
        const bool afterDay = !m_pieces.empty() && m_pieces.back().date && m_pieces.back().last == m_at - 1;
        const bool said_ =
            between || from || glued(at, u'ב') || glued(at, u'מ') || low->colon || low->marked ||
            (high && (high->marked || high->colon)) || afterDay || is(m_at - 1, Kind::HourMark, Kind::At) ||
            (dash && !low->spelled && has(at) && m_text.tokens.size() <= 8 && !unitAt(high ? high->last + 1 : 0));
        const bool counted = high && (unitAt(high->last + 1) || is(high->last + 1, Kind::Counted));
        const bool moved = glued(at, u'מ') && to;
        if (high && said_ && !counted && !either && high->hour <= 24) {
            auto first = *low;
            first.part = first.part ? first.part : first.halfDay ? 0 : high->part;
            first.halfDay = first.halfDay ? first.halfDay : first.part ? 0 : high->halfDay;
            auto start = clock(first, 0);
            const auto end = clock(*high, 0);
            if (start.isValid() && end.isValid() && end <= start) {
                first.halfDay = 1;
                first.part = 0;
                start = clock(first, 0);
            }
            if (start.isValid() && end.isValid() && start < end && !(moved && !between)) {
                auto& piece = push(m_at, high->last);
                piece.notBefore = start;
                piece.notAfter = end;
                piece.role = is(piece.first - 1, Kind::Not) ? Role::Not
                             : from && said(second, {"to"}) ? Role::From
                                                            : Role::Plain;
                return true;
            }
        }
    }
    if (between) {
        return false;
    }
    if (from) {
        return false;
    }
    if (!standsAsHour(*low) || !clock(*low, 0).isValid()) {
        return false;
    }
    auto& piece = push(m_at, low->last);
    boundHour(piece, *low);
    m_at = std::min(m_count, piece.last + 1);
    piece.last = std::min(piece.last, m_count - 1);
    if (low->halfDay == 1 && low->hour < 7 && !low->colon) {
        piece.onset = true;
    }
    return true;
}

} // namespace delpek::language
