// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace delpek::base
{

/// Counts the work under way, so that a clean stop and a simulation can wait until nothing moves. Any thread.
class Activity
{
public:
    /// The work lasts until the last copy of the token is gone.
    using Token = std::shared_ptr<void>;

    Token begin()
    {
        const std::lock_guard lock(m_state->mutex);
        ++m_state->running;
        return {nullptr, [state = m_state](void*) {
                    const std::lock_guard lock(state->mutex);
                    if (--state->running == 0) {
                        state->idle.notify_all();
                    }
                }};
    }

    void waitIdle()
    {
        std::unique_lock lock(m_state->mutex);
        m_state->idle.wait(lock, [this] { return m_state->running == 0; });
    }

    /// The same for at most `longest` of real time; tells whether nothing is under way.
    bool waitIdle(std::chrono::milliseconds longest)
    {
        std::unique_lock lock(m_state->mutex);
        return m_state->idle.wait_for(lock, longest, [this] { return m_state->running == 0; });
    }

    int running() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->running;
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable idle;
        int running = 0;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace delpek::base
