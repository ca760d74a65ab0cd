// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datescanner.h"

// Numeric dates, times of the day and parts of it.

namespace delpek::language
{

namespace
{

struct Numbers {
    std::vector<int> parts;
    QChar separator;
};

Numbers split(const QString& digits)
{
    Numbers numbers;
    QString part;
    for (const QChar c : digits + QLatin1Char(' ')) {
        if (c.isDigit()) {
            part += c;
            continue;
        }
        numbers.parts.push_back(part.size() > 4 ? -1 : part.toInt());
        part.clear();
        if (numbers.separator.isNull() && c != QLatin1Char(' ')) {
            numbers.separator = c;
        }
    }
    return numbers;
}

} // namespace

QString DateScanner::partAt(int at, int& taken) const
{
    taken = 1;
    if (is(at, {"אחר", "אחרי"}) && is(at + 1, {"הצהריים", "צהריים", "הצהרים", "צהרים"})) {
        taken = 2;
        return QStringLiteral("afternoon");
    }
    if (is(at, {"in", "at", "the", "this"})) {
        const int skip = is(at + 1, {"the"}) ? 2 : 1;
        if (const auto part = value(at + skip, m_words.parts)) {
            taken = skip + 1;
            return *part;
        }
        return {};
    }
    return value(at, m_words.parts).value_or(QString());
}

/// 1–7 with nothing else said is the afternoon or evening; 8–12 the morning or noon.
QTime DateScanner::clock(int hour, int minute, const QString& part) const
{
    if (hour > 24 || minute > 59) {
        return {};
    }
    const bool late =
        part == QLatin1String("evening") || part == QLatin1String("afternoon") || part == QLatin1String("pm");
    const bool early = part == QLatin1String("morning") || part == QLatin1String("am");
    if (late && hour < 12) {
        hour += 12;
    } else if (early) {
        hour %= 12;
    } else if (hour >= 1 && hour <= 7) {
        hour += 12;
    }
    return QTime(hour % 24, minute);
}

bool DateScanner::tryNumericDate()
{
    if (!token(m_at).number) {
        return false;
    }
    if (const auto year = number(m_at, 1900, 2100); year && is(m_at + 1, {"-"})) {
        const auto month = number(m_at + 2, 1, 12);
        const auto day = number(m_at + 4, 1, 31);
        const QDate date = month && day && is(m_at + 3, {"-"}) ? QDate(*year, *month, *day) : QDate();
        if (date.isValid()) {
            auto& piece = push(m_at, m_at + 4);
            piece.date = date;
            piece.birth = date < m_today;
            return true;
        }
    }
    const auto [parts, separator] = split(token(m_at).key);
    if (parts.size() < 2 || (separator != QLatin1Char('.') && separator != QLatin1Char('/'))) {
        return false;
    }
    const bool asTime = separator == QLatin1Char('.') && parts.size() == 2 && is(m_at - 1, {"at", "בשעה", "שעה"});
    if (asTime || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12) {
        return false;
    }
    if (is(m_at + 1, {"מעלות", "חום", "am", "pm", "%"}) || is(m_at - 1, {"חום", "fever", "temp"})) {
        return false;
    }
    int year = 0;
    if (parts.size() == 3) {
        year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
        year = year > m_today.year() + 10 && parts[2] < 100 ? year - 100 : year;
    }
    const QDate date = year > 0 ? QDate(year, parts[1], parts[0]) : dayInYear(parts[0], parts[1]);
    if (!date.isValid()) {
        return false;
    }
    auto& piece = push(m_at, m_at);
    piece.date = date;
    piece.exact = true;
    piece.birth = year > 0 && date < m_today;
    if (year == 0 && date < m_today) {
        piece.role = Role::Past;
    }
    return true;
}

/// "בין 22 ל-26 במרץ", "22-26.3", "8.3 או 9.3", "בין 10 ל-12", "from 10 to 12".
bool DateScanner::tryRange()
{
    const bool between = is(m_at, {"בין", "between"});
    const bool from = is(m_at, {"from"});
    const int at = m_at + (between || from ? 1 : 0);
    if (!has(at) || !token(at).number) {
        return false;
    }
    int second = at + 1;
    const bool joined = is(second, {"-", "to", "and", "עד", "until", "till"}) || (is(second, {"or", "או"}));
    const bool either = is(second, {"or", "או"});
    second += joined ? 1 : 0;
    if (!has(second) || !token(second).number) {
        return false;
    }
    const bool hebrewTo =
        (between || token(at).prefix.contains(QChar(0x05DE))) && token(second).prefix.contains(QChar(0x05DC));
    if (!joined && !hebrewTo) {
        return false;
    }
    const auto low = split(token(at).key);
    const auto high = split(token(second).key);
    const auto named = month(second + 1);
    const bool dots =
        high.parts.size() == 2 && high.separator != QLatin1Char(':') && high.parts[1] <= 12 && high.parts[1] > 0;
    const bool lowDots =
        low.parts.size() == 2 && low.separator != QLatin1Char(':') && low.parts[1] <= 12 && low.parts[1] > 0;
    const bool move = !between && !from && !either && token(at).prefix.contains(QChar(0x05DE));
    if (named || dots) {
        const int highMonth = named ? *named : high.parts[1];
        const int lowMonth = lowDots ? low.parts[1] : highMonth;
        const auto start = dayInYear(low.parts[0], lowMonth);
        const auto end = dayInYear(high.parts[0], highMonth);
        // "from 5.3 to 8.3" in a move is old and new, not a span.
        if (!start.isValid() || !end.isValid() || end <= start || move || (from && lowDots)) {
            return false;
        }
        auto& piece = push(m_at, named ? second + 1 : second);
        piece.date = start;
        piece.to = end;
        piece.role = Role::Plain;
        return true;
    }
    const bool bareTo = !between && !from && is(at + 1, {"to", "and"});
    const bool said = !bareTo && (between || from || token(at).prefix.contains(QChar(0x05D1)) || joined);
    const bool colons = low.separator == QLatin1Char(':') && high.separator == QLatin1Char(':');
    if (!said || either || move || (!colons && (low.parts[0] > 24 || high.parts[0] > 24)) || timeUnitAt(second + 1)) {
        return false;
    }
    if (from && !is(at + 1, {"to", "until", "till", "-"})) {
        return false;
    }
    int taken = 0;
    auto part = partAt(second + 1, taken);
    if (is(second + 1, {"am", "pm"})) {
        part = is(second + 1, {"am"}) ? QStringLiteral("am") : QStringLiteral("pm");
        taken = 1;
    }
    const auto start = clock(low.parts[0], low.parts.size() > 1 ? low.parts[1] : 0, part);
    const auto end = clock(high.parts[0], high.parts.size() > 1 ? high.parts[1] : 0, part);
    if (!start.isValid() || !end.isValid() || end <= start) {
        return false;
    }
    auto& piece = push(m_at, part.isEmpty() ? second : second + taken);
    piece.notBefore = start;
    piece.notAfter = end;
    piece.role = Role::Plain;
    return true;
}

bool DateScanner::tryClock()
{
    if (!token(m_at).number) {
        return false;
    }
    const auto [parts, separator] = split(token(m_at).key);
    if (parts.size() > 2 || separator == QLatin1Char(',') || separator == QLatin1Char('/')) {
        return false;
    }
    const auto& word = token(m_at);
    int last = m_at;
    QString part;
    const bool oclock = is(last + 1, {"oclock", "ish"});
    last += oclock ? 1 : 0;
    int taken = 0;
    bool marked = oclock;
    if (is(last + 1, {"am", "pm", "a", "p"}) && token(last + 1).breakBefore == 0) {
        part = is(last + 1, {"am", "a"}) ? QStringLiteral("am") : QStringLiteral("pm");
        marked = true;
        last += is(last + 2, {"m"}) ? 2 : 1;
    } else if (has(last + 1) && token(last + 1).breakBefore < 2) {
        part = partAt(last + 1, taken);
        if (!part.isEmpty()) {
            marked = true;
            last += taken;
        }
    }
    const bool minutes = parts.size() == 2;
    const bool said = is(m_at - 1, {"at",    "בשעה", "שעה",     "around", "about", "by", "after", "before",
                                    "אחרי",  "לפני", "בסביבות", "עד",     "מ",     "ב",  "like",  "כמו",
                                    "until", "till", "past",    "from",   "במקום", "to", "בערך"}) ||
                      token(m_at - 1 < 0 ? m_at : m_at - 1).key == QLatin1String("@");
    const bool prefixed = word.prefix.endsWith(QChar(0x05D1)) || word.prefix.endsWith(QChar(0x05DC)) ||
                          word.prefix == QStringLiteral("מ") || word.prefix == QStringLiteral("מה");
    const bool afterDay =
        !m_pieces.empty() && m_pieces.back().last == m_at - 1 && m_pieces.back().date && !m_pieces.back().time;
    const bool unit = (timeUnitAt(m_at + 1) && !is(m_at + 1, {"יום"})) ||
                      is(m_at + 1, {"ילדים", "שקל", "שח", "אנשים", "teeth", "שיניים", "kids", "מטופלים", "years",
                                    "פעמים", "times", "people", "th"});
    const bool age = is(m_at - 1, {"בן", "בת", "aged", "age"});
    const bool temperature = is(m_at - 1, {"חום", "fever", "temp"}) || is(m_at + 1, {"חום", "מעלות", "fever"});
    if (unit || age || temperature) {
        return false;
    }
    const bool colon = minutes && separator == QLatin1Char(':');
    if (!colon && !marked && !said && !prefixed && !(minutes && parts[1] > 12) && !afterDay) {
        return false;
    }
    if (!minutes && part.isEmpty() && is(last + 1, {"וחצי", "ורבע"})) {
        ++last;
    }
    const int extra = is(last, {"וחצי"}) ? 30 : is(last, {"ורבע"}) ? 15 : 0;
    const auto time = clock(parts[0], minutes ? parts[1] : extra, part);
    if (!time.isValid() || (parts[0] > 20 && !minutes && !prefixed && !said) ||
        (minutes && !colon && token(m_at).key.size() < 4 && !said && !prefixed)) {
        return false;
    }
    auto& piece = push(m_at, last);
    if (is(m_at - (last - piece.first) - 2, {"after", "אחרי"}) || is(piece.first - 1, {"after", "אחרי", "from"}) ||
        (is(piece.first - 1, {"שעה"}) && is(piece.first - 2, {"אחרי"}))) {
        piece.notBefore = time;
        piece.role = Role::Plain;
    } else if (is(piece.first - 1, {"before", "לפני", "until", "till", "by"}) ||
               (is(piece.first - 1, {"שעה"}) && is(piece.first - 2, {"לפני"}))) {
        piece.notAfter = time;
        piece.role = Role::Plain;
    } else {
        piece.time = time;
    }
    return true;
}

/// "ברבע לאחת", "עשר וחצי", "half past nine".
bool DateScanner::tryWordTime()
{
    int at = m_at;
    int minute = 0;
    bool marked = false;
    std::optional<int> hour;
    if (is(at, {"quarter", "half", "ten", "twenty", "five"}) && is(at + 1, {"past", "to", "after"})) {
        minute = is(at, {"quarter"}) ? 15 : is(at, {"half"}) ? 30 : is(at, {"ten"}) ? 10 : is(at, {"five"}) ? 5 : 20;
        minute = is(at + 1, {"to"}) ? -minute : minute;
        hour = value(at + 2, m_words.hours);
        if (!hour) {
            hour = number(at + 2, 1, 12);
        }
        at += 2;
        marked = hour.has_value();
    } else if (is(at, {"half"}) && value(at + 1, m_words.hours)) {
        minute = 30;
        hour = value(++at, m_words.hours);
        marked = true;
    } else if (is(at, {"רבע", "עשרה"}) && has(at + 1) && token(at + 1).key.startsWith(QChar(0x05DC))) {
        minute = is(at, {"רבע"}) ? -15 : -10;
        hour = value(at + 1, m_words.hours);
        if (!hour && token(at + 1).number) {
            hour = number(at + 1, 1, 12);
        }
        ++at;
        marked = hour.has_value();
    } else if (is(at, {"רבע"}) && has(at + 1) && token(at + 1).number && token(at + 1).prefix.contains(QChar(0x05DC))) {
        minute = -15;
        hour = number(++at, 1, 12);
        marked = hour.has_value();
    } else {
        hour = value(at, m_words.hours);
        const auto& word = token(at).key;
        marked = hour && (is(at - 1, {"at", "בשעה", "שעה", "around", "כמו", "בסביבות", "בערך", "נניח"}) ||
                          (word.startsWith(QChar(0x05D1)) && !m_words.hours.contains(word)));
    }
    if (!hour) {
        return false;
    }
    if (is(at, {"אחת"}) && is(at + 1, {"עשרה"})) {
        hour = 11;
        ++at;
    } else if (is(at, {"שתים", "שתיים"}) && is(at + 1, {"עשרה"})) {
        hour = 12;
        ++at;
    }
    if (minute == 0 && has(at + 1)) {
        if (const auto said = m_words.minutes.constFind(token(at + 1).key); said != m_words.minutes.constEnd()) {
            minute = *said;
            marked = true;
            ++at;
            at += is(at + 1, {"דקות"}) ? 1 : 0;
        } else if (is(at + 1, {"thirty", "fifteen"})) {
            minute = is(at + 1, {"thirty"}) ? 30 : 15;
            marked = true;
            ++at;
        }
    }
    int taken = 0;
    auto part = has(at + 1) && token(at + 1).breakBefore < 2 ? partAt(at + 1, taken) : QString();
    if (is(at + 1, {"am", "pm", "oclock"})) {
        part = is(at + 1, {"am"}) ? QStringLiteral("am") : is(at + 1, {"pm"}) ? QStringLiteral("pm") : QString();
        taken = 1;
        marked = true;
        at += part.isEmpty() ? 1 : 0;
    }
    marked = marked || !part.isEmpty();
    if (!marked || (timeUnitAt(at + 1) && !is(at + 1, {"יום"}))) {
        return false;
    }
    at += part.isEmpty() ? 0 : taken;
    auto time = clock(*hour, 0, part);
    // Half past seven and quarter to eight belong to the evening as seven does; quarter to one is before one at noon.
    time = time.addSecs(minute * 60);
    auto& piece = push(m_at, at);
    if (is(piece.first - 1, {"after", "אחרי"})) {
        piece.notBefore = time;
    } else if (is(piece.first - 1, {"before", "לפני"})) {
        piece.notAfter = time;
    } else {
        piece.time = time;
    }
    return true;
}

bool DateScanner::tryPart()
{
    int taken = 0;
    const auto part = partAt(m_at, taken);
    const auto& key = token(m_at).key;
    // Greetings and onsets are no part of a wish.
    const bool greeting =
        is(m_at - 1, {"good"}) || (is(m_at + 1, {"טוב", "אור"}) && key == wordKey(QStringLiteral("בוקר"))) ||
        (is(m_at + 1, {"טוב"}) && key == wordKey(QStringLiteral("ערב"))) || is(m_at + 1, {"פסח", "חג"});
    if (part.isEmpty() || greeting) {
        return false;
    }
    auto& piece = push(m_at, m_at + taken - 1);
    piece.part = part;
    if (is(piece.first - 1, {"after", "אחרי"}) && taken == 1 && part == QLatin1String("noon")) {
        piece.part = QStringLiteral("afternoon");
    }
    return true;
}

bool DateScanner::trySoonest()
{
    int tokens = 0;
    if (is(m_at, {"הכי"}) && is(m_at + 1, {"מוקדם", "קרוב", "מהר", "מהיר"})) {
        tokens = 2;
    } else if (is(m_at, {"asap", "earliest", "soonest"})) {
        tokens = 1;
    } else if (is(m_at, {"as"}) && is(m_at + 1, {"soon", "early"}) && is(m_at + 2, {"as"})) {
        tokens = 3;
    } else if (is(m_at, {"first"}) && is(m_at + 1, {"available", "slot", "opening"})) {
        tokens = 2;
    } else if (is(m_at, {"תור", "התור"}) && (is(m_at + 1, {"הראשון", "הקרוב", "הפנוי"})) &&
               (is(m_at + 2, {"הפנוי", "הראשון", "שיש", "הקרוב"}))) {
        tokens = 3;
    } else if (is(m_at, {"כמה"}) && is(m_at + 1, {"שיותר"}) && is(m_at + 2, {"מהר", "מוקדם"})) {
        tokens = 3;
    } else if (is(m_at, {"בהקדם"})) {
        tokens = 1;
    }
    if (tokens == 0) {
        return false;
    }
    auto& piece = push(m_at, m_at + tokens - 1);
    piece.soonest = true;
    piece.role = Role::Plain;
    return true;
}

} // namespace delpek::language
