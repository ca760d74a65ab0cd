// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <mutex>

namespace delpek::app::check
{

/// What the answers of a provider told beside their content.
struct Observed {
    base::Instant asked;
    base::Instant answered;
    int status = 0;
    http::Headers headers;
};

/// Passes requests on and remembers the headers of the answers. Any thread.
class ObservingClient final : public http::Client
{
public:
    /// Both outlive the client, and the client its requests.
    ObservingClient(http::Client& client, const base::Clock& clock);

    Future<http::Response> send(const http::Request& request) override;
    std::vector<Observed> observed() const;

private:
    http::Client& m_client;
    const base::Clock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<Observed> m_observed;
};

} // namespace delpek::app::check
