// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/duty.h"
#include "domain/localtime.h"

#include <QTest>

using namespace delpek;
using namespace delpek::domain;

namespace
{

const QTimeZone jerusalem("Asia/Jerusalem");
constexpr StaffId noa{1};
constexpr StaffId amir{2};
constexpr StaffId dana{3};
constexpr int hour = 60;

base::Instant at(const char* local)
{
    return toInstant(LocalTime::fromText(QLatin1String(local)), jerusalem);
}

base::Instant utc(const char* text)
{
    return toInstant(LocalTime::fromText(QLatin1String(text)), QTimeZone::utc());
}

DutySpan week(StaffId staff, int weekday, int from, int to, int order = 1)
{
    return {{}, staff, weekday, from, to, order};
}

DutyException exception(StaffId staff, const char* date, bool present, int from, int to, int order = 1)
{
    return {{}, staff, QDate::fromString(QLatin1String(date), Qt::ISODate), present, from, to, order};
}

/// Sunday to Thursday 8 – 16 Noa, behind her Amir; every night from 16 to 8 Amir. In the nights when the clock changes
/// (2026-03-27 at 2:00, 2026-10-25 at 2:00) Noa has until half past one, Dana from there.
DutyRoster roster()
{
    DutyRoster made{jerusalem, {}, {}};
    for (int day = 0; day < 5; ++day) {
        made.weekly.push_back(week(amir, day, 8 * hour, 16 * hour, 2));
        made.weekly.push_back(week(noa, day, 8 * hour, 16 * hour, 1));
        made.weekly.push_back(week(amir, day, 16 * hour, 8 * hour, 1));
    }
    made.exceptions = {
        exception(noa, "2026-03-04", false, 0, minutesOfDay),
        exception(dana, "2026-03-04", true, 12 * hour, 14 * hour, 1),
        exception(dana, "2026-03-06", true, 20 * hour, 8 * hour, 1),
        exception(noa, "2026-03-27", true, 0, 2 * hour, 1),
        exception(dana, "2026-03-27", true, 2 * hour, 6 * hour, 1),
        exception(noa, "2026-10-25", true, 0, 90, 1),
        exception(dana, "2026-10-25", true, 90, 6 * hour, 1),
    };
    return made;
}

QString names(const std::vector<StaffId>& staff)
{
    QStringList words;
    for (const auto id : staff) {
        words << (id == noa ? QStringLiteral("noa") : id == amir ? QStringLiteral("amir") : QStringLiteral("dana"));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

class TestDuty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsOnDuty_data()
    {
        QTest::addColumn<base::Instant>("moment");
        QTest::addColumn<QString>("expected");
        QTest::newRow("by order, not by who stands first") << at("2026-03-03T09:00") << "noa amir";
        QTest::newRow("the first minute belongs to it") << at("2026-03-03T08:00") << "noa amir";
        QTest::newRow("the last one does not") << at("2026-03-03T16:00") << "amir";
        QTest::newRow("over midnight") << at("2026-03-03T23:59") << "amir";
        QTest::newRow("after midnight it is yesterday's") << at("2026-03-04T00:00") << "amir";
        QTest::newRow("Saturday before dawn nobody") << at("2026-03-07T21:00") << "";
        QTest::newRow("Thursday's night reaches into Friday") << at("2026-03-06T07:59") << "amir";
        QTest::newRow("and ends there") << at("2026-03-06T08:00") << "";
        QTest::newRow("a date on which she is away") << at("2026-03-04T10:00") << "amir";
        QTest::newRow("a date on which somebody else comes") << at("2026-03-04T12:30") << "dana amir";
        QTest::newRow("an exception over midnight") << at("2026-03-07T03:00") << "dana";
        // The clock goes from 2:00 to 3:00: 2:00 is not there, what begins then begins at 3:00.
        QTest::newRow("before the gap") << at("2026-03-27T01:59") << "noa amir";
        QTest::newRow("behind the gap") << at("2026-03-27T03:00") << "amir dana";
        // The clock goes from 2:00 back to 1:00: half past one is twice, the first one parts them.
        QTest::newRow("before the first half past one") << utc("2026-10-24T22:29") << "noa";
        QTest::newRow("from the first half past one") << utc("2026-10-24T22:30") << "dana";
        QTest::newRow("ten past one for the second time") << utc("2026-10-24T23:10") << "dana";
    }

    void whoIsOnDuty()
    {
        QFETCH(base::Instant, moment);
        QFETCH(QString, expected);
        QCOMPARE(names(onDuty(roster(), moment)), expected);
    }

    void eachStandsOnceWithTheFirstOrder()
    {
        const DutyRoster twice{
            jerusalem,
            {week(noa, 2, 0, 12 * hour, 3), week(amir, 2, 0, 12 * hour, 2), week(noa, 2, 8 * hour, 10 * hour, 1)},
            {}};
        QCOMPARE(names(onDuty(twice, at("2026-03-03T09:00"))), QStringLiteral("noa amir"));
        QCOMPARE(names(onDuty(twice, at("2026-03-03T07:00"))), QStringLiteral("amir noa"));
    }

    void quietHours_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("until");
        QTest::newRow("none") << 0 << 0 << "2026-03-03T03:00"
                              << "";
        QTest::newRow("before") << 22 * hour << 7 * hour << "2026-03-03T21:59"
                                << "";
        QTest::newRow("evening") << 22 * hour << 7 * hour << "2026-03-03T22:00"
                                 << "2026-03-04T07:00";
        QTest::newRow("morning") << 22 * hour << 7 * hour << "2026-03-04T06:59"
                                 << "2026-03-04T07:00";
        QTest::newRow("after") << 22 * hour << 7 * hour << "2026-03-04T07:00"
                               << "";
        QTest::newRow("at noon") << 12 * hour << 14 * hour << "2026-03-04T13:00"
                                 << "2026-03-04T14:00";
        QTest::newRow("until midnight") << 20 * hour << minutesOfDay << "2026-03-04T23:59"
                                        << "2026-03-05T00:00";
    }

    void quietHours()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, moment);
        QFETCH(QString, until);
        StaffMember member;
        member.quietFrom = from;
        member.quietTo = to;
        const auto ends = quietUntil(member, jerusalem, toInstant(LocalTime::fromText(moment), jerusalem));
        QCOMPARE(ends ? toLocal(*ends, jerusalem).toText() : QString(), until);
    }
};

QTEST_GUILESS_MAIN(TestDuty)
#include "test_duty.moc"
