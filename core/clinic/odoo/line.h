// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/odoo/protocol.h"

namespace delpek::clinic::odoo
{

/// One user at one server over one protocol: a call as it is, without login, queue or repetition.
class Line
{
public:
    /// `client` outlives the line.
    Line(Connection connection, Protocol protocol, qint64 user, http::Client& client);

    Protocol protocol() const { return m_protocol; }
    Future<http::Response> send(const Call& call) const;
    /// What came of it; tells the call the server's own words.
    Result<base::Json> receive(const Result<http::Response>& came, const Call& call) const;
    /// Both. Waits: on a worker only.
    Result<base::Json> ask(const Call& call, const base::Cancel& cancel) const;

private:
    Connection m_connection;
    Protocol m_protocol;
    qint64 m_user;
    http::Client* m_client;
};

} // namespace delpek::clinic::odoo
