// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"
#include "store/session.h"

namespace delpek::node
{

/// Whether a person waits for a draft.
Result<bool> isDraftAsked(store::Session& session, domain::ConversationId conversation);

/// Whether a turn on new words of the patient drafts: agents only draft here, or a person asked for a draft. Never
/// while a doctor holds the conversation, nor where nothing can be sent.
Result<bool> isDraftWanted(store::Session& session, const domain::Conversation& conversation);

/// The input of a turn that drafts, with what a person settled before.
Result<agent::TurnInput> beginDraft(store::Session& session, agent::TurnInput input);

/// What a draft starts from that a person asked for, on words that an earlier turn judged. Nothing when none is wanted.
Result<std::optional<agent::TurnInput>> readDraft(store::Session& session, domain::ConversationId conversation,
                                                  base::Instant now);

/// Nobody waits for a draft that is not to be made any more: the conversation went on, or nothing can be sent.
Result<Done> dropUnmade(store::Session& session, domain::ConversationId conversation);

/// What the turn drafted becomes the current draft; after a turn without one, an earlier one is out of date.
/// Approved words stay ready while what they are for is open.
Result<Done> keepDraft(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                       domain::DecisionId decision, base::Instant now);

/// Writes what readDraft() led to, or nothing with StaleEpoch when the conversation moved on or nobody wants it any
/// more. Nothing of the conversation changes.
Result<Done> commitDraft(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                         base::Instant now);

} // namespace delpek::node
