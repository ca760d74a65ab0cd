// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/policy.h"

#include <cmath>

namespace delpek::http
{

std::optional<base::Duration> RetryPolicy::delayAfter(int attempt, const base::Error& error,
                                                      std::mt19937_64& random) const
{
    if (attempt < 1 || attempt >= attempts || !base::isTransient(error.code)) {
        return std::nullopt;
    }
    if (error.retryAfter) {
        return std::max(*error.retryAfter, base::Duration::zero());
    }
    base::Duration delay = std::min(first, longest);
    for (int doubled = 1; doubled < attempt && delay < longest; ++doubled) {
        // Compared before it is doubled: twice a very long delay would not fit.
        delay = delay > longest / 2 ? longest : delay * 2;
    }
    std::uniform_int_distribution<base::Duration::rep> draw(delay.count() - delay.count() / 2, delay.count());
    return base::Duration(draw(random));
}

TokenBucket::TokenBucket(int perMinute, int burst, base::Instant now)
    : m_perMilli(std::max(perMinute, 1) / 60'000.0)
    , m_burst(std::max(burst, 1))
    , m_tokens(m_burst)
    , m_at(now)
{
}

std::optional<base::Instant> TokenBucket::take(base::Instant now)
{
    // A clock that was set back neither refills nor drains.
    const double tokens = tokensAt(now);
    constexpr double rounding = 1e-9;
    if (tokens + rounding < 1) {
        const double missing = (1 - tokens) / m_perMilli;
        return now + base::Duration(static_cast<base::Duration::rep>(std::ceil(missing - rounding)));
    }
    m_tokens = tokens - 1;
    m_at = std::max(m_at, now);
    return std::nullopt;
}

bool TokenBucket::isFull(base::Instant now) const
{
    return tokensAt(now) >= m_burst;
}

double TokenBucket::tokensAt(base::Instant now) const
{
    const auto passed = std::max(now - m_at, base::Duration::zero());
    return std::min(m_burst, m_tokens + static_cast<double>(passed.count()) * m_perMilli);
}

} // namespace delpek::http
