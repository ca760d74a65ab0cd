// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "simulation/doubles/graphdouble.h"

#include <QSet>
#include <QTest>

using namespace delpek;
using simulation::GraphDouble;
using test::Daemon;
using test::eventually;

namespace
{

constexpr int patients = 3;

QString phoneOf(int patient)
{
    return QStringLiteral("97254123010%1").arg(patient);
}

} // namespace

/// The running program ends as with `kill -9` at each boundary of a message's life, with the provider outside of it.
class TestProcessCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingGoesOutTwice_data()
    {
        QTest::addColumn<QString>("cutAt");
        for (const char* boundary :
             {"listener.before-commit", "listener.after-commit", "intake.before-commit", "intake.after-commit",
              "turn.before-commit", "turn.after-commit", "send.claimed", "send.after-call", "receipt.committed"}) {
            for (const int passage : {1, 3}) {
                const QString cut = QStringLiteral("%1:%2").arg(QLatin1String(boundary)).arg(passage);
                QTest::newRow(qUtf8Printable(cut)) << cut;
            }
        }
        QTest::newRow("send.claimed:2") << QStringLiteral("send.claimed:2");
        QTest::newRow("send.after-call:2") << QStringLiteral("send.after-call:2");
    }

    void nothingIsLostAndNothingGoesOutTwice()
    {
        QFETCH(QString, cutAt);
        base::SystemClock clock;
        const auto graph = std::move(GraphDouble::start({}, clock).value());
        Daemon daemon;
        daemon.useWhatsApp(*graph);
        daemon.set(QStringLiteral("outbox.unknown-after"), QStringLiteral("1s"));

        // The first life: what is acknowledged is not delivered again.
        daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), cutAt);
        QVERIFY(daemon.start());
        std::vector<QByteArray> unacknowledged;
        for (int patient = 0; patient < patients; ++patient) {
            const QByteArray body = graph->payloads().text(
                {phoneOf(patient), QStringLiteral("Tamar"), QStringLiteral("wamid.C%1").arg(patient), clock.now()},
                QStringLiteral("How much is a teeth cleaning?"));
            if (daemon.deliver(*graph, body).status != 200) {
                unacknowledged.push_back(body);
            }
        }
        QVERIFY2(daemon.waitUntilCut(), "the process was not cut");

        // The second life: the provider repeats what it got no answer to.
        daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("none:0"));
        QVERIFY(daemon.start());
        for (const auto& body : unacknowledged) {
            QCOMPARE(daemon.deliver(*graph, body).status, 200);
        }
        const auto count = [&](const char* sql) { return daemon.value(QLatin1String(sql)).toInt(); };
        QVERIFY(eventually([&] {
            return count("SELECT count(*) FROM message WHERE author = 'patient'") == patients &&
                   count("SELECT count(*) FROM message WHERE waiting = 1") == 0 &&
                   count("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')") == 0 &&
                   count("SELECT count(*) FROM inbox WHERE state <> 'done'") == 0;
        }));

        // Only the provider's word settles a send that was cut between the call and its receipt.
        for (const auto& status : graph->statusDeliveries()) {
            QCOMPARE(daemon.deliver(*graph, status).status, 200);
        }
        const int sent = int(graph->sent().size());
        QVERIFY(eventually([&] { return count("SELECT count(*) FROM message WHERE delivery = 'read'") == sent; }));

        // Each patient has exactly one answer, or a person was called to a send of which nothing is known.
        QSet<QString> references;
        QSet<QString> answered;
        for (const auto& one : graph->sent()) {
            QVERIFY2(!references.contains(one.reference), "a message went out twice");
            references.insert(one.reference);
            QVERIFY2(!answered.contains(one.to), "a patient was answered twice");
            answered.insert(one.to);
        }
        for (int patient = 0; patient < patients; ++patient) {
            if (!answered.contains(QLatin1Char('+') + phoneOf(patient))) {
                const QString sql =
                    QStringLiteral("SELECT count(*) FROM conversation c JOIN outbox o ON o.conversation = c.id WHERE "
                                   "c.phone LIKE '%%1' AND c.needs_person = 1 AND o.state = 'unknown'");
                QVERIFY2(eventually([&] { return daemon.value(sql.arg(phoneOf(patient))).toInt() == 1; }),
                         "a message was neither answered nor shown to a person");
            }
        }
        QCOMPARE(daemon.terminate(), 0);
        QCOMPARE(int(graph->sent().size()), sent);
    }
};

QTEST_GUILESS_MAIN(TestProcessCuts)
#include "test_processcuts.moc"
