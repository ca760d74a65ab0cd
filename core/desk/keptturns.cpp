// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keptturns.h"

#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/messages.h"

namespace delpek::desk
{

namespace
{

using agent::KeptTurn;
using store::Session;

/// Decisions are large.
constexpr int decisionsAtOnce = 50;

/// The message with the words that the turn read; as it is now when those cannot be had any more.
Result<domain::Message> messageThen(store::Messages& messages, const domain::Decision& decision, domain::MessageId id)
{
    auto message = messages.find(id);
    const auto version = agent::versionThen(decision, id);
    if (!message || !version) {
        return message;
    }
    message->deleted = *version == 0;
    if (*version > 0 && *version < message->version) {
        auto text = messages.textOf(id, *version);
        if (!text) {
            return fail(text.error());
        }
        message->text = *text;
        message->version = *version;
    }
    return message;
}

Result<KeptTurn> withMessages(Session& session, domain::Decision decision, const domain::Conversation& conversation)
{
    store::Messages messages(session);
    KeptTurn turn;
    turn.conversation = conversation;
    for (const auto id : decision.burst) {
        auto read = messageThen(messages, decision, id);
        if (!read) {
            return fail(read.error());
        }
        turn.burst.push_back(std::move(*read));
    }
    if (!decision.burst.empty()) {
        auto history = messages.before(conversation.id, decision.burst.front(), agent::turnHistory);
        if (!history) {
            return fail(history.error());
        }
        turn.history = std::move(*history);
    }
    const auto said = messages.saidBy(conversation.id, decision.id);
    if (!said) {
        return fail(said.error());
    }
    const auto drafted = store::AgentDrafts(session).madeBy(conversation.id, decision.id);
    if (!drafted) {
        return fail(drafted.error());
    }
    if (!drafted->isEmpty()) {
        turn.said << *drafted;
    }
    for (const auto& message : *said) {
        turn.said << message.text;
    }
    turn.decision = std::move(decision);
    return turn;
}

} // namespace

Result<KeptTurn> keptTurn(Session& session, domain::DecisionId id)
{
    auto decision = store::Decisions(session).find(id);
    const auto conversation =
        decision ? store::Conversations(session).find(decision->conversation) : fail(decision.error());
    if (!conversation) {
        return fail(conversation.error());
    }
    return withMessages(session, std::move(*decision), *conversation);
}

Result<std::vector<KeptTurn>> keptTurns(Session& session, domain::ConversationId id)
{
    const auto conversation = store::Conversations(session).find(id);
    if (!conversation) {
        return fail(conversation.error());
    }
    std::vector<KeptTurn> turns;
    for (domain::DecisionId before;;) {
        auto page = store::Decisions(session).before(id, before, decisionsAtOnce);
        if (!page) {
            return fail(page.error());
        }
        if (page->empty()) {
            break;
        }
        before = page->back().id;
        for (auto& decision : *page) {
            auto turn = withMessages(session, std::move(decision), *conversation);
            if (!turn) {
                return fail(turn.error());
            }
            turns.push_back(std::move(*turn));
        }
    }
    std::ranges::reverse(turns);
    return turns;
}

Result<std::optional<domain::Decision>> factsOf(Session& session, const domain::Decision& turn)
{
    const QString print = agent::factsPrint(turn);
    for (domain::DecisionId before = turn.id; !print.isEmpty() && !agent::holdsFacts(turn);) {
        auto page = store::Decisions(session).before(turn.conversation, before, decisionsAtOnce);
        if (!page) {
            return fail(page.error());
        }
        if (page->empty()) {
            break;
        }
        before = page->back().id;
        for (auto& earlier : *page) {
            if (agent::holdsFacts(earlier) && agent::factsPrint(earlier) == print) {
                return std::move(earlier);
            }
        }
    }
    return std::optional<domain::Decision>();
}

} // namespace delpek::desk
