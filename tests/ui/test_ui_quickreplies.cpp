// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplymodel.h"
#include "ui/quickreplies/quickreplypanel.h"
#include "ui/thread/composeredit.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using domain::Language;
using test::FakeDesk;
using test::WindowFixture;

/// Quick replies, as they are put into what is written and as they are edited.
class TestUiQuickReplies : public QObject
{
    Q_OBJECT

    struct Replies : WindowFixture {
        using WindowFixture::WindowFixture;
        ui::QuickReplyPanel& panel() { return composer.quickReplies(); }
        ui::ComposerEdit& edit() { return composer.edit(); }
        QListView* list() { return composer.findChild<QListView*>(QStringLiteral("quickReplyList")); }
        QLineEdit* search() { return composer.findChild<QLineEdit*>(QStringLiteral("quickReplySearch")); }
        QPushButton* send() { return composer.findChild<QPushButton*>(QStringLiteral("send")); }
        QString chosen() { return list()->currentIndex().data().toString(); }
        QString written() { return edit().toPlainText(); }
        void type(const char* text) { QTest::keyClicks(&edit(), QString::fromUtf8(text)); }
        void key(Qt::Key key) { QTest::keyClick(&edit(), key); }
        void inBooking()
        {
            open(FakeDesk::Booking);
            edit().setFocus();
            composer.findChild<QPushButton*>(QStringLiteral("replyLanguage-en"))->click();
            edit().setFocus();
        }
    };

    struct Page : WindowFixture {
        explicit Page(Language language = Language::English)
            : WindowFixture(base::Duration{}, language)
        {
            window.findChild<QPushButton*>(QStringLiteral("openQuickReplies"))->click();
            page = window.findChild<ui::QuickReplyEditor*>();
            page->activateWindow();
            QTRY_COMPARE(QApplication::activeWindow(), page);
        }
        template <typename W>
        W* part(const char* name)
        {
            return page->findChild<W*>(QLatin1String(name));
        }
        void press(const char* name)
        {
            auto* button = part<QAbstractButton>(name);
            QVERIFY2(button->isEnabled() && button->isVisible(), name);
            button->click();
        }
        void choose(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
        QListView* list() { return part<QListView>("editedReplies"); }
        QString said() { return part<QLabel>("replySaid")->text(); }
        ui::QuickReplyEditor* page = nullptr;
    };

private Q_SLOTS:
    void theModelKeepsItsPromises()
    {
        FakeDesk desk;
        ui::QuickReplyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setReplies(desk.quickReplies().replies);
        model.setLanguage(Language::English);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(5).data().toString(), QStringLiteral("תודה"));
        model.setTyped(QStringLiteral("next"));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.textOf(0).contains(QStringLiteral("{next visit}")));
        model.setFacts(domain::ReplyFacts{});
        QVERIFY(model.textOf(0).contains(QStringLiteral("‹next visit›")));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Next visit: ")));
        model.setTyped({});
        model.setReplies({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aSlashOpensFiltersAndInserts()
    {
        Replies f;
        f.inBooking();
        f.type("/");
        QVERIFY(f.panel().isOpen() && f.panel().isVisible());
        QCOMPARE(f.list()->model()->rowCount(), 6);
        f.type("gre");
        QCOMPARE(f.list()->model()->rowCount(), 1);
        f.key(Qt::Key_Return);
        QVERIFY(!f.panel().isOpen());
        QCOMPARE(f.written(),
                 QStringLiteral("Hello Noa Cohen, this is רבקה from Rimon Dental Clinic. How can we help?"));
        QVERIFY2(f.desk.sent().empty(), "inserting never sends");
        QVERIFY(f.edit().hasFocus() && f.send()->isEnabled());
        // It is one step to undo.
        f.edit().undo();
        QCOMPARE(f.written(), QStringLiteral("/gre"));
    }

    void arrowsChoose()
    {
        Replies f;
        f.inBooking();
        f.type("/");
        QCOMPARE(f.chosen(), QStringLiteral("Greeting"));
        f.key(Qt::Key_Up);
        QCOMPARE(f.chosen(), QStringLiteral("Greeting"));
        f.key(Qt::Key_Down);
        QCOMPARE(f.chosen(), QStringLiteral("We are checking"));
        QVERIFY(f.edit().accessibleDescription().startsWith(QStringLiteral("We are checking: Thank you")));
        for (int i = 0; i < 9; ++i) {
            f.key(Qt::Key_Down);
        }
        f.key(Qt::Key_Enter);
        // It has a text in Hebrew only.
        QCOMPARE(f.written(), QStringLiteral("תודה רבה, נתראה!"));
    }

    void escapeLeavesAndWhatWasTypedStays()
    {
        Replies f;
        f.inBooking();
        f.type("/xyz");
        QCOMPARE(f.list()->model()->rowCount(), 0);
        f.key(Qt::Key_Return);
        QVERIFY2(f.panel().isOpen() && f.desk.sent().empty(), "Enter in an empty list does nothing");
        QVERIFY2(!f.send()->isEnabled(), "what was typed to choose is no message");
        f.key(Qt::Key_Escape);
        QVERIFY(!f.panel().isOpen() && f.edit().hasFocus());
        QCOMPARE(f.written(), QStringLiteral("/xyz"));
        f.type("!");
        QVERIFY(!f.panel().isOpen());
        f.key(Qt::Key_Return);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QCOMPARE(f.desk.sent()[0].text, QStringLiteral("/xyz!"));
    }

    void aSlashWithinATextIsASlash()
    {
        Replies f;
        f.inBooking();
        f.type("a/b");
        QVERIFY(!f.panel().isOpen());
        f.edit().clear();
        f.type("/");
        f.key(Qt::Key_Backspace);
        QVERIFY2(!f.panel().isOpen(), "without its slash it closes");
        f.edit().setPlainText(QStringLiteral("/12"));
        QVERIFY(!f.panel().isOpen());
    }

    void aGapIsFilledBeforeItIsSent()
    {
        Replies f;
        f.inBooking();
        f.type("/late");
        f.key(Qt::Key_Return);
        QVERIFY(f.written().contains(QStringLiteral("‹how many›")));
        QCOMPARE(f.edit().textCursor().selectedText(), QStringLiteral("‹how many›"));
        QCOMPARE(f.edit().extraSelections().size(), 1);
        QVERIFY(!f.send()->isEnabled());
        f.edit().moveCursor(QTextCursor::End);
        f.key(Qt::Key_Return);
        QVERIFY(f.desk.sent().empty());
        QCOMPARE(f.edit().textCursor().selectedText(), QStringLiteral("‹how many›"));
        f.type("20");
        QVERIFY(f.send()->isEnabled() && f.edit().extraSelections().isEmpty());
        f.key(Qt::Key_Return);
        QCOMPARE(f.desk.sent()[0].text,
                 QStringLiteral("Hello Noa Cohen, today we are running about 20 minutes late. We are sorry."));
    }

    void theButtonSearchesAndKeepsWhatIsWritten()
    {
        Replies f;
        f.inBooking();
        f.type("One moment. ");
        f.composer.findChild<QToolButton*>(QStringLiteral("quickReply"))->click();
        QVERIFY(f.search()->isVisible() && f.search()->hasFocus());
        QTest::keyClicks(f.search(), QStringLiteral("addr"));
        QTest::keyClick(f.search(), Qt::Key_Return);
        QCOMPARE(f.written(), QStringLiteral("One moment. Our address: 12 Herzl St, Rehovot. If you cannot find us, "
                                             "please call 03-5550100."));
        QVERIFY(f.edit().hasFocus() && f.desk.sent().empty());
        f.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
        QVERIFY(f.panel().isOpen() && f.search()->text().isEmpty());
        QTest::keyClick(f.search(), Qt::Key_Escape);
        QVERIFY(!f.panel().isOpen() && f.edit().hasFocus());
    }

    void theLanguageIsTheConversationsUntilItIsSwitched()
    {
        Replies f;
        f.open(FakeDesk::Booking);
        f.edit().setFocus();
        f.type("/");
        QCOMPARE(f.chosen(), QStringLiteral("פתיחה"));
        f.composer.findChild<QPushButton*>(QStringLiteral("replyLanguage-en"))->click();
        QCOMPARE(f.chosen(), QStringLiteral("Greeting"));
        QVERIFY2(f.edit().hasFocus(), "what is typed still filters");
        f.open(FakeDesk::Mine);
        QVERIFY(!f.panel().isOpen());
    }

    void whatIsChosenBeforeTheFactsComeWaitsForThem()
    {
        Replies f;
        f.inBooking();
        f.desk.quickReplies().factsWait = true;
        f.type("/gre");
        f.key(Qt::Key_Return);
        QCOMPARE(f.written(), QStringLiteral("/gre"));
        f.desk.quickReplies().answerFacts();
        QVERIFY(f.written().startsWith(QStringLiteral("Hello Noa Cohen")));
        // What is left before that is not written into another conversation.
        f.edit().clear();
        f.type("/gre");
        f.key(Qt::Key_Return);
        f.open(FakeDesk::Mine);
        f.desk.quickReplies().answerFacts();
        QVERIFY(!f.written().contains(QStringLiteral("Noa")));
    }

    void withoutRecordsThereAreGaps()
    {
        Replies f;
        f.inBooking();
        f.desk.quickReplies().factsWait = true;
        f.type("/gre");
        f.desk.quickReplies().failure = Error{ErrorCode::Unavailable, {}, {}};
        f.desk.quickReplies().answerFacts();
        f.key(Qt::Key_Return);
        QVERIFY(f.written().startsWith(QStringLiteral("Hello ‹patient›")));
    }

    void aReplyIsAddedAndChanged()
    {
        Page f;
        f.press("addReply");
        QTest::keyClicks(f.part<QLineEdit>("replyName-en"), QStringLiteral("Parking"));
        QVERIFY(!f.list()->isEnabled());
        f.press("saveReply");
        QVERIFY2(f.said().contains(QStringLiteral("text that belongs")), qPrintable(f.said()));
        QCOMPARE(f.desk.quickReplies().replies.size(), size_t(6));
        f.part<QTextEdit>("replyText-en")->setPlainText(QStringLiteral("Behind the house, {patient}."));
        f.press("saveReply");
        QCOMPARE(f.desk.quickReplies().replies.size(), size_t(7));
        QCOMPARE(f.desk.quickReplies().replies[6].name.en, QStringLiteral("Parking"));
        QCOMPARE(f.list()->currentIndex().data().toString(), QStringLiteral("Parking"));
        QVERIFY(f.list()->isEnabled());
        f.part<QLineEdit>("replyName-en")->setText(QStringLiteral("Where to park"));
        f.press("saveReply");
        QCOMPARE(f.desk.quickReplies().replies[6].name.en, QStringLiteral("Where to park"));
        f.press("closeReplies");
        QTRY_VERIFY(f.window.findChild<ui::QuickReplyEditor*>() == nullptr);
    }

    void theyAreOrderedDeletedAndBroughtBack()
    {
        Page f;
        f.choose(1);
        f.press("replyUp");
        const QString ordered =
            QStringLiteral("We are checking, Greeting, Next visit, Address and phone, Running late, תודה");
        QCOMPARE(f.desk.quickReplies().names(), ordered);
        QVERIFY(!f.part<QAbstractButton>("replyUp")->isEnabled());
        f.choose(2);
        f.press("removeReply");
        QVERIFY(!f.desk.quickReplies().names().contains(QStringLiteral("Next visit")));
        QVERIFY(f.said().contains(QStringLiteral("Next visit")));
        f.press("undoRemove");
        QCOMPARE(f.desk.quickReplies().names(), ordered);
        f.press("replyDown");
        QVERIFY(f.desk.quickReplies().names().contains(QStringLiteral("Address and phone, Next visit")));
    }

    void whatIsNotSavedIsNotLostByClosing()
    {
        Page f;
        f.choose(0);
        f.part<QTextEdit>("replyText-en")->setPlainText(QStringLiteral("Mine"));
        f.page->reject();
        QVERIFY(f.page->isVisible() && f.said().contains(QStringLiteral("not saved")));
        // Somebody else was quicker.
        auto other = f.desk.quickReplies().replies[0];
        other.text.en = QStringLiteral("Theirs");
        f.desk.quickReplies().save(other);
        QCOMPARE(f.part<QTextEdit>("replyText-en")->toPlainText(), QStringLiteral("Mine"));
        f.press("saveReply");
        QVERIFY(f.said().contains(QStringLiteral("meanwhile")));
        QCOMPARE(f.desk.quickReplies().replies[0].text.en, QStringLiteral("Theirs"));
        f.press("discardReply");
        QCOMPARE(f.part<QTextEdit>("replyText-en")->toPlainText(), QStringLiteral("Theirs"));
        f.page->reject();
        QVERIFY(!f.page->isVisible());
    }

    void aFieldGoesWhereItIsWritten()
    {
        Page f(Language::Hebrew);
        f.choose(5);
        auto* english = f.part<QTextEdit>("replyText-en");
        english->setFocus();
        auto* menu = f.part<QPushButton>("insertField")->menu();
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("patient"));
        menu->actions().front()->trigger();
        QCOMPARE(english->toPlainText(), QStringLiteral("{patient}"));
        auto* hebrew = f.part<QTextEdit>("replyText-he");
        hebrew->setFocus();
        hebrew->moveCursor(QTextCursor::End);
        menu->actions()[4]->trigger();
        QVERIFY(hebrew->toPlainText().endsWith(QStringLiteral("{התור הבא}")));
    }
};

QTEST_MAIN(TestUiQuickReplies)
#include "test_ui_quickreplies.moc"
