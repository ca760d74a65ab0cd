// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/jobqueue.h"

namespace delpek::store
{

namespace
{

// What a write that arrives just now has before it at most, and what one that waits already takes along.
constexpr size_t mostLow = 32;
constexpr size_t mostLowBesides = 4;

void move(std::deque<Job>& from, std::vector<Job>& to, size_t limit)
{
    for (size_t i = std::min(limit, from.size()); i > 0; --i) {
        to.push_back(std::move(from.front()));
        from.pop_front();
    }
}

} // namespace

void JobQueue::push(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            (job.priority == Priority::Normal ? m_normal : m_low).push_back(std::move(job));
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
    m_filled.wait(lock, [this] { return m_closed || !m_normal.empty() || !m_low.empty(); });
    const size_t low =
        std::min(m_low.size(), m_normal.empty() ? std::min(limit, mostLow) : std::min(limit / 2, mostLowBesides));
    const size_t before = jobs.size();
    move(m_normal, jobs, limit - low);
    move(m_low, jobs, low);
    return jobs.size() > before;
}

void JobQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_filled.notify_all();
}

} // namespace delpek::store
