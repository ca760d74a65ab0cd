// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/location.h"

#include <memory>

namespace delpek::store
{

/// Probe: reads without leaving a trace in the file.
enum class Access { Probe, Read, Write };

/// An open connection with its session. Opened, used and destroyed on one thread.
class Connection
{
public:
    /// Unavailable when the file or the server cannot be reached, InvalidInput for a file that is no database.
    static Result<std::unique_ptr<Connection>> open(const Location& location, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Session& session() { return *m_session; }
    QSqlDatabase database() const;

private:
    explicit Connection(QString name)
        : m_name(std::move(name))
    {
    }
    Result<Done> prepareSqlite(Access access);
    Result<Done> preparePostgres(Access access);

    QString m_name;
    std::unique_ptr<Session> m_session;
};

} // namespace delpek::store
