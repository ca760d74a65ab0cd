// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "ui/backup/backuppage.h"
#include "ui/fakebackups.h"
#include "ui/fakehours.h"
#include "ui/hours/hourspage.h"
#include "ui/hours/timeoffform.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QPushButton>
#include <QTest>
#include <QTimeEdit>
#include <QToolButton>
#include <QTreeWidget>

namespace delpek::test
{

void showHours(const Parts& parts)
{
    auto* page = &showPage<ui::HoursPage>(parts);
    const auto times =
        page->findChild<QToolButton*>(QStringLiteral("addSpan0"))->parentWidget()->findChildren<QTimeEdit*>();
    times[3]->setTime(QTime(17, 0));
    const auto fourth =
        page->findChild<QToolButton*>(QStringLiteral("addSpan4"))->parentWidget()->findChildren<QTimeEdit*>();
    fourth[3]->setTime(QTime(16, 30));
    QTest::qWait(400);
    page->findChild<QTreeWidget*>(QStringLiteral("touchedList"))->setFocus();
}

void showHoursFault(const Parts& parts)
{
    auto* page = &showPage<ui::HoursPage>(parts);
    const auto times =
        page->findChild<QToolButton*>(QStringLiteral("addSpan1"))->parentWidget()->findChildren<QTimeEdit*>();
    times[2]->setTime(QTime(12, 0));
}

void showTimeOff(const Parts& parts)
{
    showPage<ui::HoursPage>(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("addTimeOff"))->click();
    QTest::qWait(60);
    auto* form = parts.window.findChild<ui::TimeOffForm*>();
    form->findChild<QCheckBox*>(QStringLiteral("timeOffWholeDays"))->setChecked(false);
    form->findChild<QDateEdit*>(QStringLiteral("timeOffFirstDay"))->setDate({2026, 3, 8});
    form->findChild<QDateEdit*>(QStringLiteral("timeOffLastDay"))->setDate({2026, 3, 9});
    QTest::qWait(400);
}

void showTimeOffBack(const Parts& parts)
{
    auto* page = &showPage<ui::HoursPage>(parts);
    auto* list = page->findChild<QTreeWidget*>(QStringLiteral("timeOffList"));
    list->setCurrentItem(list->topLevelItem(1));
    page->findChild<QPushButton*>(QStringLiteral("removeTimeOff"))->click();
    QTest::qWait(60);
    page->findChild<QPushButton*>(QStringLiteral("putBackTimeOff"))->setFocus();
}

/// The question before what was not saved is lost.
void showUnsaved(const Parts& parts)
{
    showHoursFault(parts);
    parts.window.close();
    QTest::qWait(60);
}

void showHoursElsewhere(const Parts& parts)
{
    parts.desk.fakeHours().now.canChange = false;
    showPage<ui::HoursPage>(parts);
}

void showBackup(const Parts& parts)
{
    showPage<ui::BackupPage>(parts);
    QTest::qWait(60);
}

void showBackupTrouble(const Parts& parts)
{
    parts.desk.fakeBackups().now.failedAt = parts.desk.now() - std::chrono::hours(2);
    parts.desk.fakeBackups().now.failure = {ErrorCode::Unavailable, QStringLiteral("backup.folder"), {}};
    showBackup(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("backupNow"))->click();
    parts.desk.fakeBackups().step = desk::BackupProgress{desk::BackupProgress::Step::Files, 120, 312};
    QTest::qWait(400);
}

} // namespace delpek::test
