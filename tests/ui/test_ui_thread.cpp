// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/bubble.h"
#include "ui/windowfixture.h"

#include <QElapsedTimer>
#include <QScrollBar>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

class TestUiThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredThousandMessagesOpenAtOnce()
    {
        WindowFixture f;
        QElapsedTimer timer;
        timer.start();
        f.open(FakeDesk::Long);
        f.thread.view().viewport()->repaint();
        const qint64 took = timer.elapsed();
        qInfo("opened in %lld ms", static_cast<long long>(took));
        QVERIFY2(took < 600, "more than the bound for a build with sanitizers");
        QCOMPARE(int(f.thread.threadWindow().messages().size()), ui::ThreadWindow::pageSize);
        QVERIFY(f.thread.view().isAtEnd());
    }

    void olderPagesKeepTheReadingPosition()
    {
        WindowFixture f;
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        view.verticalScrollBar()->setValue(450);
        for (int page = 0; page < 8; ++page) {
            const auto before = view.anchor();
            f.thread.threadWindow().loadOlder();
            QCOMPARE(view.anchor().first.value, before.first.value);
            QCOMPARE(view.anchor().second, before.second);
            view.verticalScrollBar()->setValue(450);
        }
        QVERIFY(int(f.thread.threadWindow().messages().size()) <= ui::ThreadWindow::maximum);
        QVERIFY(f.thread.threadWindow().hasNewer());
    }

    void scrollingGoesFarUpAndBackToTheEnd()
    {
        WindowFixture f;
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        const auto last = f.thread.threadWindow().messages().back().id;
        for (int step = 0; step < 400; ++step) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 120);
        }
        QVERIFY(f.thread.threadWindow().messages().front().id.value < last.value - 400);
        for (int step = 0; step < 1'000 && !view.isAtEnd(); ++step) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 120);
        }
        QVERIFY(view.isAtEnd());
        QCOMPARE(f.thread.threadWindow().messages().back().id.value, last.value);
    }

    void aNewMessageDoesNotPullAReaderDown()
    {
        WindowFixture f;
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        view.verticalScrollBar()->setValue(900);
        const auto before = view.anchor();
        f.desk.receive({FakeDesk::Long}, QStringLiteral("new"));
        QTRY_COMPARE(view.unseenBelow(), 1);
        QCOMPARE(view.anchor(), before);
        view.scrollToEnd();
        QCOMPARE(view.unseenBelow(), 0);
    }

    void atTheEndANewMessageIsFollowed()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        const auto count = f.thread.threadWindow().messages().size();
        f.desk.receive({FakeDesk::Booking}, QStringLiteral("one more\nwith a second line"));
        QTRY_COMPARE(f.thread.threadWindow().messages().size(), count + 1);
        QVERIFY(f.thread.view().isAtEnd());
    }

    /// More than fits came while nobody looked: the thread opens at the first of it, and is read when the end is.
    void whatNobodyHasSeenIsWhereAThreadOpens()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        for (int i = 0; i < 30; ++i) {
            f.desk.receive({FakeDesk::Long}, QStringLiteral("line %1\nand one more").arg(i));
        }
        const auto unread = [&] { return f.desk.conversation({FakeDesk::Long}).result()->unread; };
        QCOMPARE(unread(), 30);
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        const auto& messages = f.thread.threadWindow().messages();
        const auto first = messages[messages.size() - 30];
        QCOMPARE(first.text, QStringLiteral("line 0\nand one more"));
        QTRY_COMPARE(view.firstUnread().value, first.id.value);
        QCOMPARE(view.anchor().first.value, first.id.value);
        QVERIFY(!view.isAtEnd());
        QCOMPARE(view.unseenBelow(), 30);
        QCOMPARE(unread(), 30); // nobody has seen the last
        view.scrollToEnd();
        QTRY_COMPARE(unread(), 0);
        // The line stays while the conversation is open, and is gone the next time.
        QCOMPARE(view.firstUnread().value, first.id.value);
        f.open(FakeDesk::Booking);
        f.open(FakeDesk::Long);
        QVERIFY(view.isAtEnd() && !view.firstUnread().isValid());
    }

    /// In an emergency it counts how the patient is now: the thread opens at its end, with the line further up.
    void anEmergencyOpensAtItsLastWords()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        // More than one page of them: the first is looked for further up, and the end is seen all the same.
        for (int i = 0; i < ui::ThreadWindow::pageSize + 30; ++i) {
            f.desk.receive({FakeDesk::Emergency}, QStringLiteral("line %1\nand one more").arg(i));
        }
        f.open(FakeDesk::Emergency);
        auto& view = f.thread.view();
        QTRY_VERIFY(view.firstUnread().isValid());
        QVERIFY(view.isAtEnd());
        QTRY_COMPARE(f.desk.conversation({FakeDesk::Emergency}).result()->unread, 0);
    }

    void whatFitsIsSeenAtOnce()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.desk.receive({FakeDesk::Long}, QStringLiteral("one"));
        f.desk.receive({FakeDesk::Long}, QStringLiteral("two"));
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        const auto& messages = f.thread.threadWindow().messages();
        QTRY_COMPARE(view.firstUnread().value, messages[messages.size() - 2].id.value);
        QVERIFY(view.isAtEnd());
        QTRY_COMPARE(f.desk.conversation({FakeDesk::Long}).result()->unread, 0);
    }

    /// Whoever leaves a thread in its middle finds the same place when she comes back.
    void theReadingPlaceIsKeptOverOtherConversations()
    {
        WindowFixture f;
        f.open(FakeDesk::Long);
        auto& view = f.thread.view();
        for (int step = 0; step < 300; ++step) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 120);
        }
        const auto place = view.anchor();
        QVERIFY(place.first.isValid() && !view.isAtEnd());
        f.open(FakeDesk::Booking);
        QVERIFY(view.isAtEnd());
        f.open(FakeDesk::Long);
        QTRY_COMPARE(view.anchor(), place);
        // Who writes while she is away is read first.
        f.open(FakeDesk::Booking);
        f.desk.receive({FakeDesk::Long}, QStringLiteral("it hurts"));
        f.open(FakeDesk::Long);
        QTRY_VERIFY(view.isAtEnd() && view.firstUnread().isValid());
        QTRY_COMPARE(f.desk.conversation({FakeDesk::Long}).result()->unread, 0);
        for (int step = 0; step < 300; ++step) {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - 120);
        }
        const auto again = view.anchor();
        f.open(FakeDesk::Booking);
        f.open(FakeDesk::Long);
        QTRY_COMPARE(view.anchor(), again);
        // What comes meanwhile does not pull her down.
        f.desk.receive({FakeDesk::Long}, QStringLiteral("new"));
        QTest::qWait(60);
        QCOMPARE(view.anchor(), again);
        // Left at the end, it opens at the end.
        view.scrollToEnd();
        QTRY_VERIFY(view.isAtEnd());
        f.open(FakeDesk::Booking);
        f.open(FakeDesk::Long);
        QTRY_VERIFY(view.isAtEnd());
    }

    void copiedTextHasNoMarks()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        for (const auto& message : f.thread.threadWindow().messages()) {
            const QString text = f.thread.view().textOf(message.id);
            QVERIFY(!text.contains(QChar(0x2068)) && !text.contains(QChar(0x2069)));
        }
    }

    void aPhoneNumberKeepsItsPlusAndItsDigits()
    {
        QCOMPARE(ui::readable(QStringLiteral("המספר +972-54-765-4321 שלי")),
                 QStringLiteral("המספר \u2068+972-54-765-4321\u2069 שלי"));
        QCOMPARE(ui::readable(QStringLiteral("1+1 = 2")), QStringLiteral("1+1 = 2"));
    }

    void paragraphsKeepTheirOwnDirection()
    {
        ui::Theme theme;
        domain::Message message;
        message.text = QStringLiteral("שלום\nHello");
        const auto bubble = ui::layOut(message, {.width = 600, .direction = Qt::RightToLeft}, theme);
        QCOMPARE(bubble->paragraphs.size(), size_t(2));
        QCOMPARE(bubble->paragraphs[0].layout->textOption().textDirection(), Qt::RightToLeft);
        QCOMPARE(bubble->paragraphs[1].layout->textOption().textDirection(), Qt::LeftToRight);
        // A short line stands where its reading begins.
        message.text = QStringLiteral("שורה ארוכה שקובעת את רוחב הבועה\nקצר\nshort");
        const auto mixed = ui::layOut(message, {.width = 600, .direction = Qt::RightToLeft}, theme);
        const double inner = mixed->paragraphs[0].layout->lineAt(0).width();
        QVERIFY(mixed->paragraphs[1].layout->lineAt(0).naturalTextRect().right() > inner - 2);
        QVERIFY(mixed->paragraphs[2].layout->lineAt(0).naturalTextRect().left() < 2);
    }

    void bubblesStayInsideTheView_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {240, 340, 620, 1400}) {
            QTest::addRow("%d", width) << width;
        }
    }

    void bubblesStayInsideTheView()
    {
        QFETCH(int, width);
        ui::Theme theme;
        FakeDesk desk;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (const auto& message : desk.thread({FakeDesk::Booking})) {
                const auto bubble = ui::layOut(message, {.width = width, .direction = direction}, theme);
                QVERIFY(bubble->body.left() >= 0 && bubble->body.right() < width);
                for (const auto& option : bubble->options) {
                    QVERIFY(option.area.left() >= 0 && option.area.right() < width);
                }
            }
        }
    }

    void anUnknownSendCanBeConfirmed()
    {
        WindowFixture f;
        f.open(FakeDesk::Mine);
        const auto& messages = f.thread.threadWindow().messages();
        const auto unknown =
            std::ranges::find(messages, domain::DeliveryState::Unknown, &domain::Message::delivery)->id;
        Q_EMIT f.thread.view().actionWanted(unknown, ui::BubbleAction::ConfirmArrived);
        QTRY_COMPARE(std::ranges::find(f.thread.threadWindow().messages(), unknown, &domain::Message::id)->delivery,
                     domain::DeliveryState::Delivered);
    }
};

QTEST_MAIN(TestUiThread)
#include "test_ui_thread.moc"
