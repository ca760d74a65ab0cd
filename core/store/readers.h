// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/jobqueue.h"
#include "store/location.h"

#include <thread>

namespace delpek::store
{

/// A few threads with read-only connections. Each piece of work sees one unchanging state of the database.
class Readers
{
public:
    explicit Readers(Location location);
    /// Finishes what waits.
    ~Readers();

    /// Opens the connections on their threads; to be called once.
    Result<Done> start(int count);
    void post(Job job) { m_queue.push(std::move(job)); }

private:
    Location m_location;
    JobQueue m_queue;
    std::vector<std::thread> m_threads;
};

} // namespace delpek::store
