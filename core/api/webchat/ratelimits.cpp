// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/ratelimits.h"

namespace delpek::api::webchat
{

namespace
{

constexpr std::size_t tidiedFrom = 1024;

} // namespace

RateLimits::RateLimits(int perMinute, int burst, std::size_t mostKeys)
    : m_perMinute(perMinute)
    , m_burst(burst)
    , m_mostKeys(mostKeys)
    , m_tidyAt(std::min(tidiedFrom, mostKeys))
{
}

std::optional<base::Duration> RateLimits::take(const QString& key, base::Instant now)
{
    auto found = m_buckets.find(key);
    if (found == m_buckets.end()) {
        if (m_buckets.size() >= m_tidyAt) {
            std::erase_if(m_buckets, [now](const auto& entry) { return entry.second.isFull(now); });
            // Tidied again only after the number has doubled: no walk for each newcomer.
            m_tidyAt = std::clamp<std::size_t>(m_buckets.size() * 2, std::min(tidiedFrom, m_mostKeys), m_mostKeys);
        }
        if (m_buckets.size() >= m_mostKeys) {
            return std::chrono::minutes(1);
        }
        found = m_buckets.try_emplace(key, m_perMinute, m_burst, now).first;
    }
    if (const auto due = found->second.take(now)) {
        return *due - now;
    }
    return std::nullopt;
}

} // namespace delpek::api::webchat
