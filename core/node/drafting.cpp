// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/drafting.h"

#include "agent/offerholder.h"
#include "clinic/holds.h"
#include "node/turncommit.h"
#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/escalations.h"

#include <algorithm>

namespace delpek::node
{

namespace
{

/// Approved words that nobody sent yet are as true behind the patient's next ones, until a person closes what they are
/// for. Only those for something as urgent take their place.
bool staysReady(const domain::AgentDraft& current, const agent::TurnInput& input, const agent::TurnResult& result)
{
    const auto open = input.conversation.urgency;
    const auto found = result.draft && !result.draft->text.isEmpty() ? result.draft->urgency : domain::Urgency::Routine;
    return current.isApproved() && result.replies.empty() && open != domain::Urgency::Routine && found < open;
}

} // namespace

Result<bool> isDraftAsked(store::Session& session, domain::ConversationId id)
{
    return store::AgentDrafts(session).current(id).map([](const std::optional<domain::AgentDraft>& draft) {
        return draft && draft->state == domain::AgentDraftState::Wanted;
    });
}

Result<bool> isDraftWanted(store::Session& session, const domain::Conversation& conversation)
{
    if (!domain::draftFault(conversation).isEmpty()) {
        return false;
    }
    return conversation.mode == domain::Mode::Copilot ? Result<bool>(true) : isDraftAsked(session, conversation.id);
}

Result<agent::TurnInput> beginDraft(store::Session& session, agent::TurnInput input)
{
    const auto escalations = store::Escalations(session).ofConversation(input.conversation.id);
    if (!escalations) {
        return fail(escalations.error());
    }
    input.drafting = true;
    for (const auto& escalation : *escalations) {
        if (escalation.closedAt) {
            input.settledAt = std::max(input.settledAt.value_or(*escalation.closedAt), *escalation.closedAt);
        }
    }
    return input;
}

Result<std::optional<agent::TurnInput>> readDraft(store::Session& session, domain::ConversationId id, base::Instant now)
{
    const auto isWanted = isDraftAsked(session, id);
    if (!isWanted || !*isWanted) {
        return isWanted.map([](bool) { return std::optional<agent::TurnInput>(); });
    }
    auto burst = store::AgentDrafts(session).unanswered(id);
    if (!burst || burst->empty()) {
        return burst.map([](auto&&) { return std::optional<agent::TurnInput>(); });
    }
    auto input = readInput(session, id, std::move(*burst), now).and_then([&](agent::TurnInput read) {
        return beginDraft(session, std::move(read));
    });
    if (!input) {
        return fail(input.error());
    }
    input->judged = true;
    return domain::draftFault(input->conversation).isEmpty() ? std::optional(std::move(*input)) : std::nullopt;
}

Result<Done> dropUnmade(store::Session& session, domain::ConversationId id)
{
    const auto isWanted = isDraftAsked(session, id);
    const auto wanted = isWanted && *isWanted ? readDraft(session, id, base::Instant{})
                                              : isWanted.map([](bool) { return std::optional<agent::TurnInput>(); });
    if (!wanted) {
        return fail(wanted.error());
    }
    return *isWanted && !*wanted ? store::AgentDrafts(session).outdate(id) : Result<Done>(Done{});
}

Result<Done> keepDraft(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                       domain::DecisionId decision, base::Instant now)
{
    store::AgentDrafts drafts(session);
    const auto current = drafts.current(input.conversation.id);
    if (!current) {
        return fail(current.error());
    }
    if (*current && staysReady(**current, input, result)) {
        return drafts.renew(**current, input.burst.back().id);
    }
    if (!result.draft) {
        return drafts.outdate(input.conversation.id);
    }
    domain::AgentDraft draft;
    draft.conversation = input.conversation.id;
    draft.decision = decision;
    draft.text = result.draft->text;
    draft.reason = result.draft->reason;
    draft.tool = result.draft->tool;
    draft.state = draft.text.isEmpty() ? domain::AgentDraftState::Empty : domain::AgentDraftState::Open;
    draft.answers = input.burst.back().id;
    draft.madeAt = now;
    return drafts.put(draft, result.draft->asks, result.draft->dialogue).map([](domain::AgentDraftId) {
        return Done{};
    });
}

Result<Done> commitDraft(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                         base::Instant now)
{
    const auto id = input.conversation.id;
    const auto current = store::Conversations(session).find(id);
    const auto isWanted = current ? isDraftAsked(session, id) : fail(current.error());
    if (!isWanted) {
        return fail(isWanted.error());
    }
    if (current->epoch != input.conversation.epoch || !*isWanted) {
        return fail(ErrorCode::StaleEpoch, QStringLiteral("the conversation moved on during the draft"));
    }
    domain::Decision decision = result.decision;
    decision.dialogueBefore = input.dialogue;
    // What is offered in a draft is held for nobody.
    return clinic::Holds(session, QTimeZone::utc(), now)
        .release(agent::offerHolder(id))
        .and_then([&](Done) { return store::Decisions(session).add(decision); })
        .and_then([&](domain::DecisionId decided) { return keepDraft(session, input, result, decided, now); });
}

} // namespace delpek::node
