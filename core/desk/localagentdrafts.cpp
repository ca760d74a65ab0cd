// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localagentdrafts.h"

#include "store/agentdrafts.h"
#include "store/conversations.h"

namespace delpek::desk
{

using domain::AgentDraft;
using domain::AgentDraftId;
using domain::ConversationId;
using store::Session;

namespace
{

Result<Done> mayAsk(Session& session, ConversationId id)
{
    const auto conversation = store::Conversations(session).find(id);
    const auto open = conversation ? store::AgentDrafts(session).unanswered(id) : fail(conversation.error());
    if (!open) {
        return fail(open.error());
    }
    if (const QString fault = domain::draftFault(*conversation); !fault.isEmpty()) {
        return fail(ErrorCode::Conflict, QStringLiteral("nothing is drafted here"), fault);
    }
    if (open->empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the last words are not the patient's"),
                    QStringLiteral("draft.answered"));
    }
    return Done{};
}

} // namespace

Future<std::optional<AgentDraft>> LocalAgentDrafts::current(ConversationId id)
{
    return m_store.read([id](Session& session) { return store::AgentDrafts(session).current(id); });
}

Future<AgentDraftId> LocalAgentDrafts::ask(ConversationId id)
{
    return m_store.write([id, by = m_staff, now = m_clock.now()](Session& session) {
        return mayAsk(session, id).and_then([&](Done) { return store::AgentDrafts(session).want(id, by, now); });
    });
}

Future<QString> LocalAgentDrafts::take(AgentDraftId id)
{
    return m_store.write([id, by = m_staff](Session& session) -> Result<QString> {
        store::AgentDrafts drafts(session);
        const auto draft = drafts.find(id);
        if (!draft) {
            return fail(draft.error());
        }
        if (draft->text.isEmpty()) {
            return fail(ErrorCode::NotFound, QStringLiteral("draft %1 has no words").arg(id.value),
                        QStringLiteral("draft.gone"));
        }
        if (!draft->mayBeTaken()) {
            return fail(ErrorCode::Conflict, QStringLiteral("the patient wrote since"), QStringLiteral("draft.stale"));
        }
        return drafts.take(*draft, by).map([&](Done) { return draft->text; });
    });
}

Future<Done> LocalAgentDrafts::dismiss(AgentDraftId id)
{
    return m_store.write([id](Session& session) {
        store::AgentDrafts drafts(session);
        return drafts.find(id).and_then([&](const AgentDraft& draft) { return drafts.dismiss(draft); });
    });
}

Future<std::vector<AgentDraft>> LocalAgentDrafts::past(ConversationId id, int limit)
{
    return m_store.read([id, limit](Session& session) { return store::AgentDrafts(session).past(id, limit); });
}

} // namespace delpek::desk
