// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobqueue.h"

namespace delpek::store
{

void JobQueue::push(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            m_jobs.push_back(std::move(job));
            m_filled.notify_one();
            return;
        }
    }
    const Error closed{ErrorCode::Cancelled, {}, QStringLiteral("the database is being closed")};
    job.finish(&closed);
}

bool JobQueue::take(std::vector<Job>& jobs, size_t limit)
{
    std::unique_lock lock(m_mutex);
    m_filled.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
    const auto count = std::min(limit, m_jobs.size());
    for (size_t i = 0; i < count; ++i) {
        jobs.push_back(std::move(m_jobs.front()));
        m_jobs.pop_front();
    }
    return count > 0;
}

void JobQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_filled.notify_all();
}

} // namespace delpek::store
