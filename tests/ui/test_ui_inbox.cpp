// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxmodel.h"
#include "ui/side/sidepane.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include <set>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

class TestUiInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void viewsShowWhatTheyName_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<int>("rows");
        QTest::newRow("all") << int(desk::View::All) << 10;
        QTest::newRow("needs a person") << int(desk::View::NeedsPerson) << 3;
        QTest::newRow("mine") << int(desk::View::Mine) << 1;
        QTest::newRow("doctor") << int(desk::View::WaitingForDoctor) << 1;
    }

    void viewsShowWhatTheyName()
    {
        QFETCH(int, view);
        QFETCH(int, rows);
        WindowFixture f;
        const QAbstractItemModelTester tester(&f.inbox.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.inbox.model().setView(desk::View(view));
        QCOMPARE(f.inbox.model().rowCount(), rows);
    }

    void filtersFitIntoTwoRows_data()
    {
        QTest::addColumn<bool>("hebrew");
        QTest::addColumn<QSize>("size");
        for (const bool hebrew : {true, false}) {
            for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
                QTest::addRow("%s %d", hebrew ? "he" : "en", size.width()) << hebrew << size;
            }
        }
    }

    void filtersFitIntoTwoRows()
    {
        QFETCH(bool, hebrew);
        QFETCH(QSize, size);
        WindowFixture f({}, hebrew ? domain::Language::Hebrew : domain::Language::English);
        f.window.resize(size);
        QTest::qWait(20);
        std::set<int> rows;
        int chips = 0;
        for (const auto* chip : f.inbox.findChildren<QPushButton*>()) {
            if (chip->property("kind") != QLatin1String("chip")) {
                continue;
            }
            rows.insert(chip->y());
            ++chips;
            QVERIFY2(chip->width() >= chip->sizeHint().width(), qPrintable(chip->text()));
            QVERIFY(f.inbox.rect().contains(chip->geometry()));
        }
        QCOMPARE(chips, 7);
        QVERIFY2(rows.size() <= 2, qPrintable(QString::number(rows.size())));
    }

    void aRowThatMovesStaysSelected()
    {
        WindowFixture f;
        const QAbstractItemModelTester tester(&f.inbox.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.open(FakeDesk::Colleague);
        f.desk.receive({FakeDesk::Closed}, QStringLiteral("I am back"));
        QTRY_COMPARE(f.inbox.model().row(0).conversation.id.value, qint64(FakeDesk::Closed));
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Colleague));
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Colleague));
    }

    void nothingOfAnErasedConversationStays()
    {
        WindowFixture f;
        f.open(FakeDesk::Mixed);
        const auto& side = *f.window.findChild<ui::SidePane*>();
        const auto shows = [&](const QWidget& pane, const QString& words) {
            const auto labels = pane.findChildren<QLabel*>();
            return std::ranges::any_of(
                labels, [&](const auto* label) { return label->isVisible() && label->text().contains(words); });
        };
        const QString name = f.thread.conversation().displayName;
        QTRY_VERIFY(shows(side, name));
        f.desk.erase({FakeDesk::Mixed});
        QTRY_VERIFY(!f.thread.conversation().id.isValid());
        QTRY_VERIFY(!f.inbox.model().indexOf({FakeDesk::Mixed}).isValid());
        QVERIFY(!shows(f.thread, name));
        QVERIFY(!shows(side, name));
    }

    /// The neighbour must not slip under the hands of whoever is writing.
    void aRowThatLeavesTheFilterStaysOpen()
    {
        WindowFixture f;
        f.inbox.model().setView(desk::View::NeedsPerson);
        f.open(FakeDesk::Mixed);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Mixed));
        f.desk.at({FakeDesk::Mixed}).needsPerson = false;
        f.desk.publish({{domain::Topic::Conversation, FakeDesk::Mixed, FakeDesk::Mixed}});
        QTRY_COMPARE(f.inbox.model().rowCount(), 2);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Mixed));
    }

    void nextWaitingGoesToTheMostUrgent()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.press(Qt::Key_F8);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Emergency));
        f.press(Qt::Key_F8);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Doctor));
    }

    void aRowReadsAsASentence()
    {
        WindowFixture f;
        const QString sentence = f.inbox.model().indexOf({FakeDesk::Emergency}).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(QStringLiteral("Emergency, waiting for 4 min, held by Nobody, 2 unread messages")),
                 qPrintable(sentence));
    }

    void aFailureIsSaidAndRetried()
    {
        WindowFixture f;
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        f.inbox.model().reload();
        auto* bar = f.window.findChild<QWidget*>(QStringLiteral("problemBar"));
        QVERIFY(bar->isVisible());
        QCOMPARE(f.inbox.model().rowCount(), 10);
        f.desk.failWith(std::nullopt);
        f.inbox.model().reload();
        QVERIFY(!bar->isVisible());
    }
};

QTEST_MAIN(TestUiInbox)
#include "test_ui_inbox.moc"
