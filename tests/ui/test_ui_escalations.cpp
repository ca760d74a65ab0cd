// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/democards.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/answerbutton.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationmodel.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace delpek;
using namespace std::chrono_literals;
using domain::EscalationState;
using domain::HolderKind;
using domain::Urgency;
using test::FakeDesk;

namespace
{

/// The window on its page of escalations, with full cards.
struct Pane : test::WindowFixture {
    explicit Pane(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , pane(*window.findChild<ui::EscalationPane*>())
        , edit(pane.card().answer().edit())
    {
        fillCards(desk);
        press(Qt::CTRL | Qt::Key_2);
    }

    void show(qint64 id)
    {
        pane.select({id});
        QTRY_COMPARE(pane.card().card().escalation.id.value, id);
        QTRY_VERIFY(!pane.card().card().facts.empty());
    }
    template <typename Widget = QPushButton>
    Widget* part(const char* name)
    {
        return pane.findChild<Widget*>(QLatin1String(name));
    }
    domain::Escalation at(qint64 id) { return desk.escalationCard({id}).result().value().escalation; }
    QString notice()
    {
        return domain::withoutIsolates(pane.card().answer().findChild<QLabel*>(QStringLiteral("reasonBar"))->text());
    }

    ui::EscalationPane& pane;
    ui::ComposerEdit& edit;
};

} // namespace

class TestUiEscalations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoClicksAnswer()
    {
        Pane f;
        f.show(test::DoctorAsked);
        auto* ready = f.pane.card().answer().findChild<ui::AnswerButton*>();
        QVERIFY(ready);
        auto* send = f.part("answerSend");
        QVERIFY(!send->isEnabled());
        QTest::mouseClick(ready, Qt::LeftButton);
        QCOMPARE(f.edit.toPlainText(), ready->answer());
        QVERIFY(domain::withoutIsolates(send->text()).contains(QStringLiteral("Sarah Goldberg")));
        QTest::mouseClick(send, Qt::LeftButton);
        const auto& last = f.desk.thread({FakeDesk::Doctor}).back();
        QCOMPARE(last.text, ready->answer());
        QCOMPARE(last.author, domain::AuthorKind::Doctor);
        QCOMPARE(last.authorName, QStringLiteral("Dr. Ron Levi"));
        QCOMPARE(f.at(test::DoctorAsked).state(), EscalationState::Answered);
        QVERIFY(f.edit.toPlainText().isEmpty());
        QVERIFY(f.desk.savedDraft({FakeDesk::Doctor}).isEmpty());
        // A third press sends nothing more.
        const auto count = f.desk.thread({FakeDesk::Doctor}).size();
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(f.desk.thread({FakeDesk::Doctor}).size(), count);
    }

    void withoutConsentACallTakesThePlaceOfAnAnswer()
    {
        Pane f;
        auto& card = f.desk.card({test::DoctorAsked});
        card.answerFault = QStringLiteral("consent.answerRefused");
        card.callText = QStringLiteral("The clinic will call you.");
        f.show(test::DoctorAsked);
        f.edit.insertPlainText(QStringLiteral("take two"));
        QVERIFY(!f.part("answerSend")->isEnabled());
        QVERIFY(f.notice().contains(QStringLiteral("does not want medical answers")));
        QVERIFY(!f.pane.card().answer().findChild<ui::AnswerButton*>()->isVisible());
        const auto count = f.desk.thread({FakeDesk::Doctor}).size();
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(f.desk.thread({FakeDesk::Doctor}).size(), count);
        f.part("answerCall")->click();
        QVERIFY(f.part<QLabel>("callNumber")->isVisible());
        f.part("answerPromise")->click();
        QCOMPARE(f.desk.thread({FakeDesk::Doctor}).back().text, card.callText);
        QTRY_VERIFY(!f.part("answerPromise")->isEnabled());
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("take two"));
        // Whoever is no doctor may still write; and a yes on the phone opens it again.
        auto* name = f.part<QComboBox>("answerName");
        name->setCurrentIndex(name->findData(QString()));
        Q_EMIT name->activated(name->currentIndex());
        QVERIFY(f.part("answerSend")->isEnabled());
        QVERIFY(f.desk.noteConsent({FakeDesk::Doctor}, true).result());
        f.desk.publish({{domain::Topic::Conversation, FakeDesk::Doctor, FakeDesk::Doctor}});
        QTRY_VERIFY(!f.part("answerCall")->isVisible());
    }

    void aReadyAnswerTakesThePlaceOfAnotherButNotOfOwnWords()
    {
        Pane f;
        f.show(test::DoctorAsked);
        const auto ready = f.pane.card().answer().findChildren<ui::AnswerButton*>();
        QCOMPARE(ready.size(), 3);
        ready[0]->click();
        ready[1]->click();
        QCOMPARE(f.edit.toPlainText(), ready[1]->answer());
        f.edit.insertPlainText(QStringLiteral(" Until then."));
        ready[2]->click();
        QCOMPARE(f.edit.toPlainText(), ready[1]->answer() + QStringLiteral(" Until then.\n") + ready[2]->answer());
    }

    void whoIsNoDoctorSaysInWhoseName()
    {
        Pane f;
        // Two doctors and nobody holds the conversation: none of them is put in by itself.
        f.show(test::EmergencyRaised);
        f.pane.card().answer().setDoctors({{QStringLiteral("a"), {QStringLiteral("ד\"ר א"), {}}, {}, {}, {}, {}},
                                           {QStringLiteral("b"), {QStringLiteral("ד\"ר ב"), {}}, {}, {}, {}, {}}});
        auto* name = f.part<QComboBox>("answerName");
        QCOMPARE(name->currentIndex(), -1);
        f.edit.insertPlainText(QStringLiteral("coming"));
        QVERIFY(!f.part("answerSend")->isEnabled());
        name->setFocus();
        QTest::keyClick(name, Qt::Key_Down);
        QTRY_VERIFY(f.part("answerSend")->isEnabled());
        QTest::mouseClick(f.part("answerSend"), Qt::LeftButton);
        QCOMPARE(f.desk.thread({FakeDesk::Emergency}).back().authorName, QStringLiteral("ד\"ר א"));
    }

    void aDoctorWritesAsHimself()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.pane.card().answer().setDoctors(
            {{QStringLiteral("a"), {f.desk.staffName(), QStringLiteral("Dr. Rivka")}, {}, {}, {}, {}},
             {QStringLiteral("b"), {QStringLiteral("ד\"ר ב"), {}}, {}, {}, {}, {}}});
        const auto* name = f.part<QComboBox>("answerName");
        QCOMPARE(name->count(), 1);
        QCOMPARE(name->currentData().toString(), QStringLiteral("Dr. Rivka"));
    }

    void closedElsewhereTheWordsStay()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.edit.insertPlainText(QStringLiteral("half an answer"));
        QVERIFY(f.desk.closeEscalation({test::DoctorAsked}, QStringLiteral("close.phoned")).result());
        QTRY_VERIFY(!f.pane.card().card().escalation.isOpen());
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("half an answer"));
        QVERIFY(f.edit.isVisible());
        QVERIFY(!f.part("answerSend")->isEnabled());
        QVERIFY(f.notice().contains(QStringLiteral("What you wrote is kept")));
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("half an answer"));
        // The card does not jump to another patient under the hands.
        QCOMPARE(f.pane.card().escalation().value, qint64(test::DoctorAsked));
        QTRY_COMPARE(f.desk.savedDraft({FakeDesk::Doctor}), QStringLiteral("half an answer"));
        f.part("cardReopen")->click();
        f.part<QLineEdit>("stepWords")->setText(QStringLiteral("was not answered"));
        f.part("stepConfirm")->click();
        QTRY_VERIFY(f.part("answerSend")->isEnabled());
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("half an answer"));
    }

    void anAnswerThatDoesNotGoComesBack()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.edit.insertPlainText(QStringLiteral("precious"));
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        QTest::keyClick(&f.edit, Qt::Key_Return);
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("precious"));
        f.desk.failWith(std::nullopt);
        QVERIFY(f.window.findChild<QWidget*>(QStringLiteral("problemBar"))->isVisible());
    }

    void theUrgencyRisesWhileTheCardIsOpen()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.part("cardAcknowledge")->click();
        QTRY_VERIFY(!f.part("cardAcknowledge")->isVisible());
        f.edit.insertPlainText(QStringLiteral("writing"));
        QVERIFY(f.desk.raiseEscalation({FakeDesk::Doctor}, Urgency::Emergency, QStringLiteral("bleeding")).result());
        QTRY_COMPARE(f.pane.card().card().escalation.urgency, Urgency::Emergency);
        // What was taken on as a question is not taken on as an emergency.
        QVERIFY(f.part("cardAcknowledge")->isVisible());
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("writing"));
        // Above everything there is a card for each of the two emergencies.
        QTRY_COMPARE(std::ranges::count_if(f.window.findChildren<QPushButton*>(QStringLiteral("acknowledge")),
                                           [](const auto* button) { return button->isVisible(); }),
                     2);
    }

    void closingNeedsAReason()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
        auto* confirm = f.part("stepConfirm");
        auto* words = f.part<QLineEdit>("stepWords");
        QVERIFY(confirm->isVisible() && !confirm->isEnabled());
        words->setText(QStringLiteral("   "));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(f.at(test::DoctorAsked).isOpen());
        words->setText(QStringLiteral("came in"));
        confirm->click();
        QCOMPARE(f.at(test::DoctorAsked).state(), EscalationState::Closed);
        QCOMPARE(f.at(test::DoctorAsked).closeReason, QStringLiteral("came in"));
        QTRY_VERIFY(!confirm->isVisible());
    }

    void aRefusedStepKeepsItsPanel()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
        f.part<QLineEdit>("stepWords")->setText(QStringLiteral("came in"));
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        f.part("stepConfirm")->click();
        f.desk.failWith(std::nullopt);
        QVERIFY(f.part("stepConfirm")->isVisible());
        QCOMPARE(f.part<QLineEdit>("stepWords")->text(), QStringLiteral("came in"));
        f.part("stepConfirm")->click();
        QVERIFY(!f.at(test::DoctorAsked).isOpen());
    }

    void aPersonLowersWithAReason()
    {
        Pane f;
        f.show(test::EmergencyRaised);
        f.part("cardUrgency")->click();
        const auto chips = f.pane.findChildren<QPushButton*>();
        const auto press = [&](const QString& text) {
            const auto chip = std::ranges::find_if(
                chips, [&](const QPushButton* button) { return button->isVisible() && button->text() == text; });
            QVERIFY(chip != chips.end());
            QTest::mouseClick(*chip, Qt::LeftButton);
        };
        const auto graver = std::ranges::find(chips, QStringLiteral("It is graver than it looked"), &QPushButton::text);
        QVERIFY(graver != chips.end() && (*graver)->isVisible());
        press(QStringLiteral("It is graver than it looked"));
        press(QStringLiteral("Needs the doctor"));
        QVERIFY(!(*graver)->isVisible());
        QVERIFY(!f.part("stepConfirm")->isEnabled());
        press(QStringLiteral("The doctor has looked at it"));
        f.part("stepConfirm")->click();
        QCOMPARE(f.at(test::EmergencyRaised).urgency, Urgency::DoctorRequired);
        QCOMPARE(f.at(test::EmergencyRaised).loweredFrom, Urgency::Emergency);
        QCOMPARE(f.desk.card({test::EmergencyRaised}).history.back().detail, QStringLiteral("urgency.doctor-looked"));
    }

    void theDeskCallsTheDoctorFromTheInbox()
    {
        test::WindowFixture f;
        f.open(FakeDesk::Booking);
        f.window.findChild<QPushButton*>(QStringLiteral("callDoctor"))->click();
        auto* words = f.thread.findChild<QLineEdit*>(QStringLiteral("stepWords"));
        auto* confirm = f.thread.findChild<QPushButton*>(QStringLiteral("stepConfirm"));
        QTRY_VERIFY(words->isVisible());
        QVERIFY(!confirm->isEnabled()); // not without a reason
        words->setText(QStringLiteral("asks about her medicine"));
        f.thread.swapHolder();
        QVERIFY(words->isVisible()); // taking over loses no words
        confirm->click();
        const auto raised = f.desk.escalations({FakeDesk::Booking}).result().value();
        QCOMPARE(raised.size(), size_t(1));
        QCOMPARE(raised.front().urgency, Urgency::DoctorRequired);
        QVERIFY(!words->isVisible());
    }

    void theAgentIsToldWhatStaffSay()
    {
        Pane f;
        f.desk.thread({FakeDesk::Doctor}).back().author = domain::AuthorKind::Doctor;
        f.show(test::DoctorAsked);
        f.part("cardHandBack")->click();
        auto* brief = f.part<QTextEdit>("briefEdit");
        QTRY_VERIFY(!brief->toPlainText().isEmpty());
        brief->setPlainText(QStringLiteral("The doctor calls today at 18:00."));
        // Somebody else's step in between takes nothing away.
        QVERIFY(f.desk.acknowledge({test::DoctorAsked}).result());
        QTest::qWait(80);
        QCOMPARE(brief->toPlainText(), QStringLiteral("The doctor calls today at 18:00."));
        f.part("briefConfirm")->click();
        QCOMPARE(f.at(test::DoctorAsked).brief, QStringLiteral("The doctor calls today at 18:00."));
        QCOMPARE(f.desk.at({FakeDesk::Doctor}).holder.kind, HolderKind::Agent);
        QVERIFY(f.at(test::DoctorAsked).isOpen());
    }

    void theNumberRunsFromLeftToRight()
    {
        Pane f(domain::Language::Hebrew);
        f.show(test::EmergencyRaised);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
        const auto* number = f.part<QLabel>("callNumber");
        QVERIFY(number->isVisible());
        QCOMPARE(number->text(), domain::isolate(f.desk.at({FakeDesk::Emergency}).phone->display()));
        QVERIFY(number->alignment().testFlag(Qt::AlignRight));
    }

    void theLanguageChangesUnderAnAnswer()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.edit.insertPlainText(QStringLiteral("writing on"));
        auto preferences = f.window.preferences();
        preferences.language = domain::Language::Hebrew;
        f.window.setPreferences(preferences);
        QTRY_COMPARE(f.part("cardClose")->text(), QStringLiteral("סגירה…"));
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("writing on"));
        QCOMPARE(f.pane.layoutDirection(), Qt::RightToLeft);
        preferences.language = domain::Language::English;
        f.window.setPreferences(preferences);
        QTRY_COMPARE(f.part("cardClose")->text(), QStringLiteral("Close…"));
        QCOMPARE(f.edit.toPlainText(), QStringLiteral("writing on"));
    }

    void theDraftIsTheSameInTheInbox()
    {
        Pane f;
        f.show(test::DoctorAsked);
        f.open(FakeDesk::Doctor);
        f.edit.insertPlainText(QStringLiteral("begun here"));
        f.press(Qt::CTRL | Qt::Key_1);
        QTRY_COMPARE(f.composer.edit().toPlainText(), QStringLiteral("begun here"));
        f.composer.edit().insertPlainText(QStringLiteral(", ended there"));
        f.composer.flushDraft();
        f.press(Qt::CTRL | Qt::Key_2);
        QTRY_COMPARE(f.edit.toPlainText(), QStringLiteral("begun here, ended there"));
    }

    void aKeyOfTheInboxDoesNothingHere()
    {
        Pane f;
        f.open(FakeDesk::Booking);
        f.press(Qt::CTRL | Qt::Key_2);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Agent);
    }

    void theListIsAModel()
    {
        Pane f;
        auto& model = f.pane.model();
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 2);
        // The emergency first, though it is the younger one.
        QCOMPARE(model.row(0).escalation.id.value, qint64(test::EmergencyRaised));
        QVERIFY(
            model.data(model.index(0), Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Emergency, ")));
        QVERIFY(f.desk.closeEscalation({test::EmergencyRaised}, QStringLiteral("close.mistake")).result());
        QTRY_COMPARE(model.rowCount(), 1);
        model.setFilter(ui::EscalationModel::Filter::Mine);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(f.desk.acknowledge({test::DoctorAsked}).result());
        QTRY_COMPARE(model.rowCount(), 1);
        model.setFilter(ui::EscalationModel::Filter::Closed);
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.row(0).escalation.id.value, qint64(test::EmergencyRaised));
        QVERIFY(f.desk.reopenEscalation({test::EmergencyRaised}, QStringLiteral("reopen.mistake")).result());
        QTRY_COMPARE(model.rowCount(), 2);
    }

    void arrowsAndEnterAnswer()
    {
        Pane f;
        auto* list = f.part<QListView>("escalationList");
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_COMPARE(f.pane.card().escalation().value, qint64(test::DoctorAsked));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(f.edit.hasFocus());
        QTest::keyClick(&f.edit, Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(!f.edit.toPlainText().isEmpty());
        QTest::keyClick(&f.edit, Qt::Key_Escape);
        QVERIFY(list->hasFocus());
    }
};

QTEST_MAIN(TestUiEscalations)
#include "test_ui_escalations.moc"
