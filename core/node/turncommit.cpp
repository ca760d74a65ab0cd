// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/turncommit.h"

#include "store/conversations.h"
#include "store/decisions.h"
#include "store/effects.h"
#include "store/messages.h"
#include "store/outbox.h"

namespace delpek::node
{

namespace
{

constexpr int historyLength = 30;

template <typename T>
std::optional<Error> errorOf(const Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error());
}

bool heldByPerson(const domain::Conversation& conversation)
{
    return conversation.holder.kind == domain::HolderKind::Staff ||
           conversation.holder.kind == domain::HolderKind::Doctor;
}

/// All messages of the burst must still wait: another engine on the same database may have taken them.
Result<bool> stillWaiting(store::Session& session, const agent::TurnInput& input)
{
    return store::Messages(session)
        .waiting(input.conversation.id)
        .map([&](const std::vector<domain::Message>& waiting) {
            return std::all_of(input.burst.begin(), input.burst.end(), [&](const domain::Message& mine) {
                return std::any_of(waiting.begin(), waiting.end(), [&](const domain::Message& other) {
                    return other.id == mine.id && other.version == mine.version;
                });
            });
        });
}

Result<Done> addReply(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                      const agent::TurnReply& reply, qint64 epoch, domain::DecisionId decision, base::Instant now)
{
    domain::Message message;
    message.conversation = input.conversation.id;
    message.author = domain::AuthorKind::Agent;
    message.authorName = result.agentName;
    message.text = reply.reply.text;
    message.asks = reply.reply.asks;
    message.options = reply.reply.options;
    message.sentAt = now;
    message.createdAt = now;
    message.epoch = epoch;
    message.delivery = domain::DeliveryState::Queued;
    message.decision = decision;
    message.correlation = input.correlation;
    const auto added = store::Messages(session).add(message);
    if (!added) {
        return fail(added.error());
    }
    message.id = **added;
    if (const auto noted = store::Conversations(session).noteMessage(message); !noted) {
        return noted;
    }
    store::OutboxRow row;
    row.conversation = input.conversation.id;
    row.message = message.id;
    row.epoch = epoch;
    row.fence = reply.fence;
    row.reference = QStringLiteral("delpek-%1").arg(message.id.value);
    row.nextAttempt = now;
    row.correlation = input.correlation;
    return store::Outbox(session).add(row).map([](domain::OutboxId) { return Done{}; });
}

} // namespace

Result<std::optional<agent::TurnInput>> readTurn(store::Session& session, domain::ConversationId id)
{
    store::Messages messages(session);
    store::Conversations conversations(session);
    agent::TurnInput input;
    auto burst = messages.waiting(id);
    auto conversation = conversations.find(id);
    auto dialogue = conversations.dialogue(id);
    const auto effect = store::Effects(session).openOf(id);
    for (const auto& error : {errorOf(burst), errorOf(conversation), errorOf(dialogue), errorOf(effect)}) {
        if (error) {
            return fail(*error);
        }
    }
    if (*effect) {
        std::erase_if(*burst, [&](const domain::Message& message) { return message.id > (*effect)->lastOfBurst; });
    }
    if (burst->empty()) {
        return std::optional<agent::TurnInput>();
    }
    auto history = messages.before(id, burst->front().id, historyLength);
    if (!history) {
        return fail(history.error());
    }
    input.correlation = burst->back().correlation;
    input.conversation = std::move(*conversation);
    input.burst = std::move(*burst);
    input.history = std::move(*history);
    input.dialogue = std::move(*dialogue);
    return std::optional(std::move(input));
}

Result<Done> intendChange(store::Session& session, const agent::TurnInput& input, const QString& reference,
                          const QString& tool, base::Instant now)
{
    const auto conversation = store::Conversations(session).find(input.conversation.id);
    if (!conversation) {
        return fail(conversation.error());
    }
    store::Effects effects(session);
    const auto open = effects.openOf(input.conversation.id);
    if (!open) {
        return fail(open.error());
    }
    // A change that was announced before a crash may already be made: it is found again, whatever came since.
    const bool announced = open->has_value() && !heldByPerson(*conversation);
    if (!announced && !domain::agentMayAct(*conversation, input.conversation.epoch)) {
        return fail(ErrorCode::StaleEpoch, QStringLiteral("the conversation moved on before the change was made"));
    }
    return effects.open({input.conversation.id, reference, tool, input.burst.back().id, now});
}

Result<Done> commitTurn(store::Session& session, const agent::TurnInput& input, const agent::TurnResult& result,
                        base::Instant now)
{
    store::Conversations conversations(session);
    const auto id = input.conversation.id;
    const auto current = conversations.find(id);
    if (!current) {
        return fail(current.error());
    }
    const auto waiting = stillWaiting(session, input);
    if (!waiting) {
        return fail(waiting.error());
    }
    const bool moved = current->epoch != input.conversation.epoch;
    if (!*waiting || (moved && !result.madeChange)) {
        return fail(ErrorCode::StaleEpoch, QStringLiteral("the conversation moved on during the turn"));
    }
    const bool silenced = heldByPerson(*current);

    domain::Decision decision = result.decision;
    decision.dialogueBefore = input.dialogue;
    if (silenced && !result.replies.empty()) {
        decision.outcome = domain::Outcome::Superseded;
    }
    const auto decided = store::Decisions(session).add(decision);
    if (!decided) {
        return fail(decided.error());
    }
    std::vector<domain::MessageId> burst;
    for (const auto& message : input.burst) {
        burst.push_back(message.id);
    }
    if (const auto taken = store::Messages(session).markTaken(burst, *decided); !taken) {
        return taken;
    }
    if (const auto closed = store::Effects(session).closeAll(id); !closed) {
        return closed;
    }
    if (result.escalation) {
        if (const auto opened = store::Escalations(session).open(*result.escalation); !opened) {
            return fail(opened.error());
        }
    }
    if (silenced) {
        return Done{};
    }
    if (const auto kept = conversations.setDialogue(id, result.dialogue); !kept) {
        return kept;
    }
    if (result.language && *result.language != current->language) {
        if (const auto set = conversations.setLanguage(id, *result.language); !set) {
            return set;
        }
    }
    if (result.optOut) {
        if (const auto set = conversations.setOptedOut(id, true); !set) {
            return set;
        }
    }
    qint64 epoch = current->epoch;
    if (result.holder && *result.holder != current->holder.kind) {
        const auto raised = conversations.setHolder(id, {*result.holder, {}}, now);
        if (!raised) {
            return fail(raised.error());
        }
        epoch = *raised;
    }
    for (auto reply : result.replies) {
        // What was done must be told, and "a person will answer" goes out under the new holder.
        if (result.madeChange || result.holder) {
            reply.fence = store::Fence::Safety;
        }
        if (const auto added = addReply(session, input, result, reply, epoch, *decided, now); !added) {
            return added;
        }
    }
    return Done{};
}

} // namespace delpek::node
