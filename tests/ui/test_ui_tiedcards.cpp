// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/newcardform.h"
#include "ui/patient/tieform.h"
#include "ui/patientfixture.h"

#include <QLineEdit>
#include <QListWidget>

using namespace delpek;
using test::FakeDesk;
using Tab = test::PatientFixture;

/// Who writes: the card that the desk finds for a conversation, and a new one.
class TestUiTiedCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(TestUiTiedCards)
#include "test_ui_tiedcards.moc"
