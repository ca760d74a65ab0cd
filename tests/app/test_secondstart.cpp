// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

/// The program itself, started twice.
class TestSecondStart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

    void prepare(QProcess& process)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"}) {
            environment.insert(QString::fromLatin1(variable), m_home.path());
        }
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
    }

    static bool says(QProcess& process, QByteArray& said, const char* words)
    {
        return QTest::qWaitFor(
                   [&] {
                       said += process.readAll();
                       return said.contains(words) || process.state() == QProcess::NotRunning;
                   },
                   60'000) &&
               said.contains(words);
    }

private Q_SLOTS:
    void init() { QVERIFY(m_home.isValid()); }

    void theSecondEndsAndTheFirstGoesOn()
    {
        QProcess first;
        prepare(first);
        QByteArray said;
        first.start(QStringLiteral(DELPEK_PROGRAM), {QStringLiteral("--demo")});
        QVERIFY2(says(first, said, "listening on"), said.constData());

        // With a link, a wrong link and none: it is the window's to judge.
        for (const QStringList& link : {QStringList{QStringLiteral("delpek://book/2026-03-05")},
                                        QStringList{QStringLiteral("delpek://take-over/1")}, QStringList()}) {
            QProcess second;
            prepare(second);
            QByteArray answer;
            second.start(QStringLiteral(DELPEK_PROGRAM), QStringList{QStringLiteral("--demo")} + link);
            QVERIFY2(says(second, answer, "runs already"), answer.constData());
            QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 30'000);
            QCOMPARE(second.exitStatus(), QProcess::NormalExit);
            QCOMPARE(second.exitCode(), 0);
        }
        QCOMPARE(first.state(), QProcess::Running);

        // Another workspace is another window.
        QProcess other;
        prepare(other);
        QByteArray its;
        other.start(QStringLiteral(DELPEK_PROGRAM),
                    {QStringLiteral("--set"), QStringLiteral("telegram.enabled=true"), QStringLiteral("--set"),
                     QStringLiteral("store.location=sqlite:/nowhere/delpek.sqlite")});
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 60'000);
        its += other.readAll();
        QVERIFY2(!its.contains("runs already"), its.constData());

        // What a kill leaves behind keeps nobody out.
        first.kill();
        QVERIFY(first.waitForFinished());
        QProcess next;
        prepare(next);
        QByteArray anew;
        next.start(QStringLiteral(DELPEK_PROGRAM), {QStringLiteral("--demo")});
        QVERIFY2(says(next, anew, "listening on"), anew.constData());
        next.kill();
        QVERIFY(next.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestSecondStart)
#include "test_secondstart.moc"
