// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/conversationtimers.h"

namespace delpek::node
{

void ConversationTimers::arm(domain::ConversationId conversation, base::Instant due, std::function<void()> look)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped) {
        return;
    }
    auto& timer = m_timers[conversation];
    m_clock.cancel(timer);
    timer = m_clock.schedule(due, std::move(look));
}

void ConversationTimers::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (const auto& [conversation, timer] : m_timers) {
        m_clock.cancel(timer);
    }
    m_timers.clear();
}

} // namespace delpek::node
