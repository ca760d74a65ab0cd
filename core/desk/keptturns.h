// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/replay.h"
#include "store/session.h"

namespace delpek::desk
{

/// The turn with its messages as they read then, and what it said. NotFound without one.
Result<agent::KeptTurn> keptTurn(store::Session& session, domain::DecisionId id);

/// All turns of a conversation, oldest first.
Result<std::vector<agent::KeptTurn>> keptTurns(store::Session& session, domain::ConversationId id);

/// The decision that holds the clinic's facts which `turn` names, where it does not hold them itself; nothing when it
/// is gone.
Result<std::optional<domain::Decision>> factsOf(store::Session& session, const domain::Decision& turn);

} // namespace delpek::desk
