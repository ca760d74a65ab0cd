// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fakedesk.h"
#include "ui/mainwindow.h"

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

/// Runs the command of the window that has these keys.
void press(const Parts& parts, const char* keys);

/// A section of the settings.
void showSection(const Parts& parts, int row);
/// A row of the audit log.
void chooseEntry(const Parts& parts, int row);
void showErasure(const Parts& parts);
void showStaff(const Parts& parts);
/// A message that waits for its time, and one that was not sent.
void planLater(const Parts& parts);
/// The times at which a message can be sent.
void showTimes(const Parts& parts);
/// Connections in several states; the first check found something.
void showConnections(const Parts& parts);
void showShortcuts(const Parts& parts);

/// Some rows wear labels, one is a reminder.
void showSorting(const Parts& parts);
void selectSome(const Parts& parts);
void showLabelEditor(const Parts& parts);
void showSnoozePicker(const Parts& parts);
void showSortMenu(const Parts& parts);
void showRules(const Parts& parts);
void showConnectClinic(const Parts& parts);
void showLastConnection(const Parts& parts);
void showLocked(const Parts& parts);
void showHelp(const Parts& parts);

/// Who comes is offered a shift, and colleagues have left sheets.
void offerShift(const Parts& parts);
void showSheets(const Parts& parts);
void showEndShift(const Parts& parts);

} // namespace delpek::test
