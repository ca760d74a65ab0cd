// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/watchhub.h"

#include <map>
#include <mutex>
#include <set>

namespace delpek::api::doctor
{

namespace
{

constexpr std::size_t mostInAll = 256;
constexpr std::ptrdiff_t mostOfLink = 4;
constexpr qsizetype mostQueued = 64 * 1024;

using Stream = std::shared_ptr<http::EventStream>;

struct Watcher {
    store::LinkId link;
    domain::ConversationId conversation;
    std::weak_ptr<http::EventStream> stream;
    base::Clock::TimerId timer = 0;
};

bool concernsPage(domain::Topic topic)
{
    using domain::Topic;
    return topic == Topic::Message || topic == Topic::Conversation || topic == Topic::Escalation ||
           topic == Topic::Attachment;
}

} // namespace

/// Outlives the hub in callbacks of streams that are still closing.
class WatchHub::Private
{
public:
    void onChanges(const std::vector<domain::Change>& changes)
    {
        std::set<qint64> conversations;
        bool all = false;
        for (const auto& change : changes) {
            if (concernsPage(change.topic)) {
                conversations.insert(change.conversation);
                all = all || change.id == 0;
            }
        }
        if (conversations.empty()) {
            return;
        }
        for (const Stream& stream : streamsOf(
                 [&](const Watcher& watcher) { return all || conversations.contains(watcher.conversation.value); })) {
            stream->send(http::eventText({}, "changed", "{}"));
        }
    }

    template <typename Wanted>
    std::vector<Stream> streamsOf(Wanted wanted) const
    {
        const std::lock_guard lock(mutex);
        std::vector<Stream> found;
        for (const auto& [number, watcher] : watchers) {
            if (auto stream = wanted(watcher) ? watcher.stream.lock() : nullptr) {
                found.push_back(std::move(stream));
            }
        }
        return found;
    }

    mutable std::mutex mutex;
    quint64 last = 0;
    std::map<quint64, Watcher> watchers; ///< oldest first
};

WatchHub::WatchHub(store::Store& store, base::Clock& clock)
    : d(std::make_shared<Private>())
    , m_clock(clock)
    , m_subscription(
          store.subscribe([d = d.get()](const std::vector<domain::Change>& changes) { d->onChanges(changes); }))
{
}

WatchHub::~WatchHub()
{
    m_subscription.reset();
    std::vector<base::Clock::TimerId> timers;
    {
        const std::lock_guard lock(d->mutex);
        for (const auto& [number, watcher] : d->watchers) {
            timers.push_back(watcher.timer);
        }
    }
    for (const auto timer : timers) {
        m_clock.cancel(timer);
    }
}

Result<Stream> WatchHub::open(const store::EscalationLink& link, domain::ConversationId conversation)
{
    const auto stream = std::make_shared<http::EventStream>(mostQueued);
    // The callback owns nothing: a stream that ended long ago is left alone.
    const auto timer = m_clock.schedule(link.expiresAt, [weak = std::weak_ptr(stream)] {
        if (const auto open = weak.lock()) {
            open->finish();
        }
    });
    const auto ofLink = d->streamsOf([&](const Watcher& watcher) { return watcher.link == link.id; });
    quint64 number = 0;
    {
        const std::lock_guard lock(d->mutex);
        if (d->watchers.size() >= mostInAll) {
            m_clock.cancel(timer);
            return fail(ErrorCode::RateLimited, QStringLiteral("too many open pages; try again later"));
        }
        number = ++d->last;
        d->watchers.emplace(number, Watcher{link.id, conversation, stream, timer});
    }
    if (std::ssize(ofLink) >= mostOfLink) {
        ofLink.front()->finish();
    }
    stream->whenClosed([d = std::weak_ptr(d), number, timer, &clock = m_clock] {
        if (const auto hub = d.lock()) {
            clock.cancel(timer);
            const std::lock_guard lock(hub->mutex);
            hub->watchers.erase(number);
        }
    });
    return stream;
}

void WatchHub::end(store::LinkId link)
{
    for (const Stream& stream : d->streamsOf([&](const Watcher& watcher) { return watcher.link == link; })) {
        stream->finish();
    }
}

int WatchHub::streams() const
{
    const std::lock_guard lock(d->mutex);
    return int(d->watchers.size());
}

} // namespace delpek::api::doctor
