// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/activity.h"
#include "base/workers.h"

#include <mutex>

namespace delpek::node
{

/// Runs one function at a time on the workers, and once more when it was asked for while it ran.
class Pump
{
public:
    Pump(base::Workers& workers, base::Activity& activity, std::function<void()> work)
        : m_workers(workers)
        , m_activity(activity)
        , m_work(std::move(work))
    {
    }

    void wake()
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
        if (!m_running && !m_stopped) {
            m_running = true;
            m_workers.post([this, token = m_activity.begin()]() mutable {
                run();
                token.reset();
            });
        }
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }

private:
    void run()
    {
        for (;;) {
            {
                const std::lock_guard lock(m_mutex);
                if (!m_wanted || m_stopped) {
                    m_running = false;
                    return;
                }
                m_wanted = false;
            }
            m_work();
        }
    }

    base::Workers& m_workers;
    base::Activity& m_activity;
    std::function<void()> m_work;
    std::mutex m_mutex;
    bool m_running = false;
    bool m_wanted = false;
    bool m_stopped = false;
};

} // namespace delpek::node
