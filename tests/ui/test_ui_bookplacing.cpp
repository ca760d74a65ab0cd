// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookwords.h"
#include "ui/book/placing.h"
#include "ui/bookfixture.h"
#include "ui/fakepatientcards.h"
#include "ui/patient/cardview.h"
#include "ui/patient/dragchip.h"
#include "ui/patient/newcardform.h"
#include "ui/side/sidepane.h"
#include "ui/window/rail.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>

using namespace delpek;
using desk::BookEntry;
using test::FakeDesk;
using Pane = test::BookFixture;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

/// The visits of a patient, by start.
QStringList visitsOf(FakeDesk& desk, const QString& patient)
{
    QStringList all;
    for (const auto& entry : desk.book().all.entries) {
        if (entry.kind == BookEntry::Kind::Visit && entry.visit.patient == patient) {
            all << entry.start.toText() + QLatin1Char(' ') + entry.doctor + QLatin1Char(' ') + entry.treatment;
        }
    }
    return all;
}

} // namespace

/// Free time of the day book that is pressed or dropped on, and the way from a visit to whose it is.
class TestUiBookPlacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeTimeIsPressedAndBooked_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::newRow("en") << domain::Language::English;
        QTest::newRow("he") << domain::Language::Hebrew;
    }
    void freeTimeIsPressedAndBooked()
    {
        QFETCH(domain::Language, language);
        Pane f(language);
        f.pressTime(0, 12 * 60);
        QVERIFY(f.part("whoBack")->isVisible());
        QVERIFY(!f.part("newBookVisit")->isVisible());
        f.lookFor(u("איתי"));
        auto* treatment = f.part<QComboBox>("visitTreatment");
        QVERIFY(treatment->isVisible());
        QCOMPARE(treatment->count(), 3);                                                // what this dentist gives
        QVERIFY(treatment->currentIndex() < 0 && !f.part("visitConfirm")->isEnabled()); // nobody has said what for
        treatment->setCurrentIndex(treatment->findData(u("filling")));
        QVERIFY(f.desk.book().references.isEmpty()); // not before somebody said yes
        f.part("visitConfirm")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QVERIFY(visitsOf(f.desk, u("p2")).contains(u("2026-03-05T12:00 levi filling")));
        // It is the one that is shown now.
        QVERIFY(!f.part("whoBack")->isVisible() && !f.part("visitConfirm")->isVisible());
        QCOMPARE(f.view.book().entries[size_t(f.view.current())].start.toText(), u("2026-03-05T12:00"));
        QVERIFY(f.part("moveVisit")->isVisible());
    }

    void whatIsNotFreeIsNotPressed_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("minute");
        QTest::newRow("over") << 0 << 8 * 60 + 45;
        QTest::newRow("the break at noon") << 0 << 13 * 60 + 15;
        QTest::newRow("not there in the afternoon") << 1 << 15 * 60;
        QTest::newRow("a visit") << 0 << 11 * 60;
        QTest::newRow("offered to somebody") << 0 << 16 * 60 + 45;
        QTest::newRow("the dentist is away") << 1 << 10 * 60 + 45;
    }
    void whatIsNotFreeIsNotPressed()
    {
        QFETCH(int, column);
        QFETCH(int, minute);
        Pane f;
        f.pressTime(column, minute);
        QVERIFY(!f.part("whoBack")->isVisible());
    }

    /// The same decision under the same reference, another one under its own.
    void anotherTreatmentIsAnotherDecision()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        f.lookFor(u("איתי"));
        auto* treatment = f.part<QComboBox>("visitTreatment");
        treatment->setCurrentIndex(treatment->findData(u("crown")));
        f.desk.book().failure = Error{ErrorCode::Timeout, {}, {}};
        f.part("visitConfirm")->click();
        f.part("visitConfirm")->click();
        treatment->setCurrentIndex(treatment->findData(u("filling")));
        QCOMPARE(f.problem(), QString());
        f.part("visitConfirm")->click();
        const auto& tried = f.desk.book().tried;
        QCOMPARE(tried.size(), 3);
        QCOMPARE(tried[0], tried[1]);
        QVERIFY(tried[1] != tried[2]);
    }

    /// Nothing is booked for what somebody else was asked about.
    void aQuestionDoesNotStayBesideAnotherPatient()
    {
        Pane f;
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        f.pane.findChild<ui::CardView*>()->findChild<QPushButton*>(u("newVisit"))->click();
        QVERIFY(f.part("pickSlot")->isVisible());
        QVERIFY(domain::withoutIsolates(f.part<QLabel>("pickerTitle")->text()).contains(u("for Itay Cohen")));
        f.view.setCurrent(f.shown(u("Yossi Avraham")));
        QVERIFY(!f.part("pickSlot")->isVisible());
        // Nor does one about the first stay when another is brought to be placed.
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        f.pane.findChild<ui::CardView*>()->findChild<QPushButton*>(u("newVisit"))->click();
        f.pane.place({{ui::namesOf(f.desk.book().all.doctors, f.desk.book().all.treatments),
                       u("p1"),
                       u("Noa Cohen"),
                       {},
                       u("filling")}});
        QVERIFY(!f.part("pickSlot")->isVisible());
    }

    /// While a booking is under way nothing else begins, and its answer is for what was asked.
    void nothingElseBeginsWhileABookingIsUnderWay()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        f.lookFor(u("איתי"));
        auto* treatment = f.part<QComboBox>("visitTreatment");
        treatment->setCurrentIndex(treatment->findData(u("checkup")));
        f.desk.book().isHeld = true;
        f.part("visitConfirm")->click();
        f.pressTime(0, 15 * 60 + 30);
        f.part("visitConfirm")->click();
        QCOMPARE(f.desk.book().tried.size(), 1);
        f.desk.book().release();
        QTRY_COMPARE(visitsOf(f.desk, u("p2")).size(), 2);
        QVERIFY(visitsOf(f.desk, u("p2")).contains(u("2026-03-05T12:00 levi checkup")));
        QVERIFY(!f.part("visitConfirm")->isVisible());
    }

    void whatADentistDoesNotGiveIsSaid()
    {
        Pane f;
        f.pane.place({{ui::namesOf(f.desk.book().all.doctors, f.desk.book().all.treatments),
                       u("p1"),
                       u("Noa Cohen"),
                       {},
                       u("filling")}});
        f.pressTime(2, 15 * 60); // the hygienist
        QVERIFY(!f.part("visitConfirm")->isEnabled());
        QVERIFY2(f.problem().contains(u("Shira Lavi does not give this: Filling")), qPrintable(f.problem()));
        f.pressTime(0, 15 * 60 + 30);
        QVERIFY(f.part("visitConfirm")->isEnabled());
        QCOMPARE(f.problem(), QString());
    }

    void aVisitIsDroppedOnAnotherDay()
    {
        Pane f;
        const auto& all = f.desk.book().all;
        const auto visit = f.entryOf(u("Noa Cohen")).visit; // on Sunday
        ui::PlacingMime mime(ui::Placing{{ui::namesOf(all.doctors, all.treatments), visit.patient, u("Noa")}, visit});
        const QPoint at = f.view.pointOf(0, 15 * 60 + 30);
        QDragEnterEvent over(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &over);
        QDragMoveEvent move(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &move);
        QDropEvent drop(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &drop);
        QCOMPARE(f.pane.date(), QDate(2026, 3, 5)); // the day on which it was dropped
        f.part("visitConfirm")->click();
        QVERIFY(visitsOf(f.desk, u("p1")).contains(u("2026-03-05T15:30 levi filling")));
    }

    /// The time was taken by somebody else while one looked for the card.
    void aTimeThatIsTakenMeanwhileIsRefused()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        f.lookFor(u("איתי"));
        auto* treatment = f.part<QComboBox>("visitTreatment");
        treatment->setCurrentIndex(treatment->findData(u("filling")));
        BookEntry taken;
        taken.doctor = u("levi");
        taken.start = domain::LocalTime::fromText(u("2026-03-05T12:00"));
        taken.end = domain::LocalTime::fromText(u("2026-03-05T12:30"));
        f.desk.book().all.entries.push_back(taken);
        f.part("visitConfirm")->click();
        QCOMPARE(f.problem(), u("This time has just been taken. Choose another one."));
        // Another time is pressed for the same one, without looking again.
        f.pressTime(0, 15 * 60 + 30);
        QVERIFY(f.part("visitConfirm")->isVisible() && !f.part("whoBack")->isVisible());
        f.part("visitConfirm")->click();
        QVERIFY(visitsOf(f.desk, u("p2")).contains(u("2026-03-05T15:30 levi filling"))); // still what it was for
    }

    void aNewPatientIsBookedAtOnce()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        f.part<QLineEdit>("cardSearch")->setText(u("רוני שלו"));
        f.part("whoIsNew")->click();
        auto* form = f.window.findChild<ui::NewCardForm*>();
        QCOMPARE(form->findChild<QLineEdit*>(u("newNameHe"))->text(), u("רוני שלו"));
        form->findChild<QPushButton*>(u("addPatient"))->click();
        QTRY_VERIFY(f.part("visitConfirm")->isVisible());
        for (const auto& [id, cards] : f.desk.fakePatientCards().tied) {
            QVERIFY(cards.empty()); // nobody wrote
        }
        f.part<QComboBox>("visitTreatment")->setCurrentIndex(0);
        f.part("visitConfirm")->click();
        QCOMPARE(visitsOf(f.desk, u("new0")), QStringList{u("2026-03-05T12:00 levi checkup")});
    }

    void aNumberThatWasLookedForStandsInTheForm()
    {
        Pane f;
        f.part("newBookVisit")->click();
        f.part<QLineEdit>("cardSearch")->setText(u("052-7771234"));
        f.part("whoIsNew")->click();
        auto* form = f.window.findChild<ui::NewCardForm*>();
        QCOMPARE(form->findChild<QLineEdit*>(u("newPhone"))->text(), u("052-7771234"));
        QCOMPARE(form->findChild<QLineEdit*>(u("newNameHe"))->text(), QString());
    }

    /// Without a time first: it is picked from the list of those that are free.
    void aVisitWithoutATimeIsPickedFromTheList()
    {
        Pane f;
        f.part("newBookVisit")->click();
        f.lookFor(u("איתי"));
        auto* slots = f.part<QListWidget>("slots");
        QTRY_VERIFY(slots->isVisible() && slots->count() > 0);
        f.part("pickSlot")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QCOMPARE(visitsOf(f.desk, u("p2")).size(), 2); // his cleaning, and this one
    }

    void escapeLeavesWhatWasBegun()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        QTest::keyClick(f.part<QLineEdit>("cardSearch"), Qt::Key_Escape);
        QVERIFY(!f.part("whoBack")->isVisible() && f.part("newBookVisit")->isVisible());
        f.pressTime(0, 12 * 60);
        f.lookFor(u("איתי"));
        f.part("visitBack")->click();
        QVERIFY(!f.part("visitConfirm")->isVisible());
        f.pressTime(0, 12 * 60); // asks anew whose it is
        QVERIFY(f.part("whoBack")->isVisible());
        QVERIFY(f.desk.book().references.isEmpty());
    }

    /// From the conversation into the book: what was begun there goes on here.
    void aTimeForAPatientIsPressedInTheBook()
    {
        Pane f;
        f.press(Qt::CTRL | Qt::Key_1);
        f.open(FakeDesk::Booking);
        auto* side = f.window.findChild<ui::SidePane*>();
        QTRY_VERIFY(!side->findChildren<QPushButton*>(u("bookPlanned")).isEmpty());
        side->findChildren<QPushButton*>(u("bookPlanned")).front()->click();
        side->findChild<QPushButton*>(u("pickInBook"))->click();
        QVERIFY(f.pane.isVisible());
        QVERIFY(domain::withoutIsolates(f.part<QLabel>("placingText")->text()).contains(u("for Noa Cohen (Filling)")));
        f.pressTime(0, 12 * 60);
        QCOMPARE(f.part<QComboBox>("visitTreatment")->currentData().toString(), u("filling"));
        f.part("visitBack")->click(); // not this one
        QVERIFY(f.part("leavePlacing")->isVisible());
        f.pressTime(0, 15 * 60 + 30);
        f.part("visitConfirm")->click();
        QVERIFY(visitsOf(f.desk, u("p1")).contains(u("2026-03-05T15:30 levi filling")));
        QVERIFY(!f.part("leavePlacing")->isVisible());
        // And back to where it was asked.
        QTRY_VERIFY(f.part("openOffer")->isVisible());
        f.part("openOffer")->click();
        QVERIFY(f.inbox.isVisible());
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Booking));
    }

    /// Without the mouse: from one free time to the next.
    void aFreeTimeIsReachedByTheKeys_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::addColumn<Qt::Key>("aside");
        QTest::newRow("en") << domain::Language::English << Qt::Key_Right;
        QTest::newRow("he") << domain::Language::Hebrew << Qt::Key_Left;
    }
    void aFreeTimeIsReachedByTheKeys()
    {
        QFETCH(domain::Language, language);
        QFETCH(Qt::Key, aside);
        Pane f(language);
        const auto& all = f.desk.book().all;
        f.pane.place({{ui::namesOf(all.doctors, all.treatments), u("p1"), u("Noa Cohen"), {}, u("filling")}});
        QVERIFY(f.view.hasFocus());
        const auto time = [&] {
            static const QRegularExpression hours(u("\\d\\d:\\d\\d"));
            return hours.match(f.view.accessibleDescription()).captured();
        };
        QTest::keyClick(&f.view, Qt::Key_Return); // nowhere yet
        QVERIFY(!f.part("visitConfirm")->isVisible());
        QStringList times;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(&f.view, Qt::Key_Down);
            if (times.isEmpty() || times.back() != time()) {
                times << time();
            }
        }
        // What is over, the break, the visits and what is held for somebody are stepped over.
        QVERIFY2(!times.isEmpty() && u("10:30") < times.front(), qPrintable(times.join(u(" "))));
        for (const char* taken : {"11:00", "13:15", "16:45"}) {
            QVERIFY2(!times.contains(u(taken)), taken);
        }
        QVERIFY(times.contains(u("12:00")) && times.contains(u("15:30")));
        // Somebody changes the book: the keyboard stays where it is.
        const QString last = time();
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(200);
        QTest::keyClick(&f.view, Qt::Key_Up);
        QVERIFY(time() < last && time() > u("12:00"));
        while (time() != u("12:00")) {
            QTest::keyClick(&f.view, Qt::Key_Up);
        }
        QTest::keyClick(&f.view, aside);
        QVERIFY2(f.view.accessibleDescription().contains(ui::bookwords::doctor(all, u("adar"))),
                 qPrintable(f.view.accessibleDescription()));
        QTest::keyClick(&f.view, aside == Qt::Key_Left ? Qt::Key_Right : Qt::Key_Left);
        while (time() != u("12:00")) {
            QTest::keyClick(&f.view, time() < u("12:00") ? Qt::Key_Down : Qt::Key_Up);
        }
        QTest::keyClick(&f.view, Qt::Key_Return);
        f.part("visitConfirm")->click();
        QVERIFY(visitsOf(f.desk, u("p1")).contains(u("2026-03-05T12:00 levi filling")));
    }

    void theLanguageChangesWhileOneLooksForSomebody()
    {
        Pane f;
        f.pressTime(0, 12 * 60);
        auto* search = f.part<QLineEdit>("cardSearch");
        search->setText(u("איתי"));
        const QString before = search->placeholderText() + search->accessibleName();
        auto preferences = f.window.preferences();
        preferences.language = domain::Language::Hebrew;
        f.window.setPreferences(preferences);
        QTest::qWait(20);
        QCOMPARE(search->text(), u("איתי"));
        static const QRegularExpression latin(u("[a-z]{3}"));
        for (const auto* label :
             search->window()->findChild<QPushButton*>(u("whoBack"))->parent()->findChildren<QLabel*>()) {
            QVERIFY2(!label->text().contains(latin), qPrintable(label->text()));
        }
        const QString after = search->placeholderText() + search->accessibleName();
        QVERIFY2(!after.contains(latin) && after != before, qPrintable(after));
    }

    /// Each reading builds the card anew.
    void theKeyboardStaysOnTheCard()
    {
        Pane f;
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        QTRY_VERIFY(f.pane.findChild<ui::CardView*>() != nullptr);
        const QPointer<ui::CardView> card = f.pane.findChild<ui::CardView*>();
        card->findChild<QPushButton*>(u("newVisit"))->setFocus();
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_VERIFY(card.isNull());
        QVERIFY(QApplication::focusWidget() != nullptr);
        QCOMPARE(QApplication::focusWidget()->objectName(), u("newVisit"));
    }

    void whatMovesKeepsItsLength()
    {
        Pane f;
        const auto& visit = f.entryOf(u("Yossi Avraham")).visit;
        f.pane.place(
            {{ui::namesOf(f.desk.book().all.doctors, f.desk.book().all.treatments), visit.patient, u("Yossi")}, visit});
        f.pressTime(1, 12 * 60 + 30);
        f.part("visitConfirm")->click();
        const auto& moved = f.entryOf(u("Yossi Avraham"));
        QCOMPARE(moved.doctor, u("adar"));
        QCOMPARE(moved.start.time.secsTo(moved.end.time), 45 * 60);
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(f.view.current(), -1);
    }

    void aCardIsDraggedIntoTheBook()
    {
        Pane f;
        f.press(Qt::CTRL | Qt::Key_1);
        const auto names = ui::namesOf(f.desk.book().all.doctors, f.desk.book().all.treatments);
        ui::PlacingMime mime(ui::Placing{{names, u("p2"), u("Itay Cohen"), {}, u("checkup")}, {}});
        // Over the day book in the rail it opens.
        auto* rail = f.window.findChild<ui::Rail*>();
        const auto buttons = rail->findChildren<QToolButton*>();
        auto* book = *std::ranges::find_if(buttons, [](const QToolButton* one) { return one->acceptDrops(); });
        QDragEnterEvent enter({5, 5}, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(book, &enter);
        QVERIFY(enter.isAccepted());
        QTRY_VERIFY(f.pane.isVisible());
        QVERIFY(book->isChecked());
        const QPoint at = f.view.pointOf(0, 15 * 60 + 30);
        QDragEnterEvent over(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &over);
        QDragMoveEvent move(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &move);
        QVERIFY(over.isAccepted() && move.isAccepted());
        QDropEvent drop(at, Qt::MoveAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &drop);
        QVERIFY(f.desk.book().references.isEmpty());
        f.part("visitConfirm")->click();
        QVERIFY(visitsOf(f.desk, u("p2")).contains(u("2026-03-05T15:30 levi checkup")));
    }

    void onlyVisitsAreDropped()
    {
        Pane f;
        QMimeData text;
        text.setText(u("12:00"));
        QDragEnterEvent enter(f.view.pointOf(0, 12 * 60), Qt::MoveAction, &text, Qt::LeftButton, {});
        QCoreApplication::sendEvent(f.view.viewport(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void aChipIsPressedOrTaken()
    {
        ui::DragChip chip(u("Move…"));
        chip.resize(80, 24);
        chip.show();
        QSignalSpy clicked(&chip, &ui::DragChip::clicked);
        QSignalSpy dragged(&chip, &ui::DragChip::dragged);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, {10, 10});
        QCOMPARE(clicked.size(), 1);
        QTest::mousePress(&chip, Qt::LeftButton, {}, {10, 10});
        QMouseEvent far(QEvent::MouseMove, QPointF(60, 10), chip.mapToGlobal(QPointF(60, 10)), Qt::NoButton,
                        Qt::LeftButton, {});
        QCoreApplication::sendEvent(&chip, &far);
        QTest::mouseRelease(&chip, Qt::LeftButton, {}, {60, 10});
        QCOMPARE(dragged.size(), 1);
        QCOMPARE(clicked.size(), 1);
    }

    /// Who comes next is more than a name: allergies, what is owed, and where one writes with them.
    void aVisitLeadsToItsPatient()
    {
        Pane f;
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        auto* card = f.pane.findChild<ui::CardView*>();
        QVERIFY(card != nullptr);
        QStringList words;
        for (const auto* label : card->findChildren<QLabel*>()) {
            words << domain::withoutIsolates(label->text());
        }
        const QString said = words.join(QLatin1Char('\n'));
        QVERIFY2(said.contains(u("Born 2.11.2016")) && said.contains(u("054-123-4567")), qPrintable(said));
        QVERIFY(card->findChild<QPushButton*>(u("makeCode")) == nullptr); // not the place for it
        QVERIFY(f.part("openOffer")->isVisible());
        f.part("openOffer")->click();
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Booking));
        QVERIFY(f.inbox.isVisible());
    }

    void ofSeveralConversationsOneIsChosen()
    {
        Pane f;
        f.desk.fakePatientCards().writes[u("p2")] = {f.desk.at({FakeDesk::Booking}), f.desk.at({FakeDesk::Mine})};
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        f.part("openOffer")->click();
        auto* menu = f.pane.findChild<QMenu*>(u("whichConversation"));
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions()[1]->trigger();
        menu->close();
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Mine));
    }

    void whoHasNoCardShowsTheVisitAlone()
    {
        Pane f;
        f.view.setCurrent(f.shown(u("Yossi Avraham")));
        QVERIFY(f.pane.findChild<ui::CardView*>() == nullptr);
        QVERIFY(!f.part("openOffer")->isVisible() && f.part("moveVisit")->isVisible());
        // And the card before is no answer for this one.
        f.view.setCurrent(f.shown(u("Itay Cohen")));
        QVERIFY(f.pane.findChild<ui::CardView*>() != nullptr);
        f.view.setCurrent(f.shown(u("Yossi Avraham")));
        QVERIFY(f.pane.findChild<ui::CardView*>() == nullptr);
    }
};

QTEST_MAIN(TestUiBookPlacing)
#include "test_ui_bookplacing.moc"
