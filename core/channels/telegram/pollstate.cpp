// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/pollstate.h"

namespace delpek::channels::telegram
{

using namespace std::chrono_literals;

PollState::PollState(std::optional<qint64> offset, std::uint64_t seed)
    : m_offset(offset)
    , m_random(seed)
{
}

base::Duration PollState::failed(const base::Error& error)
{
    m_failures = std::min(m_failures + 1, 16);
    if (error.retryAfter) {
        return *error.retryAfter;
    }
    if (error.code == base::ErrorCode::Unauthorised || error.code == base::ErrorCode::Conflict ||
        error.code == base::ErrorCode::Forbidden) {
        return 30s;
    }
    const base::Duration whole = std::min<base::Duration>(1s * (1 << (m_failures - 1)), 1min);
    // Drawn from the upper half, so that many desks do not come back in step after an outage.
    return base::Duration(std::uniform_int_distribution<std::int64_t>(whole.count() / 2, whole.count())(m_random));
}

} // namespace delpek::channels::telegram
