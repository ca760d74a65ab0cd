// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/agentdrafts.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The drafts, for whoever is signed in. What is sent of them stands in the thread; asking changes nothing of a
/// patient's, so that it is not noted.
class SignedAgentDrafts final : public AgentDrafts
{
public:
    explicit SignedAgentDrafts(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<std::optional<domain::AgentDraft>> current(domain::ConversationId id) override
    {
        return m_acts.run<std::optional<domain::AgentDraft>>(
            domain::Right::See, [&](Desk& desk) { return desk.agentDrafts().current(id); });
    }
    Future<domain::AgentDraftId> ask(domain::ConversationId id) override
    {
        return m_acts.run<domain::AgentDraftId>(domain::Right::Converse,
                                                [&](Desk& desk) { return desk.agentDrafts().ask(id); });
    }
    Future<QString> take(domain::AgentDraftId id) override
    {
        return m_acts.run<QString>(domain::Right::Converse, [&](Desk& desk) { return desk.agentDrafts().take(id); });
    }
    Future<Done> dismiss(domain::AgentDraftId id) override
    {
        return m_acts.run<Done>(domain::Right::Converse, [&](Desk& desk) { return desk.agentDrafts().dismiss(id); });
    }
    Future<std::vector<domain::AgentDraft>> past(domain::ConversationId id, int limit) override
    {
        return m_acts.run<std::vector<domain::AgentDraft>>(
            domain::Right::See, [&](Desk& desk) { return desk.agentDrafts().past(id, limit); });
    }

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
