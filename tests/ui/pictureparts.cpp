// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "ui/fakesetup.h"

#include "ui/inbox/inboxpane.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/shortcuts/shortcutspage.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>
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

} // namespace delpek::test
