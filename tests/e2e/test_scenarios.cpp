// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "base/json.h"
#include "support/paths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace delpek;

/// Every scenario of tests/scenarios against the program that users run, with each team, and with a model that a script
/// plays.
class TestScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPass_data()
    {
        QTest::addColumn<QString>("team");
        QTest::addColumn<QString>("brain");
        QTest::newRow("alex") << QStringLiteral("alex") << QStringLiteral("offline");
        QTest::newRow("team") << QStringLiteral("team") << QStringLiteral("offline");
        QTest::newRow("team with a model") << QStringLiteral("team") << QStringLiteral("llm");
    }
    void allPass()
    {
        QFETCH(QString, team);
        QFETCH(QString, brain);
        const QString folder = test::sourcePath("tests/scenarios");
        const auto count = QDir(folder).entryList({QStringLiteral("*.json")}).size();
        QVERIFY(count > 0);
        const QTemporaryDir temporary;
        const QString path = temporary.filePath(QStringLiteral("report.json"));
        const auto result = test::runCommand({QStringLiteral("simulate"), folder, QStringLiteral("--team"), team,
                                              QStringLiteral("--brain"), brain, QStringLiteral("--report"), path},
                                             {});
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadOnly), result.errors.constData());
        const auto report = base::parseJson(file.readAll());
        QVERIFY(report);
        const auto total = base::integerAt(*report, "total").value_or(-1);
        const auto passed = base::integerAt(*report, "passed").value_or(-1);
        qInfo("%lld of %lld passed", passed, total);
        QCOMPARE(total, qint64(count));
        for (const auto& one : base::at(*report, "results")) {
            if (!base::boolAt(one, "passed")) {
                qWarning("%s: %s", qUtf8Printable(base::textAt(one, "id")), base::at(one, "failures").dump().c_str());
            }
        }
        QCOMPARE(passed, total);
        QCOMPARE(result.exitCode, 0);
        // What needs no person is done without one, in at least 85 of 100.
        const auto alone = base::integerAt(*report, "automated").value_or(0);
        const auto needed = base::integerAt(*report, "need_no_person").value_or(0);
        QVERIFY2(needed > 0 && alone * 100 >= needed * 85,
                 qPrintable(QStringLiteral("%1 of %2").arg(alone).arg(needed)));
        QVERIFY(result.output.contains(QByteArray::number(passed) + " of " + QByteArray::number(total) +
                                       " scenarios passed"));
    }
};

QTEST_GUILESS_MAIN(TestScenarios)
#include "test_scenarios.moc"
