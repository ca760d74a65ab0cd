// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace delpek::test
{

/// The machine's clock, wrong by a fixed span.
class ShiftedClock final : public base::Clock
{
public:
    explicit ShiftedClock(base::Duration shift)
        : m_shift(shift)
    {
    }

    base::Instant now() const override { return m_clock.now() + m_shift; }
    TimerId schedule(base::Instant due, std::function<void()> callback) override
    {
        return m_clock.schedule(due - m_shift, std::move(callback));
    }
    void cancel(TimerId timer) override { m_clock.cancel(timer); }
    void finishRunning() override { m_clock.finishRunning(); }

private:
    base::SystemClock m_clock;
    base::Duration m_shift;
};

} // namespace delpek::test
