// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/workers.h"
#include "media/filedoor.h"
#include "node/pump.h"
#include "store/store.h"

#include <atomic>

namespace delpek::node
{

/// Takes away what is not kept any longer. Once a day: conversations that rested longer than the clinic keeps them,
/// providers' deliveries as they came, codes of parents and sessions of programs that ended. After each erasure, here
/// or at a desk: the files, and what the search index still holds of the words. Cut anywhere it goes on at the next
/// start. A thread of its own; any thread may call.
class Retention
{
public:
    /// References outlive it. `files` null: none are kept here. `keep` zero: conversations are kept for ever.
    Retention(store::Store& store, base::Clock& clock, base::Activity& activity, media::FileDoor* files,
              base::Duration keep);

    /// Removes the files of what was erased, and looks whether the day's work is due.
    void wake() { m_pump.wake(); }
    void stop();

private:
    void work();
    Result<Done> removeFiles();
    Result<Done> sweepDaily();
    Result<int> eraseIdle(base::Instant before);

    store::Store& m_store;
    base::Clock& m_clock;
    media::FileDoor* m_files;
    base::Duration m_keep;
    base::Workers m_workers;
    Pump m_pump;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex;
    base::Clock::TimerId m_timer = 0;
    std::optional<base::Instant> m_sweptAt; ///< on the worker
};

/// Merges the search index after an erasure, so that it lets go of the words, in steps that hold nobody up; `stopped`
/// leaves the rest for the next time. Blocks; not on a thread of the store.
Result<Done> compactErased(store::Store& store, const std::atomic<bool>& stopped);

/// Removes what waits in `erased_file`: the file first, then the row, so that a cut leaves it to be removed again.
/// Gives how many. Blocks; not on a thread of the store.
Result<int> removeErasedFiles(store::Store& store, media::FileDoor& files);

} // namespace delpek::node
