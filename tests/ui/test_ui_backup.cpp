// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backup/backuppage.h"
#include "ui/fakebackups.h"
#include "ui/problembar.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTreeWidget>

using namespace delpek;
using namespace std::chrono_literals;
using test::WindowFixture;

namespace
{

/// The page of the backups in the settings.
struct BackupFixture : WindowFixture {
    explicit BackupFixture(std::function<void(test::FakeBackups&)> prepare = {})
    {
        if (prepare) {
            prepare(backups());
        }
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::BackupPage>(window);
    }

    ui::BackupPage& page() const { return *window.findChild<ui::BackupPage*>(); }
    test::FakeBackups& backups() { return desk.fakeBackups(); }
    template <typename Widget>
    Widget& on(const char* name) const
    {
        return *page().findChild<Widget*>(QLatin1String(name));
    }
    QString headline() const { return on<QLabel>("backupHeadline").text(); }
    QString said() const { return on<QLabel>("backupSaid").text(); }
    void click(const char* name) { QTest::mouseClick(&on<QPushButton>(name), Qt::LeftButton); }
};

} // namespace

class TestUiBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastCopyItsAgeAndTheNextAreShown()
    {
        BackupFixture f;
        QVERIFY(f.headline().startsWith(QStringLiteral("Last copy: ")));
        QVERIFY(f.on<QLabel>("backupNext").text().startsWith(QStringLiteral("The next one is made ")));
        QCOMPARE(f.on<QTreeWidget>("backupList").topLevelItemCount(), 3);
        QCOMPARE(f.on<QLineEdit>("backupFolder").text(), QStringLiteral("/media/backup/delpek"));
        QCOMPARE(f.on<QTimeEdit>("backupAt").time(), QTime(21, 30));
        QVERIFY(!f.on<QPushButton>("saveBackupPlan").isEnabled());
    }

    void aCopyIsMadeWithProgressAndShown()
    {
        BackupFixture f;
        f.backups().step = desk::BackupProgress{desk::BackupProgress::Step::Files, 3, 40};
        f.click("backupNow");
        QVERIFY(f.backups().isMaking());
        QVERIFY(!f.on<QPushButton>("backupNow").isEnabled());
        QTRY_VERIFY(f.on<QLabel>("backupProgress").text().startsWith(QStringLiteral("Copying files of messages")));
        f.backups().step = desk::BackupProgress{desk::BackupProgress::Step::Checking};
        QTRY_COMPARE(f.on<QLabel>("backupProgress").text(), QStringLiteral("Checking the copy…"));
        f.backups().finish(desk::BackupCopy{QStringLiteral("/media/backup/delpek/new"), f.desk.now(), 1000, 2});
        QTRY_VERIFY(f.said().startsWith(QStringLiteral("The copy is whole")));
        QVERIFY(!f.on<QLabel>("backupProgress").isVisible());
        QTRY_COMPARE(f.on<QTreeWidget>("backupList").topLevelItemCount(), 4);
    }

    void aCopyThatFailsSaysWhatToDo()
    {
        BackupFixture f;
        f.click("backupNow");
        f.backups().now.failedAt = f.desk.now();
        f.backups().now.failure = {ErrorCode::Unavailable, QStringLiteral("backup.full"), {}};
        f.backups().finish(fail(f.backups().now.failure));
        QTRY_VERIFY(f.said().startsWith(QStringLiteral("There is not enough room on the disk for a copy.")));
        QTRY_VERIFY(f.headline().startsWith(QStringLiteral("The last try, ")));
        QVERIFY(f.headline().contains(QStringLiteral("Last copy: ")));
        QCOMPARE(f.on<QLabel>("backupHeadline").property("kind").toString(), QStringLiteral("trouble"));
    }

    void oneThatFailedByItselfIsToldAboveThePages()
    {
        WindowFixture f; // in which nobody has opened the settings
        auto& bar = *f.window.findChild<ui::ProblemBar*>();
        auto& now = f.desk.fakeBackups().now;
        QVERIFY(!bar.isVisible());
        now.failedAt = f.desk.now();
        now.failure = {ErrorCode::Unavailable, QStringLiteral("backup.folder"), {}};
        f.desk.publish({{domain::Topic::Setting, 0, 0}});
        QTRY_VERIFY(bar.isVisible());
        QVERIFY(bar.text().contains(QStringLiteral("The folder for the copies is missing")));
        now.failedAt.reset();
        f.desk.publish({{domain::Topic::Setting, 0, 0}});
        QTRY_VERIFY(!bar.isVisible());
    }

    void thePlanIsKept()
    {
        BackupFixture f;
        f.on<QCheckBox>("backupDaily").setChecked(false);
        f.on<QSpinBox>("backupKeep").setValue(14);
        QVERIFY(!f.on<QTimeEdit>("backupAt").isEnabled());
        f.click("saveBackupPlan");
        QTRY_COMPARE(f.backups().plans.size(), size_t(1));
        QCOMPARE(f.backups().plans[0].keep, 14);
        QVERIFY(!f.backups().plans[0].at.isValid());
        QTRY_VERIFY(!f.on<QPushButton>("saveBackupPlan").isEnabled());
    }

    void aFolderThatIsRefusedStaysForCorrection()
    {
        BackupFixture f;
        f.on<QLineEdit>("backupFolder").setText(QStringLiteral("/home/rivka/.local/share/delpek"));
        f.backups().failure = Error{ErrorCode::InvalidInput, QStringLiteral("backup.inside"), {}};
        f.click("saveBackupPlan");
        QTRY_VERIFY(f.said().startsWith(QStringLiteral("This folder lies among the clinic's data itself.")));
        QCOMPARE(f.on<QLineEdit>("backupFolder").text(), QStringLiteral("/home/rivka/.local/share/delpek"));
        QVERIFY(f.on<QPushButton>("saveBackupPlan").isEnabled());
    }

    void withoutAFolderNothingIsMade()
    {
        BackupFixture f([](test::FakeBackups& backups) { backups.now = {}; });
        QVERIFY(f.headline().startsWith(QStringLiteral("No copy is made")));
        QVERIFY(!f.on<QPushButton>("backupNow").isEnabled());
        QCOMPARE(f.on<QLabel>("backupNext").text(), QStringLiteral("None is made by itself."));
    }

    void aFolderThatIsAwayIsNotCalledEmpty()
    {
        BackupFixture f([](test::FakeBackups& backups) {
            backups.now.copies.clear();
            backups.now.unusable = Error{ErrorCode::Unavailable, QStringLiteral("backup.folder"), {}};
        });
        QVERIFY(f.headline().startsWith(QStringLiteral("The folder for the copies is missing")));
        QVERIFY(!f.headline().contains(QStringLiteral("no copy yet")));
        QCOMPARE(f.on<QLabel>("backupHeadline").property("kind").toString(), QStringLiteral("trouble"));
    }

    void anOldCopyThatStaysIsToldBesideTheNewOne()
    {
        BackupFixture f([](test::FakeBackups& backups) {
            backups.now.failedAt = backups.now.copies.front().madeAt;
            backups.now.failure = {ErrorCode::Unavailable, QStringLiteral("backup.oldStay"), {}};
        });
        QVERIFY(f.headline().startsWith(QStringLiteral("The copy was made, but an older one could not be removed.")));
        QVERIFY(!f.headline().contains(QStringLiteral("failed")));
        QVERIFY(f.headline().contains(QStringLiteral("Last copy: ")));
    }

    void aServersDatabaseIsCopiedThere()
    {
        BackupFixture f([](test::FakeBackups& backups) {
            backups.unable = Error{ErrorCode::Unsupported, QStringLiteral("backup.server"), {}};
        });
        QVERIFY(f.headline().contains(QStringLiteral("pg_dump")));
        for (const char* name : {"backupNow", "saveBackupPlan", "chooseBackupFolder"}) {
            QVERIFY2(!f.on<QPushButton>(name).isVisible(), name);
        }
    }
};

QTEST_MAIN(TestUiBackup)
#include "test_ui_backup.moc"
