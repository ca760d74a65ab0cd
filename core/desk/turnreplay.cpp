// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/turnreplay.h"

#include "desk/keptturns.h"

namespace delpek::desk
{

using domain::ReplayedTurn;

TurnReplay::TurnReplay(LoadMind load, agent::TurnLimits limits)
    : m_load(std::move(load))
    , m_limits(limits)
{
}

TurnReplay::~TurnReplay()
{
    m_running.waitIdle();
}

Result<ReplayedTurn> TurnReplay::replay(const Kept& kept)
{
    if (!m_mind) {
        auto mind = m_load();
        if (!mind) {
            return fail(mind.error());
        }
        m_mind.emplace(std::move(*mind));
    }
    agent::Replay again(*m_mind, m_limits);
    if (kept.facts) {
        again.know(*kept.facts);
    }
    return again.run(kept.turn);
}

Future<ReplayedTurn> TurnReplay::run(store::Store& store, domain::DecisionId turn)
{
    const auto promise = std::make_shared<base::Promise<ReplayedTurn>>();
    const auto future = promise->future();
    store
        .read([turn](store::Session& session) -> Result<Kept> {
            auto kept = keptTurn(session, turn);
            auto facts = kept ? factsOf(session, kept->decision) : fail(kept.error());
            if (!facts) {
                return fail(facts.error());
            }
            return Kept{std::move(*kept), std::move(*facts)};
        })
        .then([this, promise, token = m_running.begin()](const Result<Kept>& kept) {
            if (!kept) {
                return promise->finish(fail(kept.error()));
            }
            m_worker.post([this, promise, token, kept = *kept] { promise->finish(replay(kept)); });
        });
    return future;
}

} // namespace delpek::desk
