// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "safety/rulecards.h"
#include "ui/fakelatersends.h"
#include "ui/fakereviews.h"
#include "ui/fakerulebook.h"
#include "ui/fakeserviceroom.h"
#include "ui/fakesetup.h"
#include "ui/fakeshifts.h"
#include "ui/faketemplateroom.h"
#include "ui/help/helpwindow.h"
#include "ui/inbox/inboxpane.h"
#include "ui/privacy/privacypage.h"
#include "ui/reviews/reviewpage.h"
#include "ui/rules/rulespage.h"
#include "ui/services/servicespage.h"
#include "ui/setup/connectionspage.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/shortcuts/shortcutspage.h"
#include "ui/staff/staffpage.h"
#include "ui/templates/templatespage.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadpane.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
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

void chooseEntry(const Parts& parts, int row)
{
    auto* table = parts.window.findChild<QTableView*>(QStringLiteral("auditTable"));
    table->setCurrentIndex(table->model()->index(row, 0));
}

void showErasure(const Parts& parts)
{
    showPage<ui::PrivacyPage>(parts);
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
    showPage<ui::StaffPage>(parts);
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
    showPage<ui::ConnectionsPage>(parts);
    QTest::qWait(60);
    parts.window.findChild<QPushButton*>(QStringLiteral("telegram.check"))->click();
    QTest::qWait(60);
}

void showWebhook(const Parts& parts)
{
    parts.desk.fakeSetup().at(QStringLiteral("telegram.mode")).value = QStringLiteral("webhook");
    showPage<ui::ConnectionsPage>(parts);
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

namespace
{

/// The section of the settings that this page is.

} // namespace

void showServices(const Parts& parts)
{
    auto& room = parts.desk.fakeServiceRoom();
    room.at(QStringLiteral("parking")).isWaiting = true;
    auto& page = showPage<ui::ServicesPage>(parts);
    const bool hebrew = parts.window.layoutDirection() == Qt::RightToLeft;
    page.findChild<QLineEdit*>(QStringLiteral("serviceTrial"))
        ->setText(hebrew ? QStringLiteral("היי, איפה חונים אצלכם?") : QStringLiteral("hi, is there parking at yours?"));
    page.findChild<QListWidget*>(QStringLiteral("serviceList"))->setCurrentRow(2);
    QTest::qWait(250);
}

void showServiceFolder(const Parts& parts)
{
    parts.desk.fakeServiceRoom().now.folder.clear();
    showServices(parts);
}

void showAgents(const Parts& parts)
{
    parts.desk.fakeServiceRoom().team.chosen = QStringLiteral("team");
    showPage<ui::ServicesPage>(parts).tabs().setCurrentIndex(1);
}

void showServiceForm(const Parts& parts)
{
    showServices(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("changeService"))->click();
    parts.window.findChild<QTextEdit*>(QStringLiteral("/answer/he"))
        ->setPlainText(QStringLiteral("יש חניון מתחת לבניין, 15 ₪ לשעה."));
    QTest::qWait(500);
}

void showTemplateList(const Parts& parts)
{
    showPage<ui::TemplatesPage>(parts);
    parts.window.findChild<QListWidget*>(QStringLiteral("templateOverview"))->setCurrentRow(1);
}

void showTemplateForm(const Parts& parts)
{
    showPage<ui::TemplatesPage>(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("newTemplate"))->click();
    parts.window.findChild<QLineEdit*>(QStringLiteral("templateName"))->setText(QStringLiteral("parking_closed"));
    parts.window.findChild<QTextEdit*>(QStringLiteral("templateBody"))
        ->setPlainText(QStringLiteral("שלום {{patient_name}}, כאן {{clinic_name}}.\nביום {{appointment_date}} החניון "
                                      "מתחת לבניין סגור. אפשר לחנות ברחוב {{street}}"));
    parts.window.findChild<QLineEdit*>(QStringLiteral("templateFooter"))->setText(QStringLiteral("נתראה במרפאה"));
    parts.window.findChild<QLineEdit*>(QStringLiteral("templateReply0"))->setText(QStringLiteral("תודה"));
    parts.window.findChild<QLineEdit*>(QStringLiteral("templateReply1"))->setText(QStringLiteral("לשנות את התור"));
    parts.desk.fakeTemplateRoom().findings = {{QStringLiteral("variable-at-end"), QStringLiteral("body")}};
    parts.window.findChild<QPushButton*>(QStringLiteral("keepTemplate"))->click();
    QTest::qWait(100);
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
    const bool hebrew = parts.window.layoutDirection() == Qt::RightToLeft;
    auto& page = showPage<ui::RulesPage>(parts);
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
    const auto last = shifts.ended(QStringLiteral("נועה"), std::chrono::minutes(35),
                                   QStringLiteral("המעבדה מביאה שני כתרים לפני עשר.\nנגמר הנייר במדפסת, הזמנתי."));
    shifts.note(last, {FakeDesk::Booking}, QStringLiteral("מעדיפה בוקר.\nמגיעה עם הבן."));
    shifts.note(last, {FakeDesk::Mixed}, QStringLiteral("Asked for the invoice twice. Sent by mail."));
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
    const auto own = shifts.onShift(parts.desk.staffName(), std::chrono::hours(6));
    shifts.note(own, {FakeDesk::Booking}, QStringLiteral("מעדיפה בוקר."));
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
    auto& page = showPage<ui::ShortcutsPage>(parts);
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

void showPairing(const Parts& parts)
{
    auto& setup = parts.desk.fakeSetup();
    setup.at(QStringLiteral("waha.session")).value = QStringLiteral("clinic");
    // Nothing that a phone could read.
    constexpr int width = 41;
    desk::QrModules code{width, {}};
    for (unsigned i = 0, noise = 7; i < width * width; ++i) {
        noise = noise * 1103515245 + 12345;
        code.dark.push_back((noise >> 16 & 1) != 0);
    }
    setup.pairing = desk::Pairing{false, code};
    showConnections(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("waha.pair"))->click();
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

void fillReports(const Parts& parts)
{
    using domain::TurnFault;
    using namespace std::chrono_literals;
    auto& reviews = parts.desk.fakeReviews();
    reviews.asked = {QStringLiteral("כמה עולה סתימה? ואתם פתוחים בשישי?")};
    reviews.said = {QStringLiteral("סתימה עולה 320 ש\"ח. בימי שישי אנחנו פתוחים עד 14:00.")};
    const auto settled =
        reviews.add({1}, QStringLiteral("נועה"), {TurnFault::Tone, QStringLiteral("קצר מדי."), {}}, 50h);
    reviews.settle(settled, domain::ReviewOutcome::Mended, QStringLiteral("הנוסח של הפתיחה שונה."));
    reviews.add({2}, QStringLiteral("ד\"ר כהן"),
                {TurnFault::FalseAlarm, QStringLiteral("He only asked about parking after an emergency."), {}}, 3h);
    reviews.add({1}, QStringLiteral("מאיה"),
                {TurnFault::Untrue, QStringLiteral("בימי שישי אנחנו סגורים מאז החגים."),
                 QStringLiteral("בימי שישי המרפאה סגורה.")},
                20min);
    QTest::qWait(60);
}

void showReportForm(const Parts& parts)
{
    parts.window.findChild<QPushButton*>(QStringLiteral("reportTurn"))->click();
    auto* kind = parts.window.findChild<QComboBox*>(QStringLiteral("reportKind"));
    kind->setCurrentIndex(kind->findData(int(domain::TurnFault::MissedUrgency)));
    parts.window.findChild<QTextEdit*>(QStringLiteral("reportWords"))
        ->setPlainText(QStringLiteral("היא כתבה שהלחי נפוחה, והסוכן הציע תור ליום חמישי."));
}

void showReviews(const Parts& parts)
{
    fillReports(parts);
    auto* page = &showPage<ui::ReviewPage>(parts);
    auto* which = page->findChild<QComboBox*>(QStringLiteral("reviewWhich"));
    which->setCurrentIndex(2);
    Q_EMIT which->activated(2);
    QTest::qWait(60);
}

void showSettling(const Parts& parts)
{
    showReviews(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("settleReview"))->click();
}

void showReplay(const Parts& parts)
{
    auto& turn = parts.desk.fakeReviews().replayed;
    turn.then = {{QStringLiteral("ROUTINE"), {}},
                 QStringLiteral("book_appointment"),
                 QStringLiteral("Alex"),
                 {QStringLiteral("get_available_slots {\"treatment\":\"filling\"}")},
                 {{QStringLiteral("passed"), {}}},
                 QStringLiteral("replied"),
                 QStringLiteral("יש לנו תור ביום חמישי ב־16:30 אצל ד\"ר לוי. מתאים?")};
    turn.now = turn.then;
    turn.now.triage = {QStringLiteral("DOCTOR_REQUIRED"), {QStringLiteral("swelling-local")}};
    turn.now.outcome = QStringLiteral("escalated_to_doctor");
    turn.now.tools.clear();
    turn.now.said = QStringLiteral("העברתי את השאלה לרופא, והוא יחזור אלייך בהקדם.");
    parts.window.findChild<QPushButton*>(QStringLiteral("replayTurn"))->click();
}

} // namespace delpek::test
