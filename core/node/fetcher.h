// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "base/clock.h"
#include "channels/channel.h"
#include "http/policy.h"
#include "media/filedoor.h"
#include "media/transcriber.h"
#include "node/pump.h"
#include "store/attachments.h"
#include "store/store.h"

#include <random>
#include <set>

namespace delpek::node
{

struct FetchOptions {
    /// Providers keep a file for at least some days, and their links can be asked for anew: about half a day of trying.
    http::RetryPolicy retry{24, std::chrono::seconds(5), std::chrono::hours(1)};
    int missing = 4;                                 ///< tries of a file that the provider does not find
    base::Duration lease = std::chrono::minutes(3);  ///< longer than one try takes
    base::Duration words = std::chrono::minutes(15); ///< how long a voice note is tried to be written down
    int atOnce = 4;
    quint64 seed = 0; ///< of the jitter
};

/// The attachments at work: fetches patients' files through the door, and has voice notes written down. What it does is
/// told by the store alone, so it may be cut anywhere, and of several processes on one database one takes each file. On
/// threads of its own: a slow provider holds up no message. Any thread.
class Fetcher
{
public:
    /// `transcriber` may be null. References outlive the fetcher.
    Fetcher(store::Store& store, base::Clock& clock, base::Activity& activity, std::vector<channels::Channel*> channels,
            media::FileDoor& files, media::Transcriber* transcriber, FetchOptions options);
    ~Fetcher();

    void wake() { m_pump.wake(); }
    /// Nothing new; what waits for a provider is given up, and due again.
    void stop();

private:
    using Job = store::AttachmentJob;

    void work();
    /// False when it could not even be begun.
    bool run(const Job& job);
    void fetch(const Job& job);
    void writeDown(const Job& job);
    Result<channels::MediaFile> ask(const Job& job);
    void keep(const Job& job, const channels::MediaFile& file);
    void fetchFailed(const Job& job, const Error& error);
    void writingFailed(const Job& job, const Error& error);
    void finish(const Job& job, const domain::Attachment& attachment, const QString& words = {});
    void again(const Job& job, base::Duration delay);
    std::optional<base::Duration> delayAfter(const Job& job, const Error& error);
    void wakeAt(base::Instant due);

    store::Store& m_store;
    base::Clock& m_clock;
    base::Activity& m_activity;
    std::vector<channels::Channel*> m_channels;
    media::FileDoor& m_files;
    media::Transcriber* m_transcriber;
    FetchOptions m_options;
    std::stop_source m_stop;

    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::set<domain::MessageId> m_inFlight;
    base::Clock::TimerId m_timer = 0;
    bool m_stopped = false;

    base::Workers m_workers;
    Pump m_pump;
};

} // namespace delpek::node
