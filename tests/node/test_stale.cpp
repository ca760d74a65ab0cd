// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include <QLoggingCategory>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using test::ClinicDay;

/// Messages that came while the program was off.
class TestStale : public QObject
{
    Q_OBJECT

    static domain::MessageReceived old(ClinicDay& day, const char* text, base::Duration age)
    {
        auto message = day.message(QString::fromUtf8(text));
        message.sentAt = day.clock.now() - age;
        return message;
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void anOldMessageIsLeftToAPersonWithoutAWord()
    {
        ClinicDay day;
        day.receive(old(day, "can I come tomorrow?", 13h));
        day.pass(1min);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("message.stale")});
        QVERIFY(day.conversation().needsPerson);
        QCOMPARE(day.channel.sent().size(), 0u);
    }

    void anOldEmergencyIsAnsweredAtOnce()
    {
        ClinicDay day;
        day.receive(old(day, "I cannot breathe, my throat is closing", 13h));
        day.pass(1min);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("triage.ambulance")});
        QVERIFY(day.channel.sent().size() >= 1u);
    }

    /// Other words are gathered for a while; these are not.
    void anEmergencyWaitsInNoWindow()
    {
        ClinicDay day;
        day.says(QStringLiteral("do you have parking?"));
        QVERIFY(day.channel.sent().empty());
        day.says(QStringLiteral("I cannot breathe, my throat is closing"));
        QVERIFY(day.channel.sent().size() >= 1u);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("triage.ambulance")});
    }

    void oneFreshMessageMakesTheBurstFresh()
    {
        ClinicDay day;
        day.receive(old(day, "can I come tomorrow?", 20h));
        day.receive(old(day, "or on Sunday?", 1h));
        day.pass(1min);
        QVERIFY(day.escalations().isEmpty());
        QCOMPARE(day.channel.sent().size(), 1u);
    }

    /// Old and new, as a provider delivers after an outage: taken in the order in which they came in.
    void aMixIsTakenInOrder()
    {
        ClinicDay day;
        const base::Duration ages[] = {30h, 13h, 14h, 2h, 0h};
        QStringList expected;
        for (const auto age : ages) {
            const auto text =
                QStringLiteral("line %1").arg(std::chrono::duration_cast<std::chrono::hours>(age).count());
            expected << text;
            day.receive(old(day, text.toUtf8().constData(), age));
        }
        QStringList taken;
        for (const auto& message : day.thread()) {
            taken << message.text;
        }
        QCOMPARE(taken, expected);
        day.pass(1min);
        QCOMPARE(day.channel.sent().size(), 1u);
        QString answered = QStringLiteral("re");
        for (const auto& message : day.thread()) {
            answered += message.isIncoming() ? QStringLiteral(" %1_1").arg(message.id.value) : QString();
        }
        QCOMPARE(day.sentTexts().front(), answered);
    }

    void whatWaitedWhileTheProgramWasOffIsNotAnswered()
    {
        ClinicDay day;
        day.says(QStringLiteral("can I come tomorrow?"));
        day.close();
        day.clock.advance(13h);
        day.open();
        day.pass(1min);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("message.stale")});
        QCOMPARE(day.channel.sent().size(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestStale)
#include "test_stale.moc"
