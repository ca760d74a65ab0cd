// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftbar.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/help/helpwindow.h"
#include "ui/inbox/inboxpane.h"
#include "ui/insights/insightspane.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplypanel.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/thread/composer.h"
#include "ui/thread/foundbar.h"
#include "ui/thread/threadpane.h"
#include "ui/window/palette.h"
#include "ui/window/rail.h"
#include "ui/window/windowparts.h"

#include <QStackedWidget>

// The commands of the window and their keys.

namespace delpek::ui
{

void MainWindow::addActions()
{
    const auto add = [this](const char* id, const char* text, const QKeySequence& keys, auto run) {
        auto* action = new QAction(this);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m->shortcuts.add({QLatin1String(id), text, keys, action});
    };
    const auto toInbox = [this] {
        m->rail->setPage(Page::Inbox);
        m->pages->setCurrentIndex(int(Page::Inbox));
    };
    // What acts on the open conversation or card acts on none that is not to be seen.
    const auto onInbox = [this](auto run) {
        return [this, run] {
            if (m->pages->currentIndex() == int(Page::Inbox)) {
                run();
            }
        };
    };
    const auto onCard = [this](void (QuestionCard::*run)()) {
        return [this, run] {
            if (m->pages->currentIndex() == int(Page::Escalations)) {
                (m->escalationPane->card().*run)();
            }
        };
    };
    add("conversation.hold", QT_TR_NOOP("Take over or hand back"), Qt::Key_F6,
        onInbox([this] { m->thread->swapHolder(); }));
    add("conversation.release", QT_TR_NOOP("Release the conversation"), Qt::Key_F7,
        onInbox([this] { m->thread->release(); }));
    add("conversation.sort", QT_TR_NOOP("Put off, label, mark as read"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        onInbox([this] { m->inbox->showMenu(); }));
    add("conversation.call-doctor", QT_TR_NOOP("Call the doctor"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
        onInbox([this] { m->thread->callDoctor(); }));
    add("conversation.next-waiting", QT_TR_NOOP("Next conversation that waits"), Qt::Key_F8, [this, toInbox] {
        toInbox();
        m->inbox->selectNextWaiting();
    });
    add("message.take-back", QT_TR_NOOP("Take the last message back"), Qt::Key_F9,
        [this] { m->thread->composer().takeBack(); });
    add("search.inbox", QT_TR_NOOP("Search the inbox"), QKeySequence::Find, [this, toInbox] {
        toInbox();
        m->inbox->focusSearch();
    });
    add("search.older", QT_TR_NOOP("Search: the older one in this conversation"), Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goOlder(); }));
    add("search.newer", QT_TR_NOOP("Search: the newer one in this conversation"), Qt::SHIFT | Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goNewer(); }));
    add("message.write", QT_TR_NOOP("Write a message"), Qt::CTRL | Qt::Key_E, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(false);
        m->thread->composer().focus();
    });
    add("message.note", QT_TR_NOOP("Write an internal note"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(true);
    });
    add("message.quick-reply", QT_TR_NOOP("Insert a quick reply"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        onInbox([this] { m->thread->composer().quickReplies().toggle(); }));
    add("message.quick-replies", QT_TR_NOOP("Add and change quick replies"), {},
        [this] { (new QuickReplyEditor(m->context, this))->open(); });
    add("message.draft", QT_TR_NOOP("Let the agent draft an answer"), Qt::CTRL | Qt::Key_J,
        onInbox([this] { m->thread->draftBar().ask(); }));
    add("message.use-draft", QT_TR_NOOP("Use the agent's draft"), Qt::CTRL | Qt::SHIFT | Qt::Key_J,
        onInbox([this] { m->thread->draftBar().use(); }));
    add("message.record", QT_TR_NOOP("Record a voice message, or stop"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        if (m->pages->currentIndex() == int(Page::Inbox)) {
            m->thread->composer().speak();
        } else if (m->pages->currentIndex() == int(Page::Escalations)) {
            m->escalationPane->card().answer().speak();
        }
    });
    add("page.list", QT_TR_NOOP("Show the list of conversations"), Qt::CTRL | Qt::Key_L, [this, toInbox] {
        toInbox();
        m->inbox->focusList();
    });
    add("page.inbox", QT_TR_NOOP("Show the inbox"), Qt::CTRL | Qt::Key_1, toInbox);
    add("page.escalations", QT_TR_NOOP("Show the escalations"), Qt::CTRL | Qt::Key_2, [this] { toEscalations(); });
    add("escalation.acknowledge", QT_TR_NOOP("Escalation: I am on it"), Qt::Key_F4, onCard(&QuestionCard::acknowledge));
    add("escalation.call", QT_TR_NOOP("Escalation: call the patient"), Qt::CTRL | Qt::SHIFT | Qt::Key_P,
        onCard(&QuestionCard::call));
    add("escalation.urgency", QT_TR_NOOP("Escalation: another urgency"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        onCard(&QuestionCard::changeUrgency));
    add("escalation.close", QT_TR_NOOP("Escalation: close or open again"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        onCard(&QuestionCard::closeOrReopen));
    add("escalation.hand-back", QT_TR_NOOP("Escalation: hand back to the agent"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        onCard(&QuestionCard::handBack));
    add("page.book", QT_TR_NOOP("Show the day book"), Qt::CTRL | Qt::Key_3, [this] { toBook(); });
    add("page.insights", QT_TR_NOOP("Show the insights"), Qt::CTRL | Qt::Key_4, [this] {
        if (m->insights != nullptr) {
            m->rail->setPage(Page::Insights);
            m->pages->setCurrentIndex(int(Page::Insights));
            m->insights->setFocus(Qt::ShortcutFocusReason);
        }
    });
    add("page.settings", QT_TR_NOOP("Show the settings"), Qt::CTRL | Qt::Key_5, [this] {
        m->rail->setPage(Page::Settings);
        m->pages->setCurrentIndex(int(Page::Settings));
    });
    add("shift.begin", QT_TR_NOOP("Shift: begin mine"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
        [this] { m->shifts->begin(); });
    add("shift.end", QT_TR_NOOP("Shift: end mine"), Qt::CTRL | Qt::SHIFT | Qt::Key_G, [this] { m->shifts->end(); });
    add("shift.sheets", QT_TR_NOOP("Shift: hand-over sheets"), Qt::CTRL | Qt::SHIFT | Qt::Key_H,
        [this] { m->shifts->showSheets(); });
    add("page.copy-link", QT_TR_NOOP("Copy a link to what is shown"), Qt::CTRL | Qt::SHIFT | Qt::Key_K,
        [this] { copyLink(); });
    add("window.language", QT_TR_NOOP("Switch between Hebrew and English"), Qt::CTRL | Qt::SHIFT | Qt::Key_L,
        [this] { swapLanguage(); });
    add("window.lock", QT_TR_NOOP("Lock the desk"), Qt::CTRL | Qt::ALT | Qt::Key_L, [this] { lock(); });
    add("window.theme", QT_TR_NOOP("Switch between light and dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] {
        Preferences next = m->preferences;
        next.theme = next.theme == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark;
        setPreferences(next);
    });
    add("window.help", QT_TR_NOOP("Open the guide"), Qt::Key_F1, [this] { showHelp(); });
    add("window.commands", QT_TR_NOOP("Find a command"), Qt::CTRL | Qt::Key_K, [this] {
        QList<QAction*> commands;
        for (const Command& command : m->shortcuts.commands()) {
            if (command.id != QLatin1String("window.commands")) {
                commands.append(command.action);
            }
        }
        (new CommandPalette(commands, this))->open();
    });
    m->shortcuts.load();
    // The keys stand in tips and on buttons too: all of them are written anew.
    connect(&m->shortcuts, &Shortcuts::changed, this, &MainWindow::retranslateAll);
}

/// The page of the guide for what is shown.
void MainWindow::showHelp()
{
    static const std::map<Page, const char*> guides = {{Page::Inbox, "inbox"},
                                                       {Page::Escalations, "escalations"},
                                                       {Page::Book, "daybook"},
                                                       {Page::Insights, "insights"},
                                                       {Page::Settings, "desktop"}};
    if (m->help == nullptr) {
        m->help = new HelpWindow(m->context, this);
    }
    const auto guide = m->hasPages() ? guides.find(Page(m->pages->currentIndex())) : guides.end();
    m->help->showTopic(QLatin1String(guide == guides.end() ? "staff" : guide->second));
}

} // namespace delpek::ui
