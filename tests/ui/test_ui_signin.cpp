// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "support/speech.h"
#include "ui/escalations/cardhead.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/notes/notebox.h"
#include "ui/problembar.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/signin/idlewatch.h"
#include "ui/signin/initials.h"
#include "ui/signinfixture.h"
#include "ui/window/rail.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QToolButton>

using namespace delpek;
using namespace std::chrono_literals;
using desk::Entry;
using domain::HolderKind;
using test::FakeDesk;
using test::FakeSignIn;
using test::SignInFixture;
using test::WindowFixture;

class TestUiSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsThereBeforeSomebodySignsIn()
    {
        SignInFixture f(FakeSignIn::Staff(0));
        QVERIFY(f.pane.isVisible());
        QVERIFY(f.inbox() == nullptr);
        QVERIFY(f.thread() == nullptr);
        // No command does anything, and nothing breaks.
        for (const auto& keys : {QKeySequence(Qt::Key_F6), QKeySequence(Qt::Key_F8), QKeySequence(QKeySequence::Find),
                                 QKeySequence(Qt::CTRL | Qt::Key_2), QKeySequence(Qt::CTRL | Qt::Key_3),
                                 QKeySequence(Qt::CTRL | Qt::Key_K)}) {
            QTest::keySequence(&f.window, keys);
        }
        f.window.showConversation({FakeDesk::Booking});
        QVERIFY(f.inbox() == nullptr);

        auto* rivka = f.person(QStringLiteral("רבקה"));
        QVERIFY(rivka != nullptr);
        // Everybody is there to be pressed.
        const auto isWhole = [&](const char* name) {
            auto* button = f.person(QString::fromUtf8(name));
            return button != nullptr && button->visibleRegion().boundingRect() == button->rect() &&
                   f.pane.findChild<QFrame*>(QStringLiteral("signInCard"))
                       ->rect()
                       .contains(QRect(button->mapTo(&f.pane, QPoint()) -
                                           f.pane.findChild<QFrame*>(QStringLiteral("signInCard"))->pos(),
                                       button->size()));
        };
        for (const char* name : {"דנה", "ד״ר", "נועה", "רבקה"}) {
            QTRY_VERIFY(isWhole(name));
        }
        QTest::mouseClick(rivka, Qt::LeftButton);
        QTRY_VERIFY(f.pin().hasFocus());
        f.type(QStringLiteral("111222"));
        QTRY_COMPARE(f.trouble(), QStringLiteral("The PIN is wrong."));
        QVERIFY(f.pin().text().isEmpty());
        f.type(FakeSignIn::pin());
        QTRY_VERIFY(f.inbox() != nullptr);
        QVERIFY(!f.pane.isVisible());
        QVERIFY(f.inbox()->isVisible());
    }

    void whoMustWaitIsToldHowLong()
    {
        SignInFixture f(FakeSignIn::Staff(0));
        QTest::mouseClick(f.person(QStringLiteral("רבקה")), Qt::LeftButton);
        f.desk.signIn().makeWait(90s);
        f.type(FakeSignIn::pin());
        QTRY_COMPARE(f.trouble(), QStringLiteral("Too many wrong PINs. Wait 1:30."));
        QVERIFY(!f.pin().isEnabled());
        f.desk.signIn().makeWait(0s);
        f.desk.advance(90s);
        QTRY_VERIFY(f.pin().isEnabled());
        QCOMPARE(f.trouble(), QString());
    }

    void aDeskThatNobodyTouchesLocks()
    {
        SignInFixture f(FakeSignIn::Rivka, 150ms);
        QTRY_VERIFY(f.pane.isVisible());
        QCOMPARE(f.desk.signIn().state().entry, Entry::Locked);
        QVERIFY(!f.inbox()->isVisible());
    }

    void aTouchKeepsItOpen()
    {
        base::Duration running{0};
        ui::IdleWatch watch({[] { return base::Instant{}; }, [&running] { return running; }});
        QSignalSpy idle(&watch, &ui::IdleWatch::idle);
        QWidget window;
        watch.setAfter(50ms);
        for (int i = 0; i < 12; ++i) {
            running += 30ms;
            QTest::keyClick(&window, Qt::Key_A);
            QTest::qWait(10); // its timer comes several times meanwhile
        }
        QCOMPARE(idle.size(), 0);
        running += 50ms;
        QTRY_COMPARE(idle.size(), 1);
        // Once, until somebody comes back.
        running += 50ms;
        QTest::qWait(120);
        QCOMPARE(idle.size(), 1);
        QTest::keyClick(&window, Qt::Key_A);
        running += 50ms;
        QTRY_COMPARE(idle.size(), 2);
        watch.setAfter(0ms);
        QTest::keyClick(&window, Qt::Key_A);
        running += 50ms;
        QTest::qWait(120);
        QCOMPARE(idle.size(), 2);
    }

    /// While a computer sleeps no timer runs; the first touch afterwards is not the owner's.
    void aComputerThatSleptWakesLocked()
    {
        SignInFixture f(FakeSignIn::Rivka, 10min);
        f.inbox()->select({FakeDesk::Booking});
        f.thread()->composer().edit().setFocus();
        f.desk.advance(9min);
        QTest::keyClick(&f.thread()->composer().edit(), Qt::Key_A);
        QTest::qWait(20);
        QVERIFY(!f.pane.isVisible());
        f.desk.advance(11h);
        QTest::keyClick(&f.thread()->composer().edit(), Qt::Key_B);
        QTRY_VERIFY(f.pane.isVisible());
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("a"));
    }

    void aDraftOutlivesTheLock()
    {
        SignInFixture f;
        f.inbox()->select({FakeDesk::Booking});
        auto& edit = f.thread()->composer().edit();
        edit.setFocus();
        edit.insertPlainText(QStringLiteral("half a sen"));
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("half a sen"));
        // What is typed now goes nowhere.
        QTest::keyClicks(&f.window, QStringLiteral("secret"));
        QTest::keySequence(&f.window, QKeySequence(Qt::Key_F6));
        QVERIFY(f.desk.at({FakeDesk::Booking}).holder.kind == HolderKind::Agent);
        f.pin().clear();
        f.type(FakeSignIn::pin());
        QTRY_VERIFY(!f.pane.isVisible());
        QCOMPARE(f.thread()->conversation().id.value, qint64(FakeDesk::Booking));
        QCOMPARE(f.thread()->composer().edit().toPlainText(), QStringLiteral("half a sen"));
        QTRY_VERIFY(f.thread()->composer().edit().hasFocus());
    }

    void aNameThatIsCorrectedIsNoOtherPerson()
    {
        SignInFixture f;
        const QPointer<ui::InboxPane> before = f.inbox();
        f.desk.signIn().rename(QStringLiteral("רבקה מזרחי"));
        QTRY_COMPARE(domain::withoutIsolates(f.window.findChild<QToolButton*>(QStringLiteral("person"))->text()),
                     QStringLiteral("רבקה"));
        QTest::qWait(20);
        QVERIFY(!before.isNull());
        QCOMPARE(f.desk.staffName(), QStringLiteral("רבקה מזרחי"));
    }

    /// Nothing of the pages that are gone is tried again.
    void whatDidNotWorkIsForgottenWithThePages()
    {
        SignInFixture f(FakeSignIn::Dana);
        f.desk.failWith(base::Error{ErrorCode::Unavailable, {}, {}});
        f.inbox()->select({FakeDesk::Booking});
        auto& bar = *f.window.findChild<ui::ProblemBar*>();
        QTRY_VERIFY(!bar.text().isEmpty());
        f.desk.failWith({});
        f.desk.signIn().admit(FakeSignIn::Rivka);
        QTRY_COMPARE(f.desk.staffName(), QStringLiteral("רבקה"));
        QTRY_COMPARE(bar.text(), QString());
    }

    void somebodyElseFindsNothingOfTheFirst()
    {
        SignInFixture f;
        f.inbox()->select({FakeDesk::Booking});
        const QPointer<ui::ThreadPane> before = f.thread();
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        f.button(QStringLiteral("somebodyElse")).click();
        QTest::mouseClick(f.person(QStringLiteral("דנה")), Qt::LeftButton);
        f.type(FakeSignIn::pin());
        QTRY_VERIFY(!f.pane.isVisible());
        QVERIFY(before.isNull());
        QCOMPARE(f.desk.staffName(), QStringLiteral("דנה לוי"));
        f.inbox()->select({FakeDesk::Booking});
        QTest::keySequence(&f.window, QKeySequence(Qt::Key_F6));
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder, (domain::Holder{HolderKind::Staff, QStringLiteral("דנה לוי")}));
    }

    void anEmptyDeskStillCalls()
    {
        SignInFixture f;
        f.desk.signIn().signOut();
        QTRY_VERIFY(f.pane.isVisible());
        const auto shown = [&] {
            for (const auto* label : f.pane.findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("waiting and nobody is on it"))) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(shown());
        // Of whom it is, nothing is said.
        for (const auto* label : f.pane.findChildren<QLabel*>()) {
            for (const auto which : {FakeDesk::Emergency, FakeDesk::Doctor}) {
                const QString name = f.desk.at({which}).displayName;
                QVERIFY(name.isEmpty() || !label->text().contains(name));
            }
        }
    }

    void aRoleSeesWhatItMayDo_data()
    {
        QTest::addColumn<FakeSignIn::Staff>("who");
        QTest::addColumn<bool>("holds");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("keepsStaff");
        QTest::newRow("front desk") << FakeSignIn::Rivka << true << false << false;
        QTest::newRow("doctor") << FakeSignIn::Cohen << true << true << false;
        QTest::newRow("admin") << FakeSignIn::Dana << true << true << true;
        QTest::newRow("auditor") << FakeSignIn::Noa << false << false << false;
    }
    void aRoleSeesWhatItMayDo()
    {
        QFETCH(FakeSignIn::Staff, who);
        QFETCH(bool, holds);
        QFETCH(bool, closes);
        QFETCH(bool, keepsStaff);
        SignInFixture f(who);
        f.inbox()->select({FakeDesk::Booking});
        QTRY_COMPARE(f.button(QStringLiteral("takeOver")).isVisible(), holds);
        const auto* sections = f.window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
        QCOMPARE(!sections->findItems(QStringLiteral("Staff"), Qt::MatchExactly).isEmpty(), keepsStaff);
        QTest::keySequence(&f.window, QKeySequence(Qt::CTRL | Qt::Key_2));
        QTRY_VERIFY(f.window.findChild<ui::CardHead*>()->isVisible());
        QTRY_COMPARE(f.button(QStringLiteral("cardClose")).isVisible(), closes);
    }

    void nothingCanBeReadThroughTheBlur()
    {
        QImage picture(960, 480, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        // Writing: lines of ten pixels, black and white.
        for (int y = 0; y < picture.height(); y += 10) {
            painter.fillRect(0, y, picture.width(), 5, Qt::black);
        }
        painter.end();
        const QImage soft = ui::SignInPane::blurred(QPixmap::fromImage(picture)).toImage();
        QVERIFY(!soft.isNull());
        int darkest = 255;
        int lightest = 0;
        for (int y = 0; y < soft.height(); ++y) {
            const int grey = qGray(soft.pixel(soft.width() / 2, y));
            darkest = std::min(darkest, grey);
            lightest = std::max(lightest, grey);
        }
        QVERIFY2(lightest - darkest < 40, qPrintable(QStringLiteral("%1 to %2").arg(darkest).arg(lightest)));
    }

    void initials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << "Dana Levi"
                                   << "DL";
        QTest::newRow("one") << QStringLiteral("רבקה") << QStringLiteral("ר");
        QTest::newRow("Hebrew doctor") << QStringLiteral("ד״ר יעל כהן") << QStringLiteral("יכ");
        QTest::newRow("plain quotes") << QStringLiteral("ד\"ר יעל כהן") << QStringLiteral("יכ");
        QTest::newRow("English doctor") << "Dr. Yael Cohen"
                                        << "YC";
        QTest::newRow("three words") << "anna maria lev"
                                     << "AM";
        QTest::newRow("title alone") << "Dr."
                                     << "D";
        QTest::newRow("nothing") << ""
                                 << "";
    }
    void initials()
    {
        QFETCH(QString, name);
        QTEST(ui::initialsOf(name), "initials");
    }
};

QTEST_MAIN(TestUiSignIn)
#include "test_ui_signin.moc"
