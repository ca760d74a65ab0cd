// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/csv.h"
#include "clinic/builtin/icalendar.h"

#include <QTest>

using namespace delpek;
using namespace delpek::clinic;

namespace
{

const QTimeZone Zone("Asia/Jerusalem");
const CalendarWindow Spring{QDate(2026, 3, 3), QDate(2026, 4, 30)};

domain::LocalTime at(const char* text)
{
    return domain::LocalTime::fromText(QString::fromLatin1(text));
}

QByteArray calendar(const QByteArray& inside)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n" + inside + "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

/// The two file formats, without a book.
class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatItWrote();
    void writesACalendar();
    void readsACalendar_data();
    void readsACalendar();
};

void TestCsv::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected"); // "line|cell|cell"

    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("comma") << QByteArray("a,b\r\n1,2\r\n")
                           << QStringList{QStringLiteral("1|a|b"), QStringLiteral("2|1|2")};
    QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2")
                               << QStringList{QStringLiteral("1|a|b"), QStringLiteral("2|1,5|2")};
    QTest::newRow("tab, old line ends") << QByteArray("a\tb\r1\t2\r")
                                        << QStringList{QStringLiteral("1|a|b"), QStringLiteral("2|1|2")};
    QTest::newRow("byte order mark, Hebrew")
        << QByteArray("\xEF\xBB\xBF") + QStringLiteral("שם,טלפון\nרות,1\n").toUtf8()
        << QStringList{QStringLiteral("1|שם|טלפון"), QStringLiteral("2|רות|1")};
    QTest::newRow("quotes") << QByteArray("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\nz,3\n")
                            << QStringList{QStringLiteral("1|a|b"), QStringLiteral("2|x, \"y\"|1\n2"),
                                           QStringLiteral("4|z|3")};
    QTest::newRow("separators inside quotes do not count")
        << QByteArray("\"a,b,c\";d\n1;2\n") << QStringList{QStringLiteral("1|a,b,c|d"), QStringLiteral("2|1|2")};
    QTest::newRow("empty rows and cells")
        << QByteArray("a,b\n\n,\n 1 ,\n") << QStringList{QStringLiteral("1|a|b"), QStringLiteral("4|1|")};
    QTest::newRow("what was kept from being a formula")
        << QByteArray("a\n'=1+1\n'quoted\n")
        << QStringList{QStringLiteral("1|a"), QStringLiteral("2|=1+1"), QStringLiteral("3|'quoted")};
}

void TestCsv::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, expected);
    const auto rows = parseCsv(bytes);
    QVERIFY(rows.has_value());
    QStringList found;
    for (const auto& row : *rows) {
        found << QString::number(row.line) + QLatin1Char('|') + row.cells.join(QLatin1Char('|'));
    }
    QCOMPARE(found, expected);
}

void TestCsv::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("remedy");

    QTest::newRow("Windows-1255") << QByteArray("\xF9\xED,\xE8\xEC\n") << QStringLiteral("CSV UTF-8");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0,\0",
                                          6)
                            << QStringLiteral("CSV UTF-8");
    QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n3,4\n") << QStringLiteral("line 2");
    QTest::newRow("text after a quote") << QByteArray("a,b\n\"1\"x,2\n") << QStringLiteral("line 2");
}

void TestCsv::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, remedy);
    const auto rows = parseCsv(bytes);
    QVERIFY(!rows);
    QVERIFY2(rows.error().detail.contains(remedy), qPrintable(rows.error().detail));
}

void TestCsv::readsWhatItWrote()
{
    const std::vector<QStringList> rows{{QStringLiteral("a"), QStringLiteral("b")},
                                        {QStringLiteral("שלום, \"עולם\""), QStringLiteral("=SUM(A1)")},
                                        {QStringLiteral("two\nlines"), QStringLiteral("+972550070001")},
                                        {QStringLiteral("x;y"), QStringLiteral("-")}};
    const auto bytes = writeCsv(rows);
    QVERIFY(!bytes.contains(",=SUM") && bytes.contains("'=SUM"));
    const auto read = parseCsv(bytes);
    QVERIFY(read && read->size() == rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE((*read)[i].cells, rows[i]);
    }
}

void TestCsv::writesACalendar()
{
    CalendarEvent event;
    event.uid = QStringLiteral("a1@visits.delpek");
    event.from = at("2026-03-26T09:00");
    event.to = at("2026-03-26T09:45");
    event.summary = QStringLiteral("רות לב; בדיקה, \\ ") + QString(60, QChar(u'א')) + QStringLiteral("\nend");
    auto second = event;
    second.uid = QStringLiteral("a2@visits.delpek");
    second.from = at("2026-03-29T09:00"); // summer time
    second.to = at("2026-03-29T09:45");
    second.cancelled = true;
    second.sequence = 2;
    const auto bytes = writeCalendar(QStringLiteral("Clinic"), {event, second}, Zone, base::fromMillis(0));
    for (const auto& line : bytes.split('\n')) {
        QVERIFY(line.isEmpty() || (line.endsWith('\r') && line.size() <= 76));
        QVERIFY(!QString::fromUtf8(line).contains(QChar(QChar::ReplacementCharacter)));
    }
    QVERIFY(bytes.contains("DTSTART:20260326T070000Z\r\n") && bytes.contains("DTSTART:20260329T060000Z\r\n"));
    QVERIFY(bytes.contains("STATUS:CANCELLED\r\n") && bytes.contains("SEQUENCE:2\r\n"));
    QVERIFY(bytes.contains("DTSTAMP:19700101T000000Z\r\n"));
    const auto read = parseCalendar(bytes, Zone, Spring);
    QVERIFY(read && read->size() == 2);
    QCOMPARE(read->front().summary, event.summary);
    QVERIFY(read->front().from == event.from && read->front().to == event.to && !read->front().cancelled);
    QVERIFY((*read)[1].cancelled && (*read)[1].from == second.from && (*read)[1].uid == second.uid);
}

void TestCsv::readsACalendar_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("expected"); // "from/to" or a part of the fault

    QTest::newRow("UTC") << QByteArray("UID:1\r\nDTSTART:20260305T070000Z\r\nDTEND:20260305T080000Z\r\n")
                         << QStringLiteral("2026-03-05T09:00/2026-03-05T10:00");
    QTest::newRow("named zone") << QByteArray(
                                       "UID:1\r\nDTSTART;TZID=Europe/Paris:20260305T080000\r\nDURATION:PT1H30M\r\n")
                                << QStringLiteral("2026-03-05T09:00/2026-03-05T10:30");
    QTest::newRow("Windows' name of a zone")
        << QByteArray("UID:1\r\nDTSTART;TZID=\"Israel Standard Time\":20260305T080000\r\nDTEND;TZID=Israel Standard "
                      "Time:20260305T090000\r\n")
        << QStringLiteral("2026-03-05T08:00/2026-03-05T09:00");
    QTest::newRow("floating") << QByteArray("UID:1\r\nDTSTART:20260305T080000\r\nDTEND:20260305T090000\r\n")
                              << QStringLiteral("2026-03-05T08:00/2026-03-05T09:00");
    QTest::newRow("whole days") << QByteArray("UID:1\r\nDTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260307\r\n")
                                << QStringLiteral("2026-03-05T00:00/2026-03-07T00:00");
    QTest::newRow("one day") << QByteArray("UID:1\r\nDTSTART;VALUE=DATE:20260305\r\n")
                             << QStringLiteral("2026-03-05T00:00/2026-03-06T00:00");
    QTest::newRow("folded, with an alarm")
        << QByteArray("UID:1\r\nDTSTART:20260305T\r\n 080000\r\nBEGIN:VALARM\r\nDURATION:PT5M\r\nEND:VALARM\r\n"
                      "DTEND:20260305T090000\r\n")
        << QStringLiteral("2026-03-05T08:00/2026-03-05T09:00");
    QTest::newRow("repeats") << QByteArray("UID:1\r\nDTSTART:20260305T080000\r\nDTEND:20260305T090000\r\n"
                                           "RRULE:FREQ=SOMETIMES\r\n")
                             << QStringLiteral("repetition");
    QTest::newRow("unknown zone") << QByteArray("UID:1\r\nDTSTART;TZID=Moon/Sea:20260305T080000\r\n")
                                  << QStringLiteral("time zone");
    QTest::newRow("no UID") << QByteArray("DTSTART:20260305T080000Z\r\nDURATION:PT1H\r\n") << QStringLiteral("UID");
    QTest::newRow("ends before") << QByteArray("UID:1\r\nDTSTART:20260305T080000Z\r\nDTEND:20260305T070000Z\r\n")
                                 << QStringLiteral("before");
}

void TestCsv::readsACalendar()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, expected);
    const auto events = parseCalendar(calendar(inside), Zone, Spring);
    QVERIFY(events && events->size() == 1);
    const auto& event = events->front();
    if (event.fault.isEmpty()) {
        QCOMPARE(event.from.toText() + QLatin1Char('/') + event.to.toText(), expected);
    } else {
        QVERIFY2(event.fault.contains(expected), qPrintable(event.fault));
    }
    QCOMPARE(event.line, 3);
    QVERIFY(!parseCalendar("name,phone\n", Zone, Spring));
}

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
