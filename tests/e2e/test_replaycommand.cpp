// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/visitor.h"

#include "support/paths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace delpek;
using test::Daemon;
using test::eventually;
using test::Visitor;

/// `delpekd replay` on the database that a real engine left.
class TestReplayCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWouldHaveBeenDifferent()
    {
        Daemon daemon;
        Visitor::letIn(daemon);
        QVERIFY(daemon.start());
        Visitor visitor(daemon);
        int said = 0;
        for (const char* words : {"What are your opening hours?", "How much is a filling?"}) {
            QVERIFY(visitor.says(words));
            ++said;
            QVERIFY(eventually(
                [&] { return daemon.value(QStringLiteral("SELECT count(*) FROM decision")).toInt() == said; }));
        }
        const QString number = daemon.value(QStringLiteral("SELECT conversation FROM decision")).toString();
        QCOMPARE(daemon.terminate(), 0);
        const auto before = daemon.query(QStringLiteral("SELECT count(*), max(id) FROM message"));

        const auto same = daemon.command({QStringLiteral("replay"), number});
        QVERIFY2(same.output.contains("2 turns, 0 different, 0 not run again"),
                 (same.output + same.errors).constData());
        QCOMPARE(same.exitCode, 0);

        const auto team =
            daemon.command({QStringLiteral("replay"), number, QStringLiteral("--team"), QStringLiteral("team")});
        QVERIFY2(team.output.contains("2 turns, 2 different"), (team.output + team.errors).constData());
        QVERIFY(team.output.contains("now:  Yosef"));
        QCOMPARE(team.exitCode, 1);

        // One changed file stands in for the program's own: by it the first question is an emergency.
        QFile own(test::sourcePath("resources/rules/triage.json"));
        QVERIFY(own.open(QIODevice::ReadOnly));
        auto triage = base::parseJson(own.readAll()).value();
        triage["signs"]["opening"]["any"] = base::Json::array({"opening hours"});
        auto rule = triage["rules"].front();
        rule["id"] = "opening";
        rule["when"] = base::Json::array({"opening"});
        triage["rules"].push_back(rule);
        const QString rules = daemon.folder() + QStringLiteral("/rules");
        QVERIFY(QDir().mkpath(rules));
        QFile changed(rules + QStringLiteral("/triage.json"));
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(base::toBytes(triage));
        changed.close();
        const auto withRules = daemon.command({QStringLiteral("replay"), number, QStringLiteral("--rules"), rules});
        QVERIFY2(withRules.output.contains("2 turns, 1 different"), (withRules.output + withRules.errors).constData());
        QVERIFY(withRules.output.contains("(opening)"));

        const auto nobody = daemon.command({QStringLiteral("replay"), QStringLiteral("999")});
        QVERIFY(nobody.exitCode != 0);
        QVERIFY(daemon.command({QStringLiteral("replay"), QStringLiteral("x")}).exitCode != 0);
        QCOMPARE(daemon.query(QStringLiteral("SELECT count(*), max(id) FROM message")), before);
    }
};

QTEST_GUILESS_MAIN(TestReplayCommand)
#include "test_replaycommand.moc"
