// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <functional>

namespace delpek::base
{

/// A bounded pool of threads for long work written straight down (turns, intake). Work waits in order of arrival.
/// May be used from any thread; the destructor waits for what runs.
class Workers
{
public:
    explicit Workers(int threads);
    ~Workers();

    void post(std::function<void()> work);
    /// Waits until nothing runs and nothing waits.
    void drain();

private:
    QThreadPool m_pool;
};

} // namespace delpek::base
