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

/// What was begun at a desk and not sent, when the desk locks, somebody leaves or somebody else comes.
class TestUiUnsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingSpokenOutlivesTheLock()
    {
        SignInFixture f;
        f.inbox()->select({FakeDesk::Booking});
        auto& microphone = f.listen();
        f.window.voice().begin({FakeDesk::Booking});
        microphone.say(support::speech(2s));
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        QTRY_VERIFY(f.window.voice().note({FakeDesk::Booking}) != nullptr);
        f.type(FakeSignIn::pin());
        QTRY_VERIFY(!f.pane.isVisible());
        QVERIFY(f.window.voice().note({FakeDesk::Booking}) != nullptr);
    }

    void aPageThatIsUnsavedDoesNotStandOverTheLock()
    {
        SignInFixture f;
        for (auto* action : f.window.actions()) {
            if (action->text() == QLatin1String("Add and change quick replies")) {
                action->trigger();
            }
        }
        auto* editor = f.window.findChild<ui::QuickReplyEditor*>();
        QVERIFY(editor != nullptr);
        for (auto* field : editor->findChildren<QTextEdit*>()) {
            field->insertPlainText(QStringLiteral("changed"));
        }
        f.desk.signIn().lock();
        QTRY_VERIFY(f.pane.isVisible());
        QTRY_VERIFY(f.window.findChild<ui::QuickReplyEditor*>() == nullptr);
    }

    void aBegunNoteIsKeptForItsWriterAlone()
    {
        SignInFixture f;
        auto& drafts = f.desk.notes().drafts;
        const auto draftOf = [&](const QString& name) { return drafts[{{FakeDesk::Booking}, name}]; };
        const QString first = f.desk.staffName();
        f.inbox()->select({FakeDesk::Booking});
        f.thread()->composer().setNoting(true);
        f.thread()->composer().noteBox().edit().insertPlainText(QStringLiteral("half a no"));
        // At once, with nothing saved yet: what was written must not become the next person's.
        f.desk.signIn().admit(FakeSignIn::Dana);
        QTRY_COMPARE(f.desk.staffName(), QStringLiteral("דנה לוי"));
        QTest::qWait(600);
        QCOMPARE(draftOf(QStringLiteral("דנה לוי")), QString());
        f.inbox()->select({FakeDesk::Booking});
        QTest::qWait(20);
        QVERIFY(!f.thread()->composer().isNoting());

        const QPointer<ui::InboxPane> hers = f.inbox();
        f.desk.signIn().admit(FakeSignIn::Rivka);
        QTRY_VERIFY(hers.isNull());
        QCOMPARE(f.desk.staffName(), first);
        f.inbox()->select({FakeDesk::Booking});
        f.thread()->composer().setNoting(true);
        f.thread()->composer().noteBox().edit().insertPlainText(QStringLiteral("half a note"));
        // The lock and signing out ask nothing, and keep it.
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        QCOMPARE(draftOf(first), QStringLiteral("half a note"));
        f.type(FakeSignIn::pin());
        QTRY_VERIFY(!f.pane.isVisible());
        f.thread()->composer().noteBox().edit().insertPlainText(QStringLiteral(", whole"));
        f.window.findChild<QToolButton*>(QStringLiteral("person"))->menu()->actions().constLast()->trigger();
        QVERIFY(f.window.findChild<QMessageBox*>() == nullptr);
        QTRY_COMPARE(f.desk.signIn().state().entry, Entry::SignedOut);
        QTRY_VERIFY(f.inbox() == nullptr);
        QCOMPARE(draftOf(first), QStringLiteral("half a note, whole"));
        f.desk.signIn().admit(FakeSignIn::Rivka);
        QTRY_VERIFY(f.inbox() != nullptr);
        f.inbox()->select({FakeDesk::Booking});
        QTRY_COMPARE(f.thread()->composer().noteBox().edit().toPlainText(), QStringLiteral("half a note, whole"));
        QVERIFY(f.thread()->composer().isNoting());
    }

    void signingOutAsksForAFileThatWasNotSent()
    {
        SignInFixture f;
        f.inbox()->select({FakeDesk::Booking});
        f.thread()->composer().files().add({FakeDesk::Booking},
                                           {"%PDF-1.4", QStringLiteral("application/pdf"), QStringLiteral("a.pdf")});
        QTRY_COMPARE(f.thread()->composer().unsent().size(), size_t(1));
        f.inbox()->select({FakeDesk::Emergency});
        f.window.findChild<QToolButton*>(QStringLiteral("person"))->menu()->actions().constLast()->trigger();
        auto* box = f.window.findChild<QMessageBox*>();
        QVERIFY(box != nullptr && f.desk.signIn().state().entry == Entry::SignedIn);
        box->defaultButton()->click();
        QTRY_COMPARE(f.thread()->conversation().id.value, qint64(FakeDesk::Booking));
        // Whoever would take the desk over is told, and nobody closes it from outside.
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        f.button(QStringLiteral("somebodyElse")).click();
        const auto isTold = [&] {
            for (const auto* label : f.pane.findChildren<QLabel*>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("was not sent"))) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(isTold());
        QVERIFY(!f.window.close());
        QVERIFY(f.window.isVisible() && f.window.findChild<QMessageBox*>() == nullptr);
    }

    void signingOutAsksForWhatWasSpoken()
    {
        SignInFixture f;
        f.speak(FakeDesk::Booking);
        auto* person = f.window.findChild<QToolButton*>(QStringLiteral("person"));
        QVERIFY(person->isVisible());
        person->menu()->actions().constLast()->trigger();
        auto* box = f.window.findChild<QMessageBox*>();
        QVERIFY(box != nullptr && f.desk.signIn().state().entry == Entry::SignedIn);
        for (auto* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
                break;
            }
        }
        QTRY_COMPARE(f.desk.signIn().state().entry, Entry::SignedOut);
        QTRY_VERIFY(f.inbox() == nullptr);
        QVERIFY(f.window.voice().unsent().empty());
    }

    /// What could not be saved before somebody else came is not saved as theirs.
    void aDraftThatCouldNotBeSavedIsNobodyElses()
    {
        SignInFixture f;
        f.inbox()->select({FakeDesk::Booking});
        const QString before = f.desk.savedDraft({FakeDesk::Booking});
        f.thread()->composer().edit().insertPlainText(QStringLiteral("half a word"));
        f.desk.failWith(base::Error{ErrorCode::Unavailable, {}, {}});
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        f.desk.failWith({});
        f.desk.signIn().admit(FakeSignIn::Dana);
        QTRY_COMPARE(f.desk.staffName(), QStringLiteral("דנה לוי"));
        QTRY_VERIFY(f.inbox() != nullptr);
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), before);
    }

    void aLockedWindowSaysWhyItStays()
    {
        SignInFixture f;
        f.speak(FakeDesk::Booking);
        f.lock();
        QTRY_VERIFY(f.pane.isVisible());
        const auto isTold = [&] {
            return std::ranges::any_of(f.pane.findChildren<QLabel*>(), [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QStringLiteral("Closing would lose it"));
            });
        };
        QVERIFY(!isTold());
        QVERIFY(!f.window.close());
        QVERIFY(f.window.isVisible() && isTold());
    }
};

QTEST_MAIN(TestUiUnsent)
#include "test_ui_unsent.moc"
