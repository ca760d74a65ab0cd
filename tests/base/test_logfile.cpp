// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/correlation.h"
#include "base/json.h"
#include "base/logfile.h"
#include "base/logging.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <thread>

using namespace delpek;
using namespace delpek::base;

namespace
{

/// The lines of one log, each checked to be JSON.
std::vector<Json> linesOf(const QString& path)
{
    QFile file(path);
    std::vector<Json> lines;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            lines.push_back(parseJson(file.readLine()).value_or(Json("damaged line")));
        }
    }
    return lines;
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    VirtualClock m_clock{fromMillis(1'795'220'523'045)}; // 2026-11-21T00:22:03.045Z

    QString path() const { return m_folder->filePath(QStringLiteral("logs/delpek.log")); }
    LogOptions options() const { return {path()}; }

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void oneLineAMessage()
    {
        {
            const auto log = LogFile::install(options(), m_clock);
            QVERIFY(log);
            const CorrelationScope scope(QStringLiteral("c0rr"));
            qCInfo(lcStore) << "opened" << 3;
            qCCritical(lcHttp).noquote() << "line\nbreak, \"quotes\" and Bearer abcdefgh";
            // There while the log is still open: nothing waits in memory.
            QCOMPARE(linesOf(path()).size(), size_t(2));
        }
        const auto lines = linesOf(path());
        QCOMPARE(lines.at(0).dump(), Json({{"time", "2026-11-21T00:22:03.045Z"},
                                           {"level", "info"},
                                           {"category", "delpek.store"},
                                           {"correlation", "c0rr"},
                                           {"message", "opened 3"}})
                                         .dump());
        QCOMPARE(textAt(lines.at(1), "level"), QStringLiteral("error"));
        QCOMPARE(textAt(lines.at(1), "message"), QStringLiteral("line\nbreak, \"quotes\" and Bearer [redacted]"));
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void levelFilters_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("written");
        QTest::newRow("debug") << QStringLiteral("debug") << 4;
        QTest::newRow("info") << QStringLiteral("info") << 3;
        QTest::newRow("warning") << QStringLiteral("warning") << 2;
        QTest::newRow("error") << QStringLiteral("error") << 1;
    }
    void levelFilters()
    {
        QFETCH(QString, level);
        QFETCH(int, written);
        auto chosen = options();
        chosen.level = level;
        {
            const auto log = LogFile::install(chosen, m_clock);
            QVERIFY(log);
            qCDebug(lcAgent) << "debug";
            qCInfo(lcAgent) << "info";
            qCWarning(lcAgent) << "warning";
            qCCritical(lcAgent) << "error";
        }
        QCOMPARE(static_cast<int>(linesOf(path()).size()), written);
    }

    void refusals()
    {
        auto unknown = options();
        unknown.level = QStringLiteral("loud");
        QCOMPARE(LogFile::install(unknown, m_clock).error().code, ErrorCode::InvalidInput);

        QCOMPARE(LogFile::install({m_folder->path()}, m_clock).error().code, ErrorCode::Unavailable);

        const auto first = LogFile::install(options(), m_clock);
        QVERIFY(first);
        QCOMPARE(LogFile::install(options(), m_clock).error().code, ErrorCode::Conflict);
    }

    void manyThreadsRotateWithoutLoss()
    {
        constexpr int threads = 8;
        constexpr int each = 200;
        auto chosen = options();
        chosen.maxSize = 8 * 1024;
        chosen.keep = 1000;
        {
            const auto log = LogFile::install(chosen, m_clock);
            QVERIFY(log);
            std::vector<std::jthread> writers;
            for (int thread = 0; thread < threads; ++thread) {
                writers.emplace_back([thread] {
                    for (int i = 0; i < each; ++i) {
                        qCInfo(lcNode).noquote() << QStringLiteral("t%1 n%2").arg(thread).arg(i);
                    }
                });
            }
        }
        std::set<QString> messages;
        const QDir folder = QFileInfo(path()).dir();
        const auto files = folder.entryInfoList(QDir::Files);
        for (const QFileInfo& file : files) {
            QVERIFY2(file.size() <= chosen.maxSize, qPrintable(file.fileName()));
            for (const Json& line : linesOf(file.filePath())) {
                messages.insert(textAt(line, "message"));
            }
        }
        QVERIFY(files.size() > 5);
        QCOMPARE(messages.size(), size_t(threads * each));
    }

    void keepsOnlySoManyFiles()
    {
        auto chosen = options();
        chosen.maxSize = 4096;
        chosen.keep = 2;
        {
            const auto log = LogFile::install(chosen, m_clock);
            QVERIFY(log);
            for (int i = 0; i < 300; ++i) {
                qCInfo(lcNode) << "entry" << i;
            }
        }
        const QStringList expected{QStringLiteral("delpek.log"), QStringLiteral("delpek.log.1"),
                                   QStringLiteral("delpek.log.2")};
        QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files, QDir::Name), expected);
        QCOMPARE(textAt(linesOf(path()).back(), "message"), QStringLiteral("entry 299"));
    }

    void goesOnWhenTheDiskIsFull()
    {
        // Linux: every write to /dev/full fails as on a full disk.
        QVERIFY(QFile::exists(QStringLiteral("/dev/full")));
        auto chosen = options();
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), path()));
        {
            const auto log = LogFile::install(chosen, m_clock);
            QVERIFY(log);
            qCWarning(lcNode) << "lost 1";
            qCWarning(lcNode) << "lost 2";
            // The disk has room again: the link gives way to a real file at the next try.
            QVERIFY(QFile::remove(path()));
            qCWarning(lcNode) << "written";
        }
        const auto lines = linesOf(path());
        QCOMPARE(lines.size(), size_t(2));
        QCOMPARE(textAt(lines.at(0), "message"), QStringLiteral("2 lines were lost"));
        QCOMPARE(textAt(lines.at(1), "message"), QStringLiteral("written"));
    }

    void formerHandlerReturns()
    {
        {
            QVERIFY(LogFile::install(options(), m_clock));
        }
        QTest::ignoreMessage(QtInfoMsg, "for Qt Test again");
        qCInfo(lcNode) << "for Qt Test again";
        QVERIFY(linesOf(path()).empty());
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_logfile.moc"
