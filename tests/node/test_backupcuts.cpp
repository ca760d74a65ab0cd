// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backupclinic.h"

#include <QLoggingCategory>

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace delpek;
using namespace std::chrono_literals;
using node::Backup;
using store::Session;
using namespace test;

namespace
{

/// Works in a process that may be cut; gives how it ended.
int inChild(const QByteArray& cutAt, const std::function<bool()>& work)
{
    const pid_t one = ::fork();
    if (one == 0) {
        qputenv("DELPEK_CUT_AT", cutAt);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(one, &status, 0);
    return status;
}

bool wasCut(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

/// Copies and the way back, cut by the system.
class TestBackupCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    // First: a process notes where it is cut when it passes the first boundary.
    void aCutLeavesNoHalfCopyThatLooksWhole_data()
    {
        QTest::addColumn<QByteArray>("boundary");
        QTest::addColumn<int>("whole");
        QTest::newRow("database") << QByteArray("backup.database:1") << 1;
        QTest::newRow("files") << QByteArray("backup.files:1") << 1;
        QTest::newRow("verified") << QByteArray("backup.verified:1") << 1;
        QTest::newRow("named") << QByteArray("backup.named:1") << 2;
        QTest::newRow("old one discarded") << QByteArray("backup.discarded:1") << 1;
    }

    void aCutLeavesNoHalfCopyThatLooksWhole()
    {
        QFETCH(QByteArray, boundary);
        QFETCH(int, whole);
        Clinic clinic;
        const auto child = [&](const QByteArray& at, base::Instant when) {
            return wasCut(inChild(at, [&] {
                {
                    const auto store = clinic.open(clinic.database());
                    fill(clinic, *store, 3);
                }
                const auto made = node::makeBackup(clinic.source(), clinic.copies(), when);
                return made && node::removeOldBackups(clinic.source(), clinic.copies(), 1);
            }));
        };
        QVERIFY(!child("none:0", noon));
        QVERIFY(child(boundary, noon + 24h));
        const auto left = node::backupsIn(clinic.copies());
        QCOMPARE(int(left.size()), whole);
        for (const auto& one : left) {
            QVERIFY(node::verifyBackup(one.path));
        }
        // The next one cleans up behind it.
        QVERIFY(!child("none:0", noon + 48h));
        QCOMPARE(QDir(clinic.copies()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("delpek-20260305-120000")});
    }

    void aRestoreThatIsCutLosesNothing_data()
    {
        QTest::addColumn<QByteArray>("boundary");
        QTest::addColumn<bool>("startsStill");
        QTest::newRow("files") << QByteArray("restore.media:1") << true;
        QTest::newRow("aside") << QByteArray("restore.aside:1") << false;
    }

    /// All of it in other processes: whoever has passed a boundary cannot be cut at it any more.
    void aRestoreThatIsCutLosesNothing()
    {
        QFETCH(QByteArray, boundary);
        QFETCH(bool, startsStill);
        Clinic clinic;
        const node::RestoreTarget target{clinic.database(), clinic.source().media, {}, true};
        const auto restore = [&] {
            return node::restoreBackup(node::backupsIn(clinic.copies()).front().path, target, noon).has_value();
        };
        const auto has = [&](int texts) {
            return node::checkRestoreEnded(clinic.database()).has_value() &&
                   textsIn(*clinic.open(clinic.database())).size() == texts;
        };
        QCOMPARE(inChild("none:0",
                         [&] {
                             fill(clinic, *clinic.open(clinic.database()), 2);
                             const auto made = node::makeBackup(clinic.source(), clinic.copies(), noon);
                             fill(clinic, *clinic.open(clinic.database()), 5);
                             return made && QDir(clinic.source().media).removeRecursively();
                         }),
                 0);
        QVERIFY(wasCut(inChild(boundary, restore)));
        if (startsStill) {
            QCOMPARE(inChild("none:0", [&] { return has(5); }), 0);
        } else {
            QCOMPARE(node::checkRestoreEnded(clinic.database()).error().key, QStringLiteral("restore.cut"));
            // Also where the place that was configured is a link to it.
            QVERIFY(QFile::link(clinic.database(), clinic.in("link.sqlite")));
            QCOMPARE(node::checkRestoreEnded(clinic.in("link.sqlite")).error().key, QStringLiteral("restore.cut"));
        }
        QCOMPARE(inChild("none:0", restore), 0);
        QCOMPARE(inChild("none:0", [&] { return has(2); }), 0);
        QCOMPARE(QDir(clinic.source().media).entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestBackupCuts)
#include "test_backupcuts.moc"
