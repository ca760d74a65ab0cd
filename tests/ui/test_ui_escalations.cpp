// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/democards.h"
#include "ui/escalations/alertsound.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/answerbutton.h"
#include "ui/escalations/attention.h"
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
#include <QSignalSpy>
#include <QtEndian>

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
        const size_t count = f.desk.thread({FakeDesk::Doctor}).size();
        QTest::mouseClick(send, Qt::LeftButton);
        QCOMPARE(f.desk.thread({FakeDesk::Doctor}).size(), count);
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

    void theGraverTheLonger()
    {
        const auto emergency = ui::alertTone(Urgency::Emergency, 80);
        const auto doctor = ui::alertTone(Urgency::DoctorRequired, 80);
        const auto routine = ui::alertTone(Urgency::Routine, 80);
        QVERIFY(emergency.size() > doctor.size() && doctor.size() > routine.size());
        QVERIFY(emergency.size() < 3 * ui::toneRate * 2); // a call, no siren
        const auto loudest = [](const QByteArray& tone) {
            int peak = 0;
            for (qsizetype i = 0; i + 1 < tone.size(); i += 2) {
                peak = std::max(peak, std::abs(int(qFromLittleEndian<qint16>(tone.constData() + i))));
            }
            return peak;
        };
        QVERIFY(loudest(emergency) > 20'000 && loudest(emergency) < 32'767);
        QVERIFY(loudest(ui::alertTone(Urgency::Emergency, 40)) < loudest(emergency));
        QCOMPARE(loudest(ui::alertTone(Urgency::Emergency, 0)), 0);
    }

    void whatIsHeardIsChosen()
    {
        ui::Preferences preferences;
        QVERIFY(ui::isHeard(preferences, Urgency::Routine));
        preferences.sounds = ui::Sounds::Emergencies;
        QVERIFY(ui::isHeard(preferences, Urgency::Emergency));
        QVERIFY(!ui::isHeard(preferences, Urgency::DoctorRequired));
        preferences.sounds = ui::Sounds::None;
        QVERIFY(!ui::isHeard(preferences, Urgency::Emergency));
        test::WindowFixture f;
        f.press(Qt::CTRL | Qt::Key_4);
        auto* sounds = f.window.findChild<QComboBox*>(QStringLiteral("sounds"));
        sounds->setCurrentIndex(1);
        Q_EMIT sounds->activated(1);
        QCOMPARE(f.window.preferences().sounds, ui::Sounds::Emergencies);
        QCOMPARE(ui::Preferences::load().sounds, ui::Sounds::Emergencies);
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

    void theClockCountsFromTheFirstSign_data()
    {
        QTest::addColumn<int>("dueAfter");
        QTest::addColumn<bool>("acknowledged");
        QTest::addColumn<bool>("overdue");
        QTest::newRow("no deadline") << -1 << false << false;
        QTest::newRow("still time") << 30 << false << false;
        QTest::newRow("to the minute") << 20 << false << false;
        QTest::newRow("too late") << 19 << false << true;
        QTest::newRow("too late, but somebody is on it") << 19 << true << false;
    }

    void theClockCountsFromTheFirstSign()
    {
        QFETCH(int, dueAfter);
        QFETCH(bool, acknowledged);
        QFETCH(bool, overdue);
        const base::Instant first = base::fromMillis(1'772'699'400'000);
        domain::Escalation escalation;
        escalation.since = first;
        escalation.openedAt = first + 15min;
        if (dueAfter >= 0) {
            escalation.dueAt = first + std::chrono::minutes(dueAfter);
        }
        if (acknowledged) {
            escalation.acknowledgedAt = first + 16min;
        }
        const auto clock = ui::tierClock(escalation, first + 20min);
        QCOMPARE(clock.elapsed, base::Duration(20min));
        QCOMPARE(clock.isOverdue(), overdue);
        escalation.closedAt = first + 18min;
        QCOMPARE(ui::tierClock(escalation, first + 90min).elapsed, base::Duration(18min));
    }

    void reasonsAreKeysOrWords()
    {
        using ui::escalationwords::reason;
        using ui::escalationwords::storedReason;
        QCOMPARE(storedReason({}, QStringLiteral("  ")), QString());
        QCOMPARE(reason(storedReason(QStringLiteral("close.phoned"), {})), QStringLiteral("Settled on the phone"));
        QCOMPARE(reason(storedReason({}, QStringLiteral("own words"))), QStringLiteral("own words"));
        QCOMPARE(domain::withoutIsolates(reason(storedReason(QStringLiteral("close.phoned"), QStringLiteral("a\nb")))),
                 QStringLiteral("Settled on the phone: a b"));
    }

    void aPersonIsCalledAgain_data()
    {
        QTest::addColumn<Urgency>("urgency");
        QTest::addColumn<int>("secondsSince"); ///< the last call; below 0: there was none
        QTest::addColumn<bool>("called");
        QTest::newRow("emergency, first") << Urgency::Emergency << -1 << true;
        QTest::newRow("emergency, just called") << Urgency::Emergency << 29 << false;
        QTest::newRow("emergency, again") << Urgency::Emergency << 30 << true;
        QTest::newRow("doctor, just called") << Urgency::DoctorRequired << 299 << false;
        QTest::newRow("doctor, again") << Urgency::DoctorRequired << 300 << true;
        QTest::newRow("routine, first") << Urgency::Routine << -1 << true;
        QTest::newRow("routine, never again") << Urgency::Routine << 86'400 << false;
    }

    void aPersonIsCalledAgain()
    {
        QFETCH(Urgency, urgency);
        QFETCH(int, secondsSince);
        QFETCH(bool, called);
        const base::Instant now = base::fromMillis(1'772'699'400'000);
        domain::Escalation escalation;
        escalation.urgency = urgency;
        std::optional<ui::AttentionCall> last;
        if (secondsSince >= 0) {
            last = ui::AttentionCall{now - std::chrono::seconds(secondsSince), urgency};
        }
        QCOMPARE(ui::isToCall(escalation, last, now), called);
        if (urgency == Urgency::Emergency && last) {
            last->urgency = Urgency::DoctorRequired;
            QVERIFY(ui::isToCall(escalation, last, now));
        }
        escalation.acknowledgedAt = now;
        QVERIFY(!ui::isToCall(escalation, last, now));
    }

    void aNotificationNamesNobody()
    {
        Pane f;
        auto* attention = f.window.findChild<ui::Attention*>();
        QSignalSpy spy(attention, &ui::Attention::called);
        QVERIFY(f.desk.raiseEscalation({FakeDesk::Booking}, Urgency::DoctorRequired, QStringLiteral("hurts")).result());
        QTRY_COMPARE(spy.count(), 1);
        const QString said = spy[0][1].toString();
        QVERIFY(!said.contains(QStringLiteral("נועה")));
        QVERIFY(!said.contains(QStringLiteral("hurts")));
        QVERIFY(said.contains(QStringLiteral("3")));
        // Once for each until its time comes.
        QVERIFY(f.desk.acknowledge({test::DoctorAsked}).result());
        QTest::qWait(80);
        QCOMPARE(spy.count(), 1);
    }
};

QTEST_MAIN(TestUiEscalations)
#include "test_ui_escalations.moc"
