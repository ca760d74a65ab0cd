// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/activity.h"
#include "base/await.h"
#include "base/clock.h"
#include "base/workers.h"
#include "node/intake.h"

#include <map>
#include <mutex>

namespace delpek::node
{

struct QuietWindow {
    base::Duration window = std::chrono::seconds(4);   ///< restarts with each message
    base::Duration longest = std::chrono::seconds(16); ///< a burst waits no longer than this in all
};

/// One mailbox a person: gathers a burst in a quiet window, then runs one turn at a time, in order. A message that
/// comes during a turn cancels that turn and waits in its own window. What is urgent waits in none. Any thread.
class Mailboxes
{
public:
    /// Runs on a worker; writes the turns of the person's conversations. True when something still waits.
    using RunTurns = std::function<bool(domain::PersonId person, const std::set<domain::ConversationId>& conversations,
                                        const base::Cancel& cancel)>;

    Mailboxes(base::Clock& clock, base::Workers& workers, base::Activity& activity, QuietWindow quiet, RunTurns run);
    ~Mailboxes();

    void poke(const Work& work);
    /// Like poke, without the quiet window.
    void hurry(const Work& work);
    /// No new turns; running ones are cancelled. What waits stays in the store.
    void stop();

private:
    struct Box {
        std::set<domain::ConversationId> conversations;
        base::Clock::TimerId timer = 0;
        std::optional<base::Instant> firstPoke;
        bool running = false;
        bool again = false;
        bool urgent = false; ///< the next turn waits for nothing
        std::stop_source stop;
    };

    void add(const Work& work, bool urgent);
    void arm(domain::PersonId person, Box& box);
    void fire(domain::PersonId person);
    void begin(domain::PersonId person, Box& box);
    void runBox(domain::PersonId person);

    base::Clock& m_clock;
    base::Workers& m_workers;
    base::Activity& m_activity;
    QuietWindow m_quiet;
    RunTurns m_run;
    std::mutex m_mutex;
    std::map<domain::PersonId, Box> m_boxes;
    bool m_stopped = false;
};

} // namespace delpek::node
