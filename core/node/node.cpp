// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/node.h"

#include "base/await.h"
#include "base/correlation.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/channelstate.h"
#include "node/turncommit.h"
#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/messages.h"

namespace delpek::node
{

namespace
{

constexpr int intakePage = 128;
constexpr int pumpThreads = 2; // intake and dispatcher

} // namespace

Node::Node(NodeParts parts, NodeOptions options)
    : m_store(parts.store)
    , m_clock(parts.clock)
    , m_channels(std::move(parts.channels))
    , m_turns(parts.turns)
    , m_intakeRules{parts.files && parts.transcriber}
    , m_turnRules{parts.transcriber ? parts.transcriber->patience() : base::Duration(0), options.staleAfter}
    , m_quiet(options.quiet.window)
    , m_turnWorkers(options.workers)
    , m_pumpWorkers(pumpThreads)
    , m_lookWorker(1)
    , m_mailboxes(m_clock, m_turnWorkers, m_activity, options.quiet,
                  [this](domain::PersonId, const std::set<domain::ConversationId>& conversations,
                         const base::Cancel& cancel) { return runTurns(conversations, cancel); })
    , m_dispatcher(m_store, m_clock, m_pumpWorkers, m_activity, m_channels, parts.files, options.dispatch)
    , m_unanswered(m_store, m_clock, m_activity, options.unanswered)
    , m_fetcher(parts.files ? std::make_unique<Fetcher>(m_store, m_clock, m_activity, m_channels, *parts.files,
                                                        parts.transcriber, options.fetch)
                            : nullptr)
    , m_holding(parts.records && parts.escalations
                    ? std::make_unique<HoldingTexts>(m_store, m_clock, m_activity, *parts.records, *parts.escalations,
                                                     options.holding)
                    : nullptr)
    , m_filing(parts.records && parts.escalations
                   ? std::make_unique<Filing>(m_store, m_clock, m_activity, *parts.records, *parts.escalations)
                   : nullptr)
    , m_search(m_store, m_clock, m_activity)
    , m_retention(m_store, m_clock, m_activity, parts.files, options.keep)
    , m_reminders(m_store, m_clock, m_activity)
    , m_later(m_store, m_clock, m_activity, m_channels, options.needsConsent)
    , m_memory(parts.memory.memory ? std::make_unique<MemoryKeeper>(m_store, m_clock, m_activity, *parts.memory.memory,
                                                                    *parts.memory.rules, options.memory)
                                   : nullptr)
    , m_intake(m_pumpWorkers, m_activity, [this] { takeIn(); })
{
}

Node::~Node()
{
    stop(base::Duration(0));
    m_activity.waitIdle();
}

bool Node::stop(base::Duration grace)
{
    m_subscription.reset();
    m_clock.cancel(m_retry);
    m_intake.stop();
    m_mailboxes.stop();
    m_dispatcher.stop();
    m_unanswered.stop();
    if (m_fetcher) {
        m_fetcher->stop();
    }
    if (m_holding) {
        m_holding->stop();
        m_filing->stop();
    }
    m_search.stop();
    m_retention.stop();
    m_reminders.stop();
    m_later.stop();
    if (m_memory) {
        m_memory->stop();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        for (const auto& [conversation, timer] : m_looks) {
            m_clock.cancel(timer);
        }
    }
    m_clock.finishRunning();
    return m_activity.waitIdle(grace);
}

Result<Done> Node::start()
{
    m_subscription = m_store.subscribe([this](const std::vector<domain::Change>& changes) { onChanges(changes); });
    if (const auto recovered = m_dispatcher.recover(); !recovered) {
        return recovered;
    }
    if (const auto watched = m_unanswered.start(); !watched) {
        return watched;
    }
    if (m_holding) {
        if (const auto watched = m_holding->start(); !watched) {
            return watched;
        }
        m_filing->wake();
    }
    if (m_memory) {
        m_memory->wake();
    }
    m_search.wake();
    m_retention.wake();
    m_reminders.wake();
    m_later.start();
    m_intake.wake();
    m_dispatcher.wake();
    if (m_fetcher) {
        m_fetcher->wake();
    }
    const auto waiting = base::await(
        m_store.read([](store::Session& session) { return store::Messages(session).conversationsWaiting(); }));
    const auto wanted =
        base::await(m_store.read([](store::Session& session) { return store::AgentDrafts(session).wanted(); }));
    if (!waiting || !wanted) {
        return fail(waiting ? wanted.error() : waiting.error());
    }
    for (const auto conversation : *wanted) {
        followDraft(conversation);
    }
    for (const auto conversation : *waiting) {
        pokeConversation(conversation);
    }
    return Done{};
}

void Node::onChanges(const std::vector<domain::Change>& changes)
{
    bool outbox = false;
    bool attachments = false;
    bool erased = false;
    bool conversations = false;
    std::set<qint64> waiting;
    std::set<qint64> escalated;
    std::set<qint64> drafts;
    for (const auto& change : changes) {
        outbox = outbox || change.topic == domain::Topic::Outbox;
        attachments = attachments || change.topic == domain::Topic::Attachment;
        erased = erased || change.topic == domain::Topic::Erased;
        conversations = conversations || change.topic == domain::Topic::Conversation;
        if (change.topic == domain::Topic::Waiting) {
            waiting.insert(change.conversation);
        }
        if (change.topic == domain::Topic::AgentDraft) {
            drafts.insert(change.conversation);
        }
        if (change.topic == domain::Topic::Escalation) {
            escalated.insert(change.conversation);
        }
    }
    if (outbox) {
        m_dispatcher.wake();
    }
    if (attachments && m_fetcher) {
        m_fetcher->wake();
    }
    if (conversations) {
        m_reminders.wake();
    }
    if (erased) {
        m_retention.wake();
        tellMemory();
    }
    for (const auto conversation : waiting) {
        pokeConversation({conversation});
    }
    for (const auto conversation : drafts) {
        followDraft({conversation});
    }
    if (m_holding && !escalated.empty()) {
        for (const auto conversation : escalated) {
            m_holding->watch({conversation});
        }
        m_filing->wake();
    }
    if (m_memory && !escalated.empty()) {
        m_memory->wake();
    }
}

void Node::pokeConversation(domain::ConversationId id)
{
    auto token = m_activity.begin();
    m_store.read([id](store::Session& session) { return store::Conversations(session).find(id); })
        .then([this, token](const Result<domain::Conversation>& found) {
            if (const auto conversation = found) {
                poke({conversation->person, conversation->id});
            }
        });
}

void Node::poke(const Work& work)
{
    m_mailboxes.poke(work);
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped) {
            return;
        }
        const auto [look, isNew] = m_emergencyLooks.try_emplace(work.conversation, false);
        if (!isNew) {
            look->second = true;
            return;
        }
    }
    lookForEmergency(work);
}

void Node::lookForEmergency(const Work& work)
{
    m_lookWorker.post([this, work, token = m_activity.begin()]() mutable {
        const auto input =
            base::await(m_store.read([id = work.conversation, now = m_clock.now(), rules = m_turnRules](
                                         store::Session& session) { return readTurn(session, id, now, rules); }));
        if (input && *input && m_turns.isEmergency(**input)) {
            m_mailboxes.hurry(work);
        }
        bool again = false;
        {
            const std::lock_guard lock(m_mutex);
            again = !m_stopped && std::exchange(m_emergencyLooks[work.conversation], false);
            if (!again) {
                m_emergencyLooks.erase(work.conversation);
            }
        }
        if (again) {
            lookForEmergency(work);
        }
        token.reset();
    });
}

Future<bool> Node::accept(domain::ChannelKind channel, const QString& account, const QByteArray& body,
                          const QString& correlation)
{
    store::Delivery delivery;
    delivery.channel = channel;
    delivery.account = account;
    delivery.body = body;
    delivery.receivedAt = m_clock.now();
    delivery.correlation = correlation;
    base::cutPoint("listener.before-commit");
    auto token = m_activity.begin();
    return m_store
        .write([delivery, digest = store::digestOf(body)](store::Session& session) {
            return store::Inbox(session).add(delivery, digest).map([](std::optional<domain::InboxId> id) {
                return id.has_value();
            });
        })
        .then([this, token, correlation](const Result<bool>& result) {
            base::cutPoint("listener.after-commit");
            if (result) {
                const base::CorrelationScope scope(correlation);
                qCInfo(lcNode) << (*result ? "delivery kept" : "delivery known already");
            }
            if (result && *result) {
                m_intake.wake();
            }
            return result;
        });
}

void Node::tellMemory()
{
    if (m_memory) {
        m_memory->wake();
    }
}

void Node::waitIdle()
{
    m_activity.waitIdle();
}

channels::Channel* Node::channelFor(domain::ChannelKind kind, const QString& account) const
{
    const auto found = std::find_if(m_channels.begin(), m_channels.end(), [&](const channels::Channel* channel) {
        return channel->kind() == kind && channel->account() == account;
    });
    return found == m_channels.end() ? nullptr : *found;
}

void Node::takeIn()
{
    for (;;) {
        const auto more = takeInPage();
        if (!more) {
            qCWarning(lcNode).noquote() << "intake waits:" << base::describe(more.error());
            m_retry = m_clock.after(std::chrono::seconds(1), [this] { m_intake.wake(); });
            return;
        }
        if (!*more) {
            return;
        }
    }
}

Result<bool> Node::takeInPage()
{
    const auto after = m_takenIn;
    auto page = base::await(
        m_store.read([after](store::Session& session) { return store::Inbox(session).pending(after, intakePage); }));
    if (!page) {
        return fail(page.error());
    }
    std::vector<Future<std::set<Work>>> written;
    written.reserve(page->size());
    std::vector<ReadDelivery> read;
    read.reserve(page->size());
    for (const auto& delivery : *page) {
        read.push_back(readOne(delivery));
    }
    identifySenders(m_store, read);
    for (size_t i = 0; i < page->size(); ++i) {
        written.push_back(takeInOne((*page)[i], std::move(read[i])));
    }
    for (auto& future : written) {
        const auto work = base::await(future);
        if (!work) {
            return fail(work.error());
        }
        for (const auto& item : *work) {
            poke(item);
        }
    }
    if (!page->empty()) {
        m_takenIn = page->back().id;
    }
    return page->size() == intakePage;
}

ReadDelivery Node::readOne(const store::Delivery& delivery) const
{
    const base::CorrelationScope scope(delivery.correlation);
    auto* channel = channelFor(delivery.channel, delivery.account);
    auto events = channel ? channel->parse(delivery.body)
                          : Result<std::vector<domain::Event>>(
                                fail(ErrorCode::NotFound, QStringLiteral("no such channel account is configured")));
    if (!events) {
        qCWarning(lcNode).noquote() << "delivery" << delivery.id.value
                                    << "cannot be read:" << base::describe(events.error());
    }
    return {channel, std::move(events)};
}

Future<std::set<Work>> Node::takeInOne(const store::Delivery& delivery, ReadDelivery read)
{
    const base::CorrelationScope scope(delivery.correlation);
    const auto state = read.channel ? read.channel->accountState(delivery.body) : std::nullopt;
    if (state && state->fault) {
        qCWarning(lcNode).noquote() << "channel" << base::toText(delivery.channel)
                                    << "does not work:" << base::describe(*state->fault);
    }
    base::cutPoint("intake.before-commit");
    const auto now = m_clock.now();
    return m_store
        .write(
            [delivery, events = std::move(read.events), state, now,
             rules = m_intakeRules](store::Session& session) -> Result<std::set<Work>> {
                store::Inbox inbox(session);
                std::set<Work> work;
                if (state) {
                    const auto noted = desk::noteChannelState(session, delivery.channel, delivery.account,
                                                              state->fault ? state->fault->key : QString(), state->at);
                    if (!noted) {
                        return fail(noted.error());
                    }
                }
                if (!events) {
                    return inbox.markFailed(delivery.id, base::describe(events.error())).map([&](Done) {
                        return work;
                    });
                }
                for (const auto& event : *events) {
                    if (const auto applied = applyEvent(session, event, delivery.correlation, now, work, rules);
                        !applied) {
                        return fail(applied.error());
                    }
                }
                return inbox.markDone(delivery.id).map([&](Done) { return work; });
            },
            store::Priority::Low)
        .then([id = delivery.id, correlation = delivery.correlation](const Result<std::set<Work>>& done) {
            base::cutPoint("intake.after-commit");
            if (done) {
                const base::CorrelationScope scope(correlation);
                qCInfo(lcNode) << "delivery" << id.value << "taken in";
            }
            return done;
        });
}

} // namespace delpek::node
