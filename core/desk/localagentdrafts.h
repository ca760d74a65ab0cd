// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/agentdrafts.h"
#include "store/store.h"

namespace delpek::desk
{

/// The drafts in our store; an engine on it makes what is asked for. References outlive it.
class LocalAgentDrafts final : public AgentDrafts
{
public:
    LocalAgentDrafts(store::Store& store, base::Clock& clock, QString staff)
        : m_store(store)
        , m_clock(clock)
        , m_staff(std::move(staff))
    {
    }

    Future<std::optional<domain::AgentDraft>> current(domain::ConversationId id) override;
    Future<domain::AgentDraftId> ask(domain::ConversationId id) override;
    Future<QString> take(domain::AgentDraftId id) override;
    Future<Done> dismiss(domain::AgentDraftId id) override;
    Future<std::vector<domain::AgentDraft>> past(domain::ConversationId id, int limit) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
};

} // namespace delpek::desk
