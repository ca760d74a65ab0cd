// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"
#include "store/session.h"

namespace delpek::node
{

/// What a turn starts from, read under one epoch. Nothing when no message waits. A turn that was cut after it had
/// announced a change is given the same burst with the same words again, so that its change is found and told before
/// anything newer.
Result<std::optional<agent::TurnInput>> readTurn(store::Session& session, domain::ConversationId conversation,
                                                 base::Instant now);

/// Announces a change in the clinic's records before it is made: checks the fence and keeps the burst. StaleEpoch when
/// the agent may not act any more.
Result<Done> intendChange(store::Session& session, const agent::TurnInput& input, const QString& reference,
                          const QString& tool, base::Instant now);

/// Writes the whole result, or nothing with StaleEpoch when the conversation moved on. A turn that changed the
/// clinic's records is committed even after a newer message or an edit of the patient's (what it did must be told; an
/// edited message waits on), but says nothing when a person took over.
Result<Done> commitTurn(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                        base::Instant now);

} // namespace delpek::node
