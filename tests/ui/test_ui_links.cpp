// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"
#include "ui/democards.h"
#include "ui/desktop/deeplink.h"
#include "ui/desktop/openedlinks.h"
#include "ui/escalations/escalationpane.h"
#include "ui/problembar.h"
#include "ui/thread/holderbar.h"
#include "ui/windowfixture.h"

#include <QClipboard>
#include <QFileOpenEvent>

using namespace delpek;
using test::FakeDesk;
using test::FakeSignIn;
using test::WindowFixture;
using ui::DeepLink;

Q_DECLARE_METATYPE(delpek::ui::DeepLink)

namespace
{

struct LinkFixture : WindowFixture {
    LinkFixture() { fillCards(desk); }

    ui::ProblemBar& bar() const { return *window.findChild<ui::ProblemBar*>(); }
    template <typename Pane>
    Pane& pane() const
    {
        return *window.findChild<Pane*>();
    }
    qint64 shown() const { return thread.conversation().id.value; }
};

} // namespace

class TestUiLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksAreRead_data()
    {
        using To = DeepLink::To;
        QTest::addColumn<QString>("text");
        QTest::addColumn<DeepLink>("link");
        const auto row = [](const char* text, const DeepLink& link) {
            QTest::newRow(text) << QString::fromLatin1(text) << link;
        };
        row("delpek://conversation/1", {To::Conversation, 1, {}});
        row("delpek://conversation/123456789012345678", {To::Conversation, 123456789012345678, {}});
        row("DELPEK://conversation/17/", {To::Conversation, 17, {}});
        row("delpek://escalation/42", {To::Escalation, 42, {}});
        row("delpek://book/2026-03-05", {To::Book, 0, QDate(2026, 3, 5)});
        row("delpek://book/2028-02-29/", {To::Book, 0, QDate(2028, 2, 29)});
    }

    void linksAreRead()
    {
        QFETCH(QString, text);
        QFETCH(DeepLink, link);
        QCOMPARE(ui::parseDeepLink(text).value(), link);
        QCOMPARE(ui::parseDeepLink(ui::toText(link)).value(), link);
    }

    void otherLinksAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        for (const char* text : {"",
                                 "delpek:",
                                 "delpek:/",
                                 "delpek://",
                                 "delpek://conversation",
                                 "delpek://conversation/",
                                 "delpek://conversation/0",
                                 "delpek://conversation/01",
                                 "delpek://conversation/-1",
                                 "delpek://conversation/+1",
                                 "delpek://conversation/1.5",
                                 "delpek://conversation/1e3",
                                 "delpek://conversation/0x1f",
                                 "delpek://conversation/1//",
                                 "delpek://conversation/1/send",
                                 "delpek://conversation/1?text=hello",
                                 "delpek://conversation/1#take-over",
                                 "delpek://conversation/1 ",
                                 " delpek://conversation/1",
                                 "delpek://conversation/%31",
                                 "delpek://conversation/1%00",
                                 "delpek://conversation:80/1",
                                 "delpek://user@conversation/1",
                                 "delpek://conversation/../escalation/1",
                                 "delpek://Conversation/1",
                                 "delpek://conversations/1",
                                 "delpek://send/1",
                                 "delpek://take-over/1",
                                 "delpek://settings",
                                 "delpek:conversation/1",
                                 "delpek:///conversation/1",
                                 "delpek://book/today",
                                 "delpek://book/2026-13-01",
                                 "delpek://book/2026-02-30",
                                 "delpek://book/2026-3-5",
                                 "delpek://book/0001-01-01",
                                 "delpek://book/9999-12-31",
                                 "delpek://book/2026-03-05T10:00",
                                 "delpeks://conversation/1",
                                 "https://conversation/1",
                                 "file:///etc/passwd",
                                 "javascript:alert(1)",
                                 "--config",
                                 "delpek://conversation/1;rm -rf",
                                 "delpek://conversation/1'--"}) {
            row(*text == '\0' ? "nothing" : text, QString::fromLatin1(text));
        }
        row("too large", QStringLiteral("delpek://conversation/1234567890123456789"));
        row("larger than any number", QStringLiteral("delpek://conversation/99999999999999999999999999"));
        row("too long", QStringLiteral("delpek://conversation/") + QString(10'000'000, QLatin1Char('1')));
        row("a line behind it", QStringLiteral("delpek://conversation/1\n"));
        row("two lines", QStringLiteral("delpek://conversation/1\ndelpek://conversation/2"));
        row("an end inside", QStringLiteral("delpek://conversation/1") + QChar(0) + QStringLiteral("2"));
        row("digits of another script", QStringLiteral("delpek://conversation/١٢"));
        row("wide digits", QStringLiteral("delpek://conversation/１２"));
        row("a turned direction", QStringLiteral("delpek://conversation/\u202e21"));
        row("half a character", QStringLiteral("delpek://conversation/1") + QChar(0xd800));
        row("date of another script", QStringLiteral("delpek://book/٢٠٢٦-٠٣-٠٥"));
    }

    void otherLinksAreRefused()
    {
        QFETCH(QString, text);
        const auto link = ui::parseDeepLink(text);
        QVERIFY(!link);
        QCOMPARE(link.error().key, QStringLiteral("link.unknown"));
        // What was wrong with it may be anything: it is not repeated.
        QVERIFY(text.isEmpty() || !link.error().detail.contains(text));
    }

    void aLinkShowsAConversation()
    {
        LinkFixture f;
        const auto before = f.desk.at({FakeDesk::Emergency});
        f.press(Qt::CTRL | Qt::Key_3);
        f.window.openLink(QStringLiteral("delpek://conversation/%1").arg(int(FakeDesk::Emergency)));
        QTRY_COMPARE(f.shown(), qint64(FakeDesk::Emergency));
        QVERIFY(f.thread.isVisible());
        QCOMPARE(f.bar().text(), QString());
        QCOMPARE(f.desk.at({FakeDesk::Emergency}).holder, before.holder);
        QCOMPARE(f.desk.at({FakeDesk::Emergency}).epoch, before.epoch);
    }

    void aLinkShowsAnEscalation()
    {
        LinkFixture f;
        f.window.openLink(QStringLiteral("delpek://escalation/%1").arg(int(test::DoctorAsked)));
        auto& pane = f.pane<ui::EscalationPane>();
        QTRY_COMPARE(pane.current().value, qint64(test::DoctorAsked));
        QVERIFY(pane.isVisible());
        // Closed since: it is shown all the same.
        QVERIFY(f.desk.closeEscalation({test::EmergencyRaised}, QStringLiteral("done")).result());
        f.window.openLink(QStringLiteral("delpek://escalation/%1").arg(int(test::EmergencyRaised)));
        QTRY_COMPARE(pane.current().value, qint64(test::EmergencyRaised));
        QCOMPARE(f.bar().text(), QString());
    }

    void aLinkShowsADay()
    {
        LinkFixture f;
        f.window.openLink(QStringLiteral("delpek://book/2026-04-14"));
        auto& book = f.pane<ui::BookPane>();
        QVERIFY(book.isVisible());
        QCOMPARE(book.date(), QDate(2026, 4, 14));
    }

    void aLinkThatLeadsNowhereSaysSo_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("says");
        QTest::newRow("conversation") << QStringLiteral("delpek://conversation/999999")
                                      << QStringLiteral("The conversation of this link is not here");
        QTest::newRow("escalation") << QStringLiteral("delpek://escalation/999999")
                                    << QStringLiteral("The escalation of this link is not here");
        QTest::newRow("an act") << QStringLiteral("delpek://conversation/1/take-over")
                                << QStringLiteral("This link was not followed");
    }

    void aLinkThatLeadsNowhereSaysSo()
    {
        QFETCH(QString, link);
        QFETCH(QString, says);
        LinkFixture f;
        f.open(FakeDesk::Booking);
        f.window.openLink(link);
        QTRY_VERIFY(f.bar().text().startsWith(says));
        QCOMPARE(f.shown(), qint64(FakeDesk::Booking));
        // The next good one takes the sentence away.
        f.window.openLink(QStringLiteral("delpek://conversation/%1").arg(int(FakeDesk::Booking)));
        QTRY_COMPARE(f.bar().text(), QString());
    }

    void aLinkWaitsForWhoIsToSignIn()
    {
        LinkFixture f;
        f.desk.signIn().ask();
        QTRY_VERIFY(!f.window.centralWidget()->isVisible());
        f.window.openLink(QStringLiteral("delpek://conversation/%1").arg(int(FakeDesk::Emergency)));
        f.window.openLink(QStringLiteral("delpek://book/2026-04-14"));
        QVERIFY(!f.window.centralWidget()->isVisible());
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTRY_VERIFY(f.window.centralWidget()->isVisible());
        // The last one counts.
        QCOMPARE(f.pane<ui::BookPane>().date(), QDate(2026, 4, 14));
        QVERIFY(f.pane<ui::BookPane>().isVisible());
    }

    void aLinkWaitsBehindTheLock()
    {
        LinkFixture f;
        f.desk.signIn().ask();
        QTRY_VERIFY(!f.window.centralWidget()->isVisible());
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTRY_VERIFY(f.window.centralWidget()->isVisible());
        f.desk.signIn().lock();
        QTRY_VERIFY(!f.window.centralWidget()->isVisible());
        f.window.openLink(QStringLiteral("delpek://escalation/%1").arg(int(test::DoctorAsked)));
        QVERIFY(!f.window.centralWidget()->isVisible());
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTRY_VERIFY(f.window.centralWidget()->isVisible());
        QTRY_COMPARE(f.pane<ui::EscalationPane>().current().value, qint64(test::DoctorAsked));
        QVERIFY(f.pane<ui::EscalationPane>().isVisible());
    }

    void theSystemHandsLinksOver()
    {
        LinkFixture f;
        const ui::OpenedLinks opened([&f](const QString& link) { f.window.openLink(link); });
        QFileOpenEvent event(QUrl(QStringLiteral("delpek://book/2026-04-14")));
        QCoreApplication::sendEvent(QCoreApplication::instance(), &event);
        QCOMPARE(f.pane<ui::BookPane>().date(), QDate(2026, 4, 14));
    }

    void aLinkToWhatIsShownIsCopied()
    {
        LinkFixture f;
        const QKeySequence copy(Qt::CTRL | Qt::SHIFT | Qt::Key_K);
        const auto* clipboard = QGuiApplication::clipboard();
        f.open(FakeDesk::Booking);
        // The menu of the bar above it has the same command.
        const auto* bar = f.thread.findChild<ui::HolderBar*>();
        QCOMPARE(bar->actions().size(), 1);
        QCOMPARE(bar->actions().constFirst()->shortcut(), copy);
        f.press(copy);
        QCOMPARE(clipboard->text(), QStringLiteral("delpek://conversation/%1").arg(int(FakeDesk::Booking)));
        f.press(Qt::CTRL | Qt::Key_2);
        f.pane<ui::EscalationPane>().select({test::DoctorAsked});
        f.press(copy);
        QCOMPARE(clipboard->text(), QStringLiteral("delpek://escalation/%1").arg(int(test::DoctorAsked)));
        f.press(Qt::CTRL | Qt::Key_3);
        f.pane<ui::BookPane>().showDate(QDate(2026, 3, 9));
        f.press(copy);
        QCOMPARE(clipboard->text(), QStringLiteral("delpek://book/2026-03-09"));
        // Nothing there to lead to.
        f.press(Qt::CTRL | Qt::Key_5);
        f.press(copy);
        QCOMPARE(clipboard->text(), QStringLiteral("delpek://book/2026-03-09"));
    }
};

QTEST_MAIN(TestUiLinks)
#include "test_ui_links.moc"
