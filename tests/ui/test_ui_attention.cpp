// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/democards.h"
#include "ui/escalations/alertsound.h"
#include "ui/escalations/attention.h"
#include "ui/escalations/escalationwords.h"
#include "ui/escalations/tierclock.h"
#include "ui/inbox/ownmessages.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QtEndian>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Urgency;
using test::FakeDesk;

class TestUiAttention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGraverTheLonger()
    {
        const auto emergency = ui::alertTone(Urgency::Emergency, 80);
        const auto doctor = ui::alertTone(Urgency::DoctorRequired, 80);
        const auto routine = ui::alertTone(Urgency::Routine, 80);
        QVERIFY(emergency.size() > doctor.size() && doctor.size() > routine.size());
        QVERIFY(emergency.size() < 3 * ui::toneRate * 2); // a call, no siren
        const auto loudest = [](const QByteArray& tone) {
            int peak = 0;
            for (qsizetype i = 0; i + 1 < tone.size(); i += 2) {
                peak = std::max(peak, std::abs(int(qFromLittleEndian<qint16>(tone.constData() + i))));
            }
            return peak;
        };
        QVERIFY(loudest(emergency) > 20'000 && loudest(emergency) < 32'767);
        QVERIFY(loudest(ui::alertTone(Urgency::Emergency, 40)) < loudest(emergency));
        QCOMPARE(loudest(ui::alertTone(Urgency::Emergency, 0)), 0);
    }

    void whatIsHeardIsChosen()
    {
        ui::Preferences preferences;
        QVERIFY(ui::isHeard(preferences, Urgency::Routine));
        preferences.sounds = ui::Sounds::Emergencies;
        QVERIFY(ui::isHeard(preferences, Urgency::Emergency));
        QVERIFY(!ui::isHeard(preferences, Urgency::DoctorRequired));
        preferences.sounds = ui::Sounds::None;
        QVERIFY(!ui::isHeard(preferences, Urgency::Emergency));
        test::WindowFixture f;
        f.press(Qt::CTRL | Qt::Key_5);
        auto* sounds = f.window.findChild<QComboBox*>(QStringLiteral("sounds"));
        sounds->setCurrentIndex(1);
        Q_EMIT sounds->activated(1);
        QCOMPARE(f.window.preferences().sounds, ui::Sounds::Emergencies);
        QCOMPARE(ui::Preferences::load().sounds, ui::Sounds::Emergencies);
    }

    void theClockCountsFromTheFirstSign_data()
    {
        QTest::addColumn<int>("dueAfter");
        QTest::addColumn<bool>("acknowledged");
        QTest::addColumn<bool>("overdue");
        QTest::newRow("no deadline") << -1 << false << false;
        QTest::newRow("still time") << 30 << false << false;
        QTest::newRow("to the minute") << 20 << false << false;
        QTest::newRow("too late") << 19 << false << true;
        QTest::newRow("too late, but somebody is on it") << 19 << true << false;
    }

    void theClockCountsFromTheFirstSign()
    {
        QFETCH(int, dueAfter);
        QFETCH(bool, acknowledged);
        QFETCH(bool, overdue);
        const base::Instant first = base::fromMillis(1'772'699'400'000);
        domain::Escalation escalation;
        escalation.since = first;
        escalation.openedAt = first + 15min;
        if (dueAfter >= 0) {
            escalation.dueAt = first + std::chrono::minutes(dueAfter);
        }
        if (acknowledged) {
            escalation.acknowledgedAt = first + 16min;
        }
        const auto clock = ui::tierClock(escalation, first + 20min);
        QCOMPARE(clock.elapsed, base::Duration(20min));
        QCOMPARE(clock.isOverdue(), overdue);
        escalation.closedAt = first + 18min;
        QCOMPARE(ui::tierClock(escalation, first + 90min).elapsed, base::Duration(18min));
    }

    void reasonsAreKeysOrWords()
    {
        using ui::escalationwords::reason;
        using ui::escalationwords::storedReason;
        QCOMPARE(storedReason({}, QStringLiteral("  ")), QString());
        QCOMPARE(reason(storedReason(QStringLiteral("close.phoned"), {})), QStringLiteral("Settled on the phone"));
        QCOMPARE(reason(storedReason({}, QStringLiteral("own words"))), QStringLiteral("own words"));
        QCOMPARE(domain::withoutIsolates(reason(storedReason(QStringLiteral("close.phoned"), QStringLiteral("a\nb")))),
                 QStringLiteral("Settled on the phone: a b"));
    }

    void aPersonIsCalledAgain_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<int>("secondsSince"); ///< the last call; below 0: there was none
        QTest::addColumn<bool>("called");
        QTest::newRow("emergency, first") << Urgency::Emergency << -1 << true;
        QTest::newRow("emergency, just called") << Urgency::Emergency << 29 << false;
        QTest::newRow("emergency, again") << Urgency::Emergency << 30 << true;
        QTest::newRow("doctor, just called") << Urgency::DoctorRequired << 299 << false;
        QTest::newRow("doctor, again") << Urgency::DoctorRequired << 300 << true;
        QTest::newRow("routine, first") << Urgency::Routine << -1 << true;
        QTest::newRow("routine, never again") << Urgency::Routine << 86'400 << false;
    }

    void aPersonIsCalledAgain()
    {
        QFETCH(Urgency, urgency);
        QFETCH(int, secondsSince);
        QFETCH(bool, called);
        const base::Instant now = base::fromMillis(1'772'699'400'000);
        domain::Escalation escalation;
        escalation.urgency = urgency;
        std::optional<ui::AttentionCall> last;
        if (secondsSince >= 0) {
            last = ui::AttentionCall{now - std::chrono::seconds(secondsSince), urgency};
        }
        QCOMPARE(ui::isToCall(escalation, last, now), called);
        if (urgency == Urgency::Emergency && last) {
            last->urgency = Urgency::DoctorRequired;
            QVERIFY(ui::isToCall(escalation, last, now));
        }
        escalation.acknowledgedAt = now;
        QVERIFY(!ui::isToCall(escalation, last, now));
    }

    void whatIsInOnesHandsCalls_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("unread");
        QTest::addColumn<int>("later");  ///< seconds since the last message that was known
        QTest::addColumn<int>("called"); ///< seconds since the last call; below 0: never
        QTest::addColumn<bool>("reminded");
        QTest::addColumn<ui::OwnCall>("call");
        using ui::OwnCall;
        QTest::newRow("a patient writes") << true << 1 << 5 << -1 << false << OwnCall::Message;
        QTest::newRow("nothing new") << true << 1 << 0 << -1 << false << OwnCall::None;
        QTest::newRow("somebody has seen it") << true << 0 << 5 << -1 << false << OwnCall::None;
        QTest::newRow("just taken over") << false << 3 << 5 << -1 << false << OwnCall::None;
        QTest::newRow("line after line") << true << 2 << 5 << 19 << false << OwnCall::None;
        QTest::newRow("again after a pause") << true << 2 << 5 << 20 << false << OwnCall::Message;
        QTest::newRow("put off, and back") << false << 0 << 0 << -1 << true << OwnCall::Reminder;
    }
    void whatIsInOnesHandsCalls()
    {
        QFETCH(bool, known);
        QFETCH(int, unread);
        QFETCH(int, later);
        QFETCH(int, called);
        QFETCH(bool, reminded);
        const base::Instant now = base::fromMillis(1'772'699'400'000);
        const base::Instant before = now - 60s;
        domain::Conversation conversation;
        conversation.unread = unread;
        conversation.isReminded = reminded;
        conversation.lastPatientMessage = before + std::chrono::seconds(later);
        ui::OwnState state{before};
        if (called >= 0) {
            state.calledAt = now - std::chrono::seconds(called);
        }
        QTEST(ui::ownCall(conversation, known ? std::optional(state) : std::nullopt, now), "call");
        // A reminder calls once.
        state.isReminded = true;
        conversation.unread = 0;
        QCOMPARE(ui::ownCall(conversation, state, now), ui::OwnCall::None);
    }

    void aPatientWhoWritesToMeIsHeard()
    {
        test::WindowFixture f;
        QSignalSpy spy(f.window.findChild<ui::OwnMessages*>(), &ui::OwnMessages::called);
        const auto writes = [&](FakeDesk::Demo which) {
            f.desk.advance(30s);
            auto& conversation = f.desk.at({which});
            conversation.lastPatientMessage = f.desk.now();
            ++conversation.unread;
            f.desk.publish({{domain::Topic::Conversation, which, which}});
            QTest::qWait(500);
        };
        f.open(FakeDesk::Booking);
        writes(FakeDesk::Booking); // the agent's
        QCOMPARE(spy.count(), 0);
        writes(FakeDesk::Mine);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toString(), QStringLiteral("A patient wrote in a conversation that you hold."));
        QCOMPARE(spy[0][1].value<domain::ConversationId>().value, qint64(FakeDesk::Mine));
        // Before one's eyes it calls nobody; on another page it does.
        f.open(FakeDesk::Mine);
        writes(FakeDesk::Mine);
        QCOMPARE(spy.count(), 1);
        f.press(Qt::CTRL | Qt::Key_3);
        writes(FakeDesk::Mine);
        QCOMPARE(spy.count(), 2);
        // The notification leads there.
        Q_EMIT f.window.findChild<ui::Attention*>()->conversationWanted({FakeDesk::Mine});
        QVERIFY(f.inbox.isVisible());
    }

    void aMessageSoundsLessThanACall()
    {
        QVERIFY(!ui::messageTone(80).isEmpty());
        QVERIFY(ui::messageTone(80).size() < ui::alertTone(Urgency::Routine, 80).size());
    }

    void aNotificationNamesNobody()
    {
        test::WindowFixture f;
        fillCards(f.desk);
        auto* attention = f.window.findChild<ui::Attention*>();
        QSignalSpy spy(attention, &ui::Attention::called);
        QVERIFY(f.desk.raiseEscalation({FakeDesk::Booking}, Urgency::DoctorRequired, QStringLiteral("hurts")).result());
        QTRY_COMPARE(spy.count(), 1);
        const QString said = spy[0][1].toString();
        QVERIFY(!said.contains(QStringLiteral("נועה")));
        QVERIFY(!said.contains(QStringLiteral("hurts")));
        QVERIFY(said.contains(QStringLiteral("3")));
        // Once for each until its time comes.
        QVERIFY(f.desk.acknowledge({test::DoctorAsked}).result());
        QTest::qWait(80);
        QCOMPARE(spy.count(), 1);
    }
};

QTEST_MAIN(TestUiAttention)
#include "test_ui_attention.moc"
