// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/breaker.h"
#include "agent/llm/wire.h"
#include "base/await.h"
#include "http/policy.h"

#include <atomic>
#include <mutex>
#include <random>

namespace delpek::agent::llm
{

/// Answers prompts. Any thread; blocks. Errors are those of Trouble and of http::Client, and Cancelled.
class Model
{
public:
    virtual ~Model() = default;
    virtual Result<Completion> complete(const Prompt& prompt, const base::Cancel& cancel) = 0;
};

/// How hard it is tried.
struct Effort {
    base::Duration deadline = std::chrono::seconds(25); ///< of one answer, with all tries and waits
    http::RetryPolicy retry{4, std::chrono::milliseconds(500), std::chrono::seconds(8)};
    Breaker::Rules breaker;
    int perMinute = 60; ///< requests; none above are sent
    int burst = 10;
    int atOnce = 128; ///< answers that are waited for at the same time; who comes then is refused at once
};

/// A model behind a provider's API: the one place with deadline, tries, breaker and pace. A try that failed is repeated
/// after errors that pass by themselves alone; an answer counts only when it is whole, so that no tool has run before a
/// repeat. While it waits, its worker's pool may run another (base::Workers::Waiting).
class ModelClient final : public Model
{
public:
    /// `client` and `clock` outlive it. The same `seed` draws the same waits.
    ModelClient(std::unique_ptr<Wire> wire, Endpoint endpoint, http::Client& client, base::Clock& clock, Effort effort,
                quint64 seed);
    ~ModelClient() override;

    Result<Completion> complete(const Prompt& prompt, const base::Cancel& cancel) override;
    /// All pages of the provider's list.
    Result<std::vector<ModelInfo>> models(const base::Cancel& cancel);
    /// Calls that wait for the clock to move, for simulations: between tries and for the pace.
    int pausing() const { return m_pausing; }
    Breaker::State breakerState();

private:
    Result<Completion> tries(const Prompt& prompt, base::Instant deadline, const base::Cancel& cancel);
    Result<Completion> once(const Prompt& prompt, base::Instant deadline, const base::Cancel& cancel);
    Result<Done> keepPace(base::Instant deadline, const base::Cancel& cancel);
    Result<Done> pauseUntil(base::Instant due, const base::Cancel& cancel);
    std::optional<base::Duration> delayAfter(int attempt, const base::Error& error);

    const std::unique_ptr<Wire> m_wire;
    const Endpoint m_endpoint;
    http::Client& m_client;
    base::Clock& m_clock;
    const Effort m_effort;
    std::mutex m_mutex; ///< of the next three
    std::mt19937_64 m_random;
    http::TokenBucket m_pace;
    Breaker m_breaker;
    std::atomic<int> m_pausing = 0;
    std::atomic<int> m_underWay = 0;
};

} // namespace delpek::agent::llm
