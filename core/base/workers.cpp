// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

namespace delpek::base
{

namespace
{

/// The pool whose thread this is.
thread_local QThreadPool* poolHere = nullptr;

} // namespace

Workers::Workers(int threads)
{
    m_pool.setMaxThreadCount(threads);
    m_pool.setExpiryTimeout(-1);
}

Workers::~Workers()
{
    m_pool.waitForDone();
}

void Workers::post(std::function<void()> work)
{
    m_pool.start([this, work = std::move(work)] {
        poolHere = &m_pool;
        work();
    });
}

void Workers::drain()
{
    m_pool.waitForDone();
}

Workers::Waiting::Waiting()
    : m_pool(poolHere)
{
    if (m_pool) {
        m_pool->releaseThread();
    }
}

Workers::Waiting::~Waiting()
{
    if (m_pool) {
        m_pool->reserveThread();
    }
}

} // namespace delpek::base
