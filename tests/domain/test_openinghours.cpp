// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/openinghours.h"

#include <QTest>

using namespace delpek::domain;

class TestOpeningHours : public QObject
{
    Q_OBJECT

    static WeeklyHours monday(std::vector<DaySpan> spans)
    {
        WeeklyHours week;
        week[1] = std::move(spans);
        return week;
    }

private Q_SLOTS:
    void whatIsWrongIsNamedByItsPlace()
    {
        const QTime eight(8, 0), twelve(12, 0), four(16, 0);
        QVERIFY(hoursFaults(monday({{eight, twelve}, {twelve, four}})).empty());
        QCOMPARE(hoursFaults(monday({{twelve, eight}})), (std::vector<SpanFinding>{{1, 0, SpanFault::Backwards}}));
        QCOMPARE(hoursFaults(monday({{eight, eight}})), (std::vector<SpanFinding>{{1, 0, SpanFault::Backwards}}));
        QCOMPARE(hoursFaults(monday({{eight, {}}})), (std::vector<SpanFinding>{{1, 0, SpanFault::Missing}}));
        QCOMPARE(hoursFaults(monday({{eight, twelve}, {QTime(11, 59), four}})),
                 (std::vector<SpanFinding>{{1, 1, SpanFault::Overlap}}));
    }

    void aVisitLiesWithinOneSpan()
    {
        const auto week = monday({{QTime(8, 0), QTime(12, 0)}, {QTime(13, 0), QTime(23, 59)}});
        const QDate day(2026, 3, 9);
        QVERIFY(isWithin(week, {day, QTime(8, 0)}, 240));
        QVERIFY(!isWithin(week, {day, QTime(8, 0)}, 241));
        QVERIFY(!isWithin(week, {day, QTime(11, 45)}, 90));
        QVERIFY(!isWithin(week, {day, QTime(23, 30)}, 60));
        QVERIFY(!isWithin(week, {day.addDays(1), QTime(8, 0)}, 30));
    }
};

QTEST_APPLESS_MAIN(TestOpeningHours)
#include "test_openinghours.moc"
