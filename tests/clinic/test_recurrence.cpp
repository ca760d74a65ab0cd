// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/icalendar.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::clinic;

namespace
{

const QTimeZone Zone("Asia/Jerusalem");
const CalendarWindow Spring{QDate(2026, 3, 3), QDate(2026, 4, 30)};

QByteArray vevent(const QByteArray& inside)
{
    return "BEGIN:VEVENT\r\nUID:e\r\n" + inside + "END:VEVENT\r\n";
}

/// "03-05T09:00/10:00 …" of every day, or the fault.
QString told(const QByteArray& events, const CalendarWindow& window = Spring)
{
    const auto read = parseCalendar("BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n", Zone, window);
    if (!read) {
        return QStringLiteral("no calendar");
    }
    QStringList days;
    for (const auto& one : *read) {
        QString day = one.from.toText().mid(5) + QLatin1Char('/') + one.to.toText().mid(11);
        if (one.cancelled) {
            day += QStringLiteral(" cancelled");
        }
        days << (one.fault.isEmpty() ? day : one.fault);
    }
    return days.join(QStringLiteral(", "));
}

} // namespace

/// Events that repeat, written out.
class TestRecurrence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOut_data()
    {
        QTest::addColumn<QByteArray>("events");
        QTest::addColumn<QString>("days");
        const auto row = [](const char* name, const QByteArray& events, const char* days) {
            QTest::newRow(name) << events << QString::fromUtf8(days);
        };
        const QByteArray thursday = "DTSTART;TZID=Asia/Jerusalem:20260305T080000\r\n"
                                    "DTEND;TZID=Asia/Jerusalem:20260305T090000\r\n";
        row("a count", vevent(thursday + "RRULE:FREQ=WEEKLY;COUNT=3\r\n"),
            "03-05T08:00/09:00, 03-12T08:00/09:00, 03-19T08:00/09:00");
        // The clocks change on 27 March: the hour stays.
        row("over the change of the clocks",
            vevent(thursday + "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260402T235959Z\r\n"),
            "03-05T08:00/09:00, 03-19T08:00/09:00, 04-02T08:00/09:00");
        // An hour of UTC does not stay.
        row("of UTC", vevent("DTSTART:20260305T060000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n"),
            "03-05T08:00/09:00, 03-12T08:00/09:00, 03-19T08:00/09:00, 03-26T08:00/09:00, 04-02T09:00/10:00");
        // Paris changes two days after Jerusalem.
        row("of another zone",
            vevent("DTSTART;TZID=Europe/Paris:20260327T080000\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"),
            "03-27T10:00/10:30, 03-28T10:00/10:30, 03-29T09:00/09:30");
        row("until a moment, inclusive", vevent(thursday + "RRULE:FREQ=WEEKLY;UNTIL=20260312T060000Z\r\n"),
            "03-05T08:00/09:00, 03-12T08:00/09:00");
        row("until a moment before", vevent(thursday + "RRULE:FREQ=WEEKLY;UNTIL=20260312T055900Z\r\n"),
            "03-05T08:00/09:00");
        row("until a day, inclusive", vevent(thursday + "RRULE:FREQ=WEEKLY;UNTIL=20260312\r\n"),
            "03-05T08:00/09:00, 03-12T08:00/09:00");
        row("days of the week", vevent(thursday + "RRULE:FREQ=WEEKLY;BYDAY=SU,TH;WKST=SU;COUNT=4\r\n"),
            "03-05T08:00/09:00, 03-08T08:00/09:00, 03-12T08:00/09:00, 03-15T08:00/09:00");
        row("the last Thursday of a month", vevent(thursday + "RRULE:FREQ=MONTHLY;BYDAY=-1TH\r\n"),
            "03-26T08:00/09:00, 04-30T08:00/09:00");
        row("a day that not every month has", vevent("DTSTART;VALUE=DATE:20260131\r\nRRULE:FREQ=MONTHLY\r\n"),
            "03-31T00:00/00:00");
        row("whole days", vevent("DTSTART;VALUE=DATE:20260326\r\nDTEND;VALUE=DATE:20260328\r\nRRULE:FREQ=YEARLY\r\n"),
            "03-26T00:00/00:00");
        row("days left out",
            vevent(thursday + "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Asia/Jerusalem:20260312T080000\r\n"
                              "EXDATE:20260319T060000Z,20260326T070000Z\r\n"),
            "03-05T08:00/09:00, 03-26T08:00/09:00");
        row("a day left out by its date",
            vevent(thursday + "RRULE:FREQ=WEEKLY;COUNT=2\r\nEXDATE;VALUE=DATE:20260305\r\n"), "03-12T08:00/09:00");
        row("days more", vevent(thursday + "RDATE:20260310T100000\r\n"), "03-05T08:00/09:00, 03-10T10:00/11:00");
        row("a day moved",
            vevent(thursday + "RRULE:FREQ=WEEKLY;COUNT=2\r\n") +
                vevent("RECURRENCE-ID;TZID=Asia/"
                       "Jerusalem:20260312T080000\r\nDTSTART:20260313T110000\r\nDURATION:PT2H\r\n"),
            "03-05T08:00/09:00, 03-13T11:00/13:00");
        row("a day cancelled",
            vevent(thursday + "RRULE:FREQ=WEEKLY;COUNT=2\r\n") +
                vevent("RECURRENCE-ID:20260312T060000Z\r\nSTATUS:CANCELLED\r\n" + thursday),
            "03-05T08:00/09:00, 03-05T08:00/09:00 cancelled");
        row("all of it cancelled", vevent(thursday + "RRULE:FREQ=WEEKLY\r\nSTATUS:CANCELLED\r\n"),
            "03-05T08:00/09:00 cancelled");
        row("since long", vevent("DTSTART:19990104T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO\r\n"),
            "04-06T08:00/09:00");
        row("over for long", vevent("DTSTART:20200101T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=9\r\n"), "");
        const char* unknown = "its rule of repetition is not understood; write each of its days as an event of its own";
        row("what never comes",
            vevent("DTSTART:20260205T080000\r\nDURATION:PT1H\r\n"
                   "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n"),
            unknown);
        row("each hour", vevent(thursday + "RRULE:FREQ=HOURLY\r\n"), unknown);
        row("hours of a day", vevent(thursday + "RRULE:FREQ=DAILY;BYHOUR=8,9\r\n"), unknown);
        row("no rule", vevent(thursday + "RRULE:every week\r\n"), unknown);
        row("an end that is no day", vevent(thursday + "RRULE:FREQ=WEEKLY;UNTIL=SOON\r\n"), unknown);
        row("no frequency", vevent(thursday + "RRULE:COUNT=3\r\n"), unknown);
        row("another people's calendar", vevent(thursday + "RRULE:RSCALE=HEBREW;FREQ=YEARLY\r\n"), unknown);
        row("all days from one on", vevent(thursday + "RECURRENCE-ID;RANGE=THISANDFUTURE:20260312T080000\r\n"),
            "it changes all its days from one on; write the two stretches as two events");
        row("spans", vevent(thursday + "RDATE;VALUE=PERIOD:20260310T100000Z/PT1H\r\n"),
            "RDATE gives spans of time; write them as events of their own");
    }
    void writesOut()
    {
        QFETCH(QByteArray, events);
        QFETCH(QString, days);
        QCOMPARE(told(events), days);
    }

    void aDayKeepsItsNameWhateverBecomesOfIt()
    {
        const QByteArray series =
            vevent("DTSTART;TZID=Asia/Jerusalem:20260305T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\n");
        const QByteArray moved =
            vevent("RECURRENCE-ID:20260312T060000Z\r\nDTSTART:20260313T110000\r\nDURATION:PT2H\r\n");
        const auto plain = parseCalendar("BEGIN:VCALENDAR\r\n" + series, Zone, Spring).value();
        const auto changed = parseCalendar("BEGIN:VCALENDAR\r\n" + series + moved, Zone, Spring).value();
        QCOMPARE(plain.size(), size_t(2));
        QCOMPARE(changed.size(), size_t(2));
        QCOMPARE(plain[1].instance, QStringLiteral("20260312T060000Z"));
        QCOMPARE(changed[1].instance, plain[1].instance);
    }

    void theWindowBoundsWhatHasNoEnd()
    {
        const QByteArray daily = vevent("DTSTART:20260101T080000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n");
        const auto days = parseCalendar("BEGIN:VCALENDAR\r\n" + daily, Zone, {Spring.first, Spring.first.addDays(400)});
        QCOMPARE(days.value().size(), size_t(401));
        QCOMPARE(days.value().back().from.date, Spring.first.addDays(400));
    }
};

QTEST_GUILESS_MAIN(TestRecurrence)
#include "test_recurrence.moc"
