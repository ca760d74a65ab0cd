// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "ui/book/bookpane.h"
#include "ui/call.h"
#include "ui/escalations/escalationpane.h"
#include "ui/thread/threadpane.h"
#include "ui/window/rail.h"
#include "ui/window/windowparts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>

// Links from outside lead to a place in the window. They show something; nothing is changed by one.

namespace delpek::ui
{

namespace
{

const auto linkSource = QStringLiteral("link");

/// What the desk said, in the words of somebody who followed a link.
Error linkError(const Error& error, const char* goneKey)
{
    return error.code == ErrorCode::NotFound ? Error{error.code, QLatin1String(goneKey), error.detail} : error;
}

} // namespace

void MainWindow::toEscalations()
{
    if (!m->hasPages()) {
        return;
    }
    m->rail->setPage(Page::Escalations);
    m->pages->setCurrentIndex(int(Page::Escalations));
    m->escalationPane->focusList();
}

void MainWindow::comeToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::openLink(const QString& text)
{
    comeToFront();
    const auto link = parseDeepLink(text);
    if (!link) {
        m->problems->report(linkSource, link.error());
        return;
    }
    m->link = *link;
    followLink();
}

void MainWindow::followLink()
{
    if (!m->link || !isOpen()) {
        return; // it waits until somebody is there
    }
    m->problems->worked(linkSource);
    const DeepLink link = *std::exchange(m->link, std::nullopt);
    const auto answered = [this, link, number = ++m->links](const auto& result, const char* goneKey, auto show) {
        if (number != m->links) {
            return; // a newer link was followed meanwhile
        }
        if (!isOpen()) {
            m->link = link;
        } else if (!result) {
            m->problems->report(linkSource, linkError(result.error(), goneKey));
        } else {
            show();
        }
    };
    switch (link.to) {
    case DeepLink::To::Conversation:
        whenDone(m->desk.conversation({link.id}), this, [this, answered](const auto& conversation) {
            answered(conversation, "link.noConversation", [&] { showConversation(conversation->id); });
        });
        break;
    case DeepLink::To::Escalation:
        whenDone(m->desk.escalationCard({link.id}), this, [this, answered](const auto& card) {
            answered(card, "link.noEscalation", [&] {
                toEscalations();
                m->escalationPane->showEscalation(card->escalation);
            });
        });
        break;
    case DeepLink::To::Book:
        toBook();
        m->book->showDate(link.day);
        break;
    }
}

void MainWindow::copyLink()
{
    DeepLink link;
    switch (Page(m->pages->currentIndex())) {
    case Page::Inbox:
        link.id = m->thread->conversation().id.value;
        break;
    case Page::Escalations:
        link.to = DeepLink::To::Escalation;
        link.id = m->escalationPane->current().value;
        break;
    case Page::Book:
        link.to = DeepLink::To::Book;
        link.day = m->book->date();
        break;
    case Page::Insights:
    case Page::Settings:
        return;
    }
    if (link.id > 0 || link.day.isValid()) {
        QGuiApplication::clipboard()->setText(toText(link));
    }
}

} // namespace delpek::ui
