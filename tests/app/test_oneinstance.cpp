// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/oneinstance.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>

using namespace delpek;
using namespace std::chrono_literals;
using app::OneInstance;

namespace
{

const auto name = QStringLiteral("delpek-test");

/// A second start on a thread of its own, as it waits for the first.
struct SecondStart {
    SecondStart(const QString& folder, const QString& link, std::chrono::milliseconds patience = 10s)
        : thread(QThread::create([this, folder, link, patience] {
            const auto started = OneInstance::start(folder, name, link, patience);
            isFirst = started && *started;
            error = started ? ErrorCode::Internal : started.error().code;
            failed = !started;
        }))
    {
        thread->start();
    }
    ~SecondStart() { thread->wait(); }
    bool ends()
    {
        return QTest::qWaitFor([this] { return thread->isFinished(); }, 20'000);
    }

    std::unique_ptr<QThread> thread;
    std::atomic<bool> isFirst = false;
    std::atomic<bool> failed = false;
    std::atomic<ErrorCode> error = ErrorCode::Internal;
};

} // namespace

class TestOneInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidIsRead_data()
    {
        QTest::addColumn<QString>("link");
        for (const auto& link :
             {QString(), QStringLiteral("delpek://conversation/17"), QStringLiteral("delpek:a b%20%"),
              QStringLiteral("delpek://שיחה/1"), QString(100, QChar(0xffff))}) {
            QTest::newRow(qPrintable(link)) << link;
        }
    }

    void whatIsSaidIsRead()
    {
        QFETCH(QString, link);
        const QByteArray line = app::handover(link);
        QVERIFY(line.size() <= app::longestHandover);
        QCOMPARE(app::readHandover(line), std::optional(link));
    }

    void whatIsTooLongIsCutAndStaysOneLine()
    {
        const auto link = QStringLiteral("delpek://x\n\u0001open ") + QString(100'000, QLatin1Char('a'));
        const QByteArray line = app::handover(link);
        QVERIFY(line.size() <= app::longestHandover);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(app::readHandover(line).has_value());
    }

    void nothingElseIsRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char* what, const QByteArray& line) { QTest::newRow(what) << line; };
        row("nothing", "");
        row("an empty line", "\n");
        row("no end", "delpek1 show");
        row("another version", "delpek2 show\n");
        row("another word", "delpek1 quit\n");
        row("a word behind it", "delpek1 show me\n");
        row("no link", "delpek1 open \n");
        row("two lines", "delpek1 show\ndelpek1 show\n");
        row("not encoded", "delpek1 open delpek://a b\n");
        row("not as we write it", "delpek1 open delpek%3a//a\n");
        row("no text", "delpek1 open %FF%FE\n");
        row("an end inside", QByteArray("delpek1 open a\0b\n", 17));
        row("too long", "delpek1 open " + QByteArray(5000, 'a') + '\n');
        row("a request of a browser", "GET / HTTP/1.1\n");
    }

    void nothingElseIsRead()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!app::readHandover(line));
    }

    void theSecondStartHandsOver()
    {
        const QTemporaryDir folder;
        auto first = OneInstance::start(folder.path(), name, {}, 1s);
        QVERIFY(first && *first);
        QStringList wanted;
        {
            // It comes while the first is still busy with its start, and waits.
            SecondStart early(folder.path(), QStringLiteral("delpek://conversation/17"));
            (*first)->setWanted([&wanted](const QString& link) { wanted << link; });
            QVERIFY(early.ends());
            QVERIFY(!early.isFirst && !early.failed);
        }
        SecondStart late(folder.path(), {});
        QVERIFY(late.ends());
        QVERIFY(!late.isFirst && !late.failed);
        QCOMPARE(wanted, (QStringList{QStringLiteral("delpek://conversation/17"), QString()}));
    }

    void whoComesAfterTheFirstHasEndedIsFirst()
    {
        const QTemporaryDir folder;
        (void)OneInstance::start(folder.path(), name, {}, 1s);
        SecondStart next(folder.path(), {});
        QVERIFY(next.ends());
        QVERIFY(next.isFirst);
    }

    /// What a kill leaves behind: the lock's file without a holder, and a socket nobody listens at.
    void whatWasLeftBehindKeepsNobodyOut()
    {
        const QTemporaryDir folder;
        for (const auto* end : {".lock", ".socket"}) {
            QFile file(folder.filePath(name + QLatin1String(end)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        auto first = OneInstance::start(folder.path(), name, {}, 1s);
        QVERIFY(first && *first);
        QStringList wanted;
        (*first)->setWanted([&wanted](const QString& link) { wanted << link; });
        SecondStart second(folder.path(), {});
        QVERIFY(second.ends());
        QCOMPARE(wanted.size(), 1);
    }

    void oneOfManyIsFirst()
    {
        const QTemporaryDir folder;
        constexpr int starts = 8;
        std::atomic<int> firsts = 0;
        std::atomic<int> handed = 0;
        std::atomic<int> heard = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < starts; ++i) {
            threads.emplace_back(QThread::create([&, i] {
                auto started = OneInstance::start(folder.path(), name, QStringLiteral("delpek://book/%1").arg(i), 60s);
                if (!started) {
                    return;
                }
                if (!*started) {
                    ++handed;
                    return;
                }
                ++firsts;
                QEventLoop loop;
                (*started)->setWanted([&heard](const QString&) { ++heard; });
                QTimer ended;
                QObject::connect(&ended, &QTimer::timeout, &loop, [&] {
                    if (handed == starts - 1) {
                        loop.quit();
                    }
                });
                ended.start(10);
                loop.exec();
            }));
        }
        for (const auto& thread : threads) {
            thread->start();
        }
        for (const auto& thread : threads) {
            QVERIFY(thread->wait(90'000));
        }
        QCOMPARE(firsts, 1);
        QCOMPARE(handed, starts - 1);
        QCOMPARE(heard, starts - 1);
    }

    void aFirstOneThatDoesNotAnswerIsSaid()
    {
        const QTemporaryDir folder;
        auto first = OneInstance::start(folder.path(), name, {}, 1s);
        QVERIFY(first && *first);
        SecondStart second(folder.path(), {}, 200ms);
        QVERIFY(second.ends());
        QVERIFY(second.failed);
        QVERIFY(second.error == ErrorCode::Timeout);
    }

    void strangersAreNotListenedTo_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a request") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("without end") << QByteArray(1'000'000, 'x');
        QTest::newRow("another word") << QByteArray("delpek1 run rm\n");
        QTest::newRow("nothing") << QByteArray();
    }

    void strangersAreNotListenedTo()
    {
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        auto first = OneInstance::start(folder.path(), name, {}, 1s);
        QVERIFY(first && *first);
        QStringList wanted;
        (*first)->setWanted([&wanted](const QString& link) { wanted << link; });
        QLocalSocket stranger;
        stranger.connectToServer(folder.filePath(name + QStringLiteral(".socket")));
        QVERIFY(stranger.waitForConnected(5000));
        stranger.write(says);
        QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        QVERIFY(wanted.isEmpty());
        QVERIFY(stranger.readAll().isEmpty());
        // The next one is heard.
        SecondStart second(folder.path(), {});
        QVERIFY(second.ends());
        QCOMPARE(wanted.size(), 1);
    }

    void theSocketIsForThisPersonAlone()
    {
#ifdef Q_OS_WIN
        QSKIP("a pipe has no such bits");
#endif
        const QTemporaryDir folder;
        auto first = OneInstance::start(folder.path(), name, {}, 1s);
        QVERIFY(first && *first);
        const auto rights = QFile::permissions(folder.filePath(name + QStringLiteral(".socket")));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void aFolderThatCannotBeUsedIsSaid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("taken")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto started = OneInstance::start(file.fileName(), name, {}, 1s);
        QVERIFY(!started);
        QVERIFY(started.error().code == ErrorCode::Unavailable);
    }

    void namesStandForWorkspaces()
    {
        const QTemporaryDir folder;
        const auto at = [&](const char* path) {
            return OneInstance::nameOf(QStringLiteral("sqlite:") + folder.filePath(QLatin1String(path)));
        };
        QCOMPARE(at("a.sqlite"), at("./a.sqlite"));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("x")));
        QCOMPARE(at("a.sqlite"), at("x/../a.sqlite"));
        QVERIFY(at("a.sqlite") != at("b.sqlite"));
#ifndef Q_OS_WIN
        // By another way to the same folder.
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("x")), folder.filePath(QStringLiteral("y"))));
        QCOMPARE(at("x/a.sqlite"), at("y/a.sqlite"));
#endif
        const QString shared = OneInstance::nameOf(QStringLiteral("postgresql://rivka@clinic:5432/delpek"));
        QVERIFY(!shared.contains(QStringLiteral("clinic")));
        QVERIFY(shared.size() < 40);
    }
};

QTEST_GUILESS_MAIN(TestOneInstance)
#include "test_oneinstance.moc"
