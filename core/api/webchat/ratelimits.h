// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/policy.h"

#include <QString>

#include <unordered_map>

namespace delpek::api::webchat
{

/// A token bucket for each key (an address, a session). Bounded: full buckets are forgotten, and when too many callers
/// are still paying off, new ones wait as well. On one thread.
class RateLimits
{
public:
    RateLimits(int perMinute, int burst, std::size_t mostKeys = 50'000);

    /// Nothing: it may pass. Otherwise how long it has to wait.
    std::optional<base::Duration> take(const QString& key, base::Instant now);
    std::size_t size() const { return m_buckets.size(); }

private:
    int m_perMinute;
    int m_burst;
    std::size_t m_mostKeys;
    std::size_t m_tidyAt;
    std::unordered_map<QString, http::TokenBucket> m_buckets;
};

} // namespace delpek::api::webchat
