// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxmodel.h"
#include "ui/inbox/searchmodel.h"
#include "ui/inbox/searchresults.h"
#include "ui/theme/foundwords.h"
#include "ui/thread/foundbar.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

struct SearchFixture : WindowFixture {
    explicit SearchFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , field(*inbox.findChild<QLineEdit*>(QStringLiteral("inboxSearch")))
        , results(inbox.results())
        , list(*results.findChild<QListView*>(QStringLiteral("searchResults")))
    {
        // Nobody looks through a hundred thousand messages at each letter here.
        auto& thread = desk.thread({FakeDesk::Long});
        thread = thread.last(shortened);
    }

    /// Types it and waits for the answer.
    void type(const QString& text)
    {
        field.setText(text);
        QTRY_COMPARE(results.model().text(), text);
    }

    void waitForRefresh() const
    {
        QTest::qWait(int(std::chrono::milliseconds(ui::SearchResults::refreshPause).count()) + 200);
        QTRY_VERIFY(!results.isRefreshDue());
    }

    QStringList marked(int row) const
    {
        QStringList words;
        const auto& snippet = results.model().hit(row).snippet;
        for (const auto& mark : snippet.marks) {
            words.append(snippet.text.mid(mark.begin, mark.end - mark.begin));
        }
        return words;
    }

    static constexpr qsizetype shortened = 4'000;
    QLineEdit& field;
    ui::SearchResults& results;
    QListView& list;
};

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The search field of the inbox and the way to what it finds.
class TestUiSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingFindsNamesNumbersAndMessages_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("conversation");
        QTest::addColumn<int>("kind");
        QTest::newRow("name") << u("נועה") << qint64(FakeDesk::Booking) << int(desk::HitKind::Name);
        QTest::newRow("number") << u("0525550134") << qint64(FakeDesk::Emergency) << int(desk::HitKind::Phone);
        QTest::newRow("message") << u("סתימה השבוע") << qint64(FakeDesk::Booking) << int(desk::HitKind::Message);
    }

    void typingFindsNamesNumbersAndMessages()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, conversation);
        QFETCH(int, kind);
        SearchFixture f;
        const QAbstractItemModelTester tester(&f.results.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        f.press(QKeySequence::Find);
        QVERIFY(f.field.hasFocus());
        f.type(typed);
        QVERIFY(f.list.isVisible());
        QVERIFY(f.results.model().rowCount() >= 1);
        QCOMPARE(f.results.model().hit(0).conversation.id.value, conversation);
        QCOMPARE(int(f.results.model().hit(0).kind), kind);
        f.type({});
        QCOMPARE(f.results.model().rowCount(), 0);
        QVERIFY(!f.results.isVisible());
    }

    void enterOpensTheMessage()
    {
        SearchFixture f;
        f.open(FakeDesk::Emergency);
        f.press(QKeySequence::Find);
        f.type(u("סתימה השבוע"));
        QCOMPARE(f.marked(0), (QStringList{u("סתימה"), u("השבוע")}));
        const auto message = f.results.model().hit(0).message;
        QTest::keyClick(&f.field, Qt::Key_Return);
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
        QVERIFY(f.thread.foundBar().isVisible());
        QTRY_VERIFY(f.thread.view().hasFocus());
        QVERIFY(std::ranges::find(f.thread.threadWindow().messages(), message, &domain::Message::id) !=
                f.thread.threadWindow().messages().end());
        QVERIFY(f.thread.view().accessibleDescription().contains(u("סתימה")));
    }

    /// Who types and presses Enter at once gets what was typed, not what was shown before.
    void enterWaitsForTheAnswer()
    {
        SearchFixture f;
        f.type(u("נועה"));
        f.field.setText(u("0525550134"));
        QTest::keyClick(&f.field, Qt::Key_Return);
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Emergency));
    }

    /// The place of the list and its selection outlive the search, unless something was opened: that is what the list
    /// goes on with.
    void escapeBringsTheListBack()
    {
        SearchFixture f;
        f.open(FakeDesk::Emergency);
        auto* inboxList =
            qobject_cast<QListView*>(f.inbox.findChildren<QListView*>(Qt::FindDirectChildrenOnly).value(0));
        QVERIFY(inboxList != nullptr);
        f.press(QKeySequence::Find);
        f.type(u("נועה"));
        QVERIFY(!inboxList->isVisible());
        QTest::keyClick(&f.field, Qt::Key_Escape);
        QVERIFY(inboxList->isVisible() && inboxList->hasFocus());
        QVERIFY(f.field.text().isEmpty());
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Emergency));
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Emergency));

        f.press(QKeySequence::Find);
        f.type(u("נועה"));
        QTest::keyClick(&f.field, Qt::Key_Down);
        QVERIFY(f.list.hasFocus());
        QTest::keyClick(&f.list, Qt::Key_Return);
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
        QCOMPARE(f.inbox.selected(), std::vector<domain::ConversationId>{{FakeDesk::Booking}});
        QTest::keyClick(&f.list, Qt::Key_Escape);
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Booking));
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
    }

    void otherPlacesOfTheThreadAreAKeyAway()
    {
        SearchFixture f;
        auto& thread = f.desk.thread({FakeDesk::Long});
        const auto place = [&](size_t index) {
            thread[index].text = u("הכתר נשבר %1").arg(index);
            return thread[index].id;
        };
        const auto oldest = place(50);
        const auto middle = place(2'400);
        const auto newest = place(3'600);
        f.press(QKeySequence::Find);
        f.type(u("כתר נשבר"));
        QCOMPARE(f.results.model().rowCount(), 3);
        QTest::keyClick(&f.field, Qt::Key_Return);
        const auto shown = [&] {
            const auto& messages = f.thread.threadWindow().messages();
            QList<qint64> ids;
            for (const auto& message : messages) {
                ids.append(message.id.value);
            }
            return ids;
        };
        QTRY_VERIFY(shown().contains(newest.value));
        f.press(Qt::Key_F3);
        QTRY_VERIFY(shown().contains(middle.value));
        f.press(Qt::Key_F3);
        QTRY_VERIFY(shown().contains(oldest.value));
        f.press(Qt::Key_F3);
        QVERIFY(shown().contains(oldest.value));
        f.press(Qt::SHIFT | Qt::Key_F3);
        QTRY_VERIFY(shown().contains(middle.value));
        f.thread.foundBar().findChild<QPushButton*>(QStringLiteral("foundClose"))->click();
        QVERIFY(!f.thread.foundBar().isVisible());
    }

    void anotherConversationEndsTheMarks()
    {
        SearchFixture f;
        f.type(u("סתימה השבוע"));
        f.results.openCurrent();
        QVERIFY(f.thread.foundBar().isVisible());
        f.open(FakeDesk::Mine);
        QVERIFY(!f.thread.foundBar().isVisible());
        QVERIFY(!f.results.isVisible());
    }

    void nothingFoundIsSaidWithARemedy()
    {
        SearchFixture f;
        f.type(u("ארנבת"));
        auto* empty = f.results.findChild<QLabel*>(QStringLiteral("searchEmpty"));
        QVERIFY(empty->isVisible() && !f.list.isVisible());
        QVERIFY2(empty->text().contains(u("ארנבת")) && empty->text().contains(u("last four digits")),
                 qPrintable(empty->text()));
        auto* note = f.results.findChild<QLabel*>(QStringLiteral("searchNote"));
        QVERIFY(!note->isVisible());
        f.desk.setNotYetSearchable(1200);
        f.type(u("ארנבות"));
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(u("1200")), qPrintable(note->text()));
    }

    void aFailureIsSaid()
    {
        SearchFixture f;
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        f.type(u("נועה"));
        auto* bar = f.window.findChild<QWidget*>(QStringLiteral("problemBar"));
        QTRY_VERIFY(bar->isVisible());
        f.desk.failWith(std::nullopt);
    }

    void pagesFollowAsTheListIsScrolled()
    {
        SearchFixture f;
        for (auto& message : f.desk.thread({FakeDesk::Booking})) {
            message.text = u("כתר");
        }
        auto& thread = f.desk.thread({FakeDesk::Long});
        for (size_t i = 0; i < 100; ++i) {
            thread[i].text = u("כתר %1").arg(i);
        }
        f.type(u("כתר"));
        QCOMPARE(f.results.model().rowCount(), 40);
        // It asks for more by itself, as a list does that is scrolled to its end.
        const QAbstractItemModelTester tester(&f.results.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        while (f.results.model().canFetchMore({})) {
            f.results.model().fetchMore({});
        }
        const int all = f.results.model().rowCount();
        QCOMPARE(all, 100 + int(f.desk.thread({FakeDesk::Booking}).size()));
    }

    void whatArrivesIsFoundToo()
    {
        SearchFixture f;
        f.type(u("ארנבת"));
        const QAbstractItemModelTester tester(&f.results.model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!f.list.isVisible());
        const int asked = f.desk.searches();
        for (int i = 0; i < 5; ++i) {
            f.desk.receive({FakeDesk::Booking}, u("ארנבת %1").arg(i));
            QTest::qWait(50);
        }
        QCOMPARE(f.desk.searches(), asked);
        f.waitForRefresh();
        QCOMPARE(f.desk.searches(), asked + 1);
        QCOMPARE(f.results.model().rowCount(), 5);
        QVERIFY(f.list.isVisible() && f.results.model().hit(0).snippet.text.contains(u("ארנבת 4")));
        // What was written anew, and what was deleted.
        auto& thread = f.desk.thread({FakeDesk::Booking});
        thread.back().text = u("ארנבון");
        thread[thread.size() - 2].deleted = true;
        f.desk.publish({{domain::Topic::Message, thread.back().id.value, FakeDesk::Booking}});
        f.waitForRefresh();
        QCOMPARE(f.results.model().rowCount(), 3);
        QVERIFY(f.results.model().hit(0).snippet.text.contains(u("ארנבת 2")));
        // Nobody asks for what nobody looks at.
        f.type({});
        f.desk.receive({FakeDesk::Booking}, u("ארנבת"));
        f.waitForRefresh();
        QCOMPARE(f.desk.searches(), asked + 2);
    }

    void whoIsErasedIsNotShownAnyMore()
    {
        SearchFixture f;
        f.desk.receive({FakeDesk::Booking}, u("ארנבת"));
        f.desk.receive({FakeDesk::Mixed}, u("ארנבת"));
        f.type(u("ארנבת"));
        QCOMPARE(f.results.model().rowCount(), 2);
        f.desk.erase({FakeDesk::Booking});
        QTRY_COMPARE_WITH_TIMEOUT(f.results.model().rowCount(), 1, 500);
        QCOMPARE(f.results.model().hit(0).conversation.id.value, qint64(FakeDesk::Mixed));
        f.desk.erase({FakeDesk::Mixed});
        QTRY_VERIFY(!f.list.isVisible());
    }

    void thePlaceInTheListStays()
    {
        SearchFixture f;
        auto& thread = f.desk.thread({FakeDesk::Long});
        for (size_t i = 0; i < 300; ++i) {
            thread[i].text = u("ארנבת %1").arg(i);
        }
        f.type(u("ארנבת"));
        auto& model = f.results.model();
        model.fetchMore({});
        QVERIFY(model.rowCount() >= 80 && model.canFetchMore({}));
        const int rows = model.rowCount();
        f.list.setCurrentIndex(model.index(42));
        f.list.verticalScrollBar()->setValue(f.list.visualRect(model.index(40)).top() - 7);
        QTest::qWait(20);
        const auto top = model.hit(f.list.indexAt({50, 0}).row()).message;
        const int offset = f.list.visualRect(f.list.indexAt({50, 0})).top();
        const auto chosen = model.hit(42).message;
        for (int i = 0; i < 3; ++i) {
            f.desk.receive({FakeDesk::Booking}, u("ארנבת חדשה"));
        }
        f.waitForRefresh();
        QCOMPARE(model.rowCount(), rows + 3);
        QVERIFY(model.canFetchMore({}));
        QCOMPARE(f.list.currentIndex().row(), 45);
        QCOMPARE(model.hit(45).message, chosen);
        QVERIFY(f.list.selectionModel()->isSelected(model.index(45)));
        QCOMPARE(model.hit(f.list.indexAt({50, 0}).row()).message, top);
        QCOMPARE(f.list.visualRect(f.list.indexAt({50, 0})).top(), offset);
        // Every one stands there once.
        while (model.canFetchMore({})) {
            model.fetchMore({});
        }
        QCOMPARE(model.rowCount(), 303);
    }

    void whoTypesIsNotDisturbed()
    {
        SearchFixture f;
        f.type(u("ארנב"));
        f.desk.receive({FakeDesk::Booking}, u("ארנבת"));
        QTest::qWait(1000);
        f.type(u("ארנבת"));
        f.desk.receive({FakeDesk::Booking}, u("ארנבת"));
        const int asked = f.desk.searches();
        QTest::qWait(1500); // past the moment at which the first one would have been looked for
        QCOMPARE(f.desk.searches(), asked);
        f.waitForRefresh();
        QCOMPARE(f.desk.searches(), asked + 1);
        QCOMPARE(f.results.model().rowCount(), 2);
    }

    void aRowReadsAsASentence()
    {
        SearchFixture f;
        f.type(u("סתימה השבוע"));
        const QString sentence = f.results.model().index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.startsWith(u("נועה כהן, WhatsApp, ")), qPrintable(sentence));
        QVERIFY2(sentence.contains(u("סתימה")), qPrintable(sentence));
    }

    void marksStayOnTheirWordsBesideANumber()
    {
        const auto shown = ui::readable(domain::Snippet{u("התקשרו ל +972 54-123-4567 בעניין הכתר"), {{34, 37}}});
        QCOMPARE(shown.marks.size(), size_t(1));
        const auto mark = shown.marks.front();
        QCOMPARE(shown.text.mid(mark.begin, mark.end - mark.begin), u("כתר"));
        QVERIFY(shown.text.contains(u("\u2068+972 54-123-4567\u2069")));
    }

    void theLanguageMaySwitchMeanwhile()
    {
        SearchFixture f;
        f.type(u("סתימה השבוע"));
        f.results.openCurrent();
        f.window.setPreferences({domain::Language::Hebrew, ui::ThemeKind::Dark, 10});
        QVERIFY(f.thread.foundBar().isVisible());
        QCOMPARE(f.results.model().rowCount(), 1);
        QTRY_VERIFY2(f.field.placeholderText().startsWith(u("חיפוש")), qPrintable(f.field.placeholderText()));
    }
};

QTEST_MAIN(TestUiSearch)
#include "test_ui_search.moc"
