// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/modelclient.h"

#include "agent/llm/trouble.h"
#include "base/workers.h"

namespace delpek::agent::llm
{
namespace
{

class Counted
{
public:
    explicit Counted(std::atomic<int>& count)
        : m_count(count)
        , m_number(++count)
    {
    }
    ~Counted() { --m_count; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    int number() const { return m_number; }

private:
    std::atomic<int>& m_count;
    const int m_number;
};

/// What says that the provider will not answer the next one either. A bad prompt or a busy minute says nothing of it.
bool speaksAgainstProvider(const base::Error& error)
{
    return error.code == ErrorCode::Timeout || error.code == ErrorCode::Unavailable ||
           error.code == ErrorCode::Unauthorised || error.code == ErrorCode::NotFound ||
           error.key == QLatin1String("llm.quota") || error.key == QLatin1String("llm.right");
}

} // namespace

ModelClient::ModelClient(std::unique_ptr<Wire> wire, Endpoint endpoint, http::Client& client, base::Clock& clock,
                         Effort effort, quint64 seed)
    : m_wire(std::move(wire))
    , m_endpoint(std::move(endpoint))
    , m_client(client)
    , m_clock(clock)
    , m_effort(effort)
    , m_random(seed)
    , m_pace(effort.perMinute, effort.burst, clock.now())
    , m_breaker(effort.breaker)
{
}

ModelClient::~ModelClient() = default;

Breaker::State ModelClient::breakerState()
{
    const std::lock_guard lock(m_mutex);
    return m_breaker.state(m_clock.now());
}

Result<Completion> ModelClient::complete(const Prompt& prompt, const base::Cancel& cancel)
{
    const Counted here(m_underWay);
    if (here.number() > m_effort.atOnce) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 answers are waited for already").arg(m_effort.atOnce),
                    QStringLiteral("llm.busy"));
    }
    {
        const std::lock_guard lock(m_mutex);
        if (!m_breaker.pass(m_clock.now())) {
            return fail(ErrorCode::Unavailable, QStringLiteral("the provider failed again and again and is left alone"),
                        QStringLiteral("llm.resting"));
        }
    }
    const base::Workers::Waiting waiting;
    auto answer = tries(prompt, m_clock.now() + m_effort.deadline, cancel);
    const std::lock_guard lock(m_mutex);
    if (answer) {
        m_breaker.succeeded();
    } else if (speaksAgainstProvider(answer.error())) {
        m_breaker.failed(m_clock.now());
    } else {
        m_breaker.toldNothing();
    }
    return answer;
}

Result<Completion> ModelClient::tries(const Prompt& prompt, base::Instant deadline, const base::Cancel& cancel)
{
    for (int attempt = 1;; ++attempt) {
        auto answer = keepPace(deadline, cancel).and_then([&](Done) { return once(prompt, deadline, cancel); });
        if (answer || answer.error().code == ErrorCode::Cancelled) {
            return answer;
        }
        const auto delay = delayAfter(attempt, answer.error());
        const auto next = m_clock.now() + delay.value_or(base::Duration(0));
        if (!delay || next >= deadline) {
            return answer;
        }
        if (const auto paused = pauseUntil(next, cancel); !paused) {
            return fail(paused.error());
        }
    }
}

Result<Completion> ModelClient::once(const Prompt& prompt, base::Instant deadline, const base::Cancel& cancel)
{
    http::Request request = m_wire->ask(m_endpoint, prompt);
    request.timeout = std::max(deadline - m_clock.now(), base::Duration(1));
    const auto response = base::await(m_client.send(request), cancel);
    return response ? m_wire->read(*response) : fail(response.error());
}

std::optional<base::Duration> ModelClient::delayAfter(int attempt, const base::Error& error)
{
    const std::lock_guard lock(m_mutex);
    return m_effort.retry.delayAfter(attempt, error, m_random);
}

Result<Done> ModelClient::keepPace(base::Instant deadline, const base::Cancel& cancel)
{
    for (;;) {
        std::optional<base::Instant> next;
        {
            const std::lock_guard lock(m_mutex);
            next = m_pace.take(m_clock.now());
        }
        if (!next) {
            return Done{};
        }
        if (*next >= deadline) {
            // Not transient for the tries: the deadline would be over before the turn comes.
            return fail(ErrorCode::Unsupported, QStringLiteral("our own pace of requests does not allow it in time"),
                        QStringLiteral("llm.busy"));
        }
        if (const auto paused = pauseUntil(*next, cancel); !paused) {
            return paused;
        }
    }
}

Result<Done> ModelClient::pauseUntil(base::Instant due, const base::Cancel& cancel)
{
    const auto promise = std::make_shared<Promise<Done>>();
    const auto timer = m_clock.schedule(due, [promise] { promise->finish(Done{}); });
    const Counted pause(m_pausing);
    auto done = base::await(promise->future(), cancel);
    m_clock.cancel(timer);
    return done;
}

Result<std::vector<ModelInfo>> ModelClient::models(const base::Cancel& cancel)
{
    constexpr int mostPages = 20;
    std::vector<ModelInfo> all;
    QString page;
    for (int i = 0; i < mostPages; ++i) {
        http::Request request = m_wire->askModels(m_endpoint, page);
        request.timeout = m_effort.deadline;
        const auto response = base::await(m_client.send(request), cancel);
        if (!response) {
            return fail(response.error());
        }
        auto read = m_wire->readModels(*response);
        if (!read) {
            return fail(read.error());
        }
        std::ranges::move(read->models, std::back_inserter(all));
        page = read->next;
        if (page.isEmpty()) {
            break;
        }
    }
    return all;
}

} // namespace delpek::agent::llm
