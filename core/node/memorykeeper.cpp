// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/memorykeeper.h"

#include "base/await.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/escalations.h"
#include "store/messages.h"

#include <algorithm>

namespace delpek::node
{

namespace
{

using store::MemoryJob;
using store::MemoryJobKind;

constexpr int atOnce = 64;
constexpr int mostMessages = 200;
constexpr base::Duration day = std::chrono::hours(24);

/// Nothing for a decision that is not there any more.
Result<std::optional<memory::TurnSeen>> turnOf(store::Session& session, const MemoryJob& job)
{
    auto decisions = store::Decisions(session).before(job.conversation, {job.subject + 1}, 1);
    auto conversation = store::Conversations(session).find(job.conversation);
    if (!decisions || !conversation) {
        return fail(decisions ? conversation.error() : decisions.error());
    }
    if (decisions->empty() || decisions->front().id.value != job.subject) {
        return std::optional<memory::TurnSeen>();
    }
    memory::TurnSeen turn{std::move(decisions->front()), std::move(*conversation), {}, job.talk};
    const auto& burst = turn.decision.burst;
    if (burst.empty()) {
        return std::optional(std::move(turn));
    }
    auto messages = store::Messages(session).after(job.conversation, {burst.front().value - 1}, mostMessages);
    if (!messages) {
        return fail(messages.error());
    }
    for (auto& message : *messages) {
        const bool mine = message.isIncoming() ? std::ranges::find(burst, message.id) != burst.end()
                                               : message.decision == turn.decision.id;
        if (mine) {
            turn.messages.push_back(std::move(message));
        }
    }
    return std::optional(std::move(turn));
}

/// The name that somebody gave for themselves is no word to remember.
Result<memory::Episode> withoutStatedName(store::Session& session, memory::Episode episode, const memory::Rules& rules)
{
    return store::Conversations(session).dialogue(episode.conversation).map([&](const base::Json& dialogue) {
        const QString name = base::textAt(base::at(dialogue, "identity"), "name");
        const QStringList names = rules.queryOf(episode.user, name, {}, episode.at).words;
        episode.words.removeIf([&](const QString& word) { return names.contains(word); });
        return episode;
    });
}

Result<std::optional<memory::Episode>> episodeOf(store::Session& session, const MemoryJob& job,
                                                 const memory::Rules& rules)
{
    if (job.kind == MemoryJobKind::Turn) {
        const auto turn = turnOf(session, job);
        if (!turn || !*turn) {
            return turn.map([](auto&&) { return std::optional<memory::Episode>(); });
        }
        return withoutStatedName(session, rules.episodeOf(**turn), rules).map([](const memory::Episode& episode) {
            return std::optional(episode);
        });
    }
    auto escalation = store::Escalations(session).byId({job.subject});
    const auto conversation = store::Conversations(session).find(job.conversation);
    if (!escalation || !conversation) {
        return fail(escalation ? conversation.error() : escalation.error());
    }
    escalation->closedAt = job.at; // it may be open again by now; this exchange was filed then
    return std::optional(rules.episodeOf(*escalation, job.part, *conversation, job.talk));
}

bool willPass(const Error& error)
{
    return base::isTransient(error.code) || error.code == ErrorCode::Unauthorised ||
           error.code == ErrorCode::Forbidden || error.code == ErrorCode::Cancelled;
}

/// Whether what the memory did not take is told again: also where it says that it has no such database, which is a word
/// of the settings and no fault of what was told.
bool waits(const Error& error)
{
    return willPass(error) || error.code == ErrorCode::NotFound;
}

} // namespace

base::Duration tellingDelay(int attempts)
{
    const auto delay = std::chrono::seconds(5) * (1 << std::clamp(attempts, 0, 7));
    return std::min<base::Duration>(delay, std::chrono::minutes(10));
}

MemoryKeeper::MemoryKeeper(store::Store& store, base::Clock& clock, base::Activity& activity, memory::Memory& memory,
                           const memory::Rules& rules, base::Duration keep)
    : m_store(store)
    , m_clock(clock)
    , m_memory(memory)
    , m_rules(rules)
    , m_keep(keep)
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void MemoryKeeper::stop()
{
    m_pump.stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_clock.cancel(m_timer);
}

void MemoryKeeper::arm(base::Instant due)
{
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        m_clock.cancel(m_timer);
        m_timer = m_clock.schedule(due, [this] { m_pump.wake(); });
    }
}

void MemoryKeeper::work()
{
    sweepDaily();
    auto next = *m_sweptAt + day;
    for (;;) {
        const auto jobs = base::await(m_store.read(
            [now = m_clock.now()](store::Session& session) { return store::MemoryJobs(session).due(now, atOnce); }));
        if (!jobs) {
            next = std::min(next, m_clock.now() + tellingDelay(0));
            break;
        }
        if (jobs->empty()) {
            const auto due =
                base::await(m_store.read([](store::Session& session) { return store::MemoryJobs(session).nextDue(); }));
            next = due && *due ? std::min(next, std::max(**due, m_clock.now())) : next;
            break;
        }
        const auto told = tell(*jobs);
        if (!told) {
            qCWarning(lcNode).noquote() << "memory" << m_memory.name()
                                        << "takes nothing now:" << base::describe(told.error());
            const auto again = m_clock.now() + tellingDelay(jobs->front().attempts);
            next = std::min(next, again);
            (void)base::await(m_store.write([again, code = base::toText(told.error().code)](store::Session& session) {
                return store::MemoryJobs(session).retryAt(again, code);
            }));
            break;
        }
    }
    arm(next);
}

Result<Done> MemoryKeeper::tell(const std::vector<MemoryJob>& jobs)
{
    const bool plain =
        std::ranges::none_of(jobs, [](const MemoryJob& job) { return job.kind == MemoryJobKind::Forget; });
    if (!plain || jobs.size() == 1) {
        return tellEach(jobs);
    }
    auto episodes = base::await(
        m_store.read([&jobs, &rules = m_rules](store::Session& session) -> Result<std::vector<memory::Episode>> {
            std::vector<memory::Episode> found;
            for (const auto& job : jobs) {
                auto episode = episodeOf(session, job, rules);
                if (!episode) {
                    return fail(episode.error());
                }
                if (*episode) {
                    found.push_back(std::move(**episode));
                }
            }
            return found;
        }));
    if (!episodes) {
        return willPass(episodes.error()) ? fail(episodes.error()) : tellEach(jobs);
    }
    const auto remembered = base::await(m_memory.remember(std::move(*episodes)));
    if (!remembered) {
        return waits(remembered.error()) ? remembered : tellEach(jobs);
    }
    base::cutPoint("memory.told");
    return markDone(jobs);
}

Result<Done> MemoryKeeper::tellEach(const std::vector<MemoryJob>& jobs)
{
    for (const auto& job : jobs) {
        Result<Done> told = Done{};
        if (job.kind == MemoryJobKind::Forget) {
            told = base::await(m_memory.forget(job.person, job.at));
        } else {
            auto episode = base::await(m_store.read(
                [&job, &rules = m_rules](store::Session& session) { return episodeOf(session, job, rules); }));
            if (!episode) {
                told = fail(episode.error());
            } else if (*episode) {
                told = base::await(m_memory.remember({std::move(**episode)}));
                if (!told && waits(told.error())) {
                    return told;
                }
            }
        }
        // A forgetting is never given up.
        if (!told && (willPass(told.error()) || job.kind == MemoryJobKind::Forget)) {
            return told;
        }
        if (!told) {
            qCWarning(lcNode).noquote() << "memory job" << job.id << "is given up:" << base::describe(told.error());
        }
        base::cutPoint("memory.told");
        if (const auto noted = markDone({job}); !noted) {
            return noted;
        }
    }
    return Done{};
}

Result<Done> MemoryKeeper::markDone(const std::vector<MemoryJob>& jobs)
{
    std::vector<qint64> ids;
    for (const auto& job : jobs) {
        ids.push_back(job.id);
    }
    return base::await(m_store.write(
        [ids](store::Session& session) { return store::MemoryJobs(session).markDone(ids); }, store::Priority::Low));
}

/// What is done is needed for a day, to see where a talk goes on.
void MemoryKeeper::sweepDaily()
{
    const auto now = m_clock.now();
    if (m_sweptAt && now < *m_sweptAt + day) {
        return;
    }
    m_sweptAt = now;
    const auto swept = base::await(m_memory.sweep(now - m_keep));
    const auto jobs = base::await(m_store.write(
        [before = now - 2 * day](store::Session& session) { return store::MemoryJobs(session).sweep(before); },
        store::Priority::Low));
    if (!swept || !jobs) {
        qCWarning(lcNode).noquote() << "memory is not swept:" << base::describe(swept ? jobs.error() : swept.error());
    }
}

} // namespace delpek::node
