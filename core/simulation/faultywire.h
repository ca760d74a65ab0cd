// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace delpek::simulation
{

/// What becomes of a call to the provider.
enum class Weather {
    Clear,
    Down,    ///< nothing reaches the provider
    Timeout, ///< the provider does what it was asked for, and its answer is lost
    Error,   ///< the provider answers 500 and does nothing
    Slow     ///< the call reaches the provider after `FaultyWire::slowness`
};

/// A client whose way to the provider can be bad, for scenarios. Any thread.
class FaultyWire final : public http::Client
{
public:
    static constexpr base::Duration slowness = std::chrono::seconds(10);

    /// `inner` and `clock` outlive the wire.
    FaultyWire(http::Client& inner, base::Clock& clock);
    ~FaultyWire() override;

    Future<http::Response> send(const http::Request& request) override;
    /// Asked at each call.
    void setWeather(std::function<Weather()> weather);
    /// Calls that go on when the clock moves.
    int waiting() const;
    /// Slow calls end with Timeout and never reach the provider.
    void giveUp();

private:
    struct Slow {
        Promise<http::Response> promise;
        base::Clock::TimerId timer = 0;
    };

    Future<http::Response> delayed(const http::Request& request);
    void goOn(quint64 number, const http::Request& request);

    http::Client& m_inner;
    base::Clock& m_clock;
    mutable std::mutex m_mutex;
    std::function<Weather()> m_weather;
    std::map<quint64, std::shared_ptr<Slow>> m_slow;
    quint64 m_last = 0;
};

} // namespace delpek::simulation
