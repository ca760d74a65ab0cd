// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace delpek::base
{

/// A moment, UTC, in milliseconds since 1970.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Duration = std::chrono::milliseconds;

inline std::int64_t toMillis(Instant instant)
{
    return instant.time_since_epoch().count();
}

inline Instant fromMillis(std::int64_t millis)
{
    return Instant(Duration(millis));
}

/// The only source of time in the program, and of timers. Callbacks are short: they post work, they do not do it.
/// All functions may be called from any thread.
class Clock
{
public:
    using TimerId = std::uint64_t;

    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Runs `callback` once, at or soon after `due`, on a thread of the clock's own choosing. A moment in the past is
    /// due at once.
    virtual TimerId schedule(Instant due, std::function<void()> callback) = 0;
    /// After the return the callback does not start any more; one that runs already is not waited for.
    virtual void cancel(TimerId timer) = 0;

    TimerId after(Duration delay, std::function<void()> callback)
    {
        return schedule(now() + delay, std::move(callback));
    }
};

/// The machine's clock, with one timer thread.
class SystemClock final : public Clock
{
public:
    SystemClock();
    ~SystemClock() override;

    Instant now() const override;
    TimerId schedule(Instant due, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

private:
    void run(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<std::pair<std::chrono::steady_clock::time_point, TimerId>, std::function<void()>> m_timers;
    std::unordered_map<TimerId, std::chrono::steady_clock::time_point> m_due; ///< to find a timer among thousands
    TimerId m_next = 1;
    std::jthread m_thread;
};

/// A clock that stands still until it is told to move: for tests and simulations.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(Instant start);

    Instant now() const override;
    TimerId schedule(Instant due, std::function<void()> callback) override;
    void cancel(TimerId timer) override;

    /// The due time of the earliest timer, if there is one.
    std::optional<Instant> nextDue() const;
    /// Moves to `target`, never backwards, and runs on the calling thread each timer due by then, in order of due time.
    /// With each timer the clock shows that timer's moment.
    void advanceTo(Instant target);
    void advance(Duration step) { advanceTo(now() + step); }

private:
    mutable std::mutex m_mutex;
    Instant m_now;
    std::map<std::pair<Instant, TimerId>, std::function<void()>> m_timers;
    TimerId m_next = 1;
};

} // namespace delpek::base
