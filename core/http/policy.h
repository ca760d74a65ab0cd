// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <optional>
#include <random>

namespace delpek::http
{

/// When to try again. Delays double from `first` to at most `longest`, each drawn evenly from its upper half; a delay
/// that the server gave is obeyed as it is.
struct RetryPolicy {
    int attempts = 4;                                   ///< in all, the first one included
    base::Duration first = std::chrono::seconds(1);
    base::Duration longest = std::chrono::minutes(5);

    /// The wait before the next try after `attempt` tries (1 = the first has failed), or nothing when it is over: the
    /// error will not pass by itself, or the attempts are used up. A Timeout of a call with an effect is the caller's
    /// to judge: its effect is unknown.
    std::optional<base::Duration> delayAfter(int attempt, const base::Error& error, std::mt19937_64& random) const;
};

/// A token bucket as a value: `perMinute` refilled evenly, at most `burst` saved.
class TokenBucket
{
public:
    TokenBucket(int perMinute, int burst, base::Instant now);
    /// Takes one token, or tells when the next one is there.
    std::optional<base::Instant> take(base::Instant now);
    bool isFull(base::Instant now) const;

private:
    double tokensAt(base::Instant now) const;
    double m_perMilli;
    double m_burst;
    double m_tokens;
    base::Instant m_at;
};

} // namespace delpek::http
