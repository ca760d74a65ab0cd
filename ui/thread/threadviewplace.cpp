// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"

#include <QScrollBar>

// The part of ThreadView that finds where somebody begins to read: what nobody has seen, or where she was.

namespace delpek::ui
{

void ThreadView::forget()
{
    m_firstUnread = {};
    m_unread = m_unseenThere = 0;
    m_wanted.reset();
    m_restored = {};
}

void ThreadView::setUnread(int count, ReadFrom from)
{
    m_unread = count;
    m_readFrom = from;
    placeUnread();
}

/// The first is counted from the end: a thread knows how many were not seen, not which.
void ThreadView::placeUnread()
{
    const auto& messages = m_window.messages();
    if (m_unread <= 0 || m_window.hasNewer() || messages.empty()) {
        return;
    }
    int left = m_unread;
    auto first = messages.rend();
    for (auto at = messages.rbegin(); at != messages.rend() && left > 0; ++at) {
        if (at->isIncoming()) {
            first = at;
            --left;
        }
    }
    // Where it is not among so many the line stands above the oldest of them.
    if (left > 0 && m_window.hasOlder() && int(messages.size()) < ThreadWindow::maximum) {
        m_window.loadOlder(); // and asked again then
        return;
    }
    const int count = std::exchange(m_unread, 0);
    if (first == messages.rend()) {
        return;
    }
    m_firstUnread = first->id;
    const auto place = anchor();
    layOutAll();
    if (m_sticky && m_readFrom == ReadFrom::First) {
        m_unseenThere = count;
        return showUnread();
    }
    m_unseen += m_sticky ? 0 : count; // she reads further up
    keepPlace(place);
    if (m_sticky) {
        Q_EMIT seenEnd();
    }
}

/// The first that nobody has seen, until somebody scrolls; the end, where all of it fits.
void ThreadView::showUnread()
{
    const int index = indexOf(m_firstUnread);
    m_sticky = index < 0 || m_height - m_items[static_cast<size_t>(index)].top <= viewport()->height();
    m_unseen = m_sticky ? 0 : m_unseenThere;
    if (m_sticky && isVisible()) {
        m_unseenThere = 0; // all of it was to be seen: a composer that grows pulls nobody up again
    }
    keepPlace({m_firstUnread, 0});
}

std::optional<ThreadView::Place> ThreadView::readingPlace() const
{
    if (m_wanted) {
        return m_wanted;
    }
    const auto [id, offset] = anchor();
    return m_sticky || !id.isValid() ? std::nullopt : std::optional(Place{id, offset});
}

void ThreadView::restore(const Place& place)
{
    m_wanted = place;
    m_restored = place.id;
    m_window.openAt(place.id);
}

/// Whether the view stands where somebody read before.
bool ThreadView::keepRestored()
{
    if (!m_wanted || m_items.empty()) {
        return false;
    }
    const int index = indexOf(m_wanted->id);
    if (index < 0) {
        m_wanted.reset(); // it was erased meanwhile
        return false;
    }
    const int value = m_items[static_cast<size_t>(index)].top - m_wanted->offset;
    verticalScrollBar()->setValue(value);
    if (verticalScrollBar()->maximum() >= value || !m_window.hasNewer()) {
        m_wanted.reset();
        m_sticky = isAtEnd(); // where less stands below it than there was
    } else {
        m_window.loadNewer();
    }
    return true;
}

} // namespace delpek::ui
