// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/changefeed.h"
#include "ui/context.h"
#include "ui/desktop/deeplink.h"
#include "ui/mainwindow.h"
#include "ui/presence/presencekeeper.h"
#include "ui/problembar.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/spelling/spellbook.h"
#include "ui/theme/theme.h"
#include "ui/voice/voicenotes.h"

#include <QPointer>
#include <QTimer>

class QSplitter;
class QStackedWidget;

namespace delpek::ui
{

class AlertSound;
class Attention;
class BookPane;
class FaultWatch;
class EscalationList;
class EscalationPane;
class HelpWindow;
class IdleWatch;
class InboxPane;
class InsightsPane;
class Rail;
class SettingsPane;
class ShiftKeeper;
class SidePane;
class SignInPane;
class ThreadPane;

/// What a window is made of. The pages belong to the person who is signed in: they are made when he comes, and gone
/// when somebody else does.
struct MainWindow::Parts {
    Parts(desk::Desk& d, const Preferences& p);

    bool hasPages() const { return inbox != nullptr; }

    desk::Desk& desk;
    Preferences preferences;
    Theme theme;
    ChangeFeed feed;
    ProblemBar* problems; ///< the window's child
    VoiceNotes voice;
    Shortcuts shortcuts;
    PresenceKeeper presence;
    SpellBook spelling;
    Context context;
    Rail* rail = nullptr;
    QStackedWidget* pages = nullptr;
    SignInPane* signIn = nullptr;
    EscalationList* escalations = nullptr;
    FaultWatch* faults = nullptr;
    Attention* attention = nullptr;
    AlertSound* sound = nullptr;
    IdleWatch* idle = nullptr;
    HelpWindow* help = nullptr; ///< once it was opened
    ShiftKeeper* shifts = nullptr;
    QTimer layout;                ///< saves where the window stands, a moment after it moved
    int firstPage = 0;            ///< as it was left
    std::optional<DeepLink> link; ///< waits for somebody who is signed in
    int links = 0;                ///< followed so far
    QPointer<QWidget> focus;      ///< where the person was when the window locked
    desk::Person person;          ///< whose pages these are
    domain::Subscription watching;
    bool mayLoseUnsent = false; ///< a person said so
    bool mayLeaveShift = false; ///< likewise
    bool restarts = false;      ///< what closes now starts again

    QSplitter* splitter = nullptr;
    InboxPane* inbox = nullptr;
    ThreadPane* thread = nullptr;
    SidePane* side = nullptr;
    EscalationPane* escalationPane = nullptr;
    BookPane* book = nullptr;
    InsightsPane* insights = nullptr; ///< none for who may not see them
    SettingsPane* settings = nullptr;
};

} // namespace delpek::ui
