// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/problembar.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/bubblewords.h"
#include "ui/thread/lightbox.h"
#include "ui/thread/voiceplayer.h"
#include "ui/windowfixture.h"
#include "ui/wording.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;
using ui::BubbleAction;

/// What a person looks at, listens to and follows in a thread.
class TestUiMedia : public QObject
{
    Q_OBJECT

    static const domain::Message& messageOf(WindowFixture& f, domain::MessageKind kind)
    {
        return *std::ranges::find(f.thread.threadWindow().messages(), kind, &domain::Message::kind);
    }

    static void ask(WindowFixture& f, domain::MessageId id, BubbleAction action)
    {
        Q_EMIT f.thread.view().actionWanted(id, action);
    }

    /// Presses what stands at the middle of the bubble's part that does this.
    static bool press(WindowFixture& f, domain::MessageId id, BubbleAction action)
    {
        auto& view = f.thread.view();
        for (int y = 0; y < view.viewport()->height(); y += 4) {
            for (int x = 0; x < view.viewport()->width(); x += 8) {
                if (view.actionAt({x, y}) == std::pair(id, action)) {
                    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, {x, y});
                    return true;
                }
            }
        }
        return false;
    }

private Q_SLOTS:
    void aPictureIsSeenLargeAndEscapeClosesIt()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        auto& thread = f.desk.thread({FakeDesk::Files});
        const auto first = thread.front().id;
        // A second picture, so that there is one to go to.
        auto& second = thread[1];
        second.kind = domain::MessageKind::Image;
        second.attachment->type = QStringLiteral("image/png");
        f.desk.keepFile(second.id, f.desk.attachmentBytes(first).result().value());
        f.thread.threadWindow().toEnd();
        ask(f, first, BubbleAction::OpenPicture);
        auto* box = f.window.findChild<ui::LightBox*>();
        QVERIFY(box && box->isVisible());
        QCOMPARE(box->geometry(), box->parentWidget()->rect());
        // The alerts above the pages stay in sight.
        const auto* alert = f.window.findChild<QPushButton*>(QStringLiteral("acknowledge"));
        QVERIFY(alert && !QRect(box->mapToGlobal(QPoint()), box->size()).contains(alert->mapToGlobal(QPoint(2, 2))));
        QVERIFY(!box->findChild<QToolButton*>(QStringLiteral("lightBoxBefore"))->isEnabled());
        QTest::keyClick(box, Qt::Key_Right);
        QCOMPARE(box->current(), second.id);
        QTest::keyClick(box, Qt::Key_Right);
        QCOMPARE(box->current(), second.id);
        QTest::keyClick(box, Qt::Key_Left);
        QCOMPARE(box->current(), first);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<ui::LightBox*>() == nullptr);
    }

    void aShownPictureOpensByAClick()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        const auto id = f.thread.threadWindow().messages().front().id;
        f.thread.view().verticalScrollBar()->setValue(0);
        ask(f, id, BubbleAction::ShowPicture);
        QTRY_VERIFY(press(f, id, BubbleAction::OpenPicture));
        QVERIFY(f.window.findChild<ui::LightBox*>() != nullptr);
    }

    /// The machine that runs this may have a loudspeaker: then the note is read, else it is said that there is none.
    void aVoiceNoteIsHeardOrItIsSaidWhyNot()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        const auto id = messageOf(f, domain::MessageKind::Audio).id;
        f.desk.keepFile(id, "OggS");
        ask(f, id, BubbleAction::PlayVoice);
        if (ui::VoicePlayer::hasDevice()) {
            QCOMPARE(f.desk.filesRead(), 1);
        } else {
            QCOMPARE(f.desk.filesRead(), 0);
            QVERIFY(f.window.findChild<ui::ProblemBar*>()->text().contains(QStringLiteral("loudspeaker")));
        }
    }

    void whoListensSeesHowFar()
    {
        WindowFixture f;
        // With the window open the composer is low, and the note in sight.
        f.desk.at({FakeDesk::Files}).lastPatientMessage = f.desk.now();
        f.open(FakeDesk::Files);
        const auto id = messageOf(f, domain::MessageKind::Audio).id;
        f.thread.view().setListening(id, ui::Listening{true, 63, 125});
        f.thread.view().viewport()->repaint();
        QCOMPARE(domain::withoutIsolates(ui::bubblewords::listening({true, 63, 125})), QStringLiteral("1:03 / 2:05"));
        f.thread.view().verticalScrollBar()->setValue(0);
        QVERIFY(press(f, id, BubbleAction::PauseVoice));
        f.thread.view().setListening(id, {});
        QVERIFY(f.thread.view().verticalScrollBar()->maximum() >= 0);
    }

    void aPlaceOpensTheBrowserAfterAClickThatSaysWhere()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        const auto& place = messageOf(f, domain::MessageKind::Location);
        QVERIFY(ui::bubblewords::action(BubbleAction::OpenMap).contains(QStringLiteral("maps.google.com")));
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "opened");
        QVERIFY(m_opened.isEmpty());
        QVERIFY(press(f, place.id, BubbleAction::OpenMap));
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened.host(), QStringLiteral("maps.google.com"));
    }

    void anAnswerShowsWhatItAnswersAndLeadsThere()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        const auto& messages = f.thread.threadWindow().messages();
        const auto answer = std::ranges::find_if(messages, [](const auto& m) { return !m.quotedProviderId.isEmpty(); });
        QVERIFY(answer != messages.end());
        const auto* quoted = f.thread.threadWindow().quotedBy(*answer);
        QVERIFY(quoted && quoted->providerId == answer->quotedProviderId);
        QVERIFY(press(f, answer->id, BubbleAction::ShowQuoted));
        QVERIFY(f.thread.view().accessibleDescription().contains(QStringLiteral("לסתימה")));
    }

    void aQuoteFromFarAwayIsBrought()
    {
        WindowFixture f;
        auto& thread = f.desk.thread({FakeDesk::Long});
        thread[40].providerId = QStringLiteral("far");
        thread.back().quotedProviderId = QStringLiteral("far");
        f.open(FakeDesk::Long);
        const auto answer = thread.back().id;
        QTRY_VERIFY(f.thread.threadWindow().quotedBy(f.thread.threadWindow().messages().back()) != nullptr);
        ask(f, answer, BubbleAction::ShowQuoted);
        QTRY_COMPARE(f.thread.threadWindow().messages().back().id, thread[40].id);
        QVERIFY(f.thread.threadWindow().hasNewer());
    }

    void anEditShowsBothVersions()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        const auto& messages = f.thread.threadWindow().messages();
        const auto id = std::ranges::find(messages, 2, &domain::Message::version)->id;
        QVERIFY(press(f, id, BubbleAction::ShowEarlier));
        QVERIFY(press(f, id, BubbleAction::HideEarlier));
        QVERIFY(!press(f, id, BubbleAction::HideEarlier));
    }

    void timesAreTheClinics()
    {
        WindowFixture f;
        QCOMPARE(domain::withoutIsolates(ui::words::clockTime(f.desk.now())), QStringLiteral("10:30"));
        f.desk.setZone(QTimeZone("America/New_York"));
        QTRY_COMPARE(domain::withoutIsolates(ui::words::clockTime(f.desk.now())), QStringLiteral("03:30"));
    }

    void whatIsOpenAndSeenIsRead()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        QTRY_COMPARE(f.desk.at({FakeDesk::Booking}).unread, 0);
        f.desk.receive({FakeDesk::Booking}, QStringLiteral("one more"));
        QCOMPARE(f.desk.at({FakeDesk::Booking}).unread, 1);
        QTRY_COMPARE(f.desk.at({FakeDesk::Booking}).unread, 0);
        // On another page it is not seen, until a person comes back.
        f.press(Qt::CTRL | Qt::Key_2);
        f.desk.receive({FakeDesk::Booking}, QStringLiteral("and another"));
        QTRY_VERIFY(f.thread.threadWindow().messages().back().text == QStringLiteral("and another"));
        QCOMPARE(f.desk.at({FakeDesk::Booking}).unread, 1);
        f.press(Qt::CTRL | Qt::Key_1);
        QTRY_COMPARE(f.desk.at({FakeDesk::Booking}).unread, 0);
    }

public Q_SLOTS:
    void opened(const QUrl& url) { m_opened = url; }

private:
    QUrl m_opened;
};

QTEST_MAIN(TestUiMedia)
#include "test_ui_media.moc"
