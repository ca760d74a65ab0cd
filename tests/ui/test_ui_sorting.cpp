// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/localtime.h"
#include "ui/inbox/inboxmodel.h"
#include "ui/inbox/searchresults.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/labeleditor.h"
#include "ui/sorting/snoozetimes.h"
#include "ui/sorting/sortbar.h"
#include "ui/sorting/timepicker.h"
#include "ui/windowfixture.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using namespace std::chrono_literals;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

struct SortFixture : WindowFixture {
    explicit SortFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , list(*inbox.findChild<QListView*>())
        , bar(*inbox.findChild<ui::SortBar*>())
    {
        desk.sorting().all = {{{1}, QStringLiteral("ביטוח"), domain::LabelColour::Green},
                              {{2}, QStringLiteral("Lab"), domain::LabelColour::Blue}};
        desk.publish({{domain::Topic::Label, 1, 0}});
        QTRY_COMPARE(inbox.findChild<ui::LabelBook*>()->all().size(), size_t(2));
    }

    void click(FakeDesk::Demo which, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        const auto index = inbox.model().indexOf({which});
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), button, keys, list.visualRect(index).center());
    }

    QAction* action(QMenu* menu, const QString& text)
    {
        for (auto* one : menu->actions()) {
            if (one->text().contains(text)) {
                return one;
            }
        }
        return nullptr;
    }

    QMenu* menuOf(const char* button)
    {
        auto* menu = bar.findChild<QToolButton*>(QLatin1String(button))->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }

    QString said() { return bar.isVisible() ? bar.findChild<QLabel*>()->text() : QString(); }
    /// Out of the list; true: on top of it.
    void show(FakeDesk::Demo which, bool on)
    {
        auto& c = desk.at({which});
        c.snoozedUntil = on ? std::nullopt : std::optional(desk.now() + 1h);
        c.lastActivity = on ? desk.now() + 1s : c.lastActivity;
        desk.publish({{domain::Topic::Conversation, which, which}});
        QTRY_COMPARE(isListed(which), on);
    }
    /// As pressing what was found.
    void find(FakeDesk::Demo which)
    {
        inbox.findChild<QLineEdit*>(QStringLiteral("inboxSearch"))->setText(QStringLiteral("a"));
        Q_EMIT inbox.results().chosen({which}, {});
    }
    FakeDesk::Demo opened() { return FakeDesk::Demo(thread.conversation().id.value); }
    bool isListed(FakeDesk::Demo which) { return inbox.model().indexOf({which}).isValid(); }

    QListView& list;
    ui::SortBar& bar;
};

} // namespace

/// Labels, putting off and several conversations at once, in the window.
class TestUiSorting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesToPutOffUntil_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("offered");
        QTest::newRow("a Tuesday") << QStringLiteral("2026-03-03T11:20")
                                   << QStringLiteral("03 12:20, 03 14:20, 04 08:00, 08 08:00, 10 08:00");
        QTest::newRow("a Saturday: tomorrow is Sunday")
            << QStringLiteral("2026-03-07T21:00") << QStringLiteral("07 22:00, 08 00:00, 08 08:00, 14 08:00");
        QTest::newRow("a Sunday: in a week is Sunday")
            << QStringLiteral("2026-03-08T07:00") << QStringLiteral("08 08:00, 08 10:00, 09 08:00, 15 08:00");
        // The clocks go forward in the night of the 27th.
        QTest::newRow("summer time begins")
            << QStringLiteral("2026-03-26T23:30") << QStringLiteral("27 00:30, 27 03:30, 27 08:00, 29 08:00, 02 08:00");
    }
    void timesToPutOffUntil()
    {
        QFETCH(QString, now);
        const QTimeZone israel("Asia/Jerusalem");
        QStringList offered;
        for (const auto& choice :
             ui::snoozeChoices(domain::toInstant(domain::LocalTime::fromText(now), israel), israel)) {
            const auto local = domain::toLocal(choice.until, israel);
            offered << local.date.toString(QStringLiteral("dd ")) + local.time.toString(QStringLiteral("HH:mm"));
        }
        QTEST(offered.join(QStringLiteral(", ")), "offered");
    }

    /// Choosing several opens none of them: nothing is marked as read, and no words go to another patient.
    void severalAreChosenAndOneStaysOpen()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
        const int unread = f.desk.at({FakeDesk::Emergency}).unread;
        QVERIFY(unread > 0);
        f.click(FakeDesk::Emergency, Qt::ControlModifier);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        QCOMPARE(f.inbox.selected().size(), size_t(3));
        QCOMPARE(f.said(), QStringLiteral("3 selected"));
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking));
        QCOMPARE(f.desk.at({FakeDesk::Emergency}).unread, unread);
        QTest::keyClick(&f.list, Qt::Key_Escape);
        QCOMPARE(f.inbox.selected().size(), size_t(1));
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Booking));
        QVERIFY(!f.bar.isVisible());
        f.click(FakeDesk::Mixed);
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Mixed));
    }

    /// One row alone is the open one, also when it is what was left of two.
    void whatIsLeftOfTwoOpens()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        QCOMPARE(f.opened(), FakeDesk::Booking);
        f.click(FakeDesk::Booking, Qt::ControlModifier);
        QCOMPARE(f.opened(), FakeDesk::Mixed);
        QCOMPARE(f.inbox.selected(), std::vector<domain::ConversationId>{{FakeDesk::Mixed}});
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Mixed));
    }

    void readInOneGoAndBack()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Emergency, Qt::ControlModifier);
        f.click(FakeDesk::Doctor, Qt::ControlModifier);
        const int before = f.desk.at({FakeDesk::Emergency}).unread;
        f.bar.findChild<QToolButton*>(QStringLiteral("sortSeen"))->click();
        QCOMPARE(f.desk.at({FakeDesk::Emergency}).unread, 0);
        auto* undo = f.bar.findChild<QPushButton*>(QStringLiteral("undoSort"));
        QVERIFY(undo->isVisible());
        QVERIFY(f.said().contains(QStringLiteral("marked as read")));
        undo->click();
        QCOMPARE(f.desk.at({FakeDesk::Emergency}).unread, before);
        QVERIFY(!undo->isVisible());
    }

    void severalGoBackToTheAgentAtOnce()
    {
        SortFixture f;
        f.click(FakeDesk::Mine);
        f.click(FakeDesk::Booking, Qt::ControlModifier);
        f.click(FakeDesk::Emergency, Qt::ControlModifier);
        const auto before = f.desk.at({FakeDesk::Mine}).holder;
        QVERIFY(before.kind == domain::HolderKind::Staff);
        const auto urgent = f.desk.at({FakeDesk::Emergency}).holder;
        f.bar.findChild<QToolButton*>(QStringLiteral("sortHandBack"))->click();
        QVERIFY(f.desk.at({FakeDesk::Mine}).holder.kind == domain::HolderKind::Agent);
        QVERIFY2(f.desk.at({FakeDesk::Emergency}).holder == urgent, "an escalation is open there");
        QVERIFY(f.said().contains(QStringLiteral("The agent goes on in")));
        f.bar.findChild<QPushButton*>(QStringLiteral("undoSort"))->click();
        QVERIFY(f.desk.at({FakeDesk::Mine}).holder == before);
    }

    /// Whatever comes and goes in the list, what is written next is for the patient who was chosen.
    void aRowThatComesOpensNothing()
    {
        SortFixture f;
        f.show(FakeDesk::Closed, false);
        f.click(FakeDesk::Booking);
        f.find(FakeDesk::Mixed);
        f.show(FakeDesk::Closed, true);
        QCOMPARE(f.opened(), FakeDesk::Mixed);
        f.inbox.leaveSearch();
        QCOMPARE(f.opened(), FakeDesk::Mixed);
        QCOMPARE(f.inbox.current().value, qint64(FakeDesk::Mixed));
        f.show(FakeDesk::Closed, false);
        f.show(FakeDesk::Closed, true);
        QCOMPARE(f.opened(), FakeDesk::Mixed);
    }

    void aLinkOutOfTheListStays()
    {
        SortFixture f;
        f.show(FakeDesk::Mixed, false);
        f.inbox.showOnly(desk::View::Mine);
        f.click(FakeDesk::Mine);
        f.inbox.select({FakeDesk::Mixed});
        QTRY_COMPARE(f.inbox.model().rowCount(), 9);
        QCOMPARE(f.opened(), FakeDesk::Mixed);
        QCOMPARE(f.inbox.selected(), std::vector<domain::ConversationId>{{FakeDesk::Mixed}});
    }

    void oneThatLeavesOpensNoOther()
    {
        SortFixture f;
        f.inbox.showOnly(desk::View::NeedsPerson);
        QTRY_VERIFY(f.inbox.model().rowCount() > 1);
        const auto first = FakeDesk::Demo(f.inbox.model().row(0).conversation.id.value);
        const auto second = FakeDesk::Demo(f.inbox.model().row(1).conversation.id.value);
        f.click(first);
        f.click(second, Qt::ControlModifier);
        const int unread = f.desk.at({second}).unread;
        f.desk.at({first}).needsPerson = false;
        f.desk.publish({{domain::Topic::Conversation, first, first}});
        QTRY_VERIFY(!f.isListed(first));
        QCOMPARE(f.opened(), first);
        QCOMPARE(f.desk.at({second}).unread, unread);
        QCOMPARE(f.inbox.selected(), std::vector<domain::ConversationId>{{first}});
        QVERIFY(f.list.selectionModel()->selectedIndexes().empty()); // nothing looks open that is not
    }

    void theMenuIsForWhatIsOpen()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.find(FakeDesk::Mixed);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
        auto* menu = f.inbox.findChild<QMenu*>(QStringLiteral("sortMenu"));
        QVERIFY(menu != nullptr);
        f.action(f.action(menu, QStringLiteral("Put off"))->menu(), QStringLiteral("Tomorrow morning"))->trigger();
        menu->close();
        QVERIFY(f.desk.at({FakeDesk::Mixed}).snoozedUntil && !f.desk.at({FakeDesk::Booking}).snoozedUntil);
    }

    void whatWasDoneStaysSaidWhenTheWordsChange()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        f.bar.findChild<QToolButton*>(QStringLiteral("sortSeen"))->click();
        QEvent words(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&f.bar, &words);
        QVERIFY(f.said().contains(QStringLiteral("marked as read")));
        QVERIFY(f.bar.findChild<QPushButton*>(QStringLiteral("undoSort"))->isVisible());
    }

    void putOffAndShownAndBroughtBack()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        f.action(f.menuOf("sortSnooze"), QStringLiteral("Tomorrow morning"))->trigger();
        QTRY_VERIFY(!f.isListed(FakeDesk::Booking) && !f.isListed(FakeDesk::Mixed));
        QCOMPARE(f.said(), QStringLiteral("2 conversations put off: tomorrow at \u206808:00\u2069."));
        QCOMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Booking)); // what is open stays
        f.inbox.showOnly(desk::View::Snoozed);
        QTRY_COMPARE(f.inbox.model().rowCount(), 2);
        QCOMPARE(f.inbox.findChild<QPushButton*>(QStringLiteral("inboxMore"))->text(), QStringLiteral("Put off"));
        QVERIFY(f.inbox.model()
                    .index(0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("put off until tomorrow at \u206808:00")));
        f.click(FakeDesk::Mixed);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
        auto* menu = f.inbox.findChild<QMenu*>(QStringLiteral("sortMenu"));
        QVERIFY(menu != nullptr);
        f.action(f.action(menu, QStringLiteral("Put off"))->menu(), QStringLiteral("Bring back now"))->trigger();
        menu->close();
        QTRY_COMPARE(f.inbox.model().rowCount(), 1);
        QVERIFY(!f.desk.at({FakeDesk::Mixed}).snoozedUntil);
    }

    void anEmergencyStays()
    {
        SortFixture f;
        f.click(FakeDesk::Emergency);
        f.press(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
        auto* menu = f.inbox.findChild<QMenu*>(QStringLiteral("sortMenu"));
        auto* snooze = f.action(menu, QStringLiteral("Put off"))->menu();
        QCOMPARE(snooze->actions().size(), 1);
        QVERIFY(!snooze->actions().front()->isEnabled());
        menu->close();
    }

    void labelsAreWornAndFilteredBy()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        f.action(f.menuOf("sortLabels"), QStringLiteral("Lab"))->trigger();
        QCOMPARE(f.said(), QStringLiteral("2 conversations labelled \u2068Lab\u2069."));
        QTRY_VERIFY(f.inbox.model()
                        .indexOf({FakeDesk::Mixed})
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("label Lab")));
        f.inbox.showOnly(desk::View::All, domain::LabelId{2});
        QTRY_COMPARE(f.inbox.model().rowCount(), 2);
        // Where all have it, the same again takes it off.
        f.list.selectAll();
        f.bar.findChild<QToolButton*>(QStringLiteral("sortClear"))->click(); // what was said makes room
        auto* worn = f.action(f.menuOf("sortLabels"), QStringLiteral("Lab"));
        QVERIFY(worn->isChecked());
        worn->trigger();
        QTRY_COMPARE(f.inbox.model().rowCount(), 0);
        // A label that is deleted takes its filter with it.
        f.desk.sorting().removeLabel({2});
        QTRY_COMPARE(f.inbox.model().rowCount(), 10);
        // The last of all, too.
        f.inbox.showOnly(desk::View::All, domain::LabelId{1});
        QTRY_COMPARE(f.inbox.model().rowCount(), 0);
        f.desk.sorting().removeLabel({1});
        QTRY_COMPARE(f.inbox.model().rowCount(), 10);
        QCOMPARE(f.inbox.findChild<QPushButton*>(QStringLiteral("inboxMore"))->text(), QStringLiteral("More"));
    }

    void labelsAreEdited()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.action(f.menuOf("sortLabels"), QStringLiteral("Add and change"))->trigger();
        auto* editor = f.inbox.findChild<ui::LabelEditor*>();
        QVERIFY(editor != nullptr);
        auto* name = editor->findChild<QLineEdit*>(QStringLiteral("labelName"));
        auto* save = editor->findChild<QPushButton*>(QStringLiteral("saveLabel"));
        QCOMPARE(name->text(), QStringLiteral("ביטוח"));
        QVERIFY(!save->isEnabled());
        name->setText(QStringLiteral("Lab"));
        save->click();
        QCOMPARE(editor->findChild<QLabel*>(QStringLiteral("formTrouble"))->text(),
                 QStringLiteral("There is a label of this name already."));
        name->setText(QStringLiteral("Insurance"));
        save->click();
        QCOMPARE(f.desk.sorting().all[0].name, QStringLiteral("Insurance"));
        auto* list = editor->findChild<QListWidget*>();
        QTRY_COMPARE(list->item(0)->text(), QStringLiteral("Insurance"));
        QVERIFY(!save->isEnabled());
        // Changed at another desk meanwhile: told once, then meant.
        f.desk.sorting().all[0].colour = domain::LabelColour::Pink;
        name->setText(QStringLiteral("Claims"));
        save->click();
        QVERIFY(editor->findChild<QLabel*>(QStringLiteral("formTrouble"))
                    ->text()
                    .startsWith(QStringLiteral("This label was changed at another desk")));
        QCOMPARE(f.desk.sorting().all[0].name, QStringLiteral("Insurance"));
        f.desk.publish({{domain::Topic::Label, 1, 0}});
        QTRY_COMPARE(editor->findChild<ui::LabelBook*>()->all()[0].colour, domain::LabelColour::Pink);
        save->click();
        QTRY_COMPARE(f.desk.sorting().all[0].name, QStringLiteral("Claims"));
        // Deleting is asked about, and leaves no other label to be deleted by the next click.
        auto* remove = editor->findChild<QPushButton*>(QStringLiteral("removeLabel"));
        const auto answer = [&](const QString& text) {
            remove->click();
            auto* box = editor->findChild<QMessageBox*>(QStringLiteral("removeLabelBox"));
            for (auto* button : box->buttons()) {
                if (button->text() == text) {
                    button->click();
                }
            }
            QCoreApplication::sendPostedEvents(box, QEvent::DeferredDelete);
        };
        answer(QStringLiteral("Cancel"));
        QCOMPARE(list->count(), 2);
        answer(QStringLiteral("Delete"));
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(list->currentRow(), -1);
        QVERIFY(!remove->isEnabled());
        editor->reject();
    }

    void anotherTimeIsAhead()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        f.action(f.menuOf("sortSnooze"), QStringLiteral("Another time"))->trigger();
        auto* picker = f.inbox.findChild<ui::TimePicker*>();
        QVERIFY(picker != nullptr);
        auto* edit = picker->findChild<QDateTimeEdit*>();
        auto* take = picker->findChild<QPushButton*>();
        const auto first = edit->dateTime();
        edit->setDateTime(first.addDays(-2));
        QVERIFY(!take->isEnabled());
        QCOMPARE(picker->findChild<QLabel*>(QStringLiteral("formTrouble"))->text(),
                 QStringLiteral("This time is over."));
        edit->setDateTime(first.addDays(400));
        QVERIFY(!take->isEnabled());
        edit->setDateTime(first.addDays(2));
        take->click();
        const auto local = domain::toLocal(*f.desk.at({FakeDesk::Mixed}).snoozedUntil, f.desk.zone());
        QCOMPARE(local.date, first.date().addDays(2));
        QCOMPARE(local.time, QTime(8, 0));
    }

    void aTimeReadsTheSameInHebrew()
    {
        SortFixture f(domain::Language::Hebrew);
        f.click(FakeDesk::Booking);
        f.click(FakeDesk::Mixed, Qt::ControlModifier);
        f.menuOf("sortSnooze")->actions().constLast()->trigger();
        auto* picker = f.inbox.findChild<ui::TimePicker*>();
        QVERIFY(picker != nullptr);
        const auto* edit = picker->findChild<QDateTimeEdit*>();
        QCOMPARE(edit->text(), edit->dateTime().toString(QStringLiteral("dd.MM.yyyy HH:mm")));
    }

    void aReminderIsSaid()
    {
        SortFixture f;
        f.desk.at({FakeDesk::Closed}).isReminded = true;
        f.desk.publish({{domain::Topic::Conversation, FakeDesk::Closed, FakeDesk::Closed}});
        QTRY_VERIFY(f.inbox.model()
                        .indexOf({FakeDesk::Closed})
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QStringLiteral("Reminder")));
    }

    void aReminderOfWhatIsOpenGoesWhenItIsPressed()
    {
        SortFixture f;
        f.click(FakeDesk::Booking);
        f.desk.at({FakeDesk::Booking}).isReminded = true;
        f.desk.publish({{domain::Topic::Conversation, FakeDesk::Booking, FakeDesk::Booking}});
        QTest::qWait(50);
        QVERIFY(f.desk.at({FakeDesk::Booking}).isReminded);
        f.click(FakeDesk::Booking);
        QTRY_VERIFY(!f.desk.at({FakeDesk::Booking}).isReminded);
    }
};

QTEST_MAIN(TestUiSorting)
#include "test_ui_sorting.moc"
