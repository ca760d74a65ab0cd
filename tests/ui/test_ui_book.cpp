// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/book/bookprint.h"
#include "ui/bookfixture.h"
#include "ui/side/sidepane.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>

using namespace delpek;
using desk::BookEntry;
using domain::Language;
using Pane = test::BookFixture;
using test::FakeDesk;

namespace
{

BookEntry entry(const char* from, const char* to, const char* doctor = "levi")
{
    BookEntry made;
    made.doctor = QString::fromLatin1(doctor);
    made.start = domain::LocalTime::fromText(QString::fromLatin1(from));
    made.end = domain::LocalTime::fromText(QString::fromLatin1(to));
    return made;
}

} // namespace

/// The day book: what it shows, and what can be done in it.
class TestUiBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesThatMeetShareTheWidth()
    {
        desk::DayBook book = test::FakeBook().all;
        book.first = book.last = QDate(2026, 3, 5);
        book.entries = {entry("2026-03-05T09:00", "2026-03-05T10:00"), entry("2026-03-05T09:30", "2026-03-05T10:30"),
                        entry("2026-03-05T10:00", "2026-03-05T10:15"), entry("2026-03-05T10:30", "2026-03-05T11:00")};
        const auto grid = ui::gridOf(book, ui::BookSpan::Day, {});
        QCOMPARE(grid.columns.size(), size_t(3));
        QStringList lanes;
        for (const auto& placed : grid.placed) {
            lanes << QStringLiteral("%1/%2").arg(placed.lane).arg(placed.lanes);
        }
        QCOMPARE(lanes, (QStringList{QStringLiteral("0/2"), QStringLiteral("1/2"), QStringLiteral("0/2"),
                                     QStringLiteral("0/1")}));
    }

    void theSheetReachesAsFarAsThereIsWork()
    {
        desk::DayBook book = test::FakeBook().all;
        book.first = book.last = QDate(2026, 3, 5);
        book.entries = {entry("2026-03-05T19:10", "2026-03-05T19:40")};
        auto grid = ui::gridOf(book, ui::BookSpan::Day, {});
        QCOMPARE(grid.from, 8 * 60);
        QCOMPARE(grid.to, 20 * 60);
        book.closed = {book.first};
        book.entries.clear();
        grid = ui::gridOf(book, ui::BookSpan::Day, {});
        QVERIFY(grid.columns.front().open.empty());
        QVERIFY(grid.from < grid.to);
    }

    void aVisitBeginsWhereNothingStands_data()
    {
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("isFree");
        QTest::newRow("before the doctor comes") << 7 * 60 + 45 << false;
        QTest::newRow("the first") << 8 * 60 << true;
        QTest::newRow("ends where one begins") << 8 * 60 + 45 << true;
        QTest::newRow("where one begins") << 9 * 60 << false;
        QTest::newRow("within") << 9 * 60 + 15 << false;
        QTest::newRow("one ends in it") << 9 * 60 + 30 << false;
        QTest::newRow("after it") << 9 * 60 + 45 << true;
        QTest::newRow("the break") << 13 * 60 << false;
    }
    void aVisitBeginsWhereNothingStands()
    {
        QFETCH(int, minute);
        QFETCH(bool, isFree);
        desk::DayBook book = test::FakeBook().all;
        book.first = book.last = QDate(2026, 3, 5);
        book.entries = {entry("2026-03-05T09:00", "2026-03-05T09:40")};
        const auto grid = ui::gridOf(book, ui::BookSpan::Day, {});
        QCOMPARE(ui::isFree(grid, 0, minute), isFree);
    }

    void aTimeOffThatLastsForDaysCoversEach()
    {
        desk::DayBook book = test::FakeBook().all;
        std::tie(book.first, book.last) = ui::shownDays(ui::BookSpan::Week, QDate(2026, 3, 5));
        QCOMPARE(book.first, QDate(2026, 3, 1));
        QCOMPARE(book.last, QDate(2026, 3, 7));
        auto away = entry("2026-03-03T12:00", "2026-03-05T00:00", "");
        away.kind = BookEntry::Kind::Away;
        book.entries = {away};
        const auto grid = ui::gridOf(book, ui::BookSpan::Week, QStringLiteral("levi"));
        QCOMPARE(grid.columns.size(), size_t(6)); // nobody works on Saturday
        QCOMPARE(grid.placed.size(), size_t(2));
        QCOMPARE(grid.placed[0].column, 2);
        QCOMPARE(grid.placed[0].from, 12 * 60);
        QCOMPARE(grid.placed[1].to, 24 * 60);
    }

    void aVisitIsDraggedToAnotherTime_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("en") << Language::English;
        QTest::newRow("he") << Language::Hebrew;
    }
    void aVisitIsDraggedToAnotherTime()
    {
        QFETCH(Language, language);
        Pane f(language);
        f.drag(QStringLiteral("Yossi Avraham"), 1, 12 * 60 + 30);
        QVERIFY(f.desk.book().references.isEmpty()); // not before somebody said yes
        QVERIFY(f.part("visitConfirm")->isVisible());
        f.part("visitConfirm")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        const auto& moved = f.entryOf(QStringLiteral("Yossi Avraham"));
        QCOMPARE(moved.doctor, QStringLiteral("adar"));
        QCOMPARE(moved.start.toText(), QStringLiteral("2026-03-05T12:30"));
        QVERIFY(!f.part("visitConfirm")->isVisible());
    }

    void aTakenTimeIsRefusedWithTheReason()
    {
        Pane f;
        f.drag(QStringLiteral("Yossi Avraham"), 0, 11 * 60);
        f.part("visitConfirm")->click();
        QCOMPARE(f.problem(), QStringLiteral("This time has just been taken. Choose another one."));
        QCOMPARE(f.entryOf(QStringLiteral("Yossi Avraham")).start.toText(), QStringLiteral("2026-03-05T14:30"));
        QVERIFY(f.desk.book().references.isEmpty());
        f.part("visitBack")->click();
        QCOMPARE(f.problem(), QString());
    }

    void theSameDecisionIsTriedUnderTheSameReference()
    {
        Pane f;
        f.drag(QStringLiteral("Yossi Avraham"), 1, 12 * 60 + 30);
        f.desk.book().failure = Error{ErrorCode::Timeout, {}, {}};
        f.part("visitConfirm")->click();
        QVERIFY(!f.problem().isEmpty());
        f.desk.book().failure.reset();
        f.part("visitConfirm")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QVERIFY(f.desk.book().references.front().startsWith(QLatin1String("desk:")));
    }

    void whatBeganStaysWhereItWas()
    {
        Pane f;
        f.drag(QStringLiteral("Olga Petrov"), 0, 16 * 60);
        QVERIFY(!f.part("visitConfirm")->isVisible());
        QVERIFY(!f.part("moveVisit")->isVisible());
        f.view.setCurrent(f.shown(QStringLiteral("Yossi Avraham")));
        QVERIFY(f.part("moveVisit")->isVisible());
    }

    /// What could only be refused is not offered.
    void whoMayNotChangeTheBookOnlyReadsIt()
    {
        Pane f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(test::FakeSignIn::Staff::Noa); // auditor
        QTest::qWait(50);
        Pane::Shown now(f);
        f.drag(now.view, QStringLiteral("Yossi Avraham"), 1, 12 * 60 + 30);
        QVERIFY(!now.part("visitConfirm")->isVisible());
        QVERIFY(!now.part("moveVisit")->isVisible() && !now.part("newBookVisit")->isVisible());
        QTest::mouseClick(now.view.viewport(), Qt::LeftButton, {}, now.view.pointOf(0, 12 * 60));
        QVERIFY(!now.part("whoBack")->isVisible());
    }

    void aBookOutOfACacheTakesNoChange()
    {
        Pane f;
        f.desk.book().all.asOf = f.desk.now();
        f.pane.showDate(f.pane.date());
        f.drag(QStringLiteral("Yossi Avraham"), 1, 12 * 60 + 30);
        QVERIFY(!f.part("visitConfirm")->isVisible());
        QVERIFY(!f.part("moveVisit")->isVisible());
        QVERIFY(f.problem().contains(QLatin1String("As of")));
    }

    void whatIsOfferedLeadsToItsConversation()
    {
        Pane f;
        const auto& entries = f.view.book().entries;
        const auto held = std::ranges::find(entries, BookEntry::Kind::Held, &BookEntry::kind);
        f.view.setCurrent(int(held - entries.begin()));
        QVERIFY(domain::withoutIsolates(f.view.accessibleDescription())
                    .contains(QStringLiteral("Offered to נועה כהן · Filling · held until")));
        QVERIFY(!f.part("moveVisit")->isVisible());
        f.pane.showDate(f.pane.date()); // read again, as with every change
        QVERIFY(f.part("openOffer")->isVisible());
        f.part("openOffer")->click();
        QVERIFY(f.inbox.isVisible());
        QCOMPARE(f.inbox.current().value, 1);
    }

    void cancellingAsksFirst()
    {
        Pane f;
        f.view.setCurrent(f.shown(QStringLiteral("Yossi Avraham")));
        f.part("cancelVisit")->click();
        QVERIFY(f.part("visitBack")->hasFocus());
        QVERIFY(f.desk.book().references.isEmpty());
        f.part("visitConfirm")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QCOMPARE(f.shown(QStringLiteral("Yossi Avraham")), int(f.view.book().entries.size()));
    }

    void anotherTimeIsPickedFromThoseThatAreFree()
    {
        Pane f;
        f.view.setCurrent(f.shown(QStringLiteral("Yossi Avraham")));
        f.part("moveVisit")->click();
        auto* slots = f.part<QListWidget>("slots");
        QVERIFY(slots->count() > 3);
        slots->setCurrentRow(1);
        f.part("pickSlot")->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QVERIFY(!slots->isVisible());
    }

    void theArrowsGoFromVisitToVisit()
    {
        Pane f;
        f.view.setFocus();
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.view.book().entries[size_t(f.view.current())].name.en, QStringLiteral("David Mizrahi"));
        QTest::keyClick(&f.view, Qt::Key_Down);
        QCOMPARE(f.view.book().entries[size_t(f.view.current())].name.en, QStringLiteral("Olga Petrov"));
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.view.book().entries[size_t(f.view.current())].name.en, QStringLiteral("Rachel Shapira-Goldstein"));
        QTest::keyClick(&f.view, Qt::Key_Escape);
        QCOMPARE(f.view.current(), -1);
    }

    void itFollowsTheBook()
    {
        Pane f;
        const int before = f.desk.book().reads;
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_COMPARE(f.desk.book().reads, before + 1);
        f.press(Qt::CTRL | Qt::Key_1);
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(50);
        QCOMPARE(f.desk.book().reads, before + 1); // nobody looks
    }

    void aVisitIsBookedBesideTheConversation()
    {
        Pane f;
        f.press(Qt::CTRL | Qt::Key_1);
        f.open(FakeDesk::Booking);
        f.window.findChild<QPushButton*>(QStringLiteral("newVisit"))->click();
        auto* side = f.window.findChild<ui::SidePane*>();
        auto* slots = side->findChild<QListWidget*>(QStringLiteral("slots"));
        QTRY_VERIFY(slots->isVisible());
        side->findChild<QPushButton*>(QStringLiteral("pickSlot"))->click();
        QCOMPARE(f.desk.book().references.size(), 1);
        QVERIFY(!slots->isVisible());
    }

    void itGoesOnPaper()
    {
        Pane f(Language::Hebrew);
        QTextDocument document;
        ui::fillBookDocument(document, f.view.book());
        const QString text = domain::withoutIsolates(document.toPlainText());
        QVERIFY(text.contains(QStringLiteral("יוסי אברהם")));
        QVERIFY(text.contains(QStringLiteral("14:30 – 15:15")));
        QVERIFY(text.contains(QStringLiteral("השתלמות")));
        QCOMPARE(document.defaultTextOption().textDirection(), Qt::RightToLeft);
    }
};

QTEST_MAIN(TestUiBook)
#include "test_ui_book.moc"
