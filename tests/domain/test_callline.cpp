// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/callline.h"
#include "domain/localtime.h"

#include <QTest>

#include <random>

using namespace delpek;
using namespace delpek::domain;

namespace
{

const QTimeZone jerusalem("Asia/Jerusalem");
constexpr StaffId noa{1};
constexpr StaffId amir{2};
constexpr StaffId ruti{3};
constexpr int hour = 60;

StaffMember member(StaffId id, Role role, bool hasPhone)
{
    StaffMember made;
    made.id = id;
    made.name = QString::number(id.value);
    made.role = role;
    if (hasPhone) {
        made.phone = Phone::parse(QStringLiteral("052-000-0001")).value();
    }
    return made;
}

const std::vector<NoticeWay> bySms{NoticeWay::Sms};

using Stretches = std::vector<WeekStretch>;

WeekStretch hours(int from, int to)
{
    return {from * hour, to * hour};
}

} // namespace

/// When nobody would be called who is on duty.
class TestCallLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gapsOfTheWeek_data()
    {
        QTest::addColumn<std::vector<DutySpan>>("weekly");
        QTest::addColumn<Stretches>("gaps");
        std::vector<DutySpan> all;
        std::vector<DutySpan> nights;
        for (int day = 0; day < 7; ++day) {
            all.push_back({{}, noa, day, 8 * hour, 20 * hour, 1});
            all.push_back({{}, amir, day, 20 * hour, 8 * hour, 1});
            nights.push_back({{}, amir, day, 20 * hour, 8 * hour, 1});
        }
        QTest::newRow("nobody at all") << std::vector<DutySpan>{} << Stretches{hours(0, 168)};
        QTest::newRow("day and night") << all << Stretches{};
        QTest::newRow("nights") << nights << Stretches{hours(8, 20),    hours(32, 44),   hours(56, 68),  hours(80, 92),
                                                       hours(104, 116), hours(128, 140), hours(152, 164)};
        QTest::newRow("one morning") << std::vector<DutySpan>{{{}, noa, 1, 8 * hour, 12 * hour, 1}}
                                     << Stretches{hours(36, 168 + 32)};
        QTest::newRow("two who meet") << std::vector<DutySpan>{{{}, noa, 0, 0, 12 * hour, 1},
                                                               {{}, amir, 0, 10 * hour, minutesOfDay, 2}}
                                      << Stretches{hours(24, 168)};
        QTest::newRow("a Saturday night")
            << std::vector<DutySpan>{{{}, noa, 6, 20 * hour, 8 * hour, 1}} << Stretches{hours(8, 164)};
        QTest::newRow("the same hour the next day")
            << std::vector<DutySpan>{{{}, noa, 2, 9 * hour, 9 * hour, 1}} << Stretches{hours(81, 168 + 57)};
        // Who has left, or has no telephone, is called by nobody.
        QTest::newRow("nobody who can be told")
            << std::vector<DutySpan>{{{}, ruti, 0, 0, minutesOfDay, 1}, {{}, StaffId{9}, 1, 0, minutesOfDay, 1}}
            << Stretches{hours(0, 168)};
    }
    void gapsOfTheWeek()
    {
        QFETCH(std::vector<DutySpan>, weekly);
        QFETCH(Stretches, gaps);
        const std::vector<StaffMember> staff{member(noa, Role::Doctor, true), member(amir, Role::Doctor, true),
                                             member(ruti, Role::Receptionist, false)};
        const auto found = dutyGaps(weekly, staff, bySms);
        QVERIFY2(found == gaps, qPrintable(QStringLiteral("%1 gaps, the first %2 to %3")
                                               .arg(found.size())
                                               .arg(found.empty() ? 0 : found[0].from)
                                               .arg(found.empty() ? 0 : found[0].to)));
    }

    /// A gap is where onDuty() finds nobody, and nowhere else. In a week without a change of the clock.
    void gapsAreWhereNobodyIsOnDuty()
    {
        const auto seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const auto to = [&](int most) { return int(random() % unsigned(most + 1)); };
        const std::vector<StaffMember> staff{member(noa, Role::Doctor, true), member(amir, Role::Doctor, true)};
        const QDate sunday(2026, 5, 3);
        for (int round = 0; round < 200; ++round) {
            DutyRoster roster{jerusalem, {}, {}};
            for (int i = to(6); i > 0; --i) {
                roster.weekly.push_back({{}, to(1) ? noa : amir, to(6), 30 * to(47), 30 * to(48), 1 + to(1)});
            }
            const auto gaps = dutyGaps(roster.weekly, staff, bySms);
            for (int minute = 15; minute < minutesOfWeek; minute += 30) {
                const LocalTime local{sunday.addDays(minute / minutesOfDay),
                                      QTime(minute % minutesOfDay / 60, minute % 60)};
                const bool isGap = std::ranges::any_of(gaps, [&](const WeekStretch& gap) {
                    return (gap.from <= minute && minute < gap.to) ||
                           (gap.from <= minute + minutesOfWeek && minute + minutesOfWeek < gap.to);
                });
                QCOMPARE(isGap, onDuty(roster, toInstant(local, jerusalem)).empty());
            }
        }
    }

    void whereNobodyOnDutyCanBeToldAllDoctorsAre()
    {
        const std::vector<StaffMember> staff{member(noa, Role::Doctor, true), member(amir, Role::Doctor, true),
                                             member(ruti, Role::Admin, true), member({4}, Role::Doctor, false)};
        const DutyRoster roster{jerusalem, {{{}, StaffId{4}, 0, 0, minutesOfDay, 1}}, {}};
        const auto at = toInstant({QDate(2026, 5, 3), QTime(12, 0)}, jerusalem);
        const auto line = callLine(roster, staff, bySms, at);
        QCOMPARE(line.size(), size_t(2));
        QCOMPARE(line[0].size(), size_t(2));
        QCOMPARE(line[1].front().id, ruti);
        QVERIFY(callLine(roster, staff, {NoticeWay::Email}, at).empty());
    }
};

QTEST_GUILESS_MAIN(TestCallLine)
#include "test_callline.moc"
