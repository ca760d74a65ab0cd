// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"
#include "ui/book/bookview.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/insights/insightspane.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplypanel.h"
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
    const auto add = [this](const char* text, const QKeySequence& keys, auto run) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m->actions.append({action, text});
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
    add(QT_TR_NOOP("Take over or hand back"), Qt::Key_F6, onInbox([this] { m->thread->swapHolder(); }));
    add(QT_TR_NOOP("Release the conversation"), Qt::Key_F7, onInbox([this] { m->thread->release(); }));
    add(QT_TR_NOOP("Put off, label, mark as read"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
        onInbox([this] { m->inbox->showMenu(); }));
    add(QT_TR_NOOP("Call the doctor"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, onInbox([this] { m->thread->callDoctor(); }));
    add(QT_TR_NOOP("Next conversation that waits"), Qt::Key_F8, [this, toInbox] {
        toInbox();
        m->inbox->selectNextWaiting();
    });
    add(QT_TR_NOOP("Take the last message back"), Qt::Key_F9, [this] { m->thread->composer().takeBack(); });
    add(QT_TR_NOOP("Search the inbox"), QKeySequence::Find, [this, toInbox] {
        toInbox();
        m->inbox->focusSearch();
    });
    add(QT_TR_NOOP("Search: the older one in this conversation"), Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goOlder(); }));
    add(QT_TR_NOOP("Search: the newer one in this conversation"), Qt::SHIFT | Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goNewer(); }));
    add(QT_TR_NOOP("Write a message"), Qt::CTRL | Qt::Key_E, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(false);
        m->thread->composer().focus();
    });
    add(QT_TR_NOOP("Write an internal note"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(true);
    });
    add(QT_TR_NOOP("Insert a quick reply"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        onInbox([this] { m->thread->composer().quickReplies().toggle(); }));
    add(QT_TR_NOOP("Add and change quick replies"), {}, [this] { (new QuickReplyEditor(m->context, this))->open(); });
    add(QT_TR_NOOP("Record a voice message, or stop"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        if (m->pages->currentIndex() == int(Page::Inbox)) {
            m->thread->composer().speak();
        } else if (m->pages->currentIndex() == int(Page::Escalations)) {
            m->escalationPane->card().answer().speak();
        }
    });
    add(QT_TR_NOOP("Show the list of conversations"), Qt::CTRL | Qt::Key_L, [this, toInbox] {
        toInbox();
        m->inbox->focusList();
    });
    add(QT_TR_NOOP("Show the inbox"), Qt::CTRL | Qt::Key_1, toInbox);
    add(QT_TR_NOOP("Show the escalations"), Qt::CTRL | Qt::Key_2, [this] { toEscalations(); });
    add(QT_TR_NOOP("Escalation: I am on it"), Qt::Key_F4, onCard(&QuestionCard::acknowledge));
    add(QT_TR_NOOP("Escalation: call the patient"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, onCard(&QuestionCard::call));
    add(QT_TR_NOOP("Escalation: another urgency"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        onCard(&QuestionCard::changeUrgency));
    add(QT_TR_NOOP("Escalation: close or open again"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        onCard(&QuestionCard::closeOrReopen));
    add(QT_TR_NOOP("Escalation: hand back to the agent"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        onCard(&QuestionCard::handBack));
    add(QT_TR_NOOP("Show the day book"), Qt::CTRL | Qt::Key_3, [this] {
        m->rail->setPage(Page::Book);
        m->pages->setCurrentIndex(int(Page::Book));
        m->book->view().setFocus(Qt::ShortcutFocusReason);
    });
    add(QT_TR_NOOP("Show the insights"), Qt::CTRL | Qt::Key_4, [this] {
        if (m->insights != nullptr) {
            m->rail->setPage(Page::Insights);
            m->pages->setCurrentIndex(int(Page::Insights));
            m->insights->setFocus(Qt::ShortcutFocusReason);
        }
    });
    add(QT_TR_NOOP("Show the settings"), Qt::CTRL | Qt::Key_5, [this] {
        m->rail->setPage(Page::Settings);
        m->pages->setCurrentIndex(int(Page::Settings));
    });
    add(QT_TR_NOOP("Switch between Hebrew and English"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { swapLanguage(); });
    add(QT_TR_NOOP("Lock the desk"), Qt::CTRL | Qt::ALT | Qt::Key_L, [this] { lock(); });
    add(QT_TR_NOOP("Switch between light and dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] {
        Preferences next = m->preferences;
        next.theme = next.theme == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark;
        setPreferences(next);
    });
    add(QT_TR_NOOP("Find a command"), Qt::CTRL | Qt::Key_K, [this] {
        QList<QAction*> commands;
        for (const auto& [action, text] : m->actions) {
            commands.append(action);
        }
        commands.removeLast();
        (new CommandPalette(commands, this))->open();
    });
}

} // namespace delpek::ui
