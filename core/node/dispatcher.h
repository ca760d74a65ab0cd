// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "channels/channel.h"
#include "http/policy.h"
#include "media/filedoor.h"
#include "node/pump.h"
#include "store/outbox.h"
#include "store/store.h"

#include <map>
#include <random>
#include <set>

namespace delpek::node
{

struct DispatchOptions {
    /// An answer may be this late and no later: after about 45 minutes of trying a person decides.
    http::RetryPolicy retry{16, std::chrono::seconds(2), std::chrono::minutes(5)};
    int perMinute = 60; ///< messages a conversation
    int burst = 10;
    int inFlight = 16;                                     ///< sends at a time
    base::Duration unknownAfter = std::chrono::minutes(2); ///< how long the provider's evidence is waited for
    quint64 seed = 0;                                      ///< of the jitter
};

/// The outbox at work: checks the fence, sends, records the receipt. Any thread.
class Dispatcher
{
public:
    Dispatcher(store::Store& store, base::Clock& clock, base::Workers& workers, base::Activity& activity,
               std::vector<channels::Channel*> channels, media::FileDoor* files, DispatchOptions options);
    ~Dispatcher();

    /// After a start: sends whose receipt is missing become unknown.
    Result<Done> recover();
    void wake() { m_pump.wake(); }
    void stop();

private:
    struct Prepared {
        store::OutboxRow row;
        channels::Channel* channel = nullptr;
        channels::Outgoing outgoing;
        bool hasFile = false;
        QString file; ///< at the door
    };

    void work();
    bool start(const store::OutboxRow& row);
    Result<Prepared> claim(const store::OutboxRow& row);
    /// The call itself, with the bytes of a file.
    Future<channels::Receipt> send(Prepared& prepared);
    void settle(const Prepared& prepared, Result<channels::Receipt> receipt);
    Result<Done> record(store::Session& session, const Prepared& prepared, const Result<channels::Receipt>& receipt,
                        std::optional<base::Duration> retryIn, base::Instant now);
    /// After a while, unless the provider's evidence has come, a person is asked.
    void judgeUnknown(const store::OutboxRow& row);
    void wakeAt(base::Instant due);
    /// With m_mutex held.
    void at(base::Instant due, std::function<void()> work);
    /// With m_mutex held.
    void forgetFullBuckets(base::Instant now);
    channels::Channel* channelFor(const domain::ChannelAddress& address) const;

    store::Store& m_store;
    base::Clock& m_clock;
    base::Activity& m_activity;
    std::vector<channels::Channel*> m_channels;
    media::FileDoor* m_files;
    DispatchOptions m_options;

    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::map<domain::ConversationId, http::TokenBucket> m_buckets;
    std::set<domain::OutboxId> m_inFlight;
    std::optional<base::Instant> m_wakeDue;
    std::set<base::Clock::TimerId> m_timers;
    bool m_stopped = false;

    Pump m_pump;
};

} // namespace delpek::node
