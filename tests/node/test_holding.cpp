// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "node/holdingtexts.h"
#include "store/escalations.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Urgency;

namespace
{

const QTimeZone jerusalem("Asia/Jerusalem");
const base::Instant noon = base::fromMillis(1'772'532'000'000); // 2026-03-03 12:00 in Jerusalem

test::DaySetup offline()
{
    test::DaySetup setup;
    setup.offline = true;
    return setup;
}

} // namespace

/// The honest text to a patient whom nobody has answered yet.
class TestHolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextText_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<int>("sent");
        QTest::addColumn<int>("opened"); // minutes from noon
        QTest::addColumn<int>("now");    // minutes from noon
        QTest::addColumn<int>("number"); // 0: none
        QTest::addColumn<int>("at");     // minutes from noon
        const auto row = [](const char* name, Urgency urgency, int sent, int opened, int now, int number, int at) {
            QTest::newRow(name) << urgency << sent << opened << now << number << at;
        };
        const auto doctor = Urgency::DoctorRequired;
        row("first", doctor, 0, 0, 0, 1, 10);
        row("second", doctor, 1, 0, 10, 2, 60);
        row("no third", doctor, 2, 0, 60, 0, 0);
        row("an emergency earlier", Urgency::Emergency, 0, 0, 0, 1, 3);
        row("routine never", Urgency::Routine, 0, 0, 0, 0, 0);
        row("both over: only the later", doctor, 0, 0, 120, 2, 60);
        row("too long ago", doctor, 0, 0, 60 + 6 * 60, 0, 0);
        // 12 hours after noon is midnight; seven in the morning is 19 hours after noon.
        row("the first also at night", doctor, 0, 12 * 60, 12 * 60, 1, 12 * 60 + 10);
        row("the second in the morning", doctor, 1, 12 * 60, 12 * 60 + 10, 2, 19 * 60);
        row("the second in the evening", doctor, 1, 8 * 60, 8 * 60 + 10, 2, 9 * 60);
        row("the second after ten at night", doctor, 1, 9 * 60 + 30, 9 * 60 + 40, 2, 19 * 60);
    }

    void theNextText()
    {
        QFETCH(Urgency, urgency);
        QFETCH(int, sent);
        QFETCH(int, opened);
        QFETCH(int, now);
        QFETCH(int, number);
        QFETCH(int, at);
        domain::Escalation escalation;
        escalation.urgency = urgency;
        escalation.openedAt = noon + std::chrono::minutes(opened);
        const auto due = node::holdingDue(escalation, sent, {}, noon + std::chrono::minutes(now), jerusalem);
        QCOMPARE(due ? due->number : 0, number);
        if (due) {
            QCOMPARE(due->at, noon + std::chrono::minutes(at));
        }
        escalation.answeredAt = escalation.openedAt;
        QVERIFY(!node::holdingDue(escalation, sent, {}, noon + std::chrono::minutes(now), jerusalem));
    }

    void thePatientIsToldTwiceAndNotAgain()
    {
        test::ClinicDay day(offline());
        day.says(QStringLiteral("I have a terrible toothache and cannot sleep"));
        day.pass(1min);
        QCOMPARE(holding(day), 0);
        day.pass(10min);
        QCOMPARE(holding(day), 1);
        day.restart();
        day.pass(10min);
        QCOMPARE(holding(day), 1);
        day.pass(1h);
        QCOMPARE(holding(day), 2);
        day.pass(20h);
        QCOMPARE(holding(day), 2);
        QCOMPARE(day.sentTexts().filter(QStringLiteral("sorry for the wait")).size(), 1);
    }

    void nobodyIsHeldWhoIsAnswered_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("taken over") << 0;
        QTest::newRow("a doctor answered") << 1;
        QTest::newRow("closed") << 2;
        QTest::newRow("answered and released") << 3;
        QTest::newRow("agents are off") << 4;
    }

    void nobodyIsHeldWhoIsAnswered()
    {
        QFETCH(int, what);
        test::ClinicDay day(offline());
        day.says(QStringLiteral("I have a terrible toothache and cannot sleep"));
        day.pass(1min);
        const auto id = day.conversation().id;
        auto& desk = day.desk();
        switch (what) {
        case 0:
            (void)base::await(desk.takeOver(id));
            break;
        case 1:
            (void)base::await(desk.doctorReply(id, QStringLiteral("Dr. Levi"), QStringLiteral("Come today.")));
            break;
        case 2:
            (void)base::await(desk.closeEscalations(id));
            break;
        case 3:
            (void)base::await(desk.reply(id, QStringLiteral("The doctor will call.")));
            (void)base::await(desk.release(id));
            break;
        default:
            (void)base::await(desk.setMode(id, domain::Mode::Off));
            break;
        }
        day.pass(5h);
        QCOMPARE(holding(day), 0);
    }

private:
    static int holding(test::ClinicDay& day)
    {
        return int(day.sentTexts().filter(QStringLiteral("do not wait for an answer here")).size());
    }
};

QTEST_GUILESS_MAIN(TestHolding)
#include "test_holding.moc"
