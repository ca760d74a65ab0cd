// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/faultywire.h"

namespace delpek::simulation
{

namespace
{

tl::unexpected<Error> lostAnswer()
{
    return fail(ErrorCode::Timeout, QStringLiteral("simulated fault: no answer came in time"));
}

} // namespace

FaultyWire::FaultyWire(http::Client& inner, base::Clock& clock)
    : m_inner(inner)
    , m_clock(clock)
{
}

FaultyWire::~FaultyWire()
{
    giveUp();
}

Future<http::Response> FaultyWire::send(const http::Request& request)
{
    std::function<Weather()> weather;
    {
        const std::lock_guard lock(m_mutex);
        weather = m_weather;
    }
    switch (weather ? weather() : Weather::Clear) {
    case Weather::Down:
        return base::ready<http::Response>(fail(ErrorCode::Unavailable,
                                                QStringLiteral("simulated fault: nothing answers there"),
                                                QStringLiteral("connection.refused")));
    case Weather::Timeout:
        return m_inner.send(request).then(
            [](const Result<http::Response>&) -> Result<http::Response> { return lostAnswer(); });
    case Weather::Error:
        return base::ready<http::Response>(http::Response{500, {}, "simulated fault"});
    case Weather::Slow:
        return delayed(request);
    case Weather::Clear:
        break;
    }
    return m_inner.send(request);
}

Future<http::Response> FaultyWire::delayed(const http::Request& request)
{
    const std::lock_guard lock(m_mutex);
    const quint64 number = ++m_last;
    const auto slow = m_slow[number] = std::make_shared<Slow>();
    slow->timer = m_clock.after(slowness, [this, number, request] { goOn(number, request); });
    return slow->promise.future();
}

void FaultyWire::goOn(quint64 number, const http::Request& request)
{
    std::shared_ptr<Slow> slow;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_slow.find(number);
        if (found == m_slow.end()) {
            return;
        }
        slow = found->second;
        m_slow.erase(found);
    }
    m_inner.send(request).then([slow](const Result<http::Response>& answer) { slow->promise.finish(answer); });
}

void FaultyWire::setWeather(std::function<Weather()> weather)
{
    const std::lock_guard lock(m_mutex);
    m_weather = std::move(weather);
}

int FaultyWire::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_slow.size());
}

void FaultyWire::giveUp()
{
    std::map<quint64, std::shared_ptr<Slow>> slow;
    {
        const std::lock_guard lock(m_mutex);
        slow.swap(m_slow);
    }
    for (const auto& [number, one] : slow) {
        m_clock.cancel(one->timer);
        one->promise.finish(lostAnswer());
    }
}

} // namespace delpek::simulation
