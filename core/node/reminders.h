// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "node/pump.h"
#include "store/store.h"

#include <mutex>

namespace delpek::node
{

/// Brings conversations back that were put off, when their time has come, also those that other desks put off. A thread
/// of its own; any thread may call.
class Reminders
{
public:
    /// References outlive it.
    Reminders(store::Store& store, base::Clock& clock, base::Activity& activity);

    /// Looks now, and again when the first of them comes back; to be called when conversations changed.
    void wake() { m_pump.wake(); }
    void stop();

private:
    void work();

    store::Store& m_store;
    base::Clock& m_clock;
    base::Workers m_workers;
    Pump m_pump;
    std::mutex m_mutex;
    bool m_stopped = false;
    base::Clock::TimerId m_timer = 0;
};

} // namespace delpek::node
