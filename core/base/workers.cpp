// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

namespace delpek::base
{

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
    m_pool.start(std::move(work));
}

void Workers::drain()
{
    m_pool.waitForDone();
}

} // namespace delpek::base
