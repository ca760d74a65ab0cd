// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

#include <deque>
#include <mutex>

namespace delpek::testing
{

/// An http::Client that plays a script: the n-th call gets the n-th answer, later ones wait for ever. Thread-safe.
class ScriptedClient final : public http::Client
{
public:
    void answer(int status, const QByteArray& body, const http::Headers& headers = {})
    {
        add(http::Response{status, headers, body});
    }
    void add(const Result<http::Response>& result)
    {
        const std::lock_guard lock(m_mutex);
        m_script.push_back(result);
    }

    Future<http::Response> send(const http::Request& request) override
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        if (m_script.empty()) {
            m_waiting.emplace_back();
            return m_waiting.back().future();
        }
        const auto result = m_script.front();
        m_script.pop_front();
        return base::ready(result);
    }

    std::vector<http::Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    mutable std::mutex m_mutex;
    std::deque<Result<http::Response>> m_script;
    std::vector<http::Request> m_requests;
    std::deque<Promise<http::Response>> m_waiting;
};

} // namespace delpek::testing
