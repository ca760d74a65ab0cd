// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the messages: keyboard, mouse, menu.
#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/announcer.h"
#include "ui/thread/bubblewords.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"
#include "ui/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

namespace delpek::ui
{

QString ThreadView::textOf(domain::MessageId id) const
{
    const int index = indexOf(id);
    return index < 0 ? QString() : domain::withoutIsolates(m_window.messages()[static_cast<size_t>(index)].text);
}

void ThreadView::keyPressEvent(QKeyEvent* event)
{
    const int index = indexOf(m_current);
    if (event->matches(QKeySequence::Copy) && index >= 0) {
        QGuiApplication::clipboard()->setText(textOf(m_current));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        makeCurrent(index < 0 ? int(m_items.size()) - 1 : index - 1);
        return;
    case Qt::Key_Down:
        makeCurrent(index < 0 ? int(m_items.size()) - 1 : index + 1);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index >= 0) {
            const auto& item = m_items[static_cast<size_t>(index)];
            showMenu(m_current,
                     viewport()->mapToGlobal(QPoint(item.bubble->body.left(), item.top + item.bubble->body.bottom() -
                                                                                  verticalScrollBar()->value())));
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void ThreadView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        if (const auto pressed = actionAt(event->pos())) {
            Q_EMIT actionWanted(pressed->first, pressed->second);
            return;
        }
    }
    makeCurrent(indexAt(event->pos().y() + verticalScrollBar()->value()));
}

void ThreadView::mouseMoveEvent(QMouseEvent* event)
{
    viewport()->setCursor(linkAt(event->pos(), nullptr) != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ThreadView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        makeCurrent(indexAt(event->pos().y() + verticalScrollBar()->value()));
    }
    if (m_current.isValid()) {
        showMenu(m_current, event->globalPos());
    }
}

void ThreadView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) {
        restyle();
    }
    QAbstractScrollArea::changeEvent(event);
}

bool ThreadView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QAbstractScrollArea::viewportEvent(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int y = help->pos().y() + verticalScrollBar()->value();
    const int index = indexAt(y);
    if (index >= 0 && index < int(m_items.size())) {
        const auto& item = m_items[static_cast<size_t>(index)];
        if (item.bubble->footer.contains(QPoint(help->pos().x(), y - item.top))) {
            QToolTip::showText(help->globalPos(), words::delivery(m_window.messages()[static_cast<size_t>(index)]),
                               this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

std::optional<std::pair<domain::MessageId, BubbleAction>> ThreadView::actionAt(const QPoint& point) const
{
    domain::MessageId id;
    const Bubble::Link* link = linkAt(point, &id);
    return link == nullptr ? std::nullopt : std::optional(std::pair(id, link->action));
}

const Bubble::Link* ThreadView::linkAt(const QPoint& point, domain::MessageId* id) const
{
    const int y = point.y() + verticalScrollBar()->value();
    const int index = indexAt(y);
    if (index < 0 || index >= int(m_items.size())) {
        return nullptr;
    }
    const auto& item = m_items[static_cast<size_t>(index)];
    for (const auto& link : item.bubble->links) {
        if (link.area.contains(QPoint(point.x(), y - item.top))) {
            if (id != nullptr) {
                *id = item.id;
            }
            return &link;
        }
    }
    return nullptr;
}

QString ThreadView::spoken(const domain::Message& message, const Item& item) const
{
    QStringList parts{bubblewords::spoken(message, m_patient)};
    if (message.id == m_firstUnread) {
        parts.prepend(bubblewords::firstUnread());
    }
    for (const auto& note : item.notes) {
        parts << spokenNote(note->note, m_context.desk.now());
    }
    return parts.join(QLatin1Char('\n'));
}

void ThreadView::announceArrived(int arrived)
{
    const auto& messages = m_window.messages();
    if (arrived <= 0 || m_window.hasNewer() || !isVisible()) {
        return;
    }
    QStringList said;
    for (auto at = messages.size() - std::min(messages.size(), size_t(arrived)); at < messages.size(); ++at) {
        if (messages[at].isIncoming()) {
            said << bubblewords::spoken(messages[at], m_patient);
        }
    }
    announce(*this, said.join(QLatin1Char('\n')));
}

void ThreadView::makeCurrent(int index)
{
    if (m_items.empty()) {
        return;
    }
    index = std::clamp(index, 0, int(m_items.size()) - 1);
    const auto& item = m_items[static_cast<size_t>(index)];
    m_current = item.id;
    setAccessibleDescription(spoken(m_window.messages()[static_cast<size_t>(index)], item));
    auto* bar = verticalScrollBar();
    if (item.top < bar->value()) {
        bar->setValue(item.top);
    } else if (item.top + item.height() > bar->value() + viewport()->height()) {
        bar->setValue(item.top + item.height() - viewport()->height());
    }
    viewport()->update();
}

void ThreadView::showMenu(domain::MessageId id, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, [this, id] { QGuiApplication::clipboard()->setText(textOf(id)); });
    if (const int place = indexOf(id); place >= 0) {
        for (const auto& note : m_items[static_cast<size_t>(place)].notes) {
            menu->addAction(tr("Copy the note of %1").arg(domain::isolate(note->note.author)), this,
                            [text = note->note.text] { QGuiApplication::clipboard()->setText(text); });
        }
    }
    if (const int index = indexOf(id); index >= 0) {
        for (const auto& link : m_items[static_cast<size_t>(index)].bubble->links) {
            menu->addAction(link.text, this, [this, id, action = link.action] { Q_EMIT actionWanted(id, action); });
        }
    }
    menu->popup(at);
}

} // namespace delpek::ui
