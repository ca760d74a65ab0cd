// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/agentdraft.h"

#include <optional>
#include <vector>

namespace delpek::desk
{

/// What the agent would answer, for a person to send: made for each burst while agents only draft (Mode::Copilot), else
/// when a person asks. It went through the same gates as what an agent sends, and changes nothing in the records. As
/// Desk: any thread, answers later, blocks nowhere. What changes is told with Topic::AgentDraft and the conversation.
///
/// Whatever a person sends settles the current one, and both are kept: Desk::send and reply need not name it.
class AgentDrafts
{
public:
    virtual ~AgentDrafts() = default;

    virtual Future<std::optional<domain::AgentDraft>> current(domain::ConversationId id) = 0;
    /// InvalidInput (draft.answered) when the last words are not the patient's; Conflict with the key of
    /// domain::draftFault where nothing is drafted.
    virtual Future<domain::AgentDraftId> ask(domain::ConversationId id) = 0;
    /// For this person's composer; gives the words. NotFound (draft.gone) when it is not current any more, Conflict
    /// (draft.stale) when the patient wrote since.
    virtual Future<QString> take(domain::AgentDraftId id) = 0;
    /// Also of one that is still being made. NotFound (draft.gone) when it is not current any more.
    virtual Future<Done> dismiss(domain::AgentDraftId id) = 0;
    /// What became of earlier ones, the newest first; at most `limit`.
    virtual Future<std::vector<domain::AgentDraft>> past(domain::ConversationId id, int limit) = 0;
};

} // namespace delpek::desk
