// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/replay.h"
#include "base/activity.h"
#include "base/workers.h"
#include "domain/replayedturn.h"
#include "store/store.h"

namespace delpek::desk
{

/// Runs turns that the store keeps again, on a thread of its own, one after another. Its mind is the offline one, so
/// that no model is asked; it is loaded when the first turn is wanted. Any thread.
class TurnReplay
{
public:
    using LoadMind = std::function<Result<agent::Mind>()>;

    TurnReplay(LoadMind load, agent::TurnLimits limits);
    /// Waits for what runs. The stores it was asked with outlive it.
    ~TurnReplay();

    /// NotFound when the turn is gone; what `load` fails with.
    Future<domain::ReplayedTurn> run(store::Store& store, domain::DecisionId turn);

private:
    struct Kept {
        agent::KeptTurn turn;
        std::optional<domain::Decision> facts;
    };
    Result<domain::ReplayedTurn> replay(const Kept& kept);

    LoadMind m_load;
    agent::TurnLimits m_limits;
    std::optional<agent::Mind> m_mind; ///< of the worker
    base::Activity m_running;
    base::Workers m_worker{1};
};

} // namespace delpek::desk
