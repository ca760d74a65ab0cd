// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/observingclient.h"

#include "base/result.h"

namespace delpek::app::check
{

ObservingClient::ObservingClient(http::Client& client, const base::Clock& clock)
    : m_client(client)
    , m_clock(clock)
{
}

Future<http::Response> ObservingClient::send(const http::Request& request)
{
    return m_client.send(request).then([this, asked = m_clock.now()](const Result<http::Response>& response) {
        if (response) {
            const std::lock_guard lock(m_mutex);
            m_observed.push_back({asked, m_clock.now(), response->status, response->headers});
        }
        return response;
    });
}

std::vector<Observed> ObservingClient::observed() const
{
    const std::lock_guard lock(m_mutex);
    return m_observed;
}

} // namespace delpek::app::check
