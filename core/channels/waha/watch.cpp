// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/watch.h"

#include "channels/waha/errors.h"
#include "channels/waha/session.h"

#include <mutex>

namespace delpek::channels
{

namespace
{

constexpr auto interval = std::chrono::seconds(30);
constexpr auto patience = std::chrono::seconds(10);

} // namespace

class WahaWatch::Private : public std::enable_shared_from_this<WahaWatch::Private>
{
public:
    Private(Setup setup, http::Client& client, base::Clock& clock)
        : m_setup(std::move(setup))
        , m_client(client)
        , m_clock(clock)
    {
    }

    void ask()
    {
        Future<http::Response> answer = [this] {
            const std::lock_guard lock(m_mutex);
            return m_stopped ? base::ready<http::Response>(fail(ErrorCode::Cancelled, QStringLiteral("stopped")))
                             : m_client.send(waha::sessionRequest(m_setup.endpoint, m_setup.key(), patience));
        }();
        answer.then([weak = weak_from_this()](const Result<http::Response>& result) {
            if (const auto self = weak.lock()) {
                self->take(result);
            }
        });
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_clock.cancel(m_timer);
    }

private:
    void take(const Result<http::Response>& result)
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped) {
            return;
        }
        m_setup.report(waha::faultIn(result));
        m_timer = m_clock.after(interval, [weak = weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->ask();
            }
        });
    }

    const Setup m_setup;
    http::Client& m_client;
    base::Clock& m_clock;
    std::mutex m_mutex;
    base::Clock::TimerId m_timer = 0;
    bool m_stopped = false;
};

WahaWatch::WahaWatch(Setup setup, http::Client& client, base::Clock& clock)
    : d(std::make_shared<Private>(std::move(setup), client, clock))
{
    d->ask();
}

WahaWatch::~WahaWatch()
{
    d->stop();
}

std::optional<Error> waha::faultIn(const Result<http::Response>& answer)
{
    const auto unreachable = [](const QString& what) {
        return Error{ErrorCode::Unavailable, QStringLiteral("channel.wahaUnreachable"),
                     what + QStringLiteral(": check that WAHA runs and that waha.api-base is its address")};
    };
    if (!answer) {
        return unreachable(QStringLiteral("WAHA does not answer"));
    }
    if (answer->status == 401 || answer->status == 403) {
        Error refused = classify(*answer);
        refused.key = QStringLiteral("channel.wahaKey");
        return refused;
    }
    if (answer->status == 404) {
        return classify(*answer);
    }
    const auto body = base::parseJson(answer->body);
    const QString status = body ? base::textAt(*body, "status") : QString();
    if (answer->status < 200 || answer->status > 299 || status.isEmpty()) {
        return unreachable(QStringLiteral("WAHA answered HTTP %1 without a session").arg(answer->status));
    }
    return faultOf(status);
}

} // namespace delpek::channels
