// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "safety/rulecards.h"
#include "ui/fakelatersends.h"
#include "ui/fakerulebook.h"
#include "ui/fakesetup.h"
#include "ui/fakeshifts.h"
#include "ui/help/helpwindow.h"
#include "ui/inbox/inboxpane.h"
#include "ui/rules/rulespage.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/shortcuts/shortcutspage.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadpane.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeWidget>

namespace delpek::test
{

void press(const Parts& parts, const char* keys)
{
    for (QAction* action : parts.window.actions()) {
        if (action->shortcut().toString() == QLatin1String(keys)) {
            action->trigger();
        }
    }
}

void showSection(const Parts& parts, int row)
{
    press(parts, "Ctrl+5");
    parts.window.findChild<QListWidget*>(QStringLiteral("settingsSections"))->setCurrentRow(row);
}

void chooseEntry(const Parts& parts, int row)
{
    auto* table = parts.window.findChild<QTableView*>(QStringLiteral("auditTable"));
    table->setCurrentIndex(table->model()->index(row, 0));
}

void showErasure(const Parts& parts)
{
    showSection(parts, 2);
    for (const auto id : {FakeDesk::Booking, FakeDesk::Emergency}) {
        parts.desk.at({id}).phone = domain::Phone::parse(QStringLiteral("054-1234567")).value();
    }
    parts.window.findChild<QLineEdit*>(QStringLiteral("erasePhone"))->setText(QStringLiteral("054-1234567"));
    parts.window.findChild<QPushButton*>(QStringLiteral("lookWhatIsKept"))->click();
    QTest::qWait(60);
    auto* list = parts.window.findChild<QTreeWidget*>(QStringLiteral("erasables"));
    list->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
    parts.window.findChild<QLineEdit*>(QStringLiteral("erasureProof"))->setText(QStringLiteral("4567"));
}

void showStaff(const Parts& parts)
{
    showSection(parts, 1);
    auto* list = parts.window.findChild<QTreeWidget*>(QStringLiteral("staffList"));
    list->setCurrentItem(list->topLevelItem(1));
}

void showConnections(const Parts& parts)
{
    using domain::FindingState;
    auto& setup = parts.desk.fakeSetup();
    const auto token = QStringLiteral("whatsapp.phone-number-id");
    setup.at(token).value = QStringLiteral("106540352242922");
    setup.at(token).isWaiting = true;
    setup.secrets[QStringLiteral("whatsapp.access-token")].isSet = true;
    setup.at(QStringLiteral("odoo.url")).source = desk::Setting::Source::Environment;
    setup.at(QStringLiteral("odoo.url")).place = QStringLiteral("DELPEK_ODOO_URL");
    setup.findings = {
        {FindingState::Good, {QStringLiteral("מפתח גישה"), QStringLiteral("token")}, QStringLiteral("@clinic_bot")},
        {FindingState::Attention,
         {QStringLiteral("אירוע אחרון"), QStringLiteral("last event")},
         {},
         {QStringLiteral("בערוץ הזה עוד לא הגיע כלום. שלחו אליו הודעה מהטלפון שלכם; אם גם היא לא מגיעה, בדקו את השורות "
                         "של הערוץ."),
          QStringLiteral("Nothing has ever arrived on this channel. Send it a message from your own phone; if that "
                         "does not arrive either, look at the findings above.")}},
        {FindingState::Fault,
         {QStringLiteral("כתובת קבלה"), QStringLiteral("way in")},
         QStringLiteral("https://old.example/api/telegram/webhook"),
         {QStringLiteral("לבוט הזה מוגדר webhook, ולכן טלגרם לא מוסרת כלום לדלפק, ששואלת בעצמה."),
          QStringLiteral(
              "A webhook is set for this bot, so Telegram gives nothing to Delpek, which asks by itself.")}}};
    auto* sections = parts.window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
    showSection(parts, sections->count() - 2);
    QTest::qWait(60);
    parts.window.findChild<QPushButton*>(QStringLiteral("telegram.check"))->click();
    QTest::qWait(60);
}

void showSorting(const Parts& parts)
{
    using Demo = FakeDesk::Demo;
    auto& sorting = parts.desk.sorting();
    sorting.all = {{{1}, QStringLiteral("ביטוח"), domain::LabelColour::Green},
                   {{2}, QStringLiteral("ממתין לצילום"), domain::LabelColour::Blue},
                   {{3}, QStringLiteral("VIP"), domain::LabelColour::Pink}};
    sorting.worn[{Demo::Booking}] = {{1}};
    sorting.worn[{Demo::Mixed}] = {{1}, {2}, {3}};
    sorting.worn[{Demo::Mine}] = {{2}};
    parts.desk.at({Demo::Nameless}).isReminded = true;
    parts.desk.publish({{domain::Topic::Label, 1, 0}});
    QTest::qWait(60);
}

void selectSome(const Parts& parts)
{
    showSorting(parts);
    auto* list = parts.window.findChild<ui::InboxPane*>()->findChild<QListView*>();
    for (const int row : {2, 3}) {
        list->selectionModel()->select(list->model()->index(row, 0), QItemSelectionModel::Select);
    }
}

namespace
{

/// The last entry of a menu of the bar that several selected conversations have.
void chooseLast(const Parts& parts, const char* button)
{
    selectSome(parts);
    auto* menu = parts.window.findChild<QToolButton*>(QLatin1String(button))->menu();
    Q_EMIT menu->aboutToShow();
    menu->actions().constLast()->trigger();
}

} // namespace

void showLabelEditor(const Parts& parts)
{
    chooseLast(parts, "sortLabels");
}

void showSnoozePicker(const Parts& parts)
{
    chooseLast(parts, "sortSnooze");
}

void showSortMenu(const Parts& parts)
{
    showSorting(parts);
    press(parts, "Ctrl+Shift+O");
}

void showRules(const Parts& parts)
{
    // The real ones.
    if (const auto cards = safety::readRuleCards(QStringLiteral(":/delpek/rules")); cards) {
        desk::RulePages pages{cards->version, {}};
        for (const auto& card : cards->rules) {
            pages.rules.push_back({card.id, base::toText(card.tier), safety::urgencyOf(card.tier), card.version,
                                   card.source, card.fires, card.silent});
        }
        parts.desk.fakeRuleBook().pages = std::move(pages);
    }
    press(parts, "Ctrl+5");
    const bool hebrew = parts.window.layoutDirection() == Qt::RightToLeft;
    auto& page = *parts.window.findChild<ui::RulesPage*>();
    auto* pages = qobject_cast<QStackedWidget*>(page.parentWidget());
    parts.window.findChild<QListWidget*>(QStringLiteral("settingsSections"))->setCurrentRow(pages->indexOf(&page));
    page.findChild<QTextEdit*>()->setPlainText(
        hebrew ? QStringLiteral("היי, כמה עולה ניקוי?\nהפנים שלי נפוחות ואני לא מצליח לנשום כמו שצריך")
               : QStringLiteral("hi, how much is a cleaning?\nmy face is swollen and I can't breathe properly"));
    QTest::qWait(250);
}

void showHelp(const Parts& parts)
{
    press(parts, "F1");
    parts.window.findChild<ui::HelpWindow*>()->showTopic(QStringLiteral("sorting"));
}

void offerShift(const Parts& parts)
{
    auto& shifts = parts.desk.fakeShifts();
    shifts.clear();
    shifts.ended(QStringLiteral("מאיה"), std::chrono::hours(19), QStringLiteral("Dr. Levi is away on Thursday."));
    shifts.ended(QStringLiteral("נועה"), std::chrono::minutes(35),
                 QStringLiteral("המעבדה מביאה שני כתרים לפני עשר.\nנגמר הנייר במדפסת, הזמנתי."));
    shifts.onShift(QStringLiteral("דנה"), std::chrono::hours(2));
    shifts.tell();
    QTest::qWait(60);
}

void showSheets(const Parts& parts)
{
    offerShift(parts);
    auto& shifts = parts.desk.fakeShifts();
    parts.desk.takeOver({FakeDesk::Doctor});
    shifts.settle({FakeDesk::Doctor});
    parts.window.findChild<QPushButton*>(QStringLiteral("shiftAct"))->click();
    QTest::qWait(60);
}

void showEndShift(const Parts& parts)
{
    auto& shifts = parts.desk.fakeShifts();
    shifts.clear();
    shifts.onShift(parts.desk.staffName(), std::chrono::hours(6));
    for (const auto which : {FakeDesk::Booking, FakeDesk::Mixed, FakeDesk::Nameless}) {
        parts.desk.at({which}).holder = {domain::HolderKind::Staff, parts.desk.staffName()};
        parts.desk.at({which}).needsPerson = false;
    }
    parts.desk.at({FakeDesk::Nameless}).unread = 0;
    parts.desk.at({FakeDesk::Nameless}).previewAuthor = domain::AuthorKind::Staff;
    parts.desk.at({FakeDesk::Long}).snoozedUntil = parts.desk.now() + std::chrono::hours(22);
    shifts.tell();
    QTest::qWait(60);
    press(parts, "Ctrl+Shift+G");
    QTest::qWait(60);
    parts.window.findChild<QTextEdit*>(QStringLiteral("shiftWords"))
        ->setPlainText(QStringLiteral("המעבדה מביאה שני כתרים לפני עשר.\nנגמר הנייר במדפסת, הזמנתי."));
}

void showShortcuts(const Parts& parts)
{
    press(parts, "Ctrl+5");
    auto* sections = parts.window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
    sections->setCurrentRow(sections->count() - 1);
    auto& page = *parts.window.findChild<ui::ShortcutsPage*>();
    auto& field = *page.findChild<ui::KeyField*>();
    page.select("message.write");
    QTest::keyClick(&field, Qt::Key_F11);
    page.select("conversation.hold");
    field.setFocus();
}

void planLater(const Parts& parts)
{
    auto& later = parts.desk.fakeLaterSends();
    const domain::ConversationId id{FakeDesk::Booking};
    later.add(id, QStringLiteral("רבקה"), QStringLiteral("בוקר טוב! מזכירים שיש לך תור היום אצל ד\"ר לוי."),
              parts.desk.now() + std::chrono::hours(20));
    later.add(id, QStringLiteral("מאיה"), QStringLiteral("Please bring the referral with you."),
              parts.desk.now() - std::chrono::hours(1), QStringLiteral("later.patientWrote"));
    parts.thread.composer().edit().insertPlainText(QStringLiteral("נתראה ביום ראשון!"));
    QTest::qWait(60);
}

void showTimes(const Parts& parts)
{
    parts.thread.composer().edit().insertPlainText(QStringLiteral("נתראה ביום ראשון!"));
    auto* button = parts.thread.composer().findChild<QToolButton*>(QStringLiteral("sendLater"));
    auto* menu = button->menu();
    Q_EMIT menu->aboutToShow();
    // A popup is a window of its own, which the picture of this one would leave out.
    menu->setParent(&parts.window, Qt::Widget);
    menu->adjustSize();
    menu->move(button->mapTo(&parts.window, QPoint(0, 0)) - QPoint(menu->width() / 2, menu->height()));
    menu->show();
}

void showConnectClinic(const Parts& parts)
{
    parts.desk.fakeSetup().now.isDemo = true;
    showConnections(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("connectMyClinic"))->click();
}

void showLastConnection(const Parts& parts)
{
    showConnections(parts);
    auto* last = parts.window.findChild<QLineEdit*>(QStringLiteral("llm.api-key"));
    last->setText(QStringLiteral("secret-of-mine"));
    last->setFocus();
    for (auto* area : parts.window.findChildren<QScrollArea*>()) {
        if (area->isAncestorOf(last)) {
            area->ensureWidgetVisible(last, 0, 200);
        }
    }
}

void showLocked(const Parts& parts)
{
    parts.desk.signIn().ask();
    parts.desk.signIn().admit(FakeSignIn::Cohen);
    QTest::qWait(100);
    parts.desk.signIn().lock();
    QTest::qWait(50);
    auto* pin = parts.window.findChild<QLineEdit*>(QStringLiteral("pin"));
    pin->setText(QStringLiteral("111222"));
    Q_EMIT pin->returnPressed();
}

} // namespace delpek::test
