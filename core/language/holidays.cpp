// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/holidays.h"

#include "language/hebrewcalendar.h"
#include "language/text.h"

#include <QHash>

namespace delpek::language
{

namespace
{

enum Month {
    Tishrei = 0,
    Kislev = 2,
    Tevet = 3,
    Shevat = 4,
    Adar = 6,
    Nisan = 7,
    Iyar = 8,
    Sivan = 9,
    Tammuz = 10,
    Av = 11
};

struct Row {
    const char* id;
    int month;
    int day;
    int days;
    const char* names; ///< "|" between names, the letters of prefixes left out
};

constexpr Row kRows[] = {
    {"rosh-hashana", Tishrei, 1, 2, "ראש השנה|rosh hashana|rosh hashanah|rosh hashona|jewish new year"},
    {"gedalia", Tishrei, 3, 1, "צום גדליה|fast of gedaliah|tzom gedalia"},
    {"kippur", Tishrei, 10, 1, "יום כיפור|יום הכיפורים|יום כפור|כיפור|yom kippur|yom kipur|kippur"},
    {"sukkot", Tishrei, 15, 8, "סוכות|חג סוכות|חג הסוכות|sukkot|succot|sukkos|sukot"},
    {"moed-sukkot", Tishrei, 16, 6, "חול המועד סוכות|חוהמ סוכות|chol hamoed sukkot|hol hamoed sukkot"},
    {"hoshana-raba", Tishrei, 21, 1, "הושענא רבה|hoshana raba"},
    {"simchat-tora", Tishrei, 22, 1, "שמחת תורה|שמיני עצרת|simchat torah|shemini atzeret|simhat torah"},
    {"isru-sukkot", Tishrei, 23, 1, "אסרו חג סוכות|אסרו חג של סוכות|isru chag sukkot"},
    {"hanukka", Kislev, 25, 8, "חנוכה|hanukkah|chanukah|hanuka|chanuka"},
    {"tevet", Tevet, 10, 1, "עשרה בטבת|צום טבת"},
    {"shvat", Shevat, 15, 1, "טו בשבט|tu bishvat|tu bshvat"},
    {"esther", Adar, 13, 1, "תענית אסתר|צום אסתר|fast of esther"},
    {"purim", Adar, 14, 1, "פורים|חג פורים|purim"},
    {"shushan", Adar, 15, 1, "שושן פורים|shushan purim"},
    {"pesach", Nisan, 15, 7, "פסח|חג פסח|חג הפסח|pesach|passover|pesah"},
    {"seder", Nisan, 14, 1, "ליל הסדר|סדר פסח|seder night|the seder|seder"},
    {"moed-pesach", Nisan, 16, 5,
     "חול המועד פסח|חוהמ פסח|חול המועד של פסח|chol hamoed pesach|hol hamoed pesach|chol hamoed passover"},
    {"pesach-last", Nisan, 21, 1, "שביעי של פסח|שביעי פסח|last day of pesach|seventh day of pesach"},
    {"mimuna", Nisan, 22, 1, "מימונה|mimouna"},
    {"isru-pesach", Nisan, 22, 1, "אסרו חג פסח|אסרו חג של פסח|אסרו חג|isru chag pesach|isru chag"},
    {"shoa", Nisan, 27, 1, "יום השואה|yom hashoah|holocaust day|holocaust remembrance day"},
    {"zikaron", Iyar, 4, 1, "יום הזיכרון|יום הזכרון|yom hazikaron|memorial day"},
    {"atzmaut", Iyar, 5, 1, "יום העצמאות|עצמאות|independence day|yom haatzmaut|yom haatzmaut"},
    {"omer", Iyar, 18, 1, "לג בעומר|lag baomer|lag bomer"},
    {"jerusalem", Iyar, 28, 1, "יום ירושלים|jerusalem day|yom yerushalayim"},
    {"shavuot", Sivan, 6, 1, "חג שבועות|חג השבועות|shavuot|shavuos"},
    {"tammuz", Tammuz, 17, 1, "יז בתמוז|שבעה עשר בתמוז"},
    {"av", Av, 9, 1, "תשעה באב|ט באב|צום תשעה באב|tisha bav|tisha beav|ninth of av"},
    {"love", Av, 15, 1, "טו באב|tu bav"},
};

struct Other {
    const char* id;
    const char* names;
};

constexpr Other kOthers[] = {
    {"chag", "חג|החג|the holiday|the chag|chag|yom tov|יום טוב"},
    {"chagim", "חגים|החגים|the holidays|the chagim|the high holidays|חגי תשרי|chagim"},
    {"moed", "חול המועד|חוהמ|chol hamoed|hol hamoed|cholhamoed"},
    {"ramadan", "רמדאן|רמאדן|הרמדאן|ramadan"},
    {"fitr", "עיד אל פיטר|עיד אלפיטר|חג הפיטר|eid al fitr|eid el fitr|eid"},
    {"adha", "עיד אל אדחא|עיד אלאדחא|חג הקורבן|eid al adha"},
    {"christmas", "חג המולד|כריסמס|christmas|xmas"},
    {"good-friday", "good friday|יום שישי הטוב|שישי הטוב"},
    {"easter", "easter|easter sunday|פסחא|חג הפסחא"},
    {"easter-monday", "easter monday"},
    {"new-year", "סילבסטר|השנה האזרחית|new years|new year|new years eve"},
};

struct Name {
    QStringList following;
    QString id;
};

const QHash<QString, std::vector<Name>>& names()
{
    static const auto table = [] {
        QHash<QString, std::vector<Name>> made;
        const auto add = [&made](const char* id, const char* list) {
            for (const auto& name : QString::fromUtf8(list).split(QLatin1Char('|'))) {
                QStringList keys;
                for (const auto& word : name.split(QLatin1Char(' '))) {
                    keys.append(wordKey(word));
                }
                made[keys.first()].push_back({keys.mid(1), QLatin1String(id)});
            }
        };
        for (const auto& row : kRows) {
            add(row.id, row.names);
        }
        for (const auto& row : kOthers) {
            add(row.id, row.names);
        }
        return made;
    }();
    return table;
}

/// Western Easter of a year of the Gregorian calendar (Meeus, Jones and Butcher).
QDate easter(int year)
{
    const int golden = year % 19;
    const int century = year / 100;
    const int rest = year % 100;
    const int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int shift = (golden + 11 * epact + 22 * weekday) / 451;
    const int days = epact + weekday - 7 * shift + 114;
    return {year, days / 31, days % 31 + 1};
}

/// The days of mourning and of independence give way to the Sabbath.
QDate moved(const QString& id, QDate date)
{
    const int day = date.dayOfWeek();
    if (id == QLatin1String("shoa")) {
        return day == Qt::Friday ? date.addDays(-1) : day == Qt::Sunday ? date.addDays(1) : date;
    }
    if (id == QLatin1String("zikaron") || id == QLatin1String("atzmaut")) {
        const QDate independence = id == QLatin1String("zikaron") ? date.addDays(1) : date;
        const int falls = independence.dayOfWeek();
        return date.addDays(falls == Qt::Saturday ? -2 : falls == Qt::Friday ? -1 : falls == Qt::Monday ? 1 : 0);
    }
    const bool fast = id == QLatin1String("av") || id == QLatin1String("tammuz") || id == QLatin1String("gedalia");
    return fast && day == Qt::Saturday                            ? date.addDays(1)
           : id == QLatin1String("esther") && day == Qt::Saturday ? date.addDays(-2)
                                                                  : date;
}

std::optional<Holiday> fromRow(const QString& id, QDate today)
{
    for (const auto& row : kRows) {
        if (id == QLatin1String(row.id)) {
            // One that began before today may still last.
            const auto plain = nextHebrew(row.month, row.day, today.addDays(1 - row.days - 2));
            const auto first = moved(id, plain);
            const Holiday near{first, first.addDays(row.days - 1)};
            if (near.last >= today) {
                return near;
            }
            const auto later = moved(id, nextHebrew(row.month, row.day, plain.addDays(1)));
            return Holiday{later, later.addDays(row.days - 1)};
        }
    }
    return std::nullopt;
}

std::optional<Holiday> soonest(std::initializer_list<const char*> ids, QDate today)
{
    std::optional<Holiday> best;
    for (const auto* id : ids) {
        const auto one = fromRow(QLatin1String(id), today);
        best = one && (!best || one->first < best->first) ? one : best;
    }
    return best;
}

} // namespace

QStringList holidayKeys()
{
    return names().keys();
}

std::optional<HolidayName> holidayNamed(const Token& first, const QStringList& following)
{
    std::optional<HolidayName> best;
    for (const auto& form : first.forms) {
        const auto found = names().constFind(form.key());
        if (found == names().constEnd()) {
            continue;
        }
        for (const auto& name : *found) {
            const int words = int(name.following.size()) + 1;
            if (following.mid(0, name.following.size()) == name.following && (!best || words > best->words)) {
                best = HolidayName{name.id, words};
            }
        }
    }
    return best;
}

std::optional<Holiday> nextHoliday(const QString& id, QDate today)
{
    if (id == QLatin1String("chag")) {
        const auto best = soonest({"rosh-hashana", "kippur", "sukkot", "pesach", "shavuot"}, today);
        const auto minor = soonest({"purim", "hanukka", "atzmaut"}, today);
        return minor && minor->first <= today ? minor : best;
    }
    if (id == QLatin1String("chagim")) {
        const auto spring = fromRow(QStringLiteral("pesach"), today);
        const auto end = fromRow(QStringLiteral("simchat-tora"), today);
        const Holiday autumn{end->last.addDays(-21), end->last};
        return spring->first < autumn.first ? *spring : autumn;
    }
    if (id == QLatin1String("moed")) {
        return soonest({"moed-pesach", "moed-sukkot"}, today);
    }
    if (id == QLatin1String("ramadan")) {
        const auto feast = nextIslamic(9, 1, today);
        return Holiday{nextIslamic(8, 1, feast.addDays(-31)), feast.addDays(-1)};
    }
    if (id == QLatin1String("fitr") || id == QLatin1String("adha")) {
        const auto first = id == QLatin1String("fitr") ? nextIslamic(9, 1, today) : nextIslamic(11, 10, today);
        return Holiday{first, first.addDays(id == QLatin1String("fitr") ? 2 : 3)};
    }
    if (id == QLatin1String("christmas") || id == QLatin1String("new-year")) {
        const bool eve = id == QLatin1String("christmas");
        const auto inYear = [&](int year) { return eve ? QDate(year, 12, 25) : QDate(year, 1, 1); };
        const auto day = inYear(today.year()) >= today ? inYear(today.year()) : inYear(today.year() + 1);
        return Holiday{day, day};
    }
    if (id == QLatin1String("easter") || id == QLatin1String("good-friday") || id == QLatin1String("easter-monday")) {
        const int shift = id == QLatin1String("easter") ? 0 : id == QLatin1String("good-friday") ? -2 : 1;
        const auto near = easter(today.year()).addDays(shift);
        const auto day = near >= today ? near : easter(today.year() + 1).addDays(shift);
        return Holiday{day, day};
    }
    return fromRow(id, today);
}

} // namespace delpek::language
