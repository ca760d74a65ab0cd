// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "http/policy.h"
#include "node/pump.h"
#include "notify/ladder.h"
#include "notify/sender.h"
#include "notify/texts.h"
#include "store/store.h"

#include <random>
#include <set>

namespace delpek::notify
{

/// A private link to the escalation for that member of staff. May wait for the store; on a worker.
using LinkMaker = std::function<Result<QString>(domain::EscalationId, domain::StaffId)>;

/// All of it outlives the notifier.
struct NotifierParts {
    store::Store& store;
    base::Clock& clock;
    std::vector<Sender*> senders;
    Texts texts;
    std::function<QTimeZone()> zone; ///< the clinic's; asked on a worker, may wait
    LinkMaker link;                  ///< may be empty: the texts then say to look at the desk
};

struct NotifierOptions {
    LadderRules ladder; ///< `ways` follow from the senders
    TextRules texts;
    /// What had no effect is tried again for about six minutes; the ladder goes on meanwhile.
    http::RetryPolicy retry{8, std::chrono::seconds(2), std::chrono::minutes(2)};
    base::Duration repeatAfter = std::chrono::seconds(5); ///< an emergency whose notice may not have gone out
    base::Duration lease = std::chrono::minutes(2);       ///< longer than any send; then another process was cut
    base::Duration probe = std::chrono::minutes(5);       ///< a way that does not work is asked again
    int inFlight = 8;
    quint64 seed = 0; ///< of the jitter
};

/// Tells the staff of escalations: plans by the ladder, sends, records the evidence, and tells the desk when a way does
/// not work or nobody takes note. Everything it knows is in the store; it may be cut anywhere. A notice that may or may
/// not have gone out is never repeated blindly, but for an emergency: that is sent once more, marked as such, because a
/// second message is better than silence. Any thread.
class Notifier
{
public:
    Notifier(NotifierParts parts, NotifierOptions options);
    /// A clean end: what is under way is waited for. End what hangs at a provider before.
    ~Notifier();

    /// Takes up what an earlier run left and asks every provider whether it works.
    Result<Done> start();
    /// No new sends. Waits at most `grace` of real time for those under way; tells whether they ended.
    bool stop(base::Duration grace);
    /// Waits until nothing is under way (timers that are not due do not count). For tests.
    void waitIdle() { m_activity.waitIdle(); }

private:
    struct Prepared {
        domain::Notice notice;
        domain::StaffMember to;
        Subject subject;
    };

    void work();
    /// What was being sent by a process that was cut becomes unknown.
    Result<Done> recover(base::Duration lease);
    Result<std::optional<base::Instant>> plan();
    /// When a notice is due, or is unknown because its lease is over.
    Result<std::optional<base::Instant>> nextMoment(store::Session& session);
    bool dispatch(const domain::Notice& notice);
    Result<std::optional<Prepared>> claim(domain::NoticeId id);
    void send(Sender& sender, const Prepared& prepared);
    void settle(const Prepared& prepared, const Result<Receipt>& receipt);
    Result<Done> record(store::Session& session, const domain::Notice& notice, const Result<Receipt>& receipt,
                        std::optional<base::Duration> retryIn, base::Instant now) const;
    Result<Done> noteUnknown(store::Session& session, const domain::Notice& notice, const QString& evidence,
                             base::Instant now) const;
    void probe(bool all);
    void wakeAt(base::Instant due);
    Sender* senderOf(domain::NoticeWay way) const;

    NotifierParts m_parts;
    NotifierOptions m_options;
    base::Activity m_activity;
    base::Workers m_workers{1};
    std::mutex m_mutex;
    std::mt19937_64 m_random;
    std::set<domain::NoticeId> m_inFlight;
    std::set<domain::NoticeWay> m_faulty;
    std::optional<base::Instant> m_wakeDue;
    std::set<base::Clock::TimerId> m_timers;
    bool m_stopped = false;
    node::Pump m_pump;
    domain::Subscription m_subscription;
};

} // namespace delpek::notify
