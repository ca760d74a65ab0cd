// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "channels/channel.h"
#include "desk/staffsend.h"
#include "node/pump.h"
#include "store/store.h"

#include <mutex>

namespace delpek::node
{

/// Sends what staff planned when its time has come, also what was planned at other desks; what must not be sent any
/// more comes back to them (desk::laterFault). Each is one write: it leaves the plan and becomes a message to be sent,
/// or neither. A thread of its own; any thread may call.
class LaterSending
{
public:
    /// References outlive it.
    LaterSending(store::Store& store, base::Clock& clock, base::Activity& activity,
                 const std::vector<channels::Channel*>& channels, bool needsConsent);

    /// Looks now, whenever something was planned, and when the next is due.
    void start();
    void stop();

private:
    void work();

    store::Store& m_store;
    base::Clock& m_clock;
    desk::StaffSend m_means;
    base::Workers m_workers;
    Pump m_pump;
    std::mutex m_mutex;
    bool m_stopped = false;
    base::Clock::TimerId m_timer = 0;
    domain::Subscription m_news;
};

} // namespace delpek::node
