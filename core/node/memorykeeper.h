// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "memory/memory.h"
#include "memory/rules.h"
#include "node/pump.h"
#include "store/memoryjobs.h"
#include "store/store.h"

namespace delpek::node
{

/// Tells the memory what happened, after it was committed: each job of `memory_job` in order, once by its id, so that
/// a cut between telling and noting does no harm. While the memory is away what happens waits; a turn never does.
/// Takes away what is older than `keep` once a day. A thread of its own; any thread may call.
class MemoryKeeper
{
public:
    /// References outlive it.
    MemoryKeeper(store::Store& store, base::Clock& clock, base::Activity& activity, memory::Memory& memory,
                 const memory::Rules& rules, base::Duration keep);

    /// Looks for what is to be told, now and when the next is due.
    void wake() { m_pump.wake(); }
    void stop();

private:
    void work();
    /// Tells `jobs`; an error that will pass leaves all of them waiting.
    Result<Done> tell(const std::vector<store::MemoryJob>& jobs);
    /// One after the other, and what can never be told is left out.
    Result<Done> tellEach(const std::vector<store::MemoryJob>& jobs);
    Result<Done> markDone(const std::vector<store::MemoryJob>& jobs);
    void sweepDaily();
    void arm(base::Instant due);

    store::Store& m_store;
    base::Clock& m_clock;
    memory::Memory& m_memory;
    const memory::Rules& m_rules;
    base::Duration m_keep;
    base::Workers m_workers;
    Pump m_pump;
    std::mutex m_mutex;
    base::Clock::TimerId m_timer = 0;
    bool m_stopped = false;
    std::optional<base::Instant> m_sweptAt; ///< on the worker
};

/// After how long what the memory could not take is told again: five seconds, then twice as long each time, ten minutes
/// at most.
base::Duration tellingDelay(int attempts);

} // namespace delpek::node
