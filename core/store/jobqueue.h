// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/job.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace delpek::store
{

/// Work that waits for its thread, in order of arrival within each priority. All functions may be called from any
/// thread.
class JobQueue
{
public:
    /// A closed queue finishes the job with Cancelled instead.
    void push(Job job);
    /// Waits for work and appends up to `limit` pieces of it, that of low priority behind the other and few at a
    /// time: a longer row would delay whoever comes meanwhile. False when the queue is closed and empty.
    bool take(std::vector<Job>& jobs, size_t limit);
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<Job> m_normal;
    std::deque<Job> m_low;
    bool m_closed = false;
};

} // namespace delpek::store
