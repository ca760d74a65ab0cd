// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/agentdraft.h"
#include "domain/message.h"
#include "store/session.h"

#include <optional>
#include <set>
#include <vector>

namespace delpek::store
{

/// Table `agent_draft`. What changes is told with Topic::AgentDraft and the conversation.
class AgentDrafts
{
public:
    explicit AgentDrafts(Session& session)
        : m_session(session)
    {
    }

    Result<std::optional<domain::AgentDraft>> current(domain::ConversationId id);
    /// A person asks for one. What is current gives way, unless it is asked for already.
    Result<domain::AgentDraftId> want(domain::ConversationId id, const QString& by, base::Instant now);
    /// Conversations where one is being made, after a start.
    Result<std::vector<domain::ConversationId>> wanted();
    /// Those of these conversations where one waits for a person.
    Result<std::set<domain::ConversationId>> openOf(const std::vector<domain::ConversationId>& conversations);
    /// What a turn made. What was asked for is this; another that is current gives way. `asks` of the patient and
    /// `dialogue`, the brain's state, hold once these very words are sent.
    Result<domain::AgentDraftId> put(const domain::AgentDraft& draft, domain::Asks asks, const base::Json& dialogue);
    /// It answers what the patient wrote since as well.
    Result<Done> renew(const domain::AgentDraft& draft, domain::MessageId answers);
    /// The conversation went on without it, if there is one.
    Result<Done> outdate(domain::ConversationId id);
    /// NotFound when it is not current any more.
    Result<domain::AgentDraft> find(domain::AgentDraftId id);
    /// Into a person's composer.
    Result<Done> take(const domain::AgentDraft& draft, const QString& by);
    Result<Done> dismiss(const domain::AgentDraft& draft);

    /// A person sent a message: what became of the current one. Words that were sent as they stood are the agent's
    /// dialogue from then on.
    Result<Done> settle(domain::ConversationId id, const QString& by, domain::MessageId message, const QString& text);
    /// A message came back before it left the house: the draft behind it is in that person's composer again.
    Result<Done> takeBack(domain::MessageId message, const QString& by);
    /// Those that were not current any more and said something, the newest first.
    Result<std::vector<domain::AgentDraft>> past(domain::ConversationId id, int limit);

    /// What a turn drafted; empty when that is nothing.
    Result<QString> madeBy(domain::ConversationId id, domain::DecisionId decision);

    /// What a draft would answer: the patient's words at the end of the conversation, ascending.
    Result<std::vector<domain::Message>> unanswered(domain::ConversationId id);

private:
    Result<Done> undoDialogue(const domain::AgentDraft& draft);
    Result<std::vector<domain::AgentDraft>> where(const QString& condition, const QVariantList& values);
    Result<Done> become(const domain::AgentDraft& draft, domain::AgentDraftState state);

    Session& m_session;
};

} // namespace delpek::store
