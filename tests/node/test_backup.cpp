// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backupclinic.h"
#include "store/databasecopy.h"

#include <QLoggingCategory>

using namespace delpek;
using namespace std::chrono_literals;
using node::Backup;
using store::Session;
using namespace test;

/// Copies of the clinic's data, and back.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void aDamagedCopyIsNotBroughtBack_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<bool>("removes");
        QTest::newRow("a file is gone") << QStringLiteral("media/*") << true;
        QTest::newRow("a file is short") << QStringLiteral("media/*") << false;
        QTest::newRow("the database is short") << QStringLiteral("delpek.sqlite") << false;
        QTest::newRow("the list is gone") << QStringLiteral("backup.json") << true;
        QTest::newRow("the list cannot be read") << QStringLiteral("backup.json") << false;
    }

    void aDamagedCopyIsNotBroughtBack()
    {
        QFETCH(QString, part);
        QFETCH(bool, removes);
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 3);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        const QDir folder(QFileInfo(backup.path + QLatin1Char('/') + part).path());
        const QString path = folder.filePath(folder.entryList({QFileInfo(part).fileName()}, QDir::Files).constFirst());
        if (removes) {
            QVERIFY(QFile::remove(path));
        } else {
            QVERIFY(QFile(path).resize(7));
        }
        const node::RestoreTarget target = clinic.elsewhere();
        QVERIFY(!node::verifyBackup(backup.path));
        QVERIFY(!node::restoreBackup(backup.path, target, noon));
        QVERIFY(!QFileInfo::exists(target.database));
    }

    void aByteThatChangedIsNoticed_data()
    {
        QTest::addColumn<QString>("part");
        for (const char* part : {"delpek.sqlite", "delpek.conf", "media/*", "services/*"}) {
            QTest::newRow(part) << QString::fromLatin1(part);
        }
    }

    void aByteThatChangedIsNoticed()
    {
        QFETCH(QString, part);
        Clinic clinic;
        clinic.services = clinic.in("services");
        QVERIFY(QDir().mkpath(clinic.services));
        write(clinic.in("services/parking.json"), R"({"id": "parking"})");
        fill(clinic, *clinic.open(clinic.database()), 3);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        QVERIFY(node::verifyBackup(backup.path));
        const QDir folder(QFileInfo(backup.path + QLatin1Char('/') + part).path());
        QFile file(folder.filePath(folder.entryList({QFileInfo(part).fileName()}, QDir::Files).constFirst()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const char last = file.readAll().back();
        QVERIFY(file.seek(file.size() - 1));
        QCOMPARE(file.write(QByteArray(1, char(last ^ 1))), 1);
        file.close();
        QCOMPARE(keyOf(node::verifyBackup(backup.path)), QStringLiteral("backup.broken"));
    }

    void aFileThatCameWhileTheCopyBeganIsInIt()
    {
        Clinic clinic;
        const auto store = clinic.open(clinic.database());
        QString late;
        const auto backup =
            must(node::makeBackup(clinic.source(), clinic.copies(), noon, [&](const node::BackupProgress& progress) {
                if (progress.step == node::BackupProgress::Step::Database) {
                    late = addPicture(clinic, *store, "\xff\xd8\xff\xe0 late");
                }
                return true;
            }));
        QCOMPARE(backup.files, 1);
        QCOMPARE(must(store::filesNamedIn(backup.path + QStringLiteral("/delpek.sqlite"))), QStringList{late});
        QVERIFY(QFileInfo::exists(backup.path + QStringLiteral("/media/") + late));
    }

    void withoutTheFilesThatTheDatabaseNamesThereIsNoCopy()
    {
        Clinic clinic;
        const auto store = clinic.open(clinic.database());
        addPicture(clinic, *store, "\xff\xd8\xff\xe0 a picture");
        QVERIFY(QDir().rename(clinic.source().media, clinic.in("away")));
        QCOMPARE(keyOf(node::makeBackup(clinic.source(), clinic.copies(), noon)), QStringLiteral("backup.source"));
        QVERIFY(QDir(clinic.copies()).isEmpty());
        QVERIFY(QDir().rename(clinic.in("away"), clinic.source().media));
        // One that is erased while the copy is made is not missed.
        const auto backup =
            must(node::makeBackup(clinic.source(), clinic.copies(), noon, [&](const node::BackupProgress& progress) {
                if (progress.step == node::BackupProgress::Step::Files) {
                    must(base::await(store->write(
                        [](Session& session) { return session.execute(QStringLiteral("DELETE FROM attachment")); })));
                    QDir(clinic.source().media).removeRecursively();
                }
                return true;
            }));
        QCOMPARE(backup.files, 0);
    }

    void aFileThatWasLostIsTold()
    {
        Clinic clinic;
        const auto store = clinic.open(clinic.database());
        const auto lost = addPicture(clinic, *store, "\xff\xd8\xff\xe0 lost");
        const auto kept = addPicture(clinic, *store, "\xff\xd8\xff\xe0 kept");
        QVERIFY(QFile::remove(clinic.source().media + QLatin1Char('/') + lost));
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        QCOMPARE(backup.lacks, 1);
        QCOMPARE(backup.files, 1);
        QVERIFY(QFileInfo::exists(backup.path + QStringLiteral("/media/") + kept));
        QVERIFY(node::verifyBackup(backup.path));
    }

    /// The program may end while it reads a copy again.
    void theCheckOfACopyIsGivenUp()
    {
        Clinic clinic;
        const auto store = clinic.open(clinic.database());
        addPicture(clinic, *store, "\xff\xd8\xff\xe0 a picture");
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        const auto checked = node::verifyBackup(
            backup.path, [](const auto& progress) { return progress.step != node::BackupProgress::Step::Checking; });
        QVERIFY(checked.error().code == ErrorCode::Cancelled);
    }

    void twoClinicsMayShareAFolder()
    {
        Clinic one;
        Clinic other;
        fill(one, *one.open(one.database()), 1);
        fill(other, *other.open(other.database()), 1);
        must(node::makeBackup(one.source(), one.copies(), noon));
        const auto theirs = must(node::makeBackup(other.source(), one.copies(), noon + 1h));
        const auto mine = must(node::makeBackup(one.source(), one.copies(), noon + 2h));
        QVERIFY(mine.clinic != theirs.clinic);
        QCOMPARE(must(node::removeOldBackups(one.source(), one.copies(), 1)), 1);
        QCOMPARE(node::backupsIn(one.copies()), (std::vector<Backup>{mine, theirs}));
        QCOMPARE(node::backupsIn(one.copies(), theirs.clinic), std::vector<Backup>{theirs});
        // While one of them works there the other waits.
        const auto inFolder = node::makeBackup(one.source(), one.copies(), noon + 3h, [&](const auto&) {
            return keyOf(node::makeBackup(other.source(), one.copies(), noon + 4h)) == QLatin1String("backup.busy") &&
                   !node::removeOldBackups(other.source(), one.copies(), 1);
        });
        QVERIFY(inFolder);
    }

    void bytesThatChangedInTheDatabaseAreNoticed()
    {
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 50);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        QFile file(backup.path + QStringLiteral("/delpek.sqlite"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 8; page * 4096 < file.size(); ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(64, '\xa5'));
        }
        file.close();
        QCOMPARE(node::verifyBackup(backup.path).error().key, QStringLiteral("backup.broken"));
    }

    void onlyTheNewestAreKept()
    {
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 1);
        for (int day = 0; day < 4; ++day) {
            must(node::makeBackup(clinic.source(), clinic.copies(), noon + day * 24h));
        }
        QCOMPARE(must(node::removeOldBackups(clinic.source(), clinic.copies(), 2)), 2);
        const auto left = node::backupsIn(clinic.copies());
        QCOMPARE(left.size(), size_t(2));
        QCOMPARE(left[0].madeAt, noon + 72h);
        QCOMPARE(left[1].madeAt, noon + 48h);
    }

    void aFolderThatCannotBeIsNamed()
    {
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 1);
        const auto key = [&](const QString& folder) {
            return node::makeBackup(clinic.source(), folder, noon).error().key;
        };
        QCOMPARE(key(clinic.in("nowhere")), QStringLiteral("backup.folder"));
        QCOMPARE(key(clinic.in("delpek.conf")), QStringLiteral("backup.folder"));
        QCOMPARE(key(clinic.in("data/media")), QStringLiteral("backup.inside"));
        QCOMPARE(key(clinic.in("data")), QStringLiteral("backup.inside"));
        QVERIFY(QDir().mkpath(clinic.in("data/copies")));
        QCOMPARE(key(clinic.in("data/copies")), QStringLiteral("backup.inside"));
        QVERIFY(QFile::link(clinic.in("data/copies"), clinic.in("elsewhere")));
        QCOMPARE(key(clinic.in("elsewhere")), QStringLiteral("backup.inside"));
    }

    void aCopyThatIsGivenUpLeavesNothing()
    {
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 1);
        const auto given = node::makeBackup(clinic.source(), clinic.copies(), noon, [](const auto& progress) {
            return progress.step == node::BackupProgress::Step::Database;
        });
        QVERIFY(given.error().code == ErrorCode::Cancelled);
        QVERIFY(QDir(clinic.copies()).isEmpty());
    }

    void othersCannotLookIntoIt()
    {
        Clinic clinic;
        fill(clinic, *clinic.open(clinic.database()), 1);
        const auto backup = must(node::makeBackup(clinic.source(), clinic.copies(), noon));
        QVERIFY(!(QFileInfo(backup.path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "test_backup.moc"
