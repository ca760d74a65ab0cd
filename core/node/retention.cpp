// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/retention.h"

#include "base/await.h"
#include "base/cutpoint.h"
#include "base/logging.h"
#include "desk/erasure.h"
#include "store/conversations.h"
#include "store/decisions.h"
#include "store/inbox.h"
#include "store/parentcodes.h"
#include "store/searchindex.h"
#include "store/servicesessions.h"
#include "store/shifts.h"

namespace delpek::node
{

namespace
{

using store::Erasure;
using store::Priority;
using store::Session;

constexpr int page = 64;
constexpr int mergedPages = 200; ///< some hundredths of a second of the writer
constexpr base::Duration oneDay = std::chrono::hours(24);
constexpr auto nextTry = std::chrono::minutes(10);
constexpr auto deliveriesKept = 14 * oneDay; ///< twice as long as providers repeat them
constexpr auto unreadKept = 90 * oneDay;     ///< what could not be read, for whoever looks into it
constexpr auto endedKept = 90 * oneDay;      ///< codes of parents, sessions of programs, hand-over sheets

const auto nobody = QStringLiteral("system");

/// Somebody may have written, or erased it, since it was looked for.
Result<bool> eraseIfIdle(Session& session, domain::ConversationId id, base::Instant before, base::Instant now)
{
    const auto conversation = store::Conversations(session).find(id);
    if (conversation && conversation->lastActivity >= before) {
        return false;
    }
    const auto erased = desk::eraseConversation(session, id, nobody, desk::ErasureCause::Age, now);
    if (!erased && (erased.error().code == ErrorCode::Conflict || erased.error().code == ErrorCode::NotFound)) {
        return false;
    }
    return erased.map([](auto) { return true; });
}

} // namespace

Retention::Retention(store::Store& store, base::Clock& clock, base::Activity& activity, media::FileDoor* files,
                     base::Duration keep)
    : m_store(store)
    , m_clock(clock)
    , m_files(files)
    , m_keep(keep)
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void Retention::stop()
{
    m_pump.stop();
    m_stopped = true;
    const std::lock_guard lock(m_mutex);
    m_clock.cancel(m_timer);
}

void Retention::work()
{
    const auto done = sweepDaily().and_then([&](Done) { return removeFiles(); }).and_then([&](Done) {
        return compactErased(m_store, m_stopped);
    });
    if (!done) {
        qCWarning(lcNode).noquote() << "what is not kept any longer is taken away later:"
                                    << base::describe(done.error());
    }
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        m_clock.cancel(m_timer);
        m_timer = m_clock.schedule(done ? *m_sweptAt + oneDay : m_clock.now() + nextTry, [this] { m_pump.wake(); });
    }
}

Result<Done> Retention::removeFiles()
{
    const auto removed = m_files ? removeErasedFiles(m_store, *m_files) : Result<int>(0);
    return removed.map([](int) { return Done{}; });
}

Result<Done> Retention::sweepDaily()
{
    const auto now = m_clock.now();
    if (m_sweptAt && now < *m_sweptAt + oneDay) {
        return Done{};
    }
    const auto swept = base::await(m_store.write(
        [now](Session& session) {
            return store::Inbox(session)
                .prune(now - deliveriesKept, now - unreadKept)
                .and_then([&](int) { return store::ParentCodes(session).sweep(now - endedKept); })
                .and_then([&](int) { return store::ServiceSessions(session).sweep(now - endedKept); })
                .and_then([&](int) { return store::Shifts(session).sweep(now - endedKept); });
        },
        Priority::Low));
    const auto erased = !swept                       ? fail(swept.error())
                        : m_keep > base::Duration(0) ? eraseIdle(now - m_keep)
                                                     : Result<int>(0);
    if (!erased) {
        return fail(erased.error());
    }
    if (*erased > 0) {
        qCInfo(lcNode) << *erased << "conversations were kept long enough and are erased";
    }
    m_sweptAt = now;
    return Done{};
}

/// Each in a write of its own, behind everything that somebody waits for.
Result<int> Retention::eraseIdle(base::Instant before)
{
    int erased = 0;
    while (!m_stopped) {
        const auto idle =
            base::await(m_store.read([before](Session& session) { return Erasure(session).idle(before, page); }));
        if (!idle) {
            return fail(idle.error());
        }
        if (idle->empty()) {
            break;
        }
        for (const auto id : *idle) {
            const auto gone = base::await(m_store.write(
                [id, before, now = m_clock.now()](Session& session) { return eraseIfIdle(session, id, before, now); },
                Priority::Low));
            if (!gone) {
                return fail(gone.error());
            }
            base::cutPoint("retention.erased");
            erased += *gone ? 1 : 0;
            if (m_stopped) {
                return erased;
            }
        }
    }
    return erased;
}

Result<Done> compactErased(store::Store& store, const std::atomic<bool>& stopped)
{
    const auto erased =
        base::await(store.read([](Session& session) { return store::Settings(session).value(store::erasedInIndex); }));
    if (!erased || erased->isEmpty()) {
        return erased.map([](const QString&) { return Done{}; });
    }
    bool first = true;
    for (;;) {
        const auto more = base::await(
            store.write([first](Session& session) { return store::SearchIndex(session).compact(mergedPages, first); },
                        Priority::Low));
        if (!more) {
            return fail(more.error());
        }
        if (stopped) {
            return Done{};
        }
        if (!*more) {
            break;
        }
        first = false;
    }
    // What was erased meanwhile is for the next round.
    return base::await(store.write([last = *erased](Session& session) -> Result<Done> {
        store::Settings settings(session);
        const auto now = settings.value(store::erasedInIndex);
        return now && *now == last ? settings.setValue(store::erasedInIndex, {})
                                   : now.map([](const QString&) { return Done{}; });
    }));
}

Result<int> removeErasedFiles(store::Store& store, media::FileDoor& files)
{
    int removed = 0;
    for (;;) {
        const auto names = base::await(
            store.write([](Session& session) { return Erasure(session).filesToRemove(page); }, Priority::Low));
        if (!names || names->isEmpty()) {
            return names ? Result<int>(removed) : fail(names.error());
        }
        for (const QString& name : *names) {
            if (const auto gone = files.remove(name); !gone) {
                return fail(gone.error());
            }
            base::cutPoint("retention.file-removed");
            const auto noted = base::await(
                store.write([name](Session& session) { return Erasure(session).fileRemoved(name); }, Priority::Low));
            if (!noted) {
                return fail(noted.error());
            }
            ++removed;
        }
    }
}

} // namespace delpek::node
