// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clinicroom.h"
#include "desk/desk.h"
#include "ui/call.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/rights.h"
#include "ui/settings/settingspane.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/side/sidepane.h"
#include "ui/signin/idlewatch.h"
#include "ui/signin/signinpane.h"
#include "ui/thread/composer.h"
#include "ui/thread/threadpane.h"
#include "ui/window/rail.h"
#include "ui/window/windowparts.h"

#include <QApplication>
#include <QDialog>
#include <QResizeEvent>

// Who is at the window: its pages come and go with him.

namespace delpek::ui
{

using desk::Entry;

void MainWindow::followSignIn()
{
    const desk::SignIn::State state = m->desk.signIn().state();
    const bool isIn = state.entry == Entry::Open || state.entry == Entry::SignedIn;
    // A name that was corrected is no other person.
    const bool isSame = m->person.id == state.person.id && m->person.role == state.person.role &&
                        (state.person.id.isValid() || m->person.name == state.person.name);
    const bool isAway = state.entry == Entry::Locked && m->hasPages() && isSame;
    m->idle->setAfter(state.entry == Entry::SignedIn ? state.lockAfter : base::Duration(0));
    if (!isIn) {
        closeDialogs();
        cover(state);
    }
    if (!isAway && !(isIn && isSame)) {
        // Not saved from here: a draft would become the next person's.
        dropPages();
        m->shifts->restart();
    }
    // The open shift has the new name, and was perhaps read under the old one.
    const bool isRenamed = isIn && isSame && m->person.name != state.person.name;
    if (isIn) {
        uncover(state);
    }
    if (isRenamed) {
        m->shifts->read();
    }
    m->rail->setPerson(state);
    for (const Command& command : m->shortcuts.commands()) {
        command.action->setEnabled(isIn);
    }
    m->escalations->read();
}

void MainWindow::cover(const desk::SignIn::State& state)
{
    const bool wasShown = centralWidget()->isVisible();
    if (wasShown) {
        m->focus = QApplication::focusWidget();
    }
    m->voice.stop();
    m->signIn->setGeometry(rect());
    m->signIn->showFor(state, wasShown ? centralWidget()->grab() : QPixmap(), !unsent().empty());
    // What cannot be seen cannot be reached by the keyboard either; hiding saves what was being written.
    centralWidget()->hide();
}

void MainWindow::uncover(const desk::SignIn::State& state)
{
    m->person = state.person;
    m->signIn->hide();
    centralWidget()->show();
    if (!m->hasPages()) {
        buildPages();
        m->inbox->focusList();
        leadToClinic();
    } else if (m->focus) {
        m->focus->setFocus(Qt::OtherFocusReason);
    }
    followLink();
}

/// With an empty book nothing can be told or booked: who may enter the clinic is led there.
void MainWindow::leadToClinic()
{
    if (!mayDo(m->context, domain::Right::ManageClinic)) {
        return;
    }
    // Not away from where somebody went meanwhile: another page, or what a link opened.
    const auto place = [this] { return std::pair{m->pages->currentIndex(), m->link ? m->links + 1 : m->links}; };
    whenDone(m->desk.clinicRoom().state(), m->settings, [this, place, was = place()](const auto& state) {
        if (state && state->canChange && !state->isBegun && place() == was) {
            showSettings();
            m->settings->showClinic();
        }
    });
}

bool MainWindow::isOpen() const
{
    const Entry entry = m->desk.signIn().state().entry;
    return m->hasPages() && (entry == Entry::Open || entry == Entry::SignedIn);
}

void MainWindow::closeDialogs()
{
    while (QWidget* menu = QApplication::activePopupWidget()) {
        menu->close();
    }
    for (auto* dialog : findChildren<QDialog*>()) {
        // Also one that would ask first: nobody answers at a desk that is locked.
        dialog->done(QDialog::Rejected);
    }
}

void MainWindow::flush()
{
    m->thread->composer().flushDraft();
    m->side->flush();
    m->escalationPane->card().answer().flushDraft();
}

void MainWindow::lock()
{
    if (m->hasPages()) {
        // What was said becomes a note while its speaker may still make one.
        m->voice.stop();
        flush();
    }
    m->desk.signIn().lock();
}

void MainWindow::signOut()
{
    const auto leave = [this] {
        if (m->hasPages()) {
            flush();
        }
        m->desk.signIn().signOut();
    };
    m->shifts->askBefore(tr("Sign out, it goes on"), [this, leave] {
        QStringList lost;
        if (!unsent().empty()) {
            lost << tr("A voice message or a file is kept only while you are signed in. Signing out loses it.");
        }
        if (const QString section = unsavedSettings(); !section.isEmpty()) {
            lost
                << tr("What you changed in the settings under \"%1\" is not saved. Signing out loses it.").arg(section);
        }
        if (lost.isEmpty()) {
            return leave();
        }
        askBeforeLosing(lost.join(QLatin1Char('\n')), tr("Sign out and lose it"), leave);
    });
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    layoutChanged();
    m->signIn->setGeometry(rect());
}

} // namespace delpek::ui
