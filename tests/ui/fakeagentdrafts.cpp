// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeagentdrafts.h"

namespace delpek::test
{

using domain::AgentDraft;
using domain::AgentDraftId;
using domain::AgentDraftState;
using domain::ConversationId;

namespace
{

const Error draftGone{ErrorCode::NotFound, QStringLiteral("draft.gone"), QStringLiteral("there is no such draft")};

} // namespace

AgentDraft* FakeAgentDrafts::find(AgentDraftId id)
{
    for (auto& [conversation, draft] : m_current) {
        if (draft.id == id) {
            return &draft;
        }
    }
    return nullptr;
}

void FakeAgentDrafts::put(AgentDraft draft)
{
    draft.id = {m_next++};
    const auto conversation = draft.conversation;
    m_current[conversation] = std::move(draft);
    m_publish(conversation);
}

Future<std::optional<AgentDraft>> FakeAgentDrafts::current(ConversationId id)
{
    const auto found = m_current.find(id);
    return base::ready<std::optional<AgentDraft>>(found == m_current.end() ? std::nullopt
                                                                           : std::optional(found->second));
}

Future<AgentDraftId> FakeAgentDrafts::ask(ConversationId id)
{
    if (failure) {
        return base::ready<AgentDraftId>(fail(*failure));
    }
    AgentDraft draft;
    draft.conversation = id;
    draft.state = AgentDraftState::Wanted;
    draft.askedBy = m_staff();
    put(draft);
    return base::ready<AgentDraftId>(m_current[id].id);
}

Future<QString> FakeAgentDrafts::take(AgentDraftId id)
{
    AgentDraft* draft = find(id);
    if (failure || draft == nullptr) {
        return base::ready<QString>(fail(failure.value_or(draftGone)));
    }
    draft->state = AgentDraftState::Taken;
    draft->takenBy = m_staff();
    const QString words = draft->text;
    m_publish(draft->conversation);
    return base::ready<QString>(words);
}

Future<Done> FakeAgentDrafts::dismiss(AgentDraftId id)
{
    AgentDraft* draft = find(id);
    if (failure || draft == nullptr) {
        return base::ready<Done>(fail(failure.value_or(draftGone)));
    }
    const auto conversation = draft->conversation;
    m_current.erase(conversation);
    m_publish(conversation);
    return base::ready<Done>(Done{});
}

Future<std::vector<AgentDraft>> FakeAgentDrafts::past(ConversationId id, int)
{
    return base::ready<std::vector<AgentDraft>>(earlier[id]);
}

} // namespace delpek::test
