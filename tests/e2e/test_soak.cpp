// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/soakverdict.h"

#include <QElapsedTimer>
#include <QTest>

using namespace delpek;
using namespace delpek::test;

/// All four channels at once in bad weather: messages out of order and twice, providers that are busy, slow or silent,
/// edits, pictures, a person at the clinic's phone, and a program that ends or is killed anywhere. The plan comes from
/// the seed alone; how its threads interleave does not. DELPEK_SOAK_MINUTES goes on with new patients on the same
/// store.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSeedIsThePlan()
    {
        std::mt19937_64 one(7);
        std::mt19937_64 other(7);
        const SoakPlan plan = makeSoakPlan(one, {}, 0);
        const SoakPlan again = makeSoakPlan(other, {}, 0);
        QCOMPARE(plan.patients.size(), again.patients.size());
        for (int patient = 0; patient < int(plan.patients.size()); ++patient) {
            QCOMPARE(storyOf(plan, patient), storyOf(again, patient));
        }
    }

    void everyMessageEndsOnce()
    {
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo().nospace() << "DELPEK_TEST_SEED=" << seed;
        std::mt19937_64 random(seed);
        const qint64 longest = 60'000LL * qEnvironmentVariableIntValue("DELPEK_SOAK_MINUTES");
        SoakSize size;
        size.silence = longest > 0;
        SoakClinic clinic;
        QElapsedTimer clock;
        clock.start();
        int rounds = 0;
        do {
            const SoakPlan plan = makeSoakPlan(random, size, rounds++ * 1000);
            QVERIFY2(clinic.play(plan), qPrintable(clinic.problems().join(QLatin1Char('\n'))));
            QStringList problems;
            const SoakTally tally = judgeSoak(clinic, plan, problems);
            QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
            qInfo() << "round" << rounds << "after" << clock.elapsed() / 1000 << "s:" << tally.answered << "answered,"
                    << tally.handedOver << "handed over," << tally.failedVisibly << "failed visibly," << tally.pictures
                    << "pictures kept," << tally.sends << "sends," << clinic.heldSince().size() << "take-overs,"
                    << clinic.kills() << "kills," << clinic.refusedDeliveries()
                    << "deliveries repeated for want of an answer";
            // A run in which hardly anything was answered would prove nothing.
            QVERIFY(tally.answered > tally.handedOver / 2);
            QVERIFY(tally.pictures > 0);
        } while (clock.elapsed() < longest);
    }
};

QTEST_GUILESS_MAIN(TestSoak)
#include "test_soak.moc"
