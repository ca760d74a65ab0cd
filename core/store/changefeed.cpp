// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changefeed.h"

namespace delpek::store
{

domain::Subscription ChangeFeed::subscribe(domain::ChangeCallback callback)
{
    auto subscriber = std::make_shared<Subscriber>();
    subscriber->callback = std::move(callback);
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_subscribers, [](const auto& known) { return known.expired(); });
        m_subscribers.push_back(subscriber);
    }
    // The handle owns the subscriber, so it may outlive the feed.
    return {subscriber.get(), [subscriber](void*) {
                const std::lock_guard lock(subscriber->mutex);
                subscriber->active = false;
            }};
}

void ChangeFeed::publish(const std::vector<domain::Change>& changes)
{
    if (changes.empty()) {
        return;
    }
    std::vector<std::shared_ptr<Subscriber>> subscribers;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& known : m_subscribers) {
            if (auto subscriber = known.lock()) {
                subscribers.push_back(std::move(subscriber));
            }
        }
    }
    for (const auto& subscriber : subscribers) {
        const std::lock_guard lock(subscriber->mutex);
        if (subscriber->active) {
            subscriber->callback(changes);
        }
    }
}

} // namespace delpek::store
