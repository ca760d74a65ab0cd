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

    /// While one lives on a thread of a pool, the pool runs one more: for long waits for somebody outside, so that
    /// those who wait keep nobody from work. Elsewhere it does nothing. Whoever makes them bounds their number.
    class Waiting
    {
    public:
        Waiting();
        ~Waiting();
        Waiting(const Waiting&) = delete;
        Waiting& operator=(const Waiting&) = delete;

    private:
        QThreadPool* m_pool;
    };

private:
    QThreadPool m_pool;
};

} // namespace delpek::base
