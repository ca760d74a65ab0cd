// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <chrono>

namespace delpek::store
{

/// A connection that is opened again when the server comes back. Between tries there is a pause that doubles from a
/// quarter of a second to five seconds, in which callers get the last error at once. One thread only.
class SteadyConnection
{
public:
    SteadyConnection(Location location, Access access);

    /// The open connection, opened now if it must be.
    Result<Connection*> get();
    /// Closes the connection if it is known to be lost.
    void dropIfLost();
    bool isLost() const;
    void close() { m_connection.reset(); }

private:
    Location m_location;
    Access m_access;
    std::unique_ptr<Connection> m_connection;
    Error m_lastError;
    std::chrono::milliseconds m_pause{0};
    std::chrono::steady_clock::time_point m_nextTry;
};

} // namespace delpek::store
