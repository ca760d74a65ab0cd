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
constexpr auto retryAfter = std::chrono::minutes(1);

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
    const auto first = base::await(
        m_store.read([](store::Session& session) { return store::Conversations(session).nextSnoozeEnd(); }));
    Result<bool> again = false;
    if (!first) {
        again = fail(first.error());
    } else if (*first && **first <= now) {
        again = base::await(m_store.write([now](store::Session& session) {
                    return store::Conversations(session).endSnoozes(now, wokenAtOnce);
                })).map([](int) { return true; });
    }
    if (!again) {
        qCWarning(lcNode).noquote() << "what was put off comes back later:" << base::describe(again.error());
    } else if (*again) {
        m_pump.wake();
    }
    const auto due = !again ? std::optional(now + retryAfter) : *again ? std::nullopt : *first;
    const std::lock_guard lock(m_mutex);
    m_clock.cancel(m_timer);
    if (due && !m_stopped) {
        m_timer = m_clock.schedule(*due, [this] { m_pump.wake(); });
    }
}

} // namespace delpek::node
