// SPDX-License-Identifier: GPL-3.0-or-later
// render_pictures <folder> [scene …]: the window in both languages, both themes and two sizes, from fixed content at a
// fixed time.
#include "ui/application.h"
#include "ui/audit/auditpage.h"
#include "ui/democards.h"
#include "ui/escalations/answerbutton.h"
#include "ui/escalations/escalationmodel.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/fakedesk.h"
#include "ui/fakesetup.h"
#include "ui/help/helpwindow.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/searchresults.h"
#include "ui/insights/daychart.h"
#include "ui/insights/insightspane.h"
#include "ui/insights/rangebar.h"
#include "ui/mainwindow.h"
#include "ui/notes/notebox.h"
#include "ui/pictureparts.h"
#include "ui/privacy/privacypage.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/side/sidepane.h"
#include "ui/sorting/sorter.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QTextStream>

#include <functional>

using namespace delpek;
using namespace delpek::test;

namespace
{

;

void chooseTemplate(const Parts& parts, int row)
{
    parts.window.findChild<QListWidget*>(QStringLiteral("templateList"))->setCurrentRow(row);
}

void addFiles(const Parts& parts)
{
    auto& files = parts.thread.composer().files();
    const domain::ConversationId id{test::FakeDesk::Booking};
    files.setPlace(id, true);
    files.add(id,
              {QByteArray(245'000, 'x'), QStringLiteral("application/pdf"), QStringLiteral("הנחיות אחרי סתימה.pdf")});
    files.add(id, {QByteArray(1'300'000, 'x'), QStringLiteral("image/png"), QStringLiteral("picture.png")});
    parts.thread.composer().edit().insertPlainText(QStringLiteral("מצורפות ההנחיות והמיקום שלנו"));
}

void showPicture(const Parts& parts)
{
    parts.thread.view().verticalScrollBar()->setValue(0);
    parts.thread.attachments().showPicture(parts.thread.threadWindow().messages().front().id);
}

void search(const Parts& parts, const char* words)
{
    parts.window.findChild<QLineEdit*>(QStringLiteral("inboxSearch"))->setText(QString::fromUtf8(words));
    QTest::qWait(150);
}

const QDate lastDay(2026, 3, 5);

ui::InsightsPane& showInsights(const Parts& parts)
{
    fillCards(parts.desk);
    parts.desk.acknowledge({test::EmergencyRaised});
    press(parts, "Ctrl+4");
    QTest::qWait(60);
    return *parts.window.findChild<ui::InsightsPane*>();
}

void addNotes(const Parts& parts)
{
    const auto& messages = parts.thread.threadWindow().messages();
    auto& notes = parts.desk.notes();
    const domain::ConversationId id{test::FakeDesk::Booking};
    notes.add(id, QStringLiteral("מאיה"), QStringLiteral("דיברנו בטלפון: עדיף לה בבוקר, ורק אצל ד\"ר לוי."),
              messages[messages.size() - 3].id, parts.desk.now() - std::chrono::minutes(25));
    notes.add(id, QStringLiteral("רבקה"), QStringLiteral("Her son Itay comes along.\nשאלה על חניה: לשלוח לה את המפה."),
              messages.back().id, parts.desk.now() - std::chrono::minutes(2));
    QTest::qWait(60);
}

void slash(const Parts& parts, const char* typed)
{
    auto& edit = parts.thread.composer().edit();
    edit.setFocus();
    QTest::keyClick(&edit, Qt::Key_Slash);
    edit.insertPlainText(QString::fromUtf8(typed));
}

std::vector<Scene> scenes()
{
    using test::FakeDesk;
    std::vector<Scene> all{
        {QStringLiteral("booking"), FakeDesk::Booking},
        {QStringLiteral("emergency"), FakeDesk::Emergency, 1},
        {QStringLiteral("decisions"), FakeDesk::Booking, 1},
        {QStringLiteral("troubles"), FakeDesk::Mine},
        {QStringLiteral("files"), FakeDesk::Files},
        {QStringLiteral("picture"), FakeDesk::Files, 0, showPicture},
        {QStringLiteral("closed"), FakeDesk::Closed},
        {QStringLiteral("templates"), FakeDesk::Closed, 0, [](const Parts& parts) { chooseTemplate(parts, 0); }},
        {QStringLiteral("information"), FakeDesk::Closed, 0, [](const Parts& parts) { chooseTemplate(parts, 2); }},
        {QStringLiteral("refused"), FakeDesk::Closed, 0, [](const Parts& parts) { chooseTemplate(parts, 3); }},
        {QStringLiteral("closing"), FakeDesk::Nameless},
        {QStringLiteral("chips"), FakeDesk::Booking, 0, addFiles},
        {QStringLiteral("badchip"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             addFiles(parts);
             parts.thread.composer().files().add(
                 {FakeDesk::Booking}, {"MZ", QStringLiteral("application/x-msdownload"), QStringLiteral("setup.exe")});
         }},
        {QStringLiteral("undo"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.setUndo(std::chrono::seconds(5));
             addFiles(parts);
             parts.window.findChild<QPushButton*>(QStringLiteral("send"))->click();
         }},
        {QStringLiteral("takenback"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.setUndo(std::chrono::seconds(5));
             parts.thread.composer().edit().insertPlainText(QStringLiteral("זה היה לפציינטית אחרת"));
             parts.window.findChild<QPushButton*>(QStringLiteral("send"))->click();
             QTest::qWait(60);
             press(parts, "F9");
         }},
        {QStringLiteral("lightbox"), FakeDesk::Files, 0,
         [](const Parts& parts) {
             parts.thread.attachments().openPicture(parts.thread.threadWindow().messages().front().id);
         }},
        {QStringLiteral("listening"), FakeDesk::Files, 0,
         [](const Parts& parts) {
             parts.thread.view().verticalScrollBar()->setValue(40);
             parts.thread.view().setListening(parts.thread.threadWindow().messages()[2].id, ui::Listening{true, 5, 12});
         }},
        {QStringLiteral("earlier"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             const auto& messages = parts.thread.threadWindow().messages();
             const auto edited = std::ranges::find(messages, 2, &domain::Message::version);
             parts.thread.view().showEarlier(edited->id, {QStringLiteral("ראשון בבוקר מעולה. אפשר אישור במייל?")});
         }},
        {QStringLiteral("emergencycard"), FakeDesk::Booking, 0,
         [](const Parts& parts) { showCard(parts, test::EmergencyRaised); }},
        {QStringLiteral("question"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.acknowledge({test::EmergencyRaised});
             showCard(parts, test::DoctorAsked);
             parts.window.findChild<ui::AnswerButton*>()->click();
         }},
        {QStringLiteral("closedcard"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.acknowledge({test::EmergencyRaised});
             showCard(parts, test::DoctorAsked);
             const auto chips = parts.window.findChild<ui::EscalationPane*>()->findChild<QButtonGroup*>();
             chips->button(2)->click();
             parts.window.findChild<QListView*>(QStringLiteral("escalationList"))
                 ->setCurrentIndex(parts.window.findChild<ui::EscalationPane*>()->model().index(0));
         }},
        {QStringLiteral("handback"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.acknowledge({test::EmergencyRaised});
             showCard(parts, test::DoctorAsked);
             parts.desk.answerEscalation({test::DoctorAsked}, QStringLiteral("ד\"ר רון לוי"),
                                         QStringLiteral("I will call you today at 18:00, before you change anything."));
             QTest::qWait(60);
             press(parts, "Ctrl+Shift+B");
         }},
        {QStringLiteral("urgency"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showCard(parts, test::EmergencyRaised);
             press(parts, "Ctrl+Shift+U");
         }},
        {QStringLiteral("call"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.at({FakeDesk::Doctor}).phone = domain::Phone::parse(QStringLiteral("+44 7911 123456")).value();
             showCard(parts, test::DoctorAsked);
             press(parts, "Ctrl+Shift+P");
         }},
        {QStringLiteral("search"), FakeDesk::Booking, 0, [](const Parts& parts) { search(parts, "סתימה"); }},
        {QStringLiteral("searched"), FakeDesk::Emergency, 0,
         [](const Parts& parts) {
             search(parts, "סתימה ");
             parts.window.findChild<ui::SearchResults*>()->focusList();
             parts.window.findChild<ui::SearchResults*>()->openCurrent();
         }},
        {QStringLiteral("notfound"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.setNotYetSearchable(12400);
             search(parts, "ארנבת");
         }},
        {QStringLiteral("labels"), FakeDesk::Booking, 0, showSorting},
        {QStringLiteral("several"), FakeDesk::Booking, 0, selectSome},
        {QStringLiteral("putoff"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showSorting(parts);
             auto& inbox = *parts.window.findChild<ui::InboxPane*>();
             inbox.sorter().sort(
                 {{FakeDesk::Booking}, {FakeDesk::Mine}},
                 {.kind = desk::SortAct::Kind::Snooze, .until = parts.desk.now() + std::chrono::hours(23)});
             inbox.showOnly(desk::View::Snoozed);
         }},
        {QStringLiteral("shiftoffer"), FakeDesk::Booking, 0, offerShift},
        {QStringLiteral("sheets"), FakeDesk::Booking, 0, showSheets},
        {QStringLiteral("endshift"), FakeDesk::Booking, 0, showEndShift},
        {QStringLiteral("calldoctor"), FakeDesk::Booking, 0, [](const Parts& parts) { press(parts, "Ctrl+Shift+R"); }},
        {QStringLiteral("daybook"), FakeDesk::Booking, 0, showBookEntry},
        {QStringLiteral("bookcard"), FakeDesk::Booking, 0, showBookCard},
        {QStringLiteral("bookwho"), FakeDesk::Booking, 0, showBookWho},
        {QStringLiteral("bookat"), FakeDesk::Booking, 0, showBookAt},
        {QStringLiteral("placing"), FakeDesk::Booking, 0, showPlacing},
        {QStringLiteral("bookweek"), FakeDesk::Booking, 0, showBookWeek},
        {QStringLiteral("movevisit"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showBookEntry(parts);
             parts.window.findChild<QPushButton*>(QStringLiteral("moveVisit"))->click();
         }},
        {QStringLiteral("newvisit"), FakeDesk::Booking, 0,
         [](const Parts& parts) { parts.window.findChild<QPushButton*>(QStringLiteral("newVisit"))->click(); }},
        {QStringLiteral("patient"), FakeDesk::Booking, 0, showCards},
        {QStringLiteral("patientopen"), FakeDesk::Booking, 0, showOpenCards},
        {QStringLiteral("patientodoo"), FakeDesk::Doctor},
        {QStringLiteral("patientjoin"), FakeDesk::Booking, 0, showJoining},
        {QStringLiteral("patientsearch"), FakeDesk::Booking, 0, showCardSearch},
        {QStringLiteral("tieform"), FakeDesk::Mixed, 0, showTying},
        {QStringLiteral("tied"), FakeDesk::Mixed, 0, showTied},
        {QStringLiteral("newpatient"), FakeDesk::Mixed, 0, showNewPatient},
        {QStringLiteral("patientcode"), FakeDesk::Booking, 0, showCodeForm},
        {QStringLiteral("patientcodemade"), FakeDesk::Booking, 0, showCode},
        {QStringLiteral("settings"), FakeDesk::Booking, 0, [](const Parts& parts) { press(parts, "Ctrl+5"); }},
        {QStringLiteral("staff"), FakeDesk::Booking, 0, showStaff},
        {QStringLiteral("connections"), FakeDesk::Booking, 0, showConnections},
        {QStringLiteral("answers"), FakeDesk::Booking, 0, showAnswers},
        {QStringLiteral("alertsettings"), FakeDesk::Booking, 0, showAlerts},
        {QStringLiteral("noticecards"), FakeDesk::Booking, 0, showNoticeCards},
        {QStringLiteral("duty"), FakeDesk::Booking, 0, showDuty},
        {QStringLiteral("dutyform"), FakeDesk::Booking, 0, showDutyForm},
        {QStringLiteral("dutydate"), FakeDesk::Booking, 0, showDutyDate},
        {QStringLiteral("eraseresting"), FakeDesk::Booking, 0, showEraseResting},
        {QStringLiteral("webhook"), FakeDesk::Booking, 0, showWebhook},
        {QStringLiteral("pairing"), FakeDesk::Booking, 0, showPairing},
        {QStringLiteral("connectclinic"), FakeDesk::Booking, 0, showConnectClinic},
        {QStringLiteral("connectionsend"), FakeDesk::Booking, 0, showLastConnection},
        {QStringLiteral("shortcuts"), FakeDesk::Booking, 0, showShortcuts},
        {QStringLiteral("shortcuttaken"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showShortcuts(parts);
             QTest::keyClick(parts.window.findChild<ui::KeyField*>(), Qt::Key_F7);
         }},
        {QStringLiteral("badlink"), FakeDesk::Booking, 0,
         [](const Parts& parts) { parts.window.openLink(QStringLiteral("delpek://conversation/999999")); }},
        {QStringLiteral("staffform"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showStaff(parts);
             parts.window.findChild<QPushButton*>(QStringLiteral("changeStaff"))->click();
         }},
        {QStringLiteral("audit"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showPage<ui::AuditPage>(parts);
             chooseEntry(parts, 4);
         }},
        {QStringLiteral("auditbroken"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.auditRoom().brokenAt = 12;
             showPage<ui::AuditPage>(parts);
             auto* days = parts.window.findChild<QComboBox*>(QStringLiteral("auditDays"));
             days->setCurrentIndex(4);
             Q_EMIT days->activated(4);
             chooseEntry(parts, 18);
             parts.window.findChild<QPushButton*>(QStringLiteral("allOfConversation"))->click();
         }},
        {QStringLiteral("privacy"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.fakeSetup().at(QStringLiteral("privacy.keep-days")).value = QStringLiteral("730");
             showPage<ui::PrivacyPage>(parts);
         }},
        {QStringLiteral("rules"), FakeDesk::Booking, 0, showRules},
        {QStringLiteral("services"), FakeDesk::Booking, 0, showServices},
        {QStringLiteral("serviceform"), FakeDesk::Booking, 0, showServiceForm},
        {QStringLiteral("servicefolder"), FakeDesk::Booking, 0, showServiceFolder},
        {QStringLiteral("agents"), FakeDesk::Booking, 0, showAgents},
        {QStringLiteral("templatelist"), FakeDesk::Booking, 0, showTemplateList},
        {QStringLiteral("templateform"), FakeDesk::Booking, 0, showTemplateForm},
        {QStringLiteral("hours"), FakeDesk::Booking, 0, showHours},
        {QStringLiteral("hoursfault"), FakeDesk::Booking, 0, showHoursFault},
        {QStringLiteral("timeoff"), FakeDesk::Booking, 0, showTimeOff},
        {QStringLiteral("timeoffback"), FakeDesk::Booking, 0, showTimeOffBack},
        {QStringLiteral("clinic"), FakeDesk::Booking, 0, showClinic},
        {QStringLiteral("cliniclists"), FakeDesk::Booking, 0, showClinicLists},
        {QStringLiteral("clinicempty"), FakeDesk::Booking, 0, showClinicEmpty},
        {QStringLiteral("clinicmissing"), FakeDesk::Booking, 0, showClinicMissing},
        {QStringLiteral("treatmentform"), FakeDesk::Booking, 0, showTreatmentForm},
        {QStringLiteral("doctorform"), FakeDesk::Booking, 0, showDoctorForm},
        {QStringLiteral("retireform"), FakeDesk::Booking, 0, showRetireForm},
        {QStringLiteral("unsaved"), FakeDesk::Booking, 0, showUnsaved},
        {QStringLiteral("hourselsewhere"), FakeDesk::Booking, 0, showHoursElsewhere},
        {QStringLiteral("backup"), FakeDesk::Booking, 0, showBackup},
        {QStringLiteral("backuptrouble"), FakeDesk::Booking, 0, showBackupTrouble},
        {QStringLiteral("help"), FakeDesk::Booking, 0, showHelp},
        {QStringLiteral("labeleditor"), FakeDesk::Booking, 0, showLabelEditor},
        {QStringLiteral("snoozepicker"), FakeDesk::Booking, 0, showSnoozePicker},
        {QStringLiteral("sortmenu"), FakeDesk::Booking, 0, showSortMenu},
        {QStringLiteral("erasure"), FakeDesk::Booking, 0, showErasure},
        {QStringLiteral("erased"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             showErasure(parts);
             parts.window.findChild<QPushButton*>(QStringLiteral("eraseForGood"))->click();
         }},
        {QStringLiteral("signin"), FakeDesk::Booking, 0, [](const Parts& parts) { parts.desk.signIn().ask(); }},
        {QStringLiteral("locked"), FakeDesk::Booking, 0, showLocked},
        {QStringLiteral("signedin"), FakeDesk::Emergency, 0,
         [](const Parts& parts) {
             parts.desk.signIn().ask();
             parts.desk.signIn().admit(test::FakeSignIn::Noa);
             QTest::qWait(50);
             parts.window.findChild<ui::InboxPane*>()->select({FakeDesk::Emergency});
         }},
        {QStringLiteral("insights"), FakeDesk::Booking, 0, [](const Parts& parts) { showInsights(parts); }},
        {QStringLiteral("insightstoday"), FakeDesk::Booking, 0,
         [](const Parts& parts) { showInsights(parts).range().setRange(ui::InsightsRange::Today, lastDay); }},
        {QStringLiteral("insightsdays"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             auto& state = parts.desk.insights().state;
             state.accounts[0].fault = QStringLiteral("channel.wahaFailed");
             state.accounts[0].sends = false;
             state.recordsAsOf = state.asOf - std::chrono::hours(3);
             auto& pane = showInsights(parts);
             pane.range().setOwnDays(lastDay.addDays(-44), lastDay);
             pane.range().setRange(ui::InsightsRange::Own, lastDay);
             pane.charts()[0]->setFocus();
             pane.charts()[0]->setCurrent(40);
         }},
        {QStringLiteral("insightsempty"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             parts.desk.insights().all.clear();
             showInsights(parts);
         }},
        {QStringLiteral("insightstable"), FakeDesk::Booking, 0,
         [](const Parts& parts) { showInsights(parts).showTable(true); }},
        {QStringLiteral("quickreplies"), FakeDesk::Booking, 0, [](const Parts& parts) { slash(parts, ""); }},
        {QStringLiteral("quicknone"), FakeDesk::Booking, 0, [](const Parts& parts) { slash(parts, "xyz"); }},
        {QStringLiteral("quicksearch"), FakeDesk::Booking, 0, [](const Parts& parts) { press(parts, "Ctrl+Shift+I"); }},
        {QStringLiteral("quickgap"), FakeDesk::Booking, 0,
         [](const Parts& parts) {
             slash(parts, "הבא");
             QTest::keyClick(&parts.thread.composer().edit(), Qt::Key_Return);
         }},
        {QStringLiteral("notes"), FakeDesk::Booking, 2,
         [](const Parts& parts) {
             addNotes(parts);
             press(parts, "Ctrl+Shift+N");
             parts.thread.composer().noteBox().edit().insertPlainText(QStringLiteral("לבדוק שוב ביום ראשון"));
         }},
        {QStringLiteral("report"), FakeDesk::Booking, 1, test::showReportForm},
        {QStringLiteral("reported"), FakeDesk::Booking, 1, test::fillReports},
        {QStringLiteral("reviews"), FakeDesk::Booking, 1, test::showReviews},
        {QStringLiteral("settle"), FakeDesk::Booking, 1, test::showSettling},
        {QStringLiteral("replay"), FakeDesk::Booking, 1, test::showReplay},
        {QStringLiteral("later"), FakeDesk::Booking, 0, test::planLater},
        {QStringLiteral("latermenu"), FakeDesk::Booking, 0, test::showTimes},
        {QStringLiteral("quickreplyeditor"), FakeDesk::Booking, 0, [](const Parts& parts) {
             press(parts, "Ctrl+5");
             parts.window.findChild<QPushButton*>(QStringLiteral("openQuickReplies"))->click();
         }}};
    for (const auto& more : {voiceScenes(), draftScenes()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

bool picture(const QDir& folder, const ui::Preferences& preferences, QSize size, const Scene& scene)
{
    // Nothing of the scene before.
    QSettings().clear();
    test::FakeDesk desk;
    ui::MainWindow window(desk, preferences);
    window.resize(size);
    window.show();
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(&window);
    window.findChild<ui::InboxPane*>()->select({scene.conversation});
    window.findChild<ui::SidePane*>()->setCurrentIndex(scene.tab);
    QTest::qWait(100);
    if (scene.prepare) {
        scene.prepare({desk, window, *window.findChild<ui::ThreadPane*>()});
        QTest::qWait(150);
    }
    const QString file =
        QStringLiteral("%1-%2-%3-%4.png")
            .arg(scene.name, base::toText(preferences.language),
                 preferences.theme == ui::ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(size.width());
    QPixmap shot = window.grab();
    for (auto* dialog : window.findChildren<QDialog*>()) {
        if (dialog->isVisible()) {
            const QPixmap own = dialog->grab();
            QPainter(&shot).drawPixmap((shot.width() - own.width()) / 2, (shot.height() - own.height()) / 2, own);
        }
    }
    if (auto* help = window.findChild<ui::HelpWindow*>(); help != nullptr && help->isVisible()) {
        shot = help->grab();
    }
    for (auto* menu : window.findChildren<QMenu*>()) {
        if (menu->isVisible()) {
            const QPixmap own = menu->grab();
            QPainter(&shot).drawPixmap(window.mapFromGlobal(menu->pos()), own);
        }
    }
    return shot.save(folder.filePath(file));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("TZ", "Asia/Jerusalem");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("delpek-pictures"));
    if (argc < 2) {
        QTextStream(stderr) << "usage: render_pictures <folder> [scene …]\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    // With names of scenes behind the folder only those are drawn.
    const QStringList wanted = QCoreApplication::arguments().mid(2);
    for (const Scene& scene : scenes()) {
        if (!wanted.isEmpty() && !wanted.contains(scene.name)) {
            continue;
        }
        for (const auto language : {domain::Language::Hebrew, domain::Language::English}) {
            for (const auto theme : {ui::ThemeKind::Light, ui::ThemeKind::Dark}) {
                for (const QSize size : {QSize(1280, 720), QSize(1440, 900)}) {
                    if (!picture(folder, {language, theme, 10}, size, scene)) {
                        QTextStream(stderr) << "cannot write to " << folder.path() << "\n";
                        return 1;
                    }
                }
            }
        }
    }
    return 0;
}
