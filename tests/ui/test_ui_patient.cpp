// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/fakepatientcards.h"
#include "ui/patient/cardview.h"
#include "ui/patient/codeform.h"
#include "ui/patient/joinform.h"
#include "ui/patient/newcardform.h"
#include "ui/patient/patientwords.h"
#include "ui/patient/tieform.h"
#include "ui/side/patienttab.h"
#include "ui/windowfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTextDocument>

using namespace delpek;
using test::FakeDesk;

namespace
{

/// The window with a family's phone beside the conversation.
struct Tab : test::WindowFixture {
    explicit Tab(FakeDesk::Demo which = FakeDesk::Booking, domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
        open(which);
        QTest::qWait(20);
    }

    /// Signing in makes it anew.
    ui::PatientTab& tab() { return *window.findChild<ui::PatientTab*>(); }
    std::vector<ui::CardView*> cards()
    {
        const auto all = tab().findChildren<ui::CardView*>();
        return {all.begin(), all.end()};
    }
    ui::CardView& card(size_t index) { return *cards().at(index); }
    static QString words(const QWidget& of)
    {
        QStringList all;
        for (const auto* label : of.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&of)) {
                all << domain::withoutIsolates(label->text());
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    static QPushButton* button(const QWidget& of, const char* name)
    {
        auto* found = of.findChild<QPushButton*>(QLatin1String(name));
        return found != nullptr && found->isVisibleTo(&of) ? found : nullptr;
    }
    QMessageBox* question(const char* name) { return window.findChild<QMessageBox*>(QLatin1String(name)); }
    void answer(const char* name, int which)
    {
        auto* box = question(name);
        QVERIFY(box != nullptr);
        box->buttons().at(which)->click();
        QTest::qWait(20);
    }
    /// Something changed in the records, and the window has read it.
    void tell()
    {
        desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(200);
    }
    void signInAs(domain::Role role)
    {
        using Staff = test::FakeSignIn::Staff;
        desk.signIn().ask();
        desk.signIn().admit(role == domain::Role::Auditor ? Staff::Noa : Staff::Rivka);
        QTest::qWait(50);
        window.findChild<ui::InboxPane*>()->select({FakeDesk::Booking});
        QTest::qWait(20);
    }
};

} // namespace

/// Cards of patients beside a conversation: what they show, joining them, codes for parents.
class TestUiPatient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachOfAFamilyHasACard()
    {
        Tab f;
        QCOMPARE(f.cards().size(), size_t(2));
        const auto mother = Tab::words(f.card(0));
        const auto son = Tab::words(f.card(1));
        QVERIFY(mother.contains(QStringLiteral("Noa Cohen")) && !mother.contains(QStringLiteral("Itay")));
        QVERIFY(mother.contains(QStringLiteral("Born 14.5.1988 · 37 years old")));
        QVERIFY(mother.contains(QStringLiteral("To be paid: ₪280.50")));
        QVERIFY(mother.contains(QStringLiteral("₪280.50 to be paid, due since 24.2.2026")));
        QVERIFY(son.contains(QStringLiteral("Itay Cohen")) && !son.contains(QStringLiteral("₪")));
        QVERIFY(!son.contains(QStringLiteral("Treatment plan")));
        QVERIFY(Tab::words(f.tab()).contains(QStringLiteral("Who writes was found out at 10:00")));
    }

    void thePlanShowsWhatIsNextFirst()
    {
        Tab f;
        const auto said = Tab::words(f.card(0));
        const auto at = [&](const char* text) { return said.indexOf(QString::fromUtf8(text)); };
        QVERIFY(at("Filling · tooth 26 · in progress") >= 0);
        QVERIFY(at("Filling · tooth 26 · in progress") < at("Filling · tooth 36 · planned"));
        // What is done is folded; a person opens it, and it stays open when the card is read anew.
        QCOMPARE(at("Check-up · done"), -1);
        Tab::button(f.card(0), "fold.plan")->click();
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Check-up · done")));
        f.tell();
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Check-up · done")));
    }

    void whoReadsStaysWhereSheIs()
    {
        Tab f;
        for (const char* part : {"fold.plan", "fold.visits", "fold.paid", "fold.notes"}) {
            Tab::button(f.card(0), part)->click();
        }
        auto& bar = *f.tab().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 100);
        bar.setValue(100);
        auto* stands = Tab::button(f.card(0), "fold.notes");
        stands->setFocus();
        bar.setValue(100);
        f.tell();
        QCOMPARE(bar.value(), 100);
        auto* again = Tab::button(f.card(0), "fold.notes");
        QVERIFY(again != stands);
        QCOMPARE(f.window.focusWidget(), again);
        f.open(FakeDesk::Emergency);
        QTest::qWait(20);
        QCOMPARE(bar.value(), 0);
    }

    void aPlannedTreatmentIsBookedFromItsLine()
    {
        Tab f;
        const auto all = f.card(0).findChildren<QPushButton*>(QStringLiteral("bookPlanned"));
        QCOMPARE(all.size(), 2); // not what Odoo calls by a name that is no treatment of ours
        all[0]->click();
        auto* picker = f.tab().parentWidget()->findChild<QFrame*>(QStringLiteral("slotPicker"));
        QVERIFY(picker->isVisible());
        QCOMPARE(picker->findChildren<QComboBox*>().first()->currentData().toString(), QStringLiteral("filling"));
    }

    void earlierVisitsInvoicesAndNotesAreFolded()
    {
        Tab f;
        auto said = Tab::words(f.card(0));
        QVERIFY(said.contains(QStringLiteral("4.11.2025")) && !said.contains(QStringLiteral("29.10.2024")));
        QVERIFY(!said.contains(QStringLiteral("INV/2025/0204")) && !said.contains(QStringLiteral("Paid on")));
        for (const char* part : {"fold.visits", "fold.paid", "fold.notes", "fold.invoice.INV/2026/0031"}) {
            Tab::button(f.card(0), part)->click();
        }
        said = Tab::words(f.card(0));
        for (const char* text : {"29.10.2024", "INV/2025/0204", "Filling, tooth 26: ₪480.50",
                                 "Paid on 10.2.2026: ₪200, card", "שלב ראשון"}) {
            QVERIFY2(said.contains(QString::fromUtf8(text)), text);
        }
    }

    void cardsAreComparedJoinedAndTakenApart()
    {
        Tab f;
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Perhaps the same person: the card of Noa Cohen")));
        Tab::button(f.card(0), "compareCards")->click();
        auto* form = f.window.findChild<ui::JoinForm*>();
        QVERIFY(form->isVisible());
        const auto said = Tab::words(*form);
        for (const char* text : {"latex", "penicillin", "03-555-0144", "054-123-4567", "coming: 1 · past: 4"}) {
            QVERIFY2(said.contains(QString::fromUtf8(text)), text);
        }
        form->findChild<QPushButton*>(QStringLiteral("keepCard0"))->click();
        Tab::button(*form, "joinNow")->click();
        QVERIFY(domain::withoutIsolates(f.question("joinBox")->text())
                    .contains(QStringLiteral(
                        "Join the card of Noa Cohen (born 14.5.1988) into the card of Noa Cohen (born ")));
        QVERIFY(f.desk.fakePatientCards().joinings.isEmpty());
        f.answer("joinBox", 0);
        QCOMPARE(f.desk.fakePatientCards().joinings, QStringList{QStringLiteral("p1<p9")});
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Joined with the card of Noa Cohen by Front desk")));
        Tab::button(f.card(0), "separateCards")->click();
        f.answer("cardQuestion", 0);
        QVERIFY(f.desk.fakePatientCards().at(QStringLiteral("p1"))->joined.empty());
        QVERIFY(Tab::button(f.card(0), "separateCards") == nullptr);
    }

    void aSuggestedCardIsSaidToBeSomebodyElses()
    {
        Tab f;
        auto& cards = f.desk.fakePatientCards();
        Tab::button(f.card(0), "apartCards")->click();
        QVERIFY(domain::withoutIsolates(f.question("cardQuestion")->text())
                    .contains(QStringLiteral("Are the card of Noa Cohen and the suggested card of Noa Cohen of two")));
        f.answer("cardQuestion", 1); // no
        QVERIFY(cards.apart.isEmpty());
        cards.failure = Error{ErrorCode::Unavailable, {}, {}};
        Tab::button(f.card(0), "apartCards")->click();
        f.answer("cardQuestion", 0);
        cards.failure.reset();
        f.tell();
        QVERIFY(cards.apart.isEmpty());
        Tab::button(f.card(0), "apartCards")->click();
        f.answer("cardQuestion", 0);
        QCOMPARE(cards.apart, QStringList{QStringLiteral("1 p1|p9")});
        QVERIFY(!Tab::words(f.card(0)).contains(QStringLiteral("Perhaps the same person")));
        QVERIFY(Tab::button(f.card(0), "apartCards") == nullptr);
    }

    void anotherCardIsLookedForAndMayBeTheOneToKeep()
    {
        Tab f;
        Tab::button(f.card(1), "joinCards")->click();
        auto* form = f.window.findChild<ui::JoinForm*>();
        auto* list = form->findChild<QListWidget*>(QStringLiteral("foundCards"));
        QVERIFY(Tab::button(*form, "joinNow") == nullptr);
        QCOMPARE(list->count(), 1); // the other one of this phone
        form->findChild<QLineEdit*>(QStringLiteral("cardSearch"))->setText(QStringLiteral("נעה"));
        QTRY_VERIFY(list->count() == 1 && list->item(0)->data(Qt::UserRole) == QStringLiteral("p9"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        // Their birth dates differ, and that is said.
        QVERIFY(Tab::words(*form).contains(QStringLiteral("The birth dates differ")));
        form->findChild<QPushButton*>(QStringLiteral("keepCard1"))->click();
        Tab::button(*form, "joinNow")->click();
        f.desk.fakePatientCards().failure =
            Error{ErrorCode::Conflict, QStringLiteral("book.merged-already"), QStringLiteral("x")};
        f.answer("joinBox", 0);
        QVERIFY(Tab::words(*form).contains(QStringLiteral("Nothing was joined. One of these cards")));
        f.desk.fakePatientCards().failure.reset();
        Tab::button(*form, "joinNow")->click();
        f.answer("joinBox", 1); // no
        QVERIFY(f.desk.fakePatientCards().joinings.isEmpty());
        Tab::button(*form, "anotherCard")->click();
        QVERIFY(list->isVisible());
    }

    void aCodeIsShownThisOneTime()
    {
        Tab f;
        QVERIFY(Tab::button(f.card(0), "makeCode") == nullptr); // a grown-up
        Tab::button(f.card(1), "makeCode")->click();
        auto* form = f.window.findChild<ui::CodeForm*>();
        QVERIFY(!form->findChild<QLabel*>(QStringLiteral("madeCode"))->isVisible());
        QCOMPARE(form->findChild<QComboBox*>(QStringLiteral("codeHolds"))->currentText(), QStringLiteral("90 days"));
        Tab::button(*form, "makeCodeNow")->click();
        auto* code = form->findChild<QLabel*>(QStringLiteral("madeCode"));
        QTRY_VERIFY(code->isVisible());
        QCOMPARE(code->text(), QStringLiteral("4820 1937"));
        QVERIFY(Tab::words(*form).contains(QStringLiteral("valid until 3.6.2026")));
        QVERIFY(Tab::button(*form, "makeCodeNow") == nullptr);
        Tab::button(*form, "copyCode")->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("48201937"));
        form->close();
        QTest::qWait(20);
        const auto said = Tab::words(f.card(1));
        QVERIFY(said.contains(QStringLiteral("Code for parents: valid until 3.6.2026 · made by Front desk at 10:30")));
        QVERIFY(!said.contains(QStringLiteral("4820")));
        Tab::button(f.card(1), "endCode")->click();
        f.answer("cardQuestion", 0);
        QVERIFY(Tab::words(f.card(1)).contains(QStringLiteral("Code for parents: ended")));
    }

    void whatACodeMayBe_data()
    {
        QTest::addColumn<desk::ParentCodeState::Kind>("kind");
        QTest::addColumn<QString>("said");
        using Kind = desk::ParentCodeState::Kind;
        QTest::newRow("good") << Kind::Good << QStringLiteral("2 wrong tries");
        QTest::newRow("locked") << Kind::Locked << QStringLiteral("locked after 2 wrong tries");
        QTest::newRow("expired") << Kind::Expired << QStringLiteral("expired on 5.3.2026");
    }
    void whatACodeMayBe()
    {
        QFETCH(desk::ParentCodeState::Kind, kind);
        QFETCH(QString, said);
        Tab f;
        const auto now = f.desk.now();
        const desk::ParentCodeState state{kind, QStringLiteral("Ruti"), now, now, 2};
        QVERIFY(domain::withoutIsolates(ui::patientwords::code(state, now)).contains(said));
    }

    void thePaperForTheParents()
    {
        Tab f;
        QTextDocument paper;
        ui::fillCodePaper(paper, QStringLiteral("איתי כהן"), QStringLiteral("4820 1937"), QStringLiteral("3.6.2026"));
        const auto text = domain::withoutIsolates(paper.toPlainText());
        QVERIFY(text.contains(QStringLiteral("4820 1937")) && text.contains(QStringLiteral("איתי כהן")));
    }

    void whoMayNotSeesNoButtons_data()
    {
        QTest::addColumn<domain::Role>("role");
        QTest::addColumn<bool>("codes");
        QTest::newRow("front desk") << domain::Role::Receptionist << true;
        QTest::newRow("auditor") << domain::Role::Auditor << false;
    }
    void whoMayNotSeesNoButtons()
    {
        QFETCH(domain::Role, role);
        QFETCH(bool, codes);
        Tab f;
        f.signInAs(role);
        QVERIFY(Tab::button(f.card(0), "joinCards") == nullptr && Tab::button(f.card(0), "compareCards") == nullptr);
        QCOMPARE(Tab::button(f.card(1), "makeCode") != nullptr, codes);
        QCOMPARE(Tab::button(f.card(0), "apartCards") != nullptr, codes);
        QCOMPARE(Tab::button(f.card(0), "bookPlanned") != nullptr, codes);
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Perhaps the same person")));
    }

    void aRecordInOdooIsOpenedThere()
    {
        Tab f(FakeDesk::Doctor);
        QVERIFY(Tab::button(f.card(0), "joinCards") == nullptr);
        opened = {};
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "take");
        Tab::button(f.card(0), "openRecord")->click();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(opened.host(), QStringLiteral("clinic.example"));
        // Nothing but https is opened.
        f.desk.fakePatientCards().at(QStringLiteral("p3"))->link = QUrl(QStringLiteral("file:///etc/passwd"));
        f.tell();
        QVERIFY(Tab::button(f.card(0), "openRecord") == nullptr);
    }

    void whatCannotBeReadIsSaid()
    {
        Tab f;
        auto* mother = f.desk.fakePatientCards().at(QStringLiteral("p1"));
        mother->invoicesError = Error{ErrorCode::Forbidden, {}, {}};
        mother->visitsError = Error{ErrorCode::Timeout, {}, {}};
        f.tell();
        QCOMPARE(Tab::words(f.card(0)).count(QStringLiteral("They cannot be read")), 2);
        QVERIFY(!Tab::words(f.card(0)).contains(QStringLiteral("Everything is paid")));
        f.desk.fakePatientCards().failure = Error{ErrorCode::Unavailable, {}, {}};
        f.tell();
        QVERIFY(Tab::words(f.tab()).contains(QStringLiteral("Plan, visits and invoices cannot be read")));
        QVERIFY(Tab::words(f.card(0)).contains(QStringLiteral("Noa Cohen")));
        QVERIFY(Tab::button(f.card(0), "newVisit") != nullptr);
    }

    /// Nothing of a card is wider than the side beside a conversation, in either language.
    void nothingIsCut_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::newRow("he") << domain::Language::Hebrew;
        QTest::newRow("en") << domain::Language::English;
    }
    void nothingIsCut()
    {
        QFETCH(domain::Language, language);
        Tab f(FakeDesk::Booking, language);
        auto* mother = f.desk.fakePatientCards().at(QStringLiteral("p1"));
        const auto name = QStringLiteral("אלכסנדרה־ויקטוריה שפירא־גולדשטיין בן־אברהם");
        mother->doubles[0].name = {name, name};
        mother->joined = {{1, QStringLiteral("p8"), {name, name}, QStringLiteral("מרים בת־שבע"), f.desk.now()}};
        mother->patient.allergies = {QStringLiteral("articaine with adrenaline and sulfites of any kind")};
        f.window.resize(1024, 720);
        f.tell();
        for (auto* card : f.cards()) {
            QVERIFY2(
                card->minimumSizeHint().width() <= f.tab().viewport()->width(),
                qPrintable(
                    QStringLiteral("%1 of %2").arg(card->minimumSizeHint().width()).arg(f.tab().viewport()->width())));
            for (const auto* label : card->findChildren<QLabel*>()) {
                if (label->isVisibleTo(card) && label->wordWrap()) {
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
                }
            }
        }
    }

    /// Somebody without a number: the desk finds the card, and can take it back.
    void theCardOfWhoeverWritesIsFoundAndTied()
    {
        Tab f(FakeDesk::Mixed);
        QVERIFY(Tab::words(f.tab()).contains(QStringLiteral("Nobody has said yet who writes.")));
        Tab::button(f.tab(), "findCard")->click();
        auto& form = *f.window.findChild<ui::TieForm*>();
        auto& text = *form.findChild<QLineEdit*>(QStringLiteral("cardSearch"));
        auto& found = *form.findChild<QListWidget*>(QStringLiteral("foundCards"));
        auto& tie = *form.findChild<QPushButton*>(QStringLiteral("tieNow"));
        QVERIFY(!tie.isEnabled());
        QTest::keyClicks(&text, QStringLiteral("Sarah"));
        QTRY_COMPARE(found.count(), 1);
        QVERIFY(
            domain::withoutIsolates(found.item(0)->text()).contains(QStringLiteral("Sarah Goldberg · born 20.9.1984")));
        QVERIFY(tie.isEnabled()); // the only one stands chosen
        // Other words, and what was found for these before is tied to nobody.
        text.setText(QStringLiteral("054-9999999"));
        QTest::keyClick(&text, Qt::Key_Return);
        QVERIFY(!tie.isEnabled() && f.desk.fakePatientCards().tied[{FakeDesk::Mixed}].empty());
        text.setText(QStringLiteral("Sarah"));
        QTRY_COMPARE(found.count(), 1);
        QTest::keyClick(&text, Qt::Key_Return);
        QTRY_VERIFY(f.window.findChild<ui::TieForm*>() == nullptr);
        QTRY_COMPARE(f.cards().size(), size_t(1));
        const auto said = Tab::words(f.tab());
        QVERIFY(said.contains(QStringLiteral("Ruti said on 5.3.2026 that this is who writes.")));
        QVERIFY(said.contains(QStringLiteral("Sarah Goldberg")) && !said.contains(QStringLiteral("phone.")));
        // It is offered no second time.
        Tab::button(f.tab(), "findCard")->click();
        auto& again = *f.window.findChild<ui::TieForm*>();
        QTest::keyClicks(again.findChild<QLineEdit*>(QStringLiteral("cardSearch")), QStringLiteral("Sarah"));
        auto& second = *again.findChild<QListWidget*>(QStringLiteral("foundCards"));
        QTRY_COMPARE(second.count(), 1);
        QVERIFY(!again.findChild<QPushButton*>(QStringLiteral("tieNow"))->isEnabled());
        again.reject();
        Tab::button(f.tab(), "untieCard")->click();
        QTRY_VERIFY(f.cards().empty());
    }

    void nobodyIsFound()
    {
        Tab f(FakeDesk::Mixed);
        Tab::button(f.tab(), "findCard")->click();
        auto* form = f.window.findChild<ui::TieForm*>();
        auto& text = *form->findChild<QLineEdit*>(QStringLiteral("cardSearch"));
        QTest::keyClicks(&text, QStringLiteral("Zzz"));
        auto& trouble = *form->findChild<QLabel*>(QStringLiteral("formTrouble"));
        QTRY_COMPARE(trouble.text(), QStringLiteral("No card was found."));
        QTest::keyClick(&text, Qt::Key_Return); // ties nobody
        QVERIFY(form->isVisible() && f.desk.fakePatientCards().tied[{FakeDesk::Mixed}].empty());
        f.desk.fakePatientCards().failure = Error{ErrorCode::Unsupported, QStringLiteral("cards.byPhone"), {}};
        QTest::keyClicks(&text, QStringLiteral("z"));
        QTRY_COMPARE(trouble.text(), QStringLiteral("In these records a card is found by its phone number."));
        f.desk.fakePatientCards().failure.reset();
        form->findChild<QPushButton*>(QStringLiteral("newInstead"))->click();
        QTRY_VERIFY(f.window.findChild<ui::NewCardForm*>() != nullptr);
        QTRY_VERIFY(f.window.findChild<ui::TieForm*>() == nullptr);
    }

    void aNewPatientIsEntered()
    {
        Tab f(FakeDesk::Mixed);
        Tab::button(f.tab(), "newPatient")->click();
        auto& form = *f.window.findChild<ui::NewCardForm*>();
        const auto field = [&](const char* name) { return form.findChild<QLineEdit*>(QLatin1String(name)); };
        auto& save = *form.findChild<QPushButton*>(QStringLiteral("addPatient"));
        auto& trouble = *form.findChild<QLabel*>(QStringLiteral("formTrouble"));
        QVERIFY(!save.isEnabled());
        field("newNameEn")->setText(QStringLiteral("Roni  Shalev"));
        field("newBorn")->setText(QStringLiteral("31.2.1990"));
        save.click();
        QVERIFY(trouble.text().startsWith(QStringLiteral("This is no birth date.")));
        field("newBorn")->setText(QStringLiteral("1/2/90"));
        field("newPhone")->setText(QStringLiteral("12"));
        save.click();
        QTRY_VERIFY(trouble.text().startsWith(QStringLiteral("This is no telephone number.")));
        QVERIFY(f.desk.fakePatientCards().added.empty());
        field("newPhone")->clear();
        // Nobody knows whether it was done: the same again is the same card, other words are another one.
        f.desk.fakePatientCards().failure = Error{ErrorCode::Timeout, QStringLiteral("late"), {}};
        const auto tryAgain = [&] {
            save.click();
            QTRY_VERIFY(save.isEnabled());
        };
        tryAgain();
        tryAgain();
        field("newNameEn")->setText(QStringLiteral("Roni Shalev"));
        tryAgain();
        const auto& references = f.desk.fakePatientCards().references;
        const auto tries = references.size();
        QVERIFY(tries >= 3 && !references.back().isEmpty());
        QCOMPARE(references[tries - 3], references[tries - 2]);
        QVERIFY(references[tries - 2] != references[tries - 1]);
        f.desk.fakePatientCards().failure.reset();
        field("newPhone")->setText(QStringLiteral("052-7654321"));
        save.click();
        QTRY_VERIFY(f.window.findChild<ui::NewCardForm*>() == nullptr);
        const auto& card = f.desk.fakePatientCards().added.at(0);
        QCOMPARE(card.name.en, QStringLiteral("Roni Shalev"));
        QCOMPARE(card.birthDate, QDate(1990, 2, 1));
        QCOMPARE(card.phone, QStringLiteral("052-7654321"));
        QTRY_COMPARE(f.cards().size(), size_t(1));
    }

    /// A number that has a card already is shown before a second one is made.
    void whoIsThereAlreadyIsShownFirst()
    {
        Tab f;
        Tab::button(f.tab(), "newPatient")->click();
        auto& form = *f.window.findChild<ui::NewCardForm*>();
        auto& save = *form.findChild<QPushButton*>(QStringLiteral("addPatient"));
        auto& phone = *form.findChild<QLineEdit*>(QStringLiteral("newPhone"));
        QCOMPARE(phone.text(), QStringLiteral("050-123-4567")); // the conversation's
        phone.setText(QStringLiteral("054-1234567"));
        form.findChild<QLineEdit*>(QStringLiteral("newNameEn"))->setText(QStringLiteral("Gal Cohen"));
        save.click();
        auto& trouble = *form.findChild<QLabel*>(QStringLiteral("formTrouble"));
        QTRY_VERIFY(
            domain::withoutIsolates(trouble.text()).contains(QStringLiteral("already: Noa Cohen, Itay Cohen.")));
        QVERIFY(f.desk.fakePatientCards().added.empty());
        // What was typed is not left unasked.
        form.reject();
        QVERIFY(form.isVisible());
        QCOMPARE(save.text(), QStringLiteral("Somebody else: add"));
        save.click();
        QTRY_COMPARE(f.desk.fakePatientCards().added.size(), size_t(1));
    }

    void whoOnlyReadsTiesAndEntersNobody()
    {
        Tab f;
        f.signInAs(domain::Role::Auditor);
        QVERIFY(!f.cards().empty());
        QVERIFY(Tab::button(f.tab(), "findCard") == nullptr && Tab::button(f.tab(), "newPatient") == nullptr);
    }

public Q_SLOTS:
    void take(const QUrl& url) { opened = url; }

private:
    QUrl opened;
};

QTEST_MAIN(TestUiPatient)
#include "test_ui_patient.moc"
