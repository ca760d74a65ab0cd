// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/patient/codeform.h"
#include "ui/patient/joinform.h"
#include "ui/patient/patientwords.h"
#include "ui/patientfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextDocument>

using namespace delpek;
using test::FakeDesk;
using Tab = test::PatientFixture;

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

public Q_SLOTS:
    void take(const QUrl& url) { opened = url; }

private:
    QUrl opened;
};

QTEST_MAIN(TestUiPatient)
#include "test_ui_patient.moc"
