// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"
#include "channels/channel.h"
#include "store/session.h"

namespace delpek::node
{

struct TurnRules {
    base::Duration patience{0};                         ///< with the words of a voice note
    base::Duration staleAfter = std::chrono::hours(12); ///< an older burst is not answered by an agent
};

/// What a turn on these messages starts from, read in one go; `burst` is not empty.
Result<agent::TurnInput> readInput(store::Session& session, domain::ConversationId conversation,
                                   std::vector<domain::Message> burst, base::Instant now);

/// What a turn starts from, read under one epoch. Nothing when no message waits. A turn that was cut after it had
/// announced a change is given the same burst with the same words again, so that its change is found and told before
/// anything newer.
Result<std::optional<agent::TurnInput>> readTurn(store::Session& session, domain::ConversationId conversation,
                                                 base::Instant now, const TurnRules& rules = {});

/// Announces a change in the clinic's records before it is made: checks the fence and keeps the burst. StaleEpoch when
/// the agent may not act any more.
Result<Done> intendChange(store::Session& session, const agent::TurnInput& input, const QString& reference,
                          const QString& tool, base::Instant now);

/// Writes the whole result, or nothing with StaleEpoch when the conversation moved on. A turn that changed the
/// clinic's records is committed even after a newer message or an edit of the patient's (what it did must be told; an
/// edited message waits on), but says nothing when a person took over. A reply that is longer than the channel takes
/// becomes several messages.
Result<Done> commitTurn(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                        base::Instant now, const channels::Capabilities& limits = {});

} // namespace delpek::node
