// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/dutyform.h"
#include "ui/duty/dutypage.h"
#include "ui/fakedutyroom.h"
#include "ui/setupfixture.h"

#include <QComboBox>
#include <QDateEdit>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTimer>
#include <QTreeWidget>

using namespace delpek;
using test::FakeDutyRoom;
using test::FakeSignIn;
using test::SetupFixture;

namespace
{

struct DutyFixture : SetupFixture {
    DutyFixture()
        : room(desk.fakeDutyRoom())
    {
    }

    void toDuty()
    {
        toSection(QStringLiteral("On duty"));
        QTRY_VERIFY(window.findChild<ui::DutyPage*>()->isVisible());
        QTRY_VERIFY(list("dutyWeek").topLevelItemCount() > 0);
    }
    QTreeWidget& list(const char* name) const { return part<QTreeWidget>(name); }
    QString cell(const char* name, int row, int column) const
    {
        return domain::withoutIsolates(list(name).topLevelItem(row)->text(column));
    }
    ui::DutyForm* form() const { return window.findChild<ui::DutyForm*>(); }
    template <typename T>
    T& field(const char* name) const
    {
        return *form()->findChild<T*>(QLatin1String(name));
    }
    void day(int number) const { field<QPushButton>(qPrintable(QStringLiteral("dutyDay%1").arg(number))).click(); }
    bool maySave() const { return field<QPushButton>("saveDuty").isEnabled(); }
    void save() const { field<QPushButton>("saveDuty").click(); }
    /// Below the lists, which is not the trouble of a form.
    QString saidBelow() const
    {
        for (const char* name : {"formTrouble", "formSaid"}) {
            const auto* label = window.findChild<ui::DutyPage*>()->findChild<QLabel*>(QLatin1String(name));
            if (label && label->isVisible()) {
                return domain::withoutIsolates(label->text());
            }
        }
        return {};
    }

    FakeDutyRoom& room;
};

} // namespace

class TestUiDuty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageSaysWhoIsCalledAndWhenNobodyIs()
    {
        DutyFixture f;
        f.toDuty();
        QCOMPARE(f.text("dutyNow"),
                 QStringLiteral("An emergency at this moment reaches: ד״ר יעל כהן, then Dr. Amir Levi."));
        QCOMPARE(f.cell("dutyWeek", 0, 0), QStringLiteral("Sunday"));
        QCOMPARE(f.cell("dutyWeek", 0, 1), QStringLiteral("08:00 – 20:00"));
        QCOMPARE(f.cell("dutyWeek", 0, 3), QStringLiteral("first"));
        QCOMPARE(f.cell("dutyWeek", 2, 1), QStringLiteral("20:00 – 08:00, the next day"));
        // From Friday morning nobody is on duty.
        const int last = f.list("dutyWeek").topLevelItemCount() - 1;
        QCOMPARE(last, 15);
        QCOMPARE(f.cell("dutyWeek", last, 0), QStringLiteral("Friday"));
        QCOMPARE(f.cell("dutyWeek", last, 1), QStringLiteral("Fri 08:00 to Sun 08:00"));
        QCOMPARE(f.cell("dutyWeek", last, 2), QStringLiteral("nobody"));
        QCOMPARE(f.text("dutyNobody"),
                 QStringLiteral("Nobody is on duty: Fri 08:00 to Sun 08:00. An emergency then reaches: "
                                "ד״ר יעל כהן, Dr. Amir Levi at the same time."));
        QCOMPARE(f.cell("dutyDates", 0, 3), QStringLiteral("not on duty, and for a time nobody else is"));
        QCOMPARE(f.cell("dutyDates", 1, 2), QStringLiteral("רבקה (cannot be told)"));
        // What nobody wrote cannot be changed.
        f.list("dutyWeek").setCurrentItem(f.list("dutyWeek").topLevelItem(last));
        QVERIFY(!f.part<QPushButton>("changeDuty").isEnabled() && !f.part<QPushButton>("removeDuty").isEnabled());
    }

    void withoutAWayToTellItSaysSo()
    {
        DutyFixture f;
        f.room.now.hasWays = false;
        f.room.now.line.clear();
        f.toDuty();
        QVERIFY(f.text("dutyNow").startsWith(QStringLiteral("Nobody is told outside of the desk")));
        QVERIFY(!f.part<QLabel>("dutyNobody").isVisible());
        QCOMPARE(f.list("dutyWeek").topLevelItemCount(), 15);
    }

    void somebodyIsPutOnDutyOnSeveralDays()
    {
        DutyFixture f;
        f.toDuty();
        f.click("addDuty");
        QTRY_VERIFY(f.form() != nullptr);
        QVERIFY2(!f.maySave(), "no day is chosen");
        f.field<QComboBox>("dutyWho").setCurrentIndex(2);
        f.field<QComboBox>("dutyWho").setCurrentIndex(1);
        f.day(5);
        f.day(6);
        f.field<QTimeEdit>("dutyFrom").setTime(QTime(20, 0));
        f.field<QTimeEdit>("dutyTo").setTime(QTime(8, 0));
        QVERIFY(f.field<QLabel>("dutyNextDay").isVisible());
        f.field<QSpinBox>("dutyOrder").setValue(2);
        // What is refused stays as it was typed.
        f.room.failure = Error{ErrorCode::Conflict, QStringLiteral("duty.twice"), {}};
        f.save();
        QTRY_VERIFY(f.field<QLabel>("formTrouble").text().startsWith(QStringLiteral("This person is on duty")));
        QVERIFY(f.maySave());
        f.save();
        QTRY_VERIFY(f.form() == nullptr);
        QCOMPARE(f.room.now.roster.weekly.size(), size_t(17));
        const auto& added = f.room.now.roster.weekly.back();
        QCOMPARE(added.weekday, 6);
        QCOMPARE(added.from, 20 * 60);
        QCOMPARE(added.to, 8 * 60);
        QCOMPARE(added.order, 2);
        QTRY_COMPARE(f.list("dutyWeek").topLevelItemCount(), 18);
    }

    void oneOfTheWeekIsChanged()
    {
        DutyFixture f;
        f.toDuty();
        f.list("dutyWeek").setCurrentItem(f.list("dutyWeek").topLevelItem(2));
        f.click("changeDuty");
        QTRY_VERIFY(f.form() != nullptr);
        QCOMPARE(f.field<QTimeEdit>("dutyFrom").time(), QTime(20, 0));
        QVERIFY(f.field<QPushButton>("dutyDay0").isChecked());
        // One duty stays one.
        f.day(3);
        QVERIFY(!f.field<QPushButton>("dutyDay0").isChecked());
        f.field<QCheckBox>("dutyAllDay").setChecked(true);
        QVERIFY(!f.field<QTimeEdit>("dutyFrom").isEnabled());
        const auto id = f.room.now.roster.weekly[2].id;
        f.save();
        QTRY_VERIFY(f.form() == nullptr);
        const auto changed = std::ranges::find(f.room.now.roster.weekly, id, &domain::DutySpan::id);
        QCOMPARE(changed->weekday, 3);
        QCOMPARE(changed->from, 0);
        QCOMPARE(changed->to, domain::minutesOfDay);
        QCOMPARE(f.room.now.roster.weekly.size(), size_t(15));
    }

    void whatIsRemovedComesBack()
    {
        DutyFixture f;
        f.toDuty();
        const auto was = f.room.now.roster.weekly.front();
        f.list("dutyWeek").setCurrentItem(f.list("dutyWeek").topLevelItem(0));
        f.click("removeDuty");
        QTRY_COMPARE(f.room.now.roster.weekly.size(), size_t(14));
        QCOMPARE(f.saidBelow(), QStringLiteral("Removed. ד״ר יעל כהן: Sunday, 08:00 – 20:00"));
        f.click("undoDuty");
        QTRY_COMPARE(f.room.now.roster.weekly.size(), size_t(15));
        QCOMPARE(f.room.now.roster.weekly.front().staff, was.staff);
        QCOMPARE(f.room.now.roster.weekly.front().from, was.from);
        QTRY_COMPARE(f.saidBelow(), QStringLiteral("It is as it was."));
        QVERIFY(!f.part<QPushButton>("undoDuty").isVisible());
        // Nothing is chosen: pressing once more takes nothing away.
        QVERIFY(!f.part<QPushButton>("removeDuty").isEnabled());
        f.list("dutyWeek").setCurrentItem(f.list("dutyWeek").topLevelItem(1));
        f.click("removeDuty");
        QTRY_COMPARE(f.room.now.roster.weekly.size(), size_t(14));
        QVERIFY(!f.part<QPushButton>("removeDuty").isEnabled());
        // What could not be put back can be tried again.
        f.room.failure = Error{ErrorCode::Unavailable, QStringLiteral("store.unavailable"), {}};
        f.click("undoDuty");
        QTRY_VERIFY(!f.saidBelow().startsWith(QStringLiteral("Removed")));
        f.click("undoDuty");
        QTRY_COMPARE(f.room.now.roster.weekly.size(), size_t(15));
        f.list("dutyWeek").setCurrentItem(f.list("dutyWeek").topLevelItem(0));
        // Somebody else was quicker.
        f.room.failure = Error{ErrorCode::NotFound, QStringLiteral("duty.gone"), {}};
        f.click("removeDuty");
        QTRY_VERIFY(f.saidBelow().startsWith(QStringLiteral("Somebody else changed or removed this")));
    }

    void aDateThatDiffers()
    {
        DutyFixture f;
        f.toDuty();
        f.click("addDutyDate");
        QTRY_VERIFY(f.form() != nullptr);
        QVERIFY(f.maySave());
        QVERIFY2(!f.field<QSpinBox>("dutyOrder").isEnabled(), "who is away is not called");
        QVERIFY(f.form()->findChild<QPushButton*>(QStringLiteral("dutyDay0")) == nullptr);
        f.field<QDateEdit>("dutyDate").setDate(QDate(2026, 3, 20));
        f.field<QComboBox>("dutyPresent").setCurrentIndex(1);
        QVERIFY(f.field<QSpinBox>("dutyOrder").isEnabled());
        f.save();
        QTRY_VERIFY(f.form() == nullptr);
        const auto& added = f.room.now.roster.exceptions.back();
        QCOMPARE(added.date, QDate(2026, 3, 20));
        QVERIFY(added.present);
        QTRY_COMPARE(f.list("dutyDates").topLevelItemCount(), 3);
        f.list("dutyDates").setCurrentItem(f.list("dutyDates").topLevelItem(2));
        f.click("removeDutyDate");
        QTRY_COMPARE(f.room.now.roster.exceptions.size(), size_t(2));
    }

    /// Everybody sees who is called; an administrator changes it.
    void whoDoesNotManageTheClinicOnlyReads()
    {
        DutyFixture f;
        f.admit(FakeSignIn::Rivka);
        f.toDuty();
        for (const char* name : {"addDuty", "changeDuty", "removeDuty", "addDutyDate", "removeDutyDate"}) {
            QVERIFY2(!f.part<QPushButton>(name).isVisible(), name);
        }
        Q_EMIT f.list("dutyWeek").itemActivated(f.list("dutyWeek").topLevelItem(0), 0);
        QTest::qWait(20);
        QVERIFY(f.form() == nullptr);
    }

    /// Who is on duty changes by itself, and what is not known is not shown as it was.
    void whoIsCalledNowIsKeptTrue()
    {
        DutyFixture f;
        f.toDuty();
        auto& minute = *f.window.findChild<ui::DutyPage*>()->findChild<QTimer*>(QStringLiteral("dutyMinute"));
        QVERIFY(minute.isActive());
        f.room.now.line = {{{6}}};
        QMetaObject::invokeMethod(&minute, "timeout");
        QTRY_COMPARE(f.text("dutyNow"), QStringLiteral("An emergency at this moment reaches: Dr. Amir Levi."));
        f.room.stateFailure = Error{ErrorCode::Unavailable, QStringLiteral("store.unavailable"), {}};
        QMetaObject::invokeMethod(&minute, "timeout");
        QTRY_VERIFY(f.text("dutyNow").isEmpty());
        f.room.stateFailure.reset();
        f.toSection(QStringLiteral("Keyboard"));
        QVERIFY(!minute.isActive());
    }

    void whereNobodyCanBeToldItIsSaidOnce()
    {
        DutyFixture f;
        f.room.now.line.clear();
        f.room.now.fallback.clear();
        f.toDuty();
        QVERIFY(f.text("dutyNow").startsWith(QStringLiteral("An emergency would reach nobody")));
        QVERIFY(!f.part<QLabel>("dutyNobody").isVisible());
    }

    void anotherDeskIsFollowed()
    {
        DutyFixture f;
        f.toDuty();
        f.room.add(std::vector<domain::DutySpan>{{{}, {2}, 6, 0, 60, 1}});
        QTRY_COMPARE(f.list("dutyWeek").topLevelItemCount(), 17);
    }
};

QTEST_MAIN(TestUiDuty)
#include "test_ui_duty.moc"
