// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/settlement.h"

#include "store/outbox.h"

#include <mutex>

namespace delpek::desk
{

namespace
{

/// Looks again after each change of the conversation until nothing is on its way.
struct Watch : std::enable_shared_from_this<Watch> {
    Watch(store::Store& watchedStore, domain::ConversationId watched)
        : store(watchedStore)
        , conversation(watched)
    {
    }

    void begin()
    {
        // Subscribed before the first look, so that no receipt slips in between.
        auto subscribed = store.subscribe([self = weak_from_this(), this](const std::vector<domain::Change>& changes) {
            const auto alive = self.lock();
            const bool concerned =
                alive && std::any_of(changes.begin(), changes.end(), [&](const domain::Change& change) {
                    return change.topic == domain::Topic::Outbox && change.conversation == conversation.value;
                });
            if (concerned) {
                look();
            }
        });
        {
            const std::lock_guard lock(mutex);
            subscription = std::move(subscribed);
        }
        look();
    }

    void look()
    {
        auto self = shared_from_this();
        store
            .read([id = conversation](store::Session& session) { return store::Outbox(session).hasSendingByAgent(id); })
            .then([self](const Result<bool>& sending) {
                if (!sending) {
                    self->finish(fail(sending.error()));
                } else if (!*sending) {
                    self->finish(Done{});
                }
            });
    }

    void finish(const Result<Done>& result)
    {
        const std::lock_guard lock(mutex);
        if (finished) {
            return;
        }
        finished = true;
        promise.finish(result);
        keepAlive.reset();
    }

    store::Store& store;
    domain::ConversationId conversation;
    Promise<Done> promise;
    std::mutex mutex;
    domain::Subscription subscription;
    std::shared_ptr<Watch> keepAlive;
    bool finished = false;
};

} // namespace

Future<Done> whenAgentSendsSettled(store::Store& store, domain::ConversationId conversation)
{
    auto watch = std::make_shared<Watch>(store, conversation);
    auto future = watch->promise.future();
    watch->keepAlive = watch;
    watch->begin();
    return future;
}

} // namespace delpek::desk
