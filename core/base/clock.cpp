// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace delpek::base
{

SystemClock::SystemClock()
    : m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

SystemClock::~SystemClock() = default;

Instant SystemClock::now() const
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

Clock::TimerId SystemClock::schedule(Instant due, std::function<void()> callback)
{
    const auto moment = std::chrono::steady_clock::now() + (due - now());
    const std::lock_guard lock(m_mutex);
    const auto timer = m_next++;
    m_timers.emplace(std::pair(moment, timer), std::move(callback));
    m_due.emplace(timer, moment);
    m_changed.notify_one();
    return timer;
}

void SystemClock::cancel(TimerId timer)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_due.find(timer); known != m_due.end()) {
        m_timers.erase({known->second, timer});
        m_due.erase(known);
    }
}

void SystemClock::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (m_timers.empty()) {
            m_changed.wait(lock, stop, [this] { return !m_timers.empty(); });
            continue;
        }
        const auto due = m_timers.begin()->first.first;
        if (std::chrono::steady_clock::now() < due) {
            m_changed.wait_until(lock, stop, due,
                                 [this, due] { return m_timers.empty() || m_timers.begin()->first.first != due; });
            continue;
        }
        auto callback = std::move(m_timers.begin()->second);
        m_due.erase(m_timers.begin()->first.second);
        m_timers.erase(m_timers.begin());
        lock.unlock();
        callback();
        lock.lock();
    }
}

VirtualClock::VirtualClock(Instant start)
    : m_now(start)
{
}

Instant VirtualClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_now;
}

Clock::TimerId VirtualClock::schedule(Instant due, std::function<void()> callback)
{
    const std::lock_guard lock(m_mutex);
    const auto timer = m_next++;
    m_timers.emplace(std::pair(due, timer), std::move(callback));
    return timer;
}

void VirtualClock::cancel(TimerId timer)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_timers, [timer](const auto& entry) { return entry.first.second == timer; });
}

std::optional<Instant> VirtualClock::nextDue() const
{
    const std::lock_guard lock(m_mutex);
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first.first);
}

void VirtualClock::advanceTo(Instant target)
{
    std::unique_lock lock(m_mutex);
    while (!m_timers.empty() && m_timers.begin()->first.first <= target) {
        m_now = std::max(m_now, m_timers.begin()->first.first);
        auto callback = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        lock.unlock();
        callback();
        lock.lock();
    }
    m_now = std::max(m_now, target);
}

} // namespace delpek::base
