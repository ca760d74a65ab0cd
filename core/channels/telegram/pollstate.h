// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <optional>
#include <random>

namespace delpek::channels::telegram
{

/// Where long polling stands: what to ask for next and how long to wait before. A value without I/O.
///
/// Asking with an offset confirms every update before it, for ever; so the offset follows what is stored durably and
/// nothing else. It is taken as the last stored id + 1 even when that is lower than before: after a week without
/// updates Telegram may begin a new sequence.
class PollState
{
public:
    explicit PollState(std::optional<qint64> offset, std::uint64_t seed = std::random_device{}());

    std::optional<qint64> offset() const { return m_offset; }
    /// The update with this id is stored durably.
    void stored(qint64 updateId) { m_offset = updateId + 1; }
    /// How often it failed since it last worked.
    int failures() const { return m_failures; }
    /// Failures in a row after which a disturbance has lasted: some 5 to 15 s.
    static constexpr int lasting = 4;
    /// A whole answer was stored: the next one may be asked for at once.
    void succeeded() { m_failures = 0; }
    /// The wait before the next try. Doubles from 1 s to 1 min; `retryAfter` is obeyed; what only a person can mend
    /// (token, another receiver) is looked at every 30 s.
    base::Duration failed(const base::Error& error);

private:
    std::optional<qint64> m_offset;
    int m_failures = 0;
    std::mt19937_64 m_random;
};

} // namespace delpek::channels::telegram
