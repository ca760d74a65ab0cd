// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/fakeshifts.h"
#include "ui/shifts/endshift.h"
#include "ui/shifts/sheetbook.h"
#include "ui/shifts/sheetdocument.h"
#include "ui/shifts/shiftbar.h"
#include "ui/shifts/shiftbutton.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/shifts/shiftwords.h"
#include "ui/signin/signinpane.h"
#include "ui/window/rail.h"
#include "ui/windowfixture.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextEdit>
#include <QUrl>

using namespace delpek;
using namespace std::chrono_literals;
using domain::Fate;
using test::FakeDesk;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

struct ShiftFixture : WindowFixture {
    explicit ShiftFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , shifts(desk.fakeShifts())
        , bar(*window.findChild<ui::ShiftBar*>())
    {
        shifts.clear();
        QTRY_VERIFY(bar.isVisible());
    }

    void keys(const QKeySequence& keys)
    {
        // A dialog was in front.
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        WindowFixture::press(keys);
    }
    void press(const char* name)
    {
        auto* button = shown<QPushButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// Also while one that was closed is still there.
    template <typename Part>
    Part* shown(const char* name)
    {
        const auto all = window.findChildren<Part*>(QLatin1String(name));
        const auto place = std::ranges::find_if(all, [](const Part* part) { return part->isVisible(); });
        return place == all.end() ? nullptr : *place;
    }
    template <typename Dialog>
    Dialog* dialog()
    {
        for (auto* found : window.findChildren<Dialog*>()) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }
    QString menuText()
    {
        auto* menu = window.findChild<ui::ShiftButton*>()->menu();
        Q_EMIT menu->aboutToShow();
        QStringList all;
        for (const auto* action : menu->actions()) {
            if (!action->isSeparator()) {
                all << action->text();
            }
        }
        return plain(all.join(QLatin1Char('|')));
    }
    QString sheet(const char* name = "sheetView") { return plain(shown<QTextBrowser>(name)->toPlainText()); }
    QComboBox* fate(ui::EndShift& form, size_t which)
    {
        const auto all = form.findChildren<QComboBox*>();
        return size_t(all.size()) > which ? all[int(which)] : nullptr;
    }

    static QString plain(QString text)
    {
        text.remove(QChar(0x2068)).remove(QChar(0x2069));
        return text;
    }

    test::FakeShifts& shifts;
    ui::ShiftBar& bar;
};

/// What this test's person holds.
void hold(FakeDesk& desk, FakeDesk::Demo which, domain::AuthorKind last = domain::AuthorKind::Staff)
{
    auto& c = desk.at({which});
    c.holder = {domain::HolderKind::Staff, desk.staffName()};
    c.needsPerson = false;
    c.unread = last == domain::AuthorKind::Patient ? 2 : 0;
    c.previewAuthor = last;
    c.urgency = domain::Urgency::Routine;
}

} // namespace

/// Shifts in the window: the offer, the end with its sheet, reading those of others.
class TestUiShifts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShiftIsOfferedOnce()
    {
        ShiftFixture f;
        QCOMPARE(f.bar.text(), QStringLiteral("You are not on shift, and nobody else is."));
        f.shifts.onShift(QStringLiteral("Dana"), 2h);
        f.shifts.tell();
        QTRY_VERIFY(ShiftFixture::plain(f.bar.text()).contains(QStringLiteral("On shift: Dana since ")));
        f.press("shiftLater");
        QVERIFY(!f.bar.isVisible());
        f.shifts.tell();
        QTest::qWait(80);
        QVERIFY(!f.bar.isVisible());
        // Still begun by the menu and by the keys.
        QVERIFY(f.menuText().contains(QStringLiteral("Begin my shift")));
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
        QTRY_VERIFY(f.shifts.own() != nullptr);
        QTRY_VERIFY(f.menuText().contains(QStringLiteral("End my shift…")));
        QVERIFY(f.menuText().contains(QStringLiteral("Dana since ")));
        QCOMPARE(f.window.findChild<ui::ShiftButton*>()->text(), QStringLiteral("On shift"));
    }

    void whoWantsNoOfferGetsNone()
    {
        ShiftFixture f;
        auto& keeper = *f.window.findChild<ui::ShiftKeeper*>();
        keeper.setOffering(false);
        QVERIFY(!f.bar.isVisible());
        keeper.restart();
        QTest::qWait(50);
        QVERIFY(!f.bar.isVisible());
        keeper.setOffering(true);
        QVERIFY(f.bar.isVisible());
    }

    void whoBeginsReadsWhatWasLeft()
    {
        ShiftFixture f;
        const auto older = f.shifts.ended(QStringLiteral("Dana"), 20h, QStringLiteral("The lab brings two crowns."));
        const auto newer = f.shifts.ended(QStringLiteral("Noa"), 1h, QStringLiteral("Printer <empty>\nAsk Yossi"));
        f.shifts.tell();
        f.press("shiftAct");
        QTRY_VERIFY(f.dialog<ui::SheetBook>());
        auto* list = f.window.findChild<QListWidget*>(QStringLiteral("sheetList"));
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->currentRow(), 0);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("Not read yet")));
        QVERIFY2(f.sheet().contains(QStringLiteral("Printer <empty>")), qPrintable(f.sheet()));
        QVERIFY(f.sheet().contains(QStringLiteral("Waiting for a person")));
        QVERIFY(f.sheet().contains(QStringLiteral("Conversations with unread messages: 4")));
        f.press("sheetRead");
        QTRY_VERIFY(f.shifts.read.contains(newer));
        QTRY_VERIFY(!list->item(0)->text().contains(QStringLiteral("Not read yet")));
        QVERIFY(!f.window.findChild<QPushButton*>(QStringLiteral("sheetRead"))->isVisible());
        list->setCurrentRow(1);
        QVERIFY(f.sheet().contains(QStringLiteral("The lab brings")));
        // Left unread: the bar goes on saying so.
        f.dialog<ui::SheetBook>()->reject();
        QVERIFY(!f.shifts.read.contains(older));
        QTRY_VERIFY(ShiftFixture::plain(f.bar.text()).startsWith(QStringLiteral("Dana left a hand-over sheet")));
        f.press("shiftAct");
        QTRY_VERIFY(f.dialog<ui::SheetBook>());
        f.press("sheetRead");
        QTRY_VERIFY(f.shifts.read.contains(older));
        f.dialog<ui::SheetBook>()->reject();
        QTRY_VERIFY(!f.bar.isVisible());
    }

    void whatWasNotedStandsOnTheSheet()
    {
        ShiftFixture f;
        const auto id = f.shifts.ended(QStringLiteral("Dana"), 1h, {});
        f.shifts.note(id, {FakeDesk::Doctor}, QStringLiteral("Asks for <b>Tuesday</b>\nor Thursday"));
        f.shifts.note(id, {FakeDesk::Doctor}, QStringLiteral("Her son comes along"));
        f.shifts.notes[id].back().isShortened = true;
        f.shifts.tell();
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
        QTRY_VERIFY(f.dialog<ui::SheetBook>());
        const auto said = f.sheet().section(QStringLiteral("Internal notes of this shift"), 1);
        QVERIFY2(said.contains(QStringLiteral("Asks for <b>Tuesday</b>")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("or Thursday")));
        QVERIFY(said.contains(QStringLiteral("Her son comes along…")));
        const auto name = ShiftFixture::plain(ui::words::title(f.desk.at({FakeDesk::Doctor})));
        QCOMPARE(said.count(name), 1);
        QVERIFY(!said.contains(QStringLiteral("There are more")));
        QVERIFY(f.shown<QTextBrowser>("sheetView")
                    ->toHtml()
                    .contains(QStringLiteral("conversation:%1").arg(qint64(FakeDesk::Doctor))));
    }

    void whoEndsAShiftSeesTheNotesThatGoAlong()
    {
        ShiftFixture f;
        const auto id = f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.note(id, {FakeDesk::Doctor}, QStringLiteral("Asks for Tuesday"));
        f.shifts.tell();
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        QVERIFY(f.sheet("shiftRest").contains(QStringLiteral("Asks for Tuesday")));
    }

    /// A name that was corrected: the shift is read anew under it.
    void whoIsRenamedIsStillOnShift()
    {
        ShiftFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Rivka);
        f.shifts.onShift(f.desk.staffName(), 1h);
        f.shifts.tell();
        QTRY_VERIFY(!f.bar.isVisible());
        f.shifts.all.front().person = QStringLiteral("רבקה מזרחי");
        f.shifts.tell();
        QTRY_VERIFY(f.bar.isVisible()); // read before the desk knew
        f.desk.signIn().rename(QStringLiteral("רבקה מזרחי"));
        QTRY_VERIFY(!f.bar.isVisible());
    }

    void aNameOnTheSheetLeadsToTheConversation()
    {
        ShiftFixture f;
        f.shifts.ended(QStringLiteral("Dana"), 1h, {});
        f.shifts.tell();
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
        QTRY_VERIFY(f.dialog<ui::SheetBook>());
        auto* view = f.window.findChild<QTextBrowser*>(QStringLiteral("sheetView"));
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("https://example.com/")));
        QVERIFY(f.dialog<ui::SheetBook>());
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("conversation:%1").arg(qint64(FakeDesk::Doctor))));
        QTRY_VERIFY(!f.dialog<ui::SheetBook>());
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Doctor));
    }

    void eachConversationIsHandedOn()
    {
        ShiftFixture f;
        f.shifts.onShift(f.desk.staffName(), 3h);
        for (qint64 id = FakeDesk::Booking; id <= FakeDesk::Files; ++id) {
            auto& c = f.desk.at({id});
            if (c.holder.name == f.desk.staffName()) {
                c.holder = {};
            }
        }
        hold(f.desk, FakeDesk::Booking);
        hold(f.desk, FakeDesk::Mixed, domain::AuthorKind::Patient);
        hold(f.desk, FakeDesk::Long);
        f.shifts.tell();
        QTRY_VERIFY(!f.bar.isVisible());
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        auto& form = *f.dialog<ui::EndShift>();
        QCOMPARE(form.findChildren<QComboBox*>().size(), 3);
        int toAgent = 0;
        for (auto* combo : form.findChildren<QComboBox*>()) {
            toAgent += combo->currentData().toInt() == int(Fate::ToAgent);
        }
        QCOMPARE(toAgent, 2); // what is answered
        auto* keep = f.fate(form, 0);
        keep->setCurrentIndex(keep->findData(int(Fate::Kept)));
        auto* text = f.shown<QTextEdit>("shiftWords");
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("Ask Yossi"));
        QTRY_COMPARE(f.shifts.own()->words, QStringLiteral("Ask Yossi")); // a crash now costs nothing
        QVERIFY(!f.sheet("shiftRest").contains(QStringLiteral("Conversations of the person")));
        f.press("endShift");
        QTRY_VERIFY(f.shifts.own() == nullptr);
        QCOMPARE(f.shifts.ends.size(), size_t(1));
        const auto& end = f.shifts.ends.front();
        QCOMPARE(end.words, QStringLiteral("Ask Yossi"));
        QCOMPARE(end.fates.size(), size_t(3));
        QCOMPARE(std::ranges::count_if(end.fates, [](const auto& one) { return one.second == Fate::Kept; }), 1);
        QCOMPARE(end.fates.at({FakeDesk::Mixed}), Fate::ToAnyone);
        QTRY_VERIFY(!f.dialog<ui::EndShift>());
        QTRY_COMPARE(f.window.findChild<ui::ShiftButton*>()->text(), QStringLiteral("Off shift"));
        QVERIFY(!f.bar.isVisible()); // who went is not asked to begin
    }

    void wordsStayWhenTheShiftGoesOn()
    {
        ShiftFixture f;
        f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.tell();
        QTRY_VERIFY(!f.bar.isVisible());
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        QTest::keyClicks(f.shown<QTextEdit>("shiftWords"), QStringLiteral("Half"));
        f.press("stayOnShift");
        QTRY_VERIFY(!f.window.findChild<ui::EndShift*>());
        QCOMPARE(f.shifts.own()->words, QStringLiteral("Half"));
        QVERIFY(f.shifts.ends.empty());
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        QCOMPARE(f.shown<QTextEdit>("shiftWords")->toPlainText(), QStringLiteral("Half"));
    }

    void aFailureLeavesTheFormOpen()
    {
        ShiftFixture f;
        f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.tell();
        QTRY_VERIFY(!f.bar.isVisible());
        f.keys(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        f.shifts.failure = Error{ErrorCode::Conflict, QStringLiteral("shift.none"), {}};
        f.press("endShift");
        auto* trouble = f.dialog<ui::EndShift>()->findChild<QLabel*>(QStringLiteral("formTrouble"));
        QTRY_VERIFY(trouble->isVisible());
        QVERIFY(trouble->text().contains(QStringLiteral("not open any more")));
        f.shifts.failure.reset();
        f.press("endShift");
        QTRY_VERIFY(f.shifts.own() == nullptr);
    }

    void aForgottenShiftIsToldOf()
    {
        ShiftFixture f;
        f.shifts.onShift(f.desk.staffName(), 20h);
        f.shifts.tell();
        QTRY_VERIFY(f.bar.text().contains(QStringLiteral("Was it forgotten?")));
        f.press("shiftAct");
        QTRY_VERIFY(f.bar.text().contains(QStringLiteral("was still open")));
        QCOMPARE(f.shifts.all.size(), size_t(2));
        QVERIFY(f.shifts.all.front().wasForgotten);
        f.press("shiftLater");
        QVERIFY(!f.bar.isVisible());
    }

    void whoSignsOutOnShiftIsAsked()
    {
        ShiftFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Rivka);
        f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.tell();
        auto& keeper = *f.window.findChild<ui::ShiftKeeper*>();
        QTRY_VERIFY(keeper.state().own);
        auto& rail = *f.window.findChild<ui::Rail*>();
        const auto box = [&] { return f.window.findChild<QMessageBox*>(QStringLiteral("askAboutShift")); };
        const auto answer = [&](const QString& text) {
            for (auto* button : box()->buttons()) {
                if (button->text().remove(QLatin1Char('&')) == text) {
                    return button->click();
                }
            }
            QFAIL(qPrintable(text));
        };
        Q_EMIT rail.signOutWanted();
        QTRY_VERIFY(box());
        answer(QStringLiteral("Cancel"));
        QTRY_VERIFY(!box());
        QVERIFY(f.desk.signIn().state().entry == desk::Entry::SignedIn);
        Q_EMIT rail.signOutWanted();
        QTRY_VERIFY(box());
        answer(QStringLiteral("End my shift…"));
        QTRY_VERIFY(f.dialog<ui::EndShift>());
        QVERIFY(f.desk.signIn().state().entry == desk::Entry::SignedIn);
        f.press("endShift");
        QTRY_VERIFY(f.desk.signIn().state().entry == desk::Entry::SignedOut);
        QVERIFY(f.shifts.own() == nullptr);
        // Who comes next is offered a shift.
        f.desk.signIn().admit(FakeSignIn::Dana);
        QTRY_VERIFY(f.bar.isVisible());
    }

    void aShiftMayGoOnOverASignOut()
    {
        ShiftFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Rivka);
        f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.tell();
        QTRY_VERIFY(f.window.findChild<ui::ShiftKeeper*>()->state().own);
        Q_EMIT f.window.findChild<ui::Rail*>()->signOutWanted();
        auto* box = f.window.findChild<QMessageBox*>(QStringLiteral("askAboutShift"));
        QVERIFY(box);
        box->buttons()[1]->click();
        QTRY_VERIFY(f.desk.signIn().state().entry != desk::Entry::Locked);
    }

    void whoClosesTheWindowOnShiftIsAsked()
    {
        ShiftFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Rivka);
        f.shifts.onShift(f.desk.staffName(), 3h);
        f.shifts.tell();
        QTRY_VERIFY(f.window.findChild<ui::ShiftKeeper*>()->state().own);
        QVERIFY(!f.window.close());
        auto* box = f.window.findChild<QMessageBox*>(QStringLiteral("askAboutShift"));
        QVERIFY(box);
        const auto buttons = box->buttons();
        const auto goOn = std::ranges::find_if(buttons, [](const QAbstractButton* button) {
            return button->text().remove(QLatin1Char('&')) == QStringLiteral("Close, it goes on");
        });
        QVERIFY(goOn != buttons.end());
        (*goOn)->click();
        QTRY_VERIFY(!f.window.isVisible());
    }

    void whatALineSays_data()
    {
        QTest::addColumn<domain::SheetLine>("line");
        QTest::addColumn<bool>("isLeft");
        QTest::addColumn<QString>("text");
        using domain::LineKind;
        const auto at = FakeDesk().now();
        QTest::newRow("escalation") << domain::SheetLine{.kind = LineKind::Escalation,
                                                         .conversation = {1},
                                                         .moment = at - 90min,
                                                         .urgency = domain::Urgency::Emergency}
                                    << true << QStringLiteral("Emergency · open for 1 h 30 min · nobody is on it yet");
        QTest::newRow("somebody is on it")
            << domain::SheetLine{.kind = LineKind::Escalation,
                                 .conversation = {1},
                                 .moment = at - 5min,
                                 .who = QStringLiteral("Dr. Levi"),
                                 .urgency = domain::Urgency::DoctorRequired}
            << false << QStringLiteral("Needs the doctor · open for 5 min · Dr. Levi is on it · seen to since");
        QTest::newRow("kept") << domain::SheetLine{.kind = LineKind::Held, .conversation = {1}, .number = 1} << true
                              << QStringLiteral("1 unread message · stays with Dana");
        QTest::newRow("given back") << domain::SheetLine{.kind = LineKind::Held,
                                                         .conversation = {1},
                                                         .fate = Fate::ToAgent}
                                    << true << QStringLiteral("back with the agent");
        QTest::newRow("waits") << domain::SheetLine{.kind = LineKind::Waiting,
                                                    .conversation = {1},
                                                    .moment = at - 40min,
                                                    .number = 2}
                               << true << QStringLiteral("waits for 40 min · 2 unread messages");
        QTest::newRow("unsent") << domain::SheetLine{.kind = LineKind::Unsent, .conversation = {1}, .number = 2} << true
                                << QStringLiteral("2 messages");
        QTest::newRow("put off") << domain::SheetLine{.kind = LineKind::PutOff, .conversation = {1}, .moment = at + 24h}
                                 << true << QStringLiteral("comes back tomorrow at 10:30");
    }
    void whatALineSays()
    {
        QFETCH(domain::SheetLine, line);
        QFETCH(bool, isLeft);
        FakeDesk desk;
        ui::applyLanguage(*qApp, domain::Language::English);
        ui::applyZone(*qApp, desk.zone());
        domain::Shift shift{{1}, QStringLiteral("Dana"), desk.now() - 6h};
        shift.endedAt = desk.now();
        const desk::SheetRow row{line, desk.at({FakeDesk::Booking}), isLeft};
        QTEST(ShiftFixture::plain(ui::words::lineFacts(row, shift, desk.now())), "text");
    }

    /// On paper it reads from the right in Hebrew, and no name leads anywhere.
    void onPaper()
    {
        ShiftFixture f(domain::Language::Hebrew);
        const auto id = f.shifts.ended(QStringLiteral("דנה"), 1h, QStringLiteral("המדפסת\nThe lab"));
        QTextDocument document;
        ui::fillSheetDocument(document, f.shifts.sheet(id).result().value(), f.desk.now(), {});
        QCOMPARE(document.defaultTextOption().textDirection(), Qt::RightToLeft);
        QVERIFY(document.toPlainText().contains(QStringLiteral("המדפסת")));
        QVERIFY(!document.toHtml().contains(QStringLiteral("href")));
    }
};

QTEST_MAIN(TestUiShifts)
#include "test_ui_shifts.moc"
