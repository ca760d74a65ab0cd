// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

namespace delpek::domain
{

using InboxId = base::Id<struct InboxTag>;
using PersonId = base::Id<struct PersonTag>;
using ConversationId = base::Id<struct ConversationTag>;
using MessageId = base::Id<struct MessageTag>;
using OutboxId = base::Id<struct OutboxTag>;
using DecisionId = base::Id<struct DecisionTag>;
using EscalationId = base::Id<struct EscalationTag>;
using EscalationEventId = base::Id<struct EscalationEventTag>;
using QuickReplyId = base::Id<struct QuickReplyTag>;
using NoteId = base::Id<struct NoteTag>;
using LabelId = base::Id<struct LabelTag>;

} // namespace delpek::domain
