// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/slots.h"

#include <QTest>

#include <random>

using namespace delpek;
using namespace delpek::clinic;
using domain::LocalTime;
using domain::Slot;

namespace
{

LocalTime at(const char* text)
{
    return LocalTime::fromText(QString::fromLatin1(text));
}

QDate day(const char* text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

domain::DaySpan span(int fromHour, int fromMinute, int toHour, int toMinute)
{
    return {QTime(fromHour, fromMinute), QTime(toHour, toMinute)};
}

domain::Doctor doctor(const char* id, const QStringList& treatments)
{
    domain::Doctor result;
    result.id = QString::fromLatin1(id);
    result.treatments = treatments;
    return result;
}

domain::Treatment treatment(const char* id, int minutes)
{
    return {QString::fromLatin1(id), {}, minutes, {}};
}

const QString Levi = QStringLiteral("levi");
const QString Check = QStringLiteral("checkup");
const QString Root = QStringLiteral("root_canal");

/// Sunday to Thursday 08-19, Friday 08-13. Levi: Sunday 08-14, Monday 13-19, Thursday 08-12 and 12:30-16, Friday
/// 08-16 (longer than the house is open). Bergman: Sunday 09-12. 2026-03-01 is a Sunday.
Diary diary()
{
    Diary diary;
    diary.zone = QTimeZone("Asia/Jerusalem");
    for (size_t weekday = 0; weekday < 5; ++weekday) {
        diary.hours[weekday] = {span(8, 0, 19, 0)};
    }
    diary.hours[5] = {span(8, 0, 13, 0)};
    auto levi = doctor("levi", {Check, Root});
    levi.hours[0] = {span(8, 0, 14, 0)};
    levi.hours[1] = {span(13, 0, 19, 0)};
    levi.hours[4] = {span(8, 0, 12, 0), span(12, 30, 16, 0)};
    levi.hours[5] = {span(8, 0, 16, 0)};
    auto bergman = doctor("bergman", {Check});
    bergman.hours[0] = {span(9, 0, 12, 0)};
    diary.doctors = {levi, bergman};
    diary.treatments = {treatment("checkup", 30), treatment("root_canal", 90), treatment("xray", 15)};
    return diary;
}

void busy(Diary& diary, const QString& who, const char* from, const char* to)
{
    diary.busy.push_back({who, at(from), at(to)});
}

SlotQuery query(const char* from, const char* to, const QString& treatmentId = Check)
{
    SlotQuery query;
    query.treatment = treatmentId;
    query.from = day(from);
    query.to = day(to);
    query.earliest = at("2026-03-01T00:00");
    return query;
}

QStringList texts(const std::vector<Slot>& found)
{
    QStringList result;
    for (const auto& slot : found) {
        result << slot.doctor.left(1) + QLatin1Char(' ') + slot.start.toText().mid(5);
    }
    return result;
}

QStringList list(const char* text)
{
    return QString::fromLatin1(text).split(QStringLiteral(", "));
}

/// Minute by minute, without spans or instants: true wherever the zone does not change its clocks.
QStringList bruteForce(const Diary& diary, const SlotQuery& query, int minutes)
{
    QStringList result;
    for (QDate date = query.from; date <= query.to; date = date.addDays(1)) {
        if (std::count(diary.closed.begin(), diary.closed.end(), date) != 0 ||
            std::count(query.without.begin(), query.without.end(), date) != 0) {
            continue;
        }
        for (int start = 0; start < 24 * 60; start += query.step) {
            for (const auto& who : diary.doctors) {
                const LocalTime local{date, QTime(start / 60, start % 60)};
                bool free = !(local < query.earliest) && who.treatments.contains(query.treatment) &&
                            (query.doctor.isEmpty() || query.doctor == who.id) &&
                            (!query.notBefore || *query.notBefore <= local.time) &&
                            (!query.notAfter || local.time < *query.notAfter);
                for (int minute = start; free && minute < start + minutes; ++minute) {
                    const QTime now(minute / 60 % 24, minute % 60);
                    const auto inside = [&](const domain::DaySpan& open) { return open.from <= now && now < open.to; };
                    const auto& house = domain::hoursOn(diary.hours, date);
                    const auto& own = domain::hoursOn(who.hours, date);
                    const auto taken = [&](const BusySpan& span) {
                        const LocalTime moment{date, now};
                        return span.doctor == who.id && !(moment < span.from) && moment < span.to;
                    };
                    free = minute < 24 * 60 && std::any_of(house.begin(), house.end(), inside) &&
                           std::any_of(own.begin(), own.end(), inside) &&
                           std::none_of(diary.busy.begin(), diary.busy.end(), taken);
                }
                if (free) {
                    result << who.id.left(1) + QLatin1Char(' ') + local.toText().mid(5);
                }
            }
        }
    }
    return result;
}

} // namespace

Q_DECLARE_METATYPE(Diary)
Q_DECLARE_METATYPE(SlotQuery)

class TestSlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_data();
    void search();
    void offer_data();
    void offer();
    void unknownIds();
    void clocksChange();
    void openHours_data();
    void openHours();
    void equalsBruteForce();
};

void TestSlots::search_data()
{
    QTest::addColumn<Diary>("book");
    QTest::addColumn<SlotQuery>("wish");
    QTest::addColumn<QStringList>("expected");

    auto book = diary();
    auto wish = query("2026-03-05", "2026-03-05", Root);
    wish.notBefore = QTime(10, 0);
    wish.notAfter = QTime(13, 0);
    QTest::newRow("lunch gap is not crossed")
        << book << wish << list("l 03-05T10:00, l 03-05T10:15, l 03-05T10:30, l 03-05T12:30, l 03-05T12:45");

    book = diary();
    busy(book, Levi, "2026-03-01T08:00", "2026-03-01T09:00");
    busy(book, Levi, "2026-03-01T09:30", "2026-03-01T14:00");
    wish = query("2026-03-01", "2026-03-01");
    wish.doctor = Levi;
    QTest::newRow("between adjacent visits") << book << wish << list("l 03-01T09:00");
    wish.treatment = Root;
    QTest::newRow("longer than the gap") << book << wish << QStringList{};

    wish = query("2026-03-06", "2026-03-07", Root);
    wish.notBefore = QTime(11, 0);
    QTest::newRow("Friday ends with the house, Saturday is closed")
        << diary() << wish << list("l 03-06T11:00, l 03-06T11:15, l 03-06T11:30");

    book = diary();
    book.closed = {day("2026-03-01")};
    QTest::newRow("closed day") << book << query("2026-03-01", "2026-03-01") << QStringList{};

    wish = query("2026-03-01", "2026-03-02");
    wish.without = {day("2026-03-01")};
    wish.notBefore = QTime(18, 0);
    QTest::newRow("a day that does not suit") << diary() << wish << list("l 03-02T18:00, l 03-02T18:15, l 03-02T18:30");

    wish = query("2026-02-01", "2026-03-01");
    wish.earliest = at("2026-03-01T13:05");
    QTest::newRow("nothing before now") << diary() << wish << list("l 03-01T13:15, l 03-01T13:30");

    wish = query("2026-03-01", "2026-03-02");
    wish.exactly = QTime(9, 10);
    QTest::newRow("exactly, off the grid") << diary() << wish << list("l 03-01T09:10, b 03-01T09:10");
    wish.exactly = QTime(13, 45);
    QTest::newRow("exactly, too late for the day") << diary() << wish << list("l 03-02T13:45");

    wish = query("2026-03-01", "2026-03-01");
    wish.step = 60;
    wish.notBefore = QTime(11, 0);
    QTest::newRow("step of an hour") << diary() << wish
                                     << list("l 03-01T11:00, b 03-01T11:00, l 03-01T12:00, l 03-01T13:00");

    book = diary();
    book.doctors[0].hours[0] = {span(8, 0, 10, 0), span(10, 0, 11, 15)};
    wish = query("2026-03-01", "2026-03-01", Root);
    wish.notBefore = QTime(9, 0);
    QTest::newRow("spans that touch are one")
        << book << wish << list("l 03-01T09:00, l 03-01T09:15, l 03-01T09:30, l 03-01T09:45");

    book = diary();
    book.doctors[0].hours[0] = {span(8, 10, 9, 0)};
    wish = query("2026-03-01", "2026-03-01");
    wish.doctor = Levi;
    QTest::newRow("a day that begins off the grid")
        << book << wish << list("l 03-01T08:10, l 03-01T08:15, l 03-01T08:30");

    book = diary();
    busy(book, Levi, "2026-02-27T00:00", "2026-03-02T18:30");
    QTest::newRow("absence over days") << book << [] {
        auto absent = query("2026-03-01", "2026-03-02");
        absent.doctor = Levi;
        return absent;
    }() << list("l 03-02T18:30");

    QTest::newRow("nobody gives it") << diary() << query("2026-03-01", "2026-03-08", QStringLiteral("xray"))
                                     << QStringList{};
    QTest::newRow("end before beginning") << diary() << query("2026-03-08", "2026-03-01") << QStringList{};
}

void TestSlots::search()
{
    QFETCH(Diary, book);
    QFETCH(SlotQuery, wish);
    QFETCH(QStringList, expected);
    const auto found = allFreeSlots(book, wish);
    QVERIFY(found.has_value());
    QCOMPARE(texts(*found), expected);
}

void TestSlots::offer_data()
{
    QTest::addColumn<SlotQuery>("wish");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("other parts of the day and other days")
        << query("2026-03-01", "2026-03-08") << list("l 03-01T08:00, l 03-01T12:00, l 03-02T13:00");
    auto wish = query("2026-03-01", "2026-03-01");
    wish.doctor = Levi;
    wish.notAfter = QTime(12, 0);
    QTest::newRow("one morning: an hour apart") << wish << list("l 03-01T08:00, l 03-01T09:00, l 03-01T10:00");
    wish.notBefore = QTime(11, 0);
    QTest::newRow("one hour: half an hour, then neighbours")
        << wish << list("l 03-01T11:00, l 03-01T11:15, l 03-01T11:30");
    wish.doctor.clear();
    wish.notAfter = QTime(11, 10);
    QTest::newRow("one start: both doctors") << wish << list("l 03-01T11:00, b 03-01T11:00");
    wish = query("2026-03-01", "2026-03-01");
    wish.notBefore = QTime(9, 0);
    wish.notAfter = QTime(12, 0);
    QTest::newRow("doctors take turns") << wish << list("l 03-01T09:00, b 03-01T10:00, l 03-01T11:00");
    wish = query("2026-03-01", "2026-03-08");
    wish.exactly = QTime(9, 0);
    QTest::newRow("exactly: one a day") << wish << list("l 03-01T09:00, l 03-05T09:00, l 03-06T09:00");
    wish = query("2026-03-01", "2026-03-01");
    wish.limit = 13;
    wish.step = 30;
    wish.notBefore = QTime(9, 0);
    QTest::newRow("a long limit is a list")
        << wish
        << list(
               "l 03-01T09:00, b 03-01T09:00, l 03-01T09:30, b 03-01T09:30, l 03-01T10:00, b 03-01T10:00, l "
               "03-01T10:30, b 03-01T10:30, l 03-01T11:00, b 03-01T11:00, l 03-01T11:30, b 03-01T11:30, l 03-01T12:00");
    wish = query("2026-03-01", "2026-03-01");
    wish.limit = 0;
    QTest::newRow("none wanted") << wish << QStringList{};
}

void TestSlots::offer()
{
    QFETCH(SlotQuery, wish);
    QFETCH(QStringList, expected);
    const auto found = freeSlots(diary(), wish);
    QVERIFY(found.has_value());
    QCOMPARE(texts(*found), expected);
}

void TestSlots::unknownIds()
{
    auto wish = query("2026-03-01", "2026-03-01", QStringLiteral("magic"));
    QCOMPARE(freeSlots(diary(), wish).error().code, ErrorCode::NotFound);
    wish.treatment = Check;
    wish.doctor = QStringLiteral("who");
    QCOMPARE(allFreeSlots(diary(), wish).error().code, ErrorCode::NotFound);
}

/// Israel goes from 02:00 to 03:00 on Friday 2026-03-27: an open night has no 02:00 to 02:59, and one hour from 01:30
/// ends at 03:30.
void TestSlots::clocksChange()
{
    auto book = diary();
    book.hours[5] = {span(1, 0, 4, 0)};
    book.doctors[0].hours[5] = {span(1, 0, 4, 0)};
    book.treatments[0].minutes = 60;
    busy(book, Levi, "2026-03-27T03:15", "2026-03-27T03:30");
    auto wish = query("2026-03-27", "2026-03-27");
    QCOMPARE(texts(*allFreeSlots(book, wish)), list("l 03-27T01:00, l 03-27T01:15"));
    QCOMPARE(busySpan(Levi, at("2026-03-27T01:30"), 60, book.zone).to.toText(), QStringLiteral("2026-03-27T03:30"));
}

void TestSlots::openHours_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("expected");

    const int fine = -1;
    const int invalid = static_cast<int>(ErrorCode::InvalidInput);
    const int unknown = static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("fits") << QStringLiteral("2026-03-05T11:30") << 30 << Levi << Check << fine;
    QTest::newRow("runs into lunch") << QStringLiteral("2026-03-05T11:45") << 30 << Levi << Check << invalid;
    QTest::newRow("house closed on Friday afternoon")
        << QStringLiteral("2026-03-06T13:00") << 30 << Levi << Check << invalid;
    QTest::newRow("closed day") << QStringLiteral("2026-03-08T09:00") << 30 << Levi << Check << invalid;
    QTest::newRow("treatment of others") << QStringLiteral("2026-03-01T09:00") << 30 << QStringLiteral("bergman")
                                         << Root << invalid;
    QTest::newRow("no length") << QStringLiteral("2026-03-05T11:30") << 0 << Levi << Check << invalid;
    QTest::newRow("no time") << QString() << 30 << Levi << Check << invalid;
    QTest::newRow("no such doctor") << QStringLiteral("2026-03-05T11:30") << 30 << QStringLiteral("who") << Check
                                    << unknown;
    QTest::newRow("no such treatment") << QStringLiteral("2026-03-05T11:30") << 30 << Levi << QStringLiteral("x")
                                       << unknown;
}

void TestSlots::openHours()
{
    QFETCH(QString, start);
    QFETCH(int, minutes);
    QFETCH(QString, who);
    QFETCH(QString, what);
    QFETCH(int, expected);
    auto book = diary();
    book.closed = {day("2026-03-08")};
    const auto result = checkOpen(book, {who, what, LocalTime::fromText(start), minutes});
    QCOMPARE(result ? -1 : static_cast<int>(result.error().code), expected);
}

void TestSlots::equalsBruteForce()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<>(0, most)(random); };
    for (int round = 0; round < 60; ++round) {
        auto book = diary();
        for (auto& who : book.doctors) {
            for (auto& spans : who.hours) {
                const int from = 7 + upTo(5);
                const int until = from + 1 + upTo(5);
                spans = {span(from, 15 * upTo(3), until, 15 * upTo(3))};
                if (upTo(1) == 1) {
                    spans.push_back(span(until + 1, 0, until + 2 + upTo(3), 0));
                }
            }
            for (int visits = upTo(20); visits > 0; --visits) {
                const LocalTime start{day("2026-03-01").addDays(upTo(8)), QTime(7 + upTo(12), 5 * upTo(11))};
                book.busy.push_back(busySpan(who.id, start, 5 + 5 * upTo(20), book.zone));
            }
        }
        book.closed = {day("2026-03-01").addDays(upTo(8))};
        auto wish = query("2026-03-01", "2026-03-08");
        wish.doctor = upTo(1) == 1 ? Levi : QString();
        wish.earliest = {day("2026-03-01").addDays(upTo(2)), QTime(upTo(23), upTo(59))};
        wish.without = {day("2026-03-01").addDays(upTo(8))};
        if (upTo(2) == 0) {
            wish.notBefore = QTime(8 + upTo(6), 0);
        }
        if (upTo(2) == 0) {
            wish.notAfter = QTime(12 + upTo(6), 0);
        }
        const int minutes = 15 + 15 * upTo(6);
        book.treatments[0].minutes = minutes;

        const auto all = allFreeSlots(book, wish);
        QCOMPARE(texts(*all), bruteForce(book, wish, minutes));
        const auto offered = freeSlots(book, wish);
        QCOMPARE(offered->size(), std::min<size_t>(all->size(), 3));
        for (const auto& slot : *offered) {
            QVERIFY(std::count(all->begin(), all->end(), slot) == 1);
            QVERIFY(std::count(offered->begin(), offered->end(), slot) == 1);
        }
        if (!all->empty()) {
            QCOMPARE(offered->front().start.toText(), all->front().start.toText());
        }
    }
}

QTEST_GUILESS_MAIN(TestSlots)
#include "test_slots.moc"
