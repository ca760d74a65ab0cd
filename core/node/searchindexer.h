// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "node/pump.h"
#include "store/store.h"

#include <atomic>

namespace delpek::node
{

/// Makes searchable what a database held before it had an index, or after the index was to be made of other words: in
/// small batches that give way to everything else, the newest first. How far it is stands in the store, in the write of
/// each batch; cut anywhere, it goes on from there. A thread of its own; any thread may call.
class SearchIndexer
{
public:
    /// References outlive it.
    SearchIndexer(store::Store& store, base::Clock& clock, base::Activity& activity);

    void wake() { m_pump.wake(); }
    void stop();

private:
    void work();

    store::Store& m_store;
    base::Clock& m_clock;
    base::Workers m_workers;
    Pump m_pump;
    std::mutex m_mutex;
    base::Clock::TimerId m_timer = 0;
    std::atomic<bool> m_stopped = false;
};

} // namespace delpek::node
