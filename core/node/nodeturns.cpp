// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "base/correlation.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "node/drafting.h"
#include "node/node.h"
#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/memoryjobs.h"
#include "store/messages.h"

// One turn after the other: read, run, commit.

namespace delpek::node
{

bool Node::runTurns(const std::set<domain::ConversationId>& conversations, const base::Cancel& cancel)
{
    bool waits = false;
    for (const auto conversation : conversations) {
        waits = runTurn(conversation, cancel) || waits;
    }
    return waits;
}

bool Node::runTurn(domain::ConversationId conversation, const base::Cancel& cancel)
{
    const auto input =
        base::await(m_store.read([conversation, now = m_clock.now(), rules = m_turnRules](store::Session& session) {
            const auto turn = readTurn(session, conversation, now, rules);
            return turn && !*turn ? readDraft(session, conversation, now) : turn;
        }));
    if (!input) {
        qCWarning(lcNode).noquote() << "turn of conversation" << conversation.value
                                    << "cannot start:" << base::describe(input.error());
        return true;
    }
    if (!*input) {
        const auto asked = base::await(
            m_store.read([conversation](store::Session& session) { return isDraftAsked(session, conversation); }));
        const auto dropped = asked.and_then([&](bool isAsked) -> Result<Done> {
            if (!isAsked) {
                return Done{};
            }
            return base::await(
                m_store.write([conversation](store::Session& session) { return dropUnmade(session, conversation); }));
        });
        if (!dropped) {
            qCWarning(lcNode).noquote() << "draft of conversation" << conversation.value
                                        << "not settled:" << base::describe(dropped.error());
        }
        return !dropped;
    }
    const base::CorrelationScope scope((*input)->correlation);
    if ((*input)->notBefore && !m_turns.raises(**input, cancel)) {
        lookAgain(conversation, *(*input)->notBefore);
        return false;
    }
    showReading(**input);
    const auto intend = [&](const QString& reference, const QString& tool) {
        const auto now = m_clock.now();
        return base::await(m_store.write(
            [&, now](store::Session& session) { return intendChange(session, **input, reference, tool, now); }));
    };
    const auto result = m_turns.run(**input, intend, cancel);
    if (cancel.stop_requested() && !result.madeChange) {
        return true;
    }
    base::cutPoint("turn.before-commit");
    const auto now = m_clock.now();
    const auto& address = (*input)->conversation.address;
    const auto* channel = channelFor(address.channel, address.account);
    const auto limits = channel ? channel->capabilities() : channels::Capabilities{};
    const auto committed = base::await(m_store.write([&, &input = **input, now](store::Session& session) {
        if (input.judged) {
            return commitDraft(session, input, result, now);
        }
        return commitTurn(session, input, result, now, limits).and_then([&](Done) {
            return m_memory ? store::MemoryJobs(session).addTurn(conversation, now, memory::talkGap)
                            : Result<Done>(Done{});
        });
    }));
    base::cutPoint("turn.after-commit");
    if (!committed) {
        qCInfo(lcNode).noquote() << "turn of conversation" << conversation.value
                                 << "not committed:" << base::describe(committed.error());
        return true;
    }
    qCInfo(lcNode).noquote() << "turn of conversation" << conversation.value << "committed in"
                             << result.decision.took.count() << "ms";
    if (m_memory) {
        m_memory->wake();
    }
    const bool asks = std::any_of(result.replies.begin(), result.replies.end(), [](const agent::TurnReply& reply) {
        return reply.reply.asks == domain::Asks::Danger;
    });
    if (asks) {
        m_unanswered.watch(conversation);
    }
    // Later messages of a burst that was cut in two by a crash still wait.
    const auto rest = base::await(m_store.read(
        [conversation](store::Session& session) { return store::Messages(session).waiting(conversation); }));
    return !rest || !rest->empty();
}

/// Makes the draft that somebody wants; where a person sent one that asks whether there is danger, the answer is waited
/// for.
void Node::followDraft(domain::ConversationId id)
{
    struct News {
        std::optional<Work> wanted;
        bool mayAsk = false;
    };
    auto token = m_activity.begin();
    m_store
        .read([id](store::Session& session) -> Result<News> {
            const auto draft = store::AgentDrafts(session).current(id);
            const auto conversation = store::Conversations(session).find(id);
            if (!draft || !conversation) {
                return fail(draft ? conversation.error() : draft.error());
            }
            News news;
            news.mayAsk = conversation->urgency == domain::Urgency::DoctorRequired;
            if (*draft && (*draft)->state == domain::AgentDraftState::Wanted) {
                news.wanted = Work{conversation->person, conversation->id};
            }
            return news;
        })
        .then([this, id, token](const Result<News>& news) {
            if (!news) {
                qCWarning(lcNode).noquote()
                    << "draft of conversation" << id.value << "cannot be looked at:" << base::describe(news.error());
                return;
            }
            if (news->wanted) {
                m_mailboxes.hurry(*news->wanted);
            }
            if (news->mayAsk) {
                m_unanswered.watch(id);
            }
        });
}

void Node::lookAgain(domain::ConversationId conversation, base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped) {
        return;
    }
    auto& timer = m_looks[conversation];
    m_clock.cancel(timer);
    // The mailbox has its quiet window all the same.
    timer = m_clock.schedule(due - m_quiet, [this, conversation] { pokeConversation(conversation); });
}

void Node::showReading(const agent::TurnInput& input)
{
    const auto& conversation = input.conversation;
    auto* channel = channelFor(conversation.address.channel, conversation.address.account);
    if (!channel || !channel->capabilities().typing || input.stale ||
        !domain::agentMayAct(conversation, conversation.epoch)) {
        return;
    }
    auto token = m_activity.begin();
    channel->showReading(conversation.address, input.burst.back().providerId, true)
        .then([token](const Result<Done>& shown) {
            if (!shown) {
                qCDebug(lcNode).noquote() << "reading not shown:" << base::describe(shown.error());
            }
        });
}

} // namespace delpek::node
