// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"

#include <map>
#include <mutex>

namespace delpek::node
{

/// One timer for each conversation: the newest moment counts. Any thread.
class ConversationTimers
{
public:
    explicit ConversationTimers(base::Clock& clock)
        : m_clock(clock)
    {
    }

    /// Calls `look` on the clock's thread at `due`, instead of what was armed for the conversation. Nothing after stop.
    void arm(domain::ConversationId conversation, base::Instant due, std::function<void()> look);
    void stop();

private:
    base::Clock& m_clock;
    std::mutex m_mutex;
    std::map<domain::ConversationId, base::Clock::TimerId> m_timers;
    bool m_stopped = false;
};

} // namespace delpek::node
