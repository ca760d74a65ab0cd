// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/sendqueue.h"

#include "desk/desk.h"
#include "ui/call.h"

namespace delpek::ui
{

SendQueue::SendQueue(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SendQueue::flush);
}

SendQueue::~SendQueue()
{
    // Pressing "send" was the person's decision; closing the window does not undo it.
    if (m_waiting) {
        m_context.desk.reply(m_waiting->conversation, m_waiting->text);
    }
}

void SendQueue::add(Pending pending)
{
    flush();
    m_waiting = std::move(pending);
    if (m_undoTime.count() == 0) {
        flush();
        return;
    }
    m_timer.start(m_undoTime);
    Q_EMIT changed();
}

std::optional<SendQueue::Pending> SendQueue::undo()
{
    m_timer.stop();
    auto pending = std::exchange(m_waiting, std::nullopt);
    Q_EMIT changed();
    return pending;
}

void SendQueue::flush()
{
    m_timer.stop();
    if (!m_waiting) {
        return;
    }
    const Pending pending = *std::exchange(m_waiting, std::nullopt);
    Q_EMIT changed();
    whenDone(m_context.desk.reply(pending.conversation, pending.text), this, [this, pending](const auto& result) {
        if (result) {
            Q_EMIT sent(pending.conversation);
        } else {
            Q_EMIT failed(pending.conversation, pending.text, result.error());
        }
    });
}

} // namespace delpek::ui
