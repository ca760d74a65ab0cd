// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/reminders.h"

#include "base/await.h"
#include "base/logging.h"
#include "store/conversations.h"

namespace delpek::node
{

namespace
{

constexpr int wokenAtOnce = 100;

} // namespace

Reminders::Reminders(store::Store& store, base::Clock& clock, base::Activity& activity)
    : m_store(store)
    , m_clock(clock)
    , m_workers(1)
    , m_pump(m_workers, activity, [this] { work(); })
{
}

void Reminders::stop()
{
    m_pump.stop();
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_clock.cancel(m_timer);
}

void Reminders::work()
{
    const auto now = m_clock.now();
    auto due = base::await(
        m_store.read([now](store::Session& session) { return store::Conversations(session).snoozesDue(now); }));
    if (due && *due) {
        const auto ended = base::await(m_store.write(
            [now](store::Session& session) { return store::Conversations(session).endSnoozes(now, wokenAtOnce); }));
        due = ended.map([](int count) { return count == wokenAtOnce; });
    }
    if (!due) {
        qCWarning(lcNode).noquote() << "what was put off comes back later:" << base::describe(due.error());
    } else if (*due) {
        m_pump.wake();
    }
    const std::lock_guard lock(m_mutex);
    if (!m_stopped) {
        m_clock.cancel(m_timer);
        m_timer = m_clock.schedule(now + every, [this] { m_pump.wake(); });
    }
}

} // namespace delpek::node
