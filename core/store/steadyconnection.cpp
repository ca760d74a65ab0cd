// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/steadyconnection.h"

#include "base/logging.h"

namespace delpek::store
{

using namespace std::chrono_literals;

SteadyConnection::SteadyConnection(Location location, Access access)
    : m_location(std::move(location))
    , m_access(access)
{
}

Result<Connection*> SteadyConnection::get()
{
    if (m_connection) {
        return m_connection.get();
    }
    // The machine's own monotonic time: this paces a socket, it is no time of the program's.
    const auto now = std::chrono::steady_clock::now();
    if (now < m_nextTry) {
        return fail(m_lastError);
    }
    auto opened = Connection::open(m_location, m_access);
    if (!opened) {
        m_pause = std::clamp<std::chrono::milliseconds>(m_pause * 2, 250ms, 5s);
        m_nextTry = now + m_pause;
        m_lastError = opened.error();
        m_lastError.retryAfter = m_pause;
        qCWarning(lcStore) << "no connection to the database:" << qUtf8Printable(base::describe(m_lastError));
        return fail(m_lastError);
    }
    m_pause = 0ms;
    m_connection = std::move(*opened);
    return m_connection.get();
}

bool SteadyConnection::isLost() const
{
    return !m_connection || m_connection->session().isLost();
}

void SteadyConnection::dropIfLost()
{
    if (m_connection && isLost()) {
        qCWarning(lcStore) << "the connection to the database was lost";
        m_connection.reset();
    }
}

} // namespace delpek::store
