// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/audit/auditwords.h"
#include "ui/fakereviews.h"
#include "ui/reviews/replayview.h"
#include "ui/reviews/reviewmodel.h"
#include "ui/reviews/reviewpage.h"
#include "ui/reviews/turnpanel.h"
#include "ui/settingssections.h"
#include "ui/side/decisionmodel.h"
#include "ui/side/decisionstab.h"
#include "ui/side/sidepane.h"
#include "ui/signinfixture.h"
#include "ui/windowfixture.h"
#include "ui/wording.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTreeView>

using namespace delpek;
using namespace std::chrono_literals;
using domain::ReviewOutcome;
using domain::TurnFault;
using domain::TurnReport;
using test::FakeDesk;
using test::FakeReviews;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

const domain::DecisionId bookingTurn{1};
const domain::DecisionId emergencyTurn{2};

struct Reviewing : WindowFixture {
    using WindowFixture::WindowFixture;

    FakeReviews& reviews() { return desk.fakeReviews(); }
    template <typename W>
    W& part(const char* name)
    {
        return *window.findChild<W*>(QLatin1String(name));
    }
    QPushButton* button(const char* name)
    {
        for (auto* one : window.findChildren<QPushButton*>(QLatin1String(name))) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    void decisions(FakeDesk::Demo which)
    {
        open(which);
        window.findChild<ui::SidePane*>()->setCurrentIndex(1);
        QTRY_VERIFY(part<QTreeView>("decisionTree").isVisible());
    }
    QString mark()
    {
        return domain::withoutIsolates(
            part<QTreeView>("decisionTree").model()->index(0, 0).data(ui::DecisionModel::MarkRole).toString());
    }
    void choose(TurnFault fault)
    {
        auto& box = part<QComboBox>("reportKind");
        box.setCurrentIndex(box.findData(int(fault)));
    }
    QString text(const char* name) { return domain::withoutIsolates(part<QLabel>(name).text()); }

    /// The list in the settings.
    void list()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::ReviewPage>(window);
    }
    ui::ReviewPage& page() { return *window.findChild<ui::ReviewPage*>(); }
    QTableView& table() { return part<QTableView>("reviewTable"); }
    QString cell(int row, int column)
    {
        return domain::withoutIsolates(table().model()->index(row, column).data().toString());
    }
    void choose(const char* box, int index)
    {
        part<QComboBox>(box).setCurrentIndex(index);
        Q_EMIT part<QComboBox>(box).activated(index);
    }
};

} // namespace

/// Turns that were wrong: reported beside the conversation, looked through in the settings, run again.
class TestUiReviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTurnIsReported()
    {
        Reviewing f;
        f.decisions(FakeDesk::Booking);
        QVERIFY(f.button("reportTurn") != nullptr);
        QVERIFY(f.mark().isEmpty());
        f.button("reportTurn")->click();
        auto& send = f.part<QPushButton>("sendReport");
        QVERIFY(send.isVisible() && !send.isEnabled());
        f.choose(TurnFault::Other);
        QVERIFY2(!send.isEnabled(), "something else needs words");
        QTest::keyClicks(&f.part<QTextEdit>("reportWords"), QStringLiteral("The price is old"));
        QTest::keyClicks(&f.part<QTextEdit>("reportBetter"), QStringLiteral("320"));
        QVERIFY(send.isEnabled());
        send.click();
        QTRY_COMPARE(f.reviews().all.size(), size_t(1));
        const auto& kept = f.reviews().all[0];
        QCOMPARE(kept.decision, bookingTurn);
        QCOMPARE(kept.author, f.desk.staffName());
        QCOMPARE(kept.report,
                 (TurnReport{TurnFault::Other, QStringLiteral("The price is old"), QStringLiteral("320")}));
        QTRY_VERIFY(f.mark().startsWith(QStringLiteral("Reported as wrong: ")));
        QVERIFY(f.mark().endsWith(QStringLiteral("Open")));
        QVERIFY(!send.isVisible() && f.button("reportTurn") == nullptr);
        QVERIFY(f.text("turnReport").contains(QStringLiteral("The price is old")));
        QVERIFY2(f.desk.sent().empty(), "nothing reaches the patient");
    }

    void itSaysThatItCallsNobody()
    {
        Reviewing f;
        f.decisions(FakeDesk::Booking);
        f.button("reportTurn")->click();
        QVERIFY(f.text("reportCallsNobody").startsWith(QStringLiteral("A report calls nobody")));
        QVERIFY(f.button("callFromReport") == nullptr);
        f.choose(TurnFault::MissedUrgency);
        QVERIFY(f.text("reportCallsNobody").contains(QStringLiteral("needs a doctor now")));
        auto* call = f.button("callFromReport");
        QVERIFY(call != nullptr);
        call->click();
        QVERIFY2(f.thread.findChild<QPushButton*>(QStringLiteral("stepConfirm"))->isVisible(),
                 "the way to call a doctor that is there anyway");
        f.part<QPushButton>("sendReport").click();
        QTRY_VERIFY(f.part<QLabel>("turnNotice").isVisible());
        QVERIFY(f.text("turnNotice").contains(QStringLiteral("called nobody")));
        f.decisions(FakeDesk::Emergency);
        QVERIFY(!f.part<QLabel>("turnNotice").isVisible());
    }

    void whatWasBegunIsThereAgain()
    {
        Reviewing f;
        f.decisions(FakeDesk::Booking);
        f.button("reportTurn")->click();
        f.choose(TurnFault::Tone);
        QTest::keyClicks(&f.part<QTextEdit>("reportWords"), QStringLiteral("too cold"));
        const TurnReport begun{TurnFault::Tone, QStringLiteral("too cold"), {}};
        const auto draft = [&] { return f.reviews().drafts[{bookingTurn, f.desk.staffName()}]; };
        QTRY_COMPARE(draft(), begun);
        QTest::keyClicks(&f.part<QTextEdit>("reportWords"), QStringLiteral("!"));
        QTest::keyClick(&f.part<QTextEdit>("reportWords"), Qt::Key_Escape);
        QVERIFY(!f.part<QTextEdit>("reportWords").isVisible());
        QVERIFY(f.button("reportTurn")->text().startsWith(QStringLiteral("Go on")));
        QCOMPARE(draft().words, QStringLiteral("too cold!"));
        f.decisions(FakeDesk::Emergency);
        QCOMPARE(f.button("reportTurn")->text(), QStringLiteral("This was wrong…"));
        QVERIFY(f.part<QTextEdit>("reportWords").toPlainText().isEmpty());
        f.decisions(FakeDesk::Booking);
        QTRY_VERIFY(f.button("reportTurn")->text().startsWith(QStringLiteral("Go on")));
        f.button("reportTurn")->click();
        QCOMPARE(f.part<QTextEdit>("reportWords").toPlainText(), QStringLiteral("too cold!"));
        // A change that comes meanwhile takes nothing away.
        f.reviews().add(bookingTurn, QStringLiteral("Maya"), begun);
        QTRY_VERIFY(f.mark().contains(QStringLiteral("Maya")));
        QVERIFY(f.part<QTextEdit>("reportWords").isVisible());
        QCOMPARE(f.part<QTextEdit>("reportWords").toPlainText(), QStringLiteral("too cold!"));
        // What is refused stays.
        f.reviews().failure = Error{ErrorCode::Conflict, QStringLiteral("review.already"), {}};
        f.part<QPushButton>("sendReport").click();
        QTRY_VERIFY(f.part<QLabel>("reportTrouble").isVisible());
        QCOMPARE(f.part<QTextEdit>("reportWords").toPlainText(), QStringLiteral("too cold!"));
    }

    void whatIsTooLongIsNotReported()
    {
        Reviewing f;
        f.decisions(FakeDesk::Booking);
        f.button("reportTurn")->click();
        f.choose(TurnFault::Tone);
        f.part<QTextEdit>("reportWords").setPlainText(QString(domain::maxReviewWords + 1, QLatin1Char('x')));
        QVERIFY(!f.part<QPushButton>("sendReport").isEnabled());
        QVERIFY(f.part<QLabel>("reportTrouble").isVisible());
        f.part<QTextEdit>("reportWords").setPlainText(QString(domain::maxReviewWords, QLatin1Char('x')));
        QVERIFY(f.part<QPushButton>("sendReport").isEnabled());
        QVERIFY(!f.part<QLabel>("reportTrouble").isVisible());
    }

    void onesOwnIsTakenBack()
    {
        Reviewing f;
        f.decisions(FakeDesk::Booking);
        f.reviews().add(bookingTurn, QStringLiteral("Maya"), {TurnFault::Tone, {}, {}});
        QTRY_VERIFY(!f.mark().isEmpty());
        QVERIFY2(f.button("takeReportBack") == nullptr, "somebody else's");
        f.button("reportTurn")->click();
        f.choose(TurnFault::Untrue);
        f.part<QPushButton>("sendReport").click();
        QTRY_VERIFY(f.button("takeReportBack") != nullptr);
        f.button("takeReportBack")->click();
        QTRY_COMPARE(f.reviews().all.size(), size_t(1));
        QTRY_VERIFY(f.button("reportTurn") != nullptr);
        // What came of it stands with the turn.
        f.reviews().settle(f.reviews().all[0].id, ReviewOutcome::Mended, QStringLiteral("new words"));
        QTRY_VERIFY(f.mark().endsWith(QStringLiteral("Mended")));
        QVERIFY(f.text("turnReport").contains(QStringLiteral("new words")));
    }

    void whoOnlyLooksOnReportsNothing()
    {
        test::SignInFixture f(FakeSignIn::Noa);
        f.inbox()->select({FakeDesk::Booking});
        f.window.findChild<ui::SidePane*>()->setCurrentIndex(1);
        QTRY_VERIFY(f.window.findChild<QTreeView*>(QStringLiteral("decisionTree"))->isVisible());
        QVERIFY(!f.button(QStringLiteral("reportTurn")).isVisible());
        QVERIFY(f.button(QStringLiteral("replayTurn")).isVisible());
    }

    void whatIsBegunIsKeptWhenTheDeskLocks()
    {
        test::SignInFixture f(FakeSignIn::Rivka);
        f.inbox()->select({FakeDesk::Booking});
        f.window.findChild<ui::SidePane*>()->setCurrentIndex(1);
        QTRY_VERIFY(f.button(QStringLiteral("reportTurn")).isVisible());
        f.button(QStringLiteral("reportTurn")).click();
        f.window.findChild<QTextEdit*>(QStringLiteral("reportWords"))->insertPlainText(QStringLiteral("half"));
        const QString who = f.desk.staffName();
        f.lock();
        const auto kept = f.desk.fakeReviews().drafts[{bookingTurn, who}];
        QCOMPARE(kept.words, QStringLiteral("half"));
    }

    void aTurnIsRunAgain()
    {
        Reviewing f;
        auto& turn = f.reviews().replayed;
        turn.then = {
            {QStringLiteral("ROUTINE"), {}},  QStringLiteral("book_appointment"),
            QStringLiteral("Alex"),           {QStringLiteral("get_available_slots {\"treatment\":\"filling\"}")},
            {{QStringLiteral("passed"), {}}}, QStringLiteral("replied"),
            QStringLiteral("Thursday?")};
        turn.now = turn.then;
        turn.now.triage = {QStringLiteral("DOCTOR_REQUIRED"), {QStringLiteral("swelling-fever")}};
        turn.now.outcome = QStringLiteral("escalated_to_doctor");
        f.decisions(FakeDesk::Booking);
        f.button("replayTurn")->click();
        auto* view = f.window.findChild<ui::ReplayView*>();
        QVERIFY(view != nullptr && view->isVisible());
        QCOMPARE(f.reviews().replayedTurns, std::vector{bookingTurn});
        QTRY_COMPARE(f.text("replaySummary"), QStringLiteral("2 things would be different today."));
        int different = 0;
        int same = 0;
        bool isSaid = false;
        for (auto* label : view->findChildren<QLabel*>()) {
            different += label->text() == QStringLiteral("Different") ? 1 : 0;
            same += label->text() == QStringLiteral("The same") ? 1 : 0;
            const QString text = domain::withoutIsolates(label->text());
            isSaid = isSaid || text == ui::words::urgency(domain::Urgency::DoctorRequired) +
                                           QStringLiteral(" (Swelling with fever)");
        }
        QCOMPARE(different, 2);
        QCOMPARE(same, 5);
        QVERIFY2(isSaid, "urgency and rule in words");
        f.part<QPushButton>("closeReplay").click();
        QTRY_VERIFY(f.window.findChild<ui::ReplayView*>() == nullptr);

        turn.skipped = QStringLiteral("replay.overtaken");
        f.button("replayTurn")->click();
        QVERIFY(f.text("replaySummary").startsWith(QStringLiteral("This turn cannot be run again")));
        f.part<QPushButton>("closeReplay").click();
        QTRY_VERIFY(f.window.findChild<ui::ReplayView*>() == nullptr);
        turn.skipped.clear();
        turn.unknown = {QStringLiteral("get_prices")};
        f.button("replayTurn")->click();
        QVERIFY(f.text("replaySummary").contains(QStringLiteral("get_prices")));
        f.part<QPushButton>("closeReplay").click();
        QTRY_VERIFY(f.window.findChild<ui::ReplayView*>() == nullptr);
        f.reviews().failure = Error{ErrorCode::Unavailable, {}, {}};
        f.button("replayTurn")->click();
        QVERIFY(!f.text("replaySummary").isEmpty());
    }

    void withoutAnEngineThereIsNoReplay()
    {
        Reviewing f;
        f.reviews().replays = false;
        f.decisions(FakeDesk::Emergency);
        QVERIFY(f.button("reportTurn") != nullptr);
        QVERIFY(f.button("replayTurn") == nullptr);
    }

    void theListTellsAndIsSettled()
    {
        Reviewing f;
        f.list();
        QTRY_VERIFY(f.part<QLabel>("reviewState").isVisible());
        QVERIFY(f.text("reviewState").startsWith(QStringLiteral("No report waits.")));
        const auto first = f.reviews().add(bookingTurn, QStringLiteral("Maya"),
                                           {TurnFault::Untrue, QStringLiteral("Closed on Friday"), {}}, 3h);
        f.reviews().add(emergencyTurn, QStringLiteral("Maya"), {TurnFault::FalseAlarm, {}, {}});
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        QAbstractItemModelTester tester(f.table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(f.cell(0, ui::ReviewModel::Kind), QStringLiteral("An alarm without need"));
        QCOMPARE(f.cell(1, ui::ReviewModel::Who), QStringLiteral("Maya"));
        f.table().setCurrentIndex(f.table().model()->index(1, 0));
        QTRY_VERIFY(f.text("reviewText").contains(f.reviews().asked[0]));
        QVERIFY(f.text("reviewText").contains(f.reviews().said[0]));
        QVERIFY(f.text("reviewText").contains(QStringLiteral("Closed on Friday")));
        f.part<QPushButton>("settleReview").click();
        QVERIFY(f.part<QComboBox>("reviewOutcome").isVisible());
        auto& outcome = f.part<QComboBox>("reviewOutcome");
        outcome.setCurrentIndex(outcome.findData(int(ReviewOutcome::CannotMend)));
        f.part<QTextEdit>("settleWords").setPlainText(QStringLiteral("the hours are in Odoo"));
        f.part<QPushButton>("confirmSettle").click();
        QTRY_COMPARE(f.table().model()->rowCount(), 1);
        const auto& settled = f.reviews().all[0];
        QCOMPARE(settled.id, first);
        QVERIFY(settled.settled && settled.settled->outcome == ReviewOutcome::CannotMend);
        QCOMPARE(settled.settled->words, QStringLiteral("the hours are in Odoo"));

        f.choose("reviewWhich", 1);
        QTRY_COMPARE(f.cell(0, ui::ReviewModel::State), QStringLiteral("Cannot be mended"));
        QTRY_VERIFY(f.button("reopenReview") != nullptr);
        QVERIFY(f.text("reviewText").contains(QStringLiteral("the hours are in Odoo")));
        f.button("reopenReview")->click();
        QTRY_VERIFY(f.text("reviewState").startsWith(QStringLiteral("No report was settled")));
        f.choose("reviewWhich", 2);
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        f.button("replayFromReview")->click();
        QCOMPARE(f.reviews().replayedTurns.size(), size_t(1));
        f.part<QPushButton>("closeReplay").click();
        f.table().setCurrentIndex(f.table().model()->index(0, 0));
        f.button("openFromReview")->click();
        QTRY_COMPARE(f.inbox.current(), domain::ConversationId{FakeDesk::Emergency});
    }

    void wordsOfASettlementStayWhileOthersReport()
    {
        Reviewing f;
        f.reviews().add(bookingTurn, QStringLiteral("Maya"), {TurnFault::Untrue, {}, {}});
        f.list();
        QTRY_COMPARE(f.table().model()->rowCount(), 1);
        f.part<QPushButton>("settleReview").click();
        f.part<QTextEdit>("settleWords").setPlainText(QStringLiteral("half"));
        f.reviews().add(emergencyTurn, QStringLiteral("Maya"), {TurnFault::Tone, {}, {}});
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        QVERIFY(f.part<QTextEdit>("settleWords").isVisible());
        QCOMPARE(f.part<QTextEdit>("settleWords").toPlainText(), QStringLiteral("half"));
        QCOMPARE(f.table().currentIndex().row(), 1);
    }

    void aSettlementThatWasBegunIsThereAgain()
    {
        Reviewing f;
        f.reviews().add(bookingTurn, QStringLiteral("Maya"), {TurnFault::Untrue, {}, {}}, 3h);
        f.reviews().add(emergencyTurn, QStringLiteral("Maya"), {TurnFault::FalseAlarm, {}, {}});
        f.list();
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        const auto chooseRow = [&](int row) { f.table().setCurrentIndex(f.table().model()->index(row, 0)); };
        auto& outcome = f.part<QComboBox>("reviewOutcome");
        auto& words = f.part<QTextEdit>("settleWords");
        chooseRow(1);
        f.part<QPushButton>("settleReview").click();
        outcome.setCurrentIndex(outcome.findData(int(ReviewOutcome::CannotMend)));
        words.setPlainText(QStringLiteral("half"));
        chooseRow(0);
        QVERIFY(!words.isVisible() && words.toPlainText().isEmpty());
        QCOMPARE(outcome.currentIndex(), 0);
        chooseRow(1);
        QVERIFY(words.isVisible());
        QCOMPARE(words.toPlainText(), QStringLiteral("half"));
        QCOMPARE(outcome.currentData().toInt(), int(ReviewOutcome::CannotMend));
        // A look at other reports in between takes nothing away.
        f.choose("reviewWhich", 1);
        QTRY_VERIFY(f.text("reviewState").startsWith(QStringLiteral("No report was settled")));
        f.choose("reviewWhich", 0);
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        chooseRow(1);
        QVERIFY(words.isVisible());
        QCOMPARE(words.toPlainText(), QStringLiteral("half"));
        f.part<QPushButton>("confirmSettle").click();
        QTRY_COMPARE(f.table().model()->rowCount(), 1);
        QCOMPARE(f.reviews().all[0].settled->words, QStringLiteral("half"));
        // What was used up does not come back with the report.
        f.choose("reviewWhich", 1);
        QTRY_VERIFY(f.button("reopenReview") != nullptr);
        f.button("reopenReview")->click();
        QTRY_VERIFY(!f.reviews().all[0].settled);
        f.choose("reviewWhich", 0);
        QTRY_COMPARE(f.table().model()->rowCount(), 2);
        chooseRow(1);
        QVERIFY(!words.isVisible() && words.toPlainText().isEmpty());
    }

    void aReceptionistSeesHerOwn()
    {
        test::SignInFixture f(FakeSignIn::Rivka);
        auto& reviews = f.desk.fakeReviews();
        reviews.add(bookingTurn, QStringLiteral("Maya"), {TurnFault::Tone, {}, {}});
        reviews.add(bookingTurn, f.desk.staffName(), {TurnFault::Untrue, {}, {}});
        QTest::keySequence(&f.window, QKeySequence(Qt::CTRL | Qt::Key_5));
        auto* page = &test::chooseSettings<ui::ReviewPage>(f.window);
        auto* table = page->findChild<QTableView*>(QStringLiteral("reviewTable"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(!f.window.findChild<QWidget*>(QStringLiteral("reviewOwn"))->isVisible());
        QVERIFY(!f.button(QStringLiteral("settleReview")).isVisible());
        QVERIFY(f.button(QStringLiteral("takeReviewBack")).isVisible());
        f.button(QStringLiteral("takeReviewBack")).click();
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QCOMPARE(reviews.all.size(), size_t(1));
    }

    void aLongListComesPageByPage()
    {
        Reviewing f;
        for (int i = 0; i < 120; ++i) {
            f.reviews().add(bookingTurn, QStringLiteral("Maya"), {TurnFault::Tone, QString::number(i), {}});
        }
        f.list();
        QTRY_COMPARE(f.table().model()->rowCount(), 50);
        QAbstractItemModelTester tester(f.table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 3; ++i) {
            f.table().verticalScrollBar()->setValue(f.table().verticalScrollBar()->maximum());
            QTest::qWait(20);
        }
        QTRY_COMPARE(f.table().model()->rowCount(), 120);
    }

    void whatIsDoneHasWordsInTheAuditLog()
    {
        for (const char* action : {"reported", "takenBack", "settled", "reopened", "listed", "exported"}) {
            QVERIFY2(!ui::auditwords::knownAction(QStringLiteral("review.") + QLatin1String(action)).isEmpty(), action);
        }
    }

    void itIsSavedWithoutThePatient()
    {
        Reviewing f;
        for (int i = 0; i < 201; ++i) {
            f.reviews().add(bookingTurn, QStringLiteral("Maya"),
                            {TurnFault::Tone, QStringLiteral("words, \"so\""), {}});
        }
        f.list();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("reports.csv"));
        f.page().saveTo(path);
        QTRY_VERIFY(f.part<QLabel>("reviewNotice").isVisible());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        QCOMPARE(written.count(QStringLiteral("\r\n")), 202);
        QVERIFY(written.contains(QStringLiteral("\"words, \"\"so\"\"\"")));
        QVERIFY(!written.contains(f.desk.at({FakeDesk::Booking}).displayName));
        QVERIFY(!written.contains(f.reviews().asked[0]) && !written.contains(f.reviews().said[0]));
        f.page().saveTo(folder.filePath(QStringLiteral("none/reports.csv")));
        QTRY_VERIFY(f.text("reviewNotice").startsWith(QStringLiteral("Not saved")));
    }
};

QTEST_MAIN(TestUiReviews)
#include "test_ui_reviews.moc"
