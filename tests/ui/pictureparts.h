// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fakedesk.h"
#include "ui/mainwindow.h"
#include "ui/settingssections.h"

#include <functional>

namespace delpek::ui
{
class ThreadPane;
}

// What the pictures of render_pictures are prepared with.

namespace delpek::test
{

struct Parts {
    FakeDesk& desk;
    ui::MainWindow& window;
    ui::ThreadPane& thread;
};

/// A picture: what is open, which tab of the side, and what is done before it is drawn.
struct Scene {
    QString name;
    qint64 conversation;
    int tab = 0;
    std::function<void(const Parts&)> prepare = {};
};

/// Recording and answering by voice.
std::vector<Scene> voiceScenes();
/// Drafts of the agent, and colleagues at other desks.
std::vector<Scene> draftScenes();

/// The card of an escalation.
void showCard(const Parts& parts, qint64 id);

/// Runs the command of the window that has these keys.
void press(const Parts& parts, const char* keys);
/// The page of the settings of that kind, opened.
template <typename Page>
Page& showPage(const Parts& parts)
{
    press(parts, "Ctrl+5");
    return chooseSettings<Page>(parts.window);
}
/// What the clinic has decided: answers, alerts, how notices go out, what is erased by itself.
void showAnswers(const Parts& parts);
void showAlerts(const Parts& parts);
void showNoticeCards(const Parts& parts);
void showEraseResting(const Parts& parts);
/// Who is on duty; somebody more in the week, and on one date.
void showDuty(const Parts& parts);
void showDutyForm(const Parts& parts);
void showDutyDate(const Parts& parts);
/// New hours with visits outside of them; hours that overlap; a closure; the hours of other records.
void showHours(const Parts& parts);
void showHoursFault(const Parts& parts);
void showTimeOff(const Parts& parts);
void showTimeOffBack(const Parts& parts);
/// The clinic's own data: whole, its lists, before anything stands in it, with gaps; its forms.
void showClinic(const Parts& parts);
void showClinicLists(const Parts& parts);
void showClinicEmpty(const Parts& parts);
void showClinicMissing(const Parts& parts);
void showTreatmentForm(const Parts& parts);
void showDoctorForm(const Parts& parts);
void showRetireForm(const Parts& parts);
void showUnsaved(const Parts& parts);
void showHoursElsewhere(const Parts& parts);
/// Copies; one that failed while the next is made.
void showBackup(const Parts& parts);
void showBackupTrouble(const Parts& parts);
/// A row of the audit log.
void chooseEntry(const Parts& parts, int row);
void showErasure(const Parts& parts);
void showStaff(const Parts& parts);
/// The section of services and agents; its tab, the form of a service with a price in it.
void showServices(const Parts& parts);
void showAgents(const Parts& parts);
void showServiceForm(const Parts& parts);
void showServiceFolder(const Parts& parts);
void showTemplateList(const Parts& parts);
void showTemplateForm(const Parts& parts);
/// A message that waits for its time, and one that was not sent.
void planLater(const Parts& parts);
/// The times at which a message can be sent.
void showTimes(const Parts& parts);
/// Connections in several states; the first check found something.
void showConnections(const Parts& parts);
void showWebhook(const Parts& parts);
void showShortcuts(const Parts& parts);

/// Some rows wear labels, one is a reminder.
void showSorting(const Parts& parts);
void selectSome(const Parts& parts);
void showLabelEditor(const Parts& parts);
void showSnoozePicker(const Parts& parts);
void showSortMenu(const Parts& parts);
void showRules(const Parts& parts);
void showConnectClinic(const Parts& parts);
void showPairing(const Parts& parts);
void showLastConnection(const Parts& parts);
void showLocked(const Parts& parts);
void showHelp(const Parts& parts);

/// Some turns were reported, one report is settled.
void fillReports(const Parts& parts);
/// The form of a report in which urgency was missed.
void showReportForm(const Parts& parts);
void showReviews(const Parts& parts);
void showSettling(const Parts& parts);
/// A turn that would end otherwise today.
void showReplay(const Parts& parts);

/// Who comes is offered a shift, and colleagues have left sheets.
void offerShift(const Parts& parts);
void showSheets(const Parts& parts);
void showEndShift(const Parts& parts);

/// The cards of a family; with all of it unfolded; two cards side by side; a code for parents.
void showCards(const Parts& parts);
void showOpenCards(const Parts& parts);
void showJoining(const Parts& parts);
void showCardSearch(const Parts& parts);
void showTying(const Parts& parts);
void showTied(const Parts& parts);
/// The day book: an entry, one with a card, free time that was pressed, and a patient for whom one looks.
void showBookEntry(const Parts& parts);
void showBookCard(const Parts& parts);
void showBookWho(const Parts& parts);
void showBookAt(const Parts& parts);
void showPlacing(const Parts& parts);
void showBookWeek(const Parts& parts);
void showNewPatient(const Parts& parts);
void showCodeForm(const Parts& parts);
void showCode(const Parts& parts);

} // namespace delpek::test
