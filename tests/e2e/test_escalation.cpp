// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/night.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;

/// How soon an emergency is answered and told, by the real program.
class TestEscalation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaits()
    {
        Night night;
        QVERIFY(night.employ(noa, phoneOfNoa, QStringLiteral("he")));
        // What a patient writes is otherwise gathered for so long.
        night.daemon.set(QStringLiteral("agent.quiet-window"), QStringLiteral("4s"));
        QVERIFY(night.daemon.start());
        const auto written = night.clock.now();
        QVERIFY(night.patientWrites());
        QVERIFY(eventually([&] { return !night.graph->sent().empty() && !night.textsTo(phoneOfNoa).empty(); }));
        const auto toPatient = night.graph->sent().front().at - written;
        const auto toDoctor = night.textsTo(phoneOfNoa).front().at - written;
        qInfo() << "the patient had the safe text after" << toPatient.count() << "ms, the doctor a message after"
                << toDoctor.count() << "ms";
        QVERIFY(night.graph->sent().front().text.contains(QStringLiteral("101")));
        QVERIFY(toPatient < 1s);
        QVERIFY(toDoctor < 2s);
        QVERIFY(night.count(QStringLiteral("SELECT count(*) FROM escalation WHERE urgency = 'EMERGENCY' AND "
                                           "closed_at IS NULL")) == 1);
        QCOMPARE(night.daemon.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEscalation)
#include "test_escalation.moc"
