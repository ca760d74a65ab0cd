// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/book/bookpane.h"
#include "ui/fakehours.h"
#include "ui/hours/effectpanel.h"
#include "ui/hours/hourspage.h"
#include "ui/hours/timeoffform.h"
#include "ui/hours/weekeditor.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimeEdit>
#include <QToolButton>
#include <QTreeWidget>

using namespace delpek;
using test::WindowFixture;

namespace
{

/// The page of the hours in the settings.
struct HoursFixture : WindowFixture {
    explicit HoursFixture(bool canChange = true, domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
        desk.fakeHours().now.canChange = canChange;
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::HoursPage>(window);
    }

    ui::HoursPage& page() const { return *window.findChild<ui::HoursPage*>(); }
    test::FakeHours& hours() { return desk.fakeHours(); }
    template <typename Widget>
    Widget& on(const char* name) const
    {
        return *page().findChild<Widget*>(QLatin1String(name));
    }
    ui::WeekEditor& week() const { return *page().findChild<ui::WeekEditor*>(); }
    ui::EffectPanel& effect() const { return *page().findChild<ui::EffectPanel*>(); }
    /// The fields of a day, from and until by turns; 0 is Sunday.
    QList<QTimeEdit*> times(int day) const
    {
        auto* place = on<QToolButton>(qPrintable(QStringLiteral("addSpan%1").arg(day))).parentWidget();
        auto fields = place->findChildren<QTimeEdit*>();
        // Those that were taken out go a moment later.
        fields.removeIf([](const QTimeEdit* field) { return !field->isVisible(); });
        return fields;
    }
    QString faultOf(int day) const
    {
        for (auto* label : week().findChildren<QLabel*>(QStringLiteral("formTrouble"))) {
            if (label->property("day").toInt() == day) {
                return label->isVisible() ? label->text() : QString();
            }
        }
        return QStringLiteral("?");
    }
    ui::TimeOffForm& form() const { return *window.findChild<ui::TimeOffForm*>(); }
    /// Dr. Levi, on the Sunday to come, from 16:00.
    void beginAfternoonOff() const
    {
        QTest::mouseClick(&on<QPushButton>("addTimeOff"), Qt::LeftButton);
        auto& who = inForm<QComboBox>("timeOffWho");
        who.setCurrentIndex(who.findData(QStringLiteral("levi")));
        inForm<QCheckBox>("timeOffWholeDays").setChecked(false);
        inForm<QDateEdit>("timeOffFirstDay").setDate({2026, 3, 8});
        inForm<QTimeEdit>("timeOffFirstTime").setTime(QTime(16, 0));
    }
    template <typename Widget>
    Widget& inForm(const char* name) const
    {
        return *form().findChild<Widget*>(QLatin1String(name));
    }
};

} // namespace

class TestUiHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeekOfTheClinicIsShownFromSundayOn()
    {
        HoursFixture f;
        QCOMPARE(f.times(0).size(), 4);
        QCOMPARE(f.times(0)[0]->time(), QTime(8, 0));
        QCOMPARE(f.times(0)[3]->time(), QTime(18, 0));
        QCOMPARE(f.times(5).size(), 2);
        QVERIFY(f.times(6).isEmpty());
        QVERIFY(!f.on<QPushButton>("saveHours").isEnabled());
    }

    void whatIsWrongStandsBesideTheDay()
    {
        HoursFixture f;
        f.times(1)[1]->setTime(QTime(7, 0));
        QCOMPARE(f.faultOf(1), QStringLiteral("The end has to come after the beginning, and before midnight."));
        QCOMPARE(f.times(1)[1]->property("kind").toString(), QStringLiteral("spanFault"));
        QCOMPARE(f.faultOf(2), QString());
        f.times(1)[1]->setTime(QTime(15, 0));
        QCOMPARE(f.faultOf(1), QStringLiteral("These hours overlap others of the same day."));
        QTest::qWait(350);
        QVERIFY(!f.on<QPushButton>("saveHours").isEnabled());
        QCOMPARE(f.hours().looks, 0);
        f.times(1)[1]->setTime(QTime(13, 0));
        QCOMPARE(f.faultOf(1), QString());
    }

    void beforeSavingItSaysWhichVisitsFallOutside()
    {
        HoursFixture f;
        for (int day = 0; day < 5; ++day) {
            f.times(day)[3]->setTime(QTime(17, 0));
        }
        QVERIFY(!f.on<QPushButton>("saveHours").isEnabled());
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        QVERIFY(f.effect().text().startsWith(QStringLiteral("2 booked visits would fall outside these hours.")));
        auto& list = f.on<QTreeWidget>("touchedList");
        QCOMPARE(list.topLevelItemCount(), 2);
        QVERIFY(list.topLevelItem(0)->text(1).contains(QStringLiteral("Noa Cohen")));
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
        QCOMPARE(f.hours().kept[0].doctor, QString());
        QCOMPARE(f.hours().kept[0].hours[0][1].to, QTime(17, 0));
        QCOMPARE(f.hours().kept[0].was[0][1].to, QTime(18, 0));
        QVERIFY(f.on<QLabel>("hoursSaid").text().startsWith(QStringLiteral("Saved.")));
        QVERIFY(!f.on<QPushButton>("saveHours").isEnabled());
        QVERIFY(!f.effect().isVisible());
    }

    void aTouchedVisitLeadsToItsDayAndItsConversation()
    {
        HoursFixture f;
        f.times(0)[3]->setTime(QTime(17, 0));
        QTRY_VERIFY(f.effect().isVisible());
        QTest::mouseClick(&f.on<QPushButton>("touchedDay"), Qt::LeftButton);
        auto& book = *f.window.findChild<ui::BookPane*>();
        QTRY_VERIFY(book.isVisible());
        QCOMPARE(book.date(), QDate(2026, 3, 8));
        // What was entered waits meanwhile.
        f.press(Qt::CTRL | Qt::Key_5);
        QCOMPARE(f.times(0)[3]->time(), QTime(17, 0));
        QTRY_VERIFY(f.effect().isVisible());
        QTest::mouseClick(&f.on<QPushButton>("touchedConversation"), Qt::LeftButton);
        QTRY_COMPARE(f.thread.conversation().id, domain::ConversationId{test::FakeDesk::Booking});
    }

    void spansAreAddedAndTakenOut()
    {
        HoursFixture f;
        QTest::mouseClick(&f.on<QToolButton>("addSpan6"), Qt::LeftButton);
        QCOMPARE(f.week().hours()[6].size(), size_t(1));
        QVERIFY(f.times(6)[0]->hasFocus());
        auto* place = f.on<QToolButton>("addSpan0").parentWidget();
        QTest::mouseClick(place->findChildren<QToolButton*>(QStringLiteral("removeSpan"))[1], Qt::LeftButton);
        QCOMPARE(f.week().hours()[0].size(), size_t(1));
        QTest::mouseClick(&f.on<QPushButton>("undoHours"), Qt::LeftButton);
        QCOMPARE(f.week().hours(), f.hours().now.clinic);
        QVERIFY(!f.on<QPushButton>("undoHours").isEnabled());
    }

    void eachDoctorHasHours()
    {
        HoursFixture f;
        auto& who = f.on<QComboBox>("hoursWho");
        who.setCurrentIndex(who.findData(QStringLiteral("adar")));
        Q_EMIT who.activated(who.currentIndex());
        QCOMPARE(f.times(0).size(), 2);
        f.times(1)[0]->setTime(QTime(10, 0));
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        QVERIFY(f.effect().text().startsWith(QStringLiteral("1 booked visit would fall outside these hours.")));
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
        QCOMPARE(f.hours().kept[0].doctor, QStringLiteral("adar"));
    }

    void ofManyTouchedVisitsItSaysThatTheFirstAreListed_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::addColumn<QString>("said");
        QTest::newRow("en") << domain::Language::English << QStringLiteral("The first 200 of 205 are listed.");
        QTest::newRow("he") << domain::Language::Hebrew << QStringLiteral("ברשימה מופיעים 200 הראשונים מתוך 205.");
    }

    void ofManyTouchedVisitsItSaysThatTheFirstAreListed()
    {
        QFETCH(domain::Language, language);
        QFETCH(QString, said);
        HoursFixture f(true, language);
        const auto late = f.hours().visits.front();
        f.hours().visits.assign(200, late);
        for (size_t i = 0; i < f.hours().visits.size(); ++i) {
            f.hours().visits[i].visit.id = QStringLiteral("late%1").arg(i);
        }
        f.times(0)[3]->setTime(QTime(17, 0));
        QTRY_COMPARE(f.on<QTreeWidget>("touchedList").topLevelItemCount(), 200);
        QVERIFY(!domain::withoutIsolates(f.effect().text()).endsWith(said));
        for (int i = 0; i < 5; ++i) {
            f.hours().visits.push_back(late);
            f.hours().visits.back().visit.id = QStringLiteral("more%1").arg(i);
        }
        f.times(0)[3]->setTime(QTime(16, 30));
        QTRY_VERIFY(domain::withoutIsolates(f.effect().text()).endsWith(said));
        QCOMPARE(f.on<QTreeWidget>("touchedList").topLevelItemCount(), 200);
        // All of them count as seen.
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
    }

    void aVisitThatWasBookedMeanwhileIsShownBeforeItIsSaved()
    {
        HoursFixture f;
        auto late = f.hours().visits.front();
        f.times(0)[3]->setTime(QTime(17, 0));
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        late.visit.id = QStringLiteral("v9");
        f.hours().visits.push_back(late);
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_VERIFY(f.on<QLabel>("hoursSaid").text().startsWith(QStringLiteral("There are visits in this time.")));
        QVERIFY(f.hours().kept.empty());
        QTRY_COMPARE(f.on<QTreeWidget>("touchedList").topLevelItemCount(), 2);
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
    }

    void hoursThatWereChangedElsewhereAreShownAsTheyAre()
    {
        HoursFixture f;
        f.times(0)[3]->setTime(QTime(19, 0));
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        f.hours().failure = Error{ErrorCode::Conflict, QStringLiteral("hours.changed"), {}};
        f.hours().now.clinic[0][1].to = QTime(16, 0);
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_VERIFY(f.on<QLabel>("hoursSaid").text().contains(QStringLiteral("at another desk")));
        QTRY_COMPARE(f.times(0)[3]->time(), QTime(16, 0));
    }

    void aChangeElsewhereDuringAnEditIsSaidAndNotOverwritten()
    {
        HoursFixture f;
        f.times(0)[3]->setTime(QTime(19, 0));
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        f.hours().now.clinic[1][1].to = QTime(16, 0);
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        auto& said = f.on<QLabel>("hoursSaid");
        QTRY_VERIFY(said.isVisible() && said.text().contains(QStringLiteral("at another desk")));
        QCOMPARE(f.times(0)[3]->time(), QTime(19, 0));
        QCOMPARE(f.times(1)[3]->time(), QTime(18, 0));
        // It is still said while the edit goes on.
        f.times(0)[3]->setTime(QTime(19, 30));
        QVERIFY(said.isVisible());
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.times(1)[3]->time(), QTime(16, 0));
        QCOMPARE(f.times(0)[3]->time(), QTime(18, 0));
        QVERIFY(said.text().contains(QStringLiteral("at another desk")));
        QVERIFY(f.hours().kept.empty());
        // From here on it is an edit of the hours as they are now.
        f.times(0)[3]->setTime(QTime(19, 0));
        QVERIFY(!said.isVisible());
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
        QCOMPARE(f.hours().now.clinic[1][1].to, QTime(16, 0));
    }

    void aChangeElsewhereOfOtherHoursLeavesTheEditInPeace()
    {
        HoursFixture f;
        f.times(0)[3]->setTime(QTime(19, 0));
        f.hours().now.doctors[0].hours[1].clear();
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_VERIFY(f.on<QPushButton>("saveHours").isEnabled());
        QVERIFY(!f.on<QLabel>("hoursSaid").isVisible());
        QTest::mouseClick(&f.on<QPushButton>("saveHours"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().kept.size(), size_t(1));
    }

    void aSaveOfTheSameHoursElsewhereEndsTheEdit()
    {
        HoursFixture f;
        f.times(0)[3]->setTime(QTime(19, 0));
        f.hours().now.clinic[0][1].to = QTime(19, 0);
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_VERIFY(!f.on<QPushButton>("undoHours").isEnabled());
        QVERIFY(!f.on<QLabel>("hoursSaid").isVisible());
    }

    void theClinicIsClosedOnAHoliday()
    {
        HoursFixture f;
        QCOMPARE(f.on<QTreeWidget>("timeOffList").topLevelItemCount(), 2);
        QTest::mouseClick(&f.on<QPushButton>("addTimeOff"), Qt::LeftButton);
        auto& holiday = f.inForm<QComboBox>("timeOffHoliday");
        holiday.setCurrentIndex(2);
        Q_EMIT holiday.activated(2);
        QCOMPARE(f.inForm<QLineEdit>("timeOffReason").text(), QStringLiteral("Shavuot"));
        QTRY_VERIFY(f.inForm<QPushButton>("saveTimeOff").isEnabled());
        QTest::mouseClick(&f.inForm<QPushButton>("saveTimeOff"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().added.size(), size_t(1));
        QCOMPARE(f.hours().added[0].doctor, QString());
        QCOMPARE(f.hours().added[0].from.toText(), QStringLiteral("2026-05-22T00:00"));
        QCOMPARE(f.hours().added[0].to.toText(), QStringLiteral("2026-05-23T00:00"));
        QTRY_COMPARE(f.on<QTreeWidget>("timeOffList").topLevelItemCount(), 3);
    }

    void timeOffSaysWhatIsWrongAndWhichVisitsLieInIt()
    {
        HoursFixture f;
        f.beginAfternoonOff();
        f.inForm<QDateEdit>("timeOffLastDay").setDate({2026, 3, 8});
        auto& trouble = f.inForm<QLabel>("formTrouble");
        QCOMPARE(trouble.text(), QStringLiteral("The end has to come after the beginning."));
        QTest::qWait(350);
        QVERIFY(!f.inForm<QPushButton>("saveTimeOff").isEnabled());
        f.inForm<QTimeEdit>("timeOffLastTime").setTime(QTime(18, 0));
        QTRY_VERIFY(f.inForm<QPushButton>("saveTimeOff").isEnabled());
        QVERIFY(!trouble.isVisible());
        QVERIFY(f.form().findChild<ui::EffectPanel*>()->text().startsWith(
            QStringLiteral("1 booked visit lies in this time.")));
        f.inForm<QDateEdit>("timeOffFirstDay").setDate({2026, 1, 1});
        f.inForm<QDateEdit>("timeOffLastDay").setDate({2026, 1, 1});
        QVERIFY(trouble.text().startsWith(QStringLiteral("This time is over already.")));
    }

    void timeOffIsTakenOut()
    {
        HoursFixture f;
        auto& list = f.on<QTreeWidget>("timeOffList");
        list.setCurrentItem(list.topLevelItem(1));
        QTest::mouseClick(&f.on<QPushButton>("removeTimeOff"), Qt::LeftButton);
        QTRY_COMPARE(f.hours().removed, QStringList{QStringLiteral("closed:2026-04-01/2026-04-08")});
        QTRY_COMPARE(list.topLevelItemCount(), 1);
        // A second press takes nothing more out.
        QVERIFY(!f.on<QPushButton>("removeTimeOff").isEnabled());
        QVERIFY(list.currentItem() == nullptr);
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(50);
        QVERIFY(!f.on<QPushButton>("removeTimeOff").isEnabled());
        QTest::mouseClick(&f.on<QPushButton>("putBackTimeOff"), Qt::LeftButton);
        QTRY_COMPARE(list.topLevelItemCount(), 2);
        QCOMPARE(f.hours().added.size(), size_t(1));
        QCOMPARE(f.hours().added[0].from.toText(), QStringLiteral("2026-04-01T00:00"));
        QVERIFY(!f.on<QPushButton>("putBackTimeOff").isVisible());
    }

    /// Somebody booked in the time that was opened: that is seen before it is closed again.
    void whoBookedMeanwhileIsSeenBeforeItIsPutBack()
    {
        HoursFixture f;
        auto& list = f.on<QTreeWidget>("timeOffList");
        list.setCurrentItem(list.topLevelItem(1));
        QTest::mouseClick(&f.on<QPushButton>("removeTimeOff"), Qt::LeftButton);
        QTRY_COMPARE(list.topLevelItemCount(), 1);
        auto booked = f.hours().visits.front();
        booked.visit.id = QStringLiteral("meanwhile");
        booked.visit.start.date = QDate(2026, 4, 2);
        f.hours().visits.push_back(booked);
        QTest::mouseClick(&f.on<QPushButton>("putBackTimeOff"), Qt::LeftButton);
        QTRY_VERIFY(f.window.findChild<ui::TimeOffForm*>() != nullptr);
        QVERIFY(f.hours().added.empty());
        QCOMPARE(f.inForm<QDateEdit>("timeOffFirstDay").date(), QDate(2026, 4, 1));
        QCOMPARE(f.inForm<QDateEdit>("timeOffLastDay").date(), QDate(2026, 4, 8));
        QTRY_VERIFY(f.inForm<QPushButton>("saveTimeOff").isEnabled());
        QVERIFY(f.form().findChild<ui::EffectPanel*>()->text().startsWith(
            QStringLiteral("1 booked visit lies in this time.")));
        QTest::mouseClick(&f.inForm<QPushButton>("saveTimeOff"), Qt::LeftButton);
        QTRY_COMPARE(list.topLevelItemCount(), 2);
    }

    void anEditIsNotGivenUpForSomebodyElsesHours()
    {
        HoursFixture f;
        auto& who = f.on<QComboBox>("hoursWho");
        f.times(0)[3]->setTime(QTime(19, 0));
        const auto choose = [&](int index) {
            who.setCurrentIndex(index);
            Q_EMIT who.activated(index);
        };
        choose(0);
        QCOMPARE(f.times(0)[3]->time(), QTime(19, 0));
        choose(1);
        QCOMPARE(who.currentIndex(), 0);
        QCOMPARE(f.times(0)[3]->time(), QTime(19, 0));
        QVERIFY(f.on<QLabel>("hoursSaid").text().startsWith(QStringLiteral("These hours are not saved yet.")));
        QTest::mouseClick(&f.on<QPushButton>("undoHours"), Qt::LeftButton);
        choose(1);
        QCOMPARE(who.currentIndex(), 1);
    }

    void aLookAtTheDayKeepsWhatWasEntered()
    {
        HoursFixture f;
        f.beginAfternoonOff();
        f.inForm<QTimeEdit>("timeOffLastTime").setTime(QTime(18, 30));
        f.inForm<QLineEdit>("timeOffReason").setText(QStringLiteral("Course"));
        Q_EMIT f.form().findChild<ui::EffectPanel*>()->dayWanted({2026, 3, 8});
        QTRY_VERIFY(f.window.findChild<ui::TimeOffForm*>() == nullptr);
        f.press(Qt::CTRL | Qt::Key_5);
        QTest::mouseClick(&f.on<QPushButton>("addTimeOff"), Qt::LeftButton);
        QCOMPARE(f.inForm<QComboBox>("timeOffWho").currentData().toString(), QStringLiteral("levi"));
        QCOMPARE(f.inForm<QDateEdit>("timeOffLastDay").date(), QDate(2026, 3, 8));
        QCOMPARE(f.inForm<QTimeEdit>("timeOffLastTime").time(), QTime(18, 30));
        QCOMPARE(f.inForm<QLineEdit>("timeOffReason").text(), QStringLiteral("Course"));
    }

    void hoursOfOtherRecordsAreOnlyRead()
    {
        HoursFixture f(false);
        QVERIFY(f.on<QLabel>("hoursSource").text().contains(QStringLiteral("Odoo")));
        QVERIFY(f.times(0).isEmpty());
        for (const char* name : {"saveHours", "undoHours", "addTimeOff", "removeTimeOff"}) {
            QVERIFY2(!f.on<QPushButton>(name).isVisible(), name);
        }
    }

    void timesRunFromTheLeftAlsoInHebrew()
    {
        HoursFixture f(true, domain::Language::Hebrew);
        QCOMPARE(f.page().layoutDirection(), Qt::RightToLeft);
        for (auto* edit : f.times(0)) {
            QCOMPARE(edit->layoutDirection(), Qt::LeftToRight);
        }
        QCOMPARE(f.times(0)[0]->text(), QStringLiteral("08:00"));
        QVERIFY(f.times(0)[0]->mapToGlobal(QPoint()).x() < f.times(0)[1]->mapToGlobal(QPoint()).x());
        // The morning stands before the afternoon in the direction of the language.
        QVERIFY(f.times(0)[0]->mapToGlobal(QPoint()).x() > f.times(0)[2]->mapToGlobal(QPoint()).x());
    }
};

QTEST_MAIN(TestUiHours)
#include "test_ui_hours.moc"
