// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/agentdrafts.h"

#include <functional>
#include <map>

namespace delpek::test
{

/// Drafts in memory. What is asked for stays wanted until a test puts words there. Answers at once, on the calling
/// thread.
class FakeAgentDrafts final : public desk::AgentDrafts
{
public:
    using Publish = std::function<void(domain::ConversationId)>;

    FakeAgentDrafts(Publish publish, std::function<QString()> staff)
        : m_publish(std::move(publish))
        , m_staff(std::move(staff))
    {
    }

    Future<std::optional<domain::AgentDraft>> current(domain::ConversationId id) override;
    Future<domain::AgentDraftId> ask(domain::ConversationId id) override;
    Future<QString> take(domain::AgentDraftId id) override;
    Future<Done> dismiss(domain::AgentDraftId id) override;
    Future<std::vector<domain::AgentDraft>> past(domain::ConversationId id, int limit) override;

    /// Makes it the current one of its conversation, and tells.
    void put(domain::AgentDraft draft);

    // What a test turns.
    std::optional<Error> failure;
    std::map<domain::ConversationId, std::vector<domain::AgentDraft>> earlier;

private:
    domain::AgentDraft* find(domain::AgentDraftId id);

    Publish m_publish;
    std::function<QString()> m_staff;
    std::map<domain::ConversationId, domain::AgentDraft> m_current;
    qint64 m_next = 1;
};

} // namespace delpek::test
