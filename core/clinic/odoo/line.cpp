// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/line.h"

namespace delpek::clinic::odoo
{

Line::Line(Connection connection, Protocol protocol, qint64 user, http::Client& client)
    : m_connection(std::move(connection))
    , m_protocol(protocol)
    , m_user(user)
    , m_client(&client)
{
}

Future<http::Response> Line::send(const Call& call) const
{
    const auto request = requestFor(m_connection, m_protocol, m_user, call);
    return request ? m_client->send(*request) : base::ready<http::Response>(fail(request.error()));
}

Result<base::Json> Line::receive(const Result<http::Response>& came, const Call& call) const
{
    if (!came) {
        // What could not be written as a request has its key already.
        return fail(came.error().code == ErrorCode::Unsupported ? came.error() : transportFailure(came.error(), call));
    }
    auto answer = answerOf(m_protocol, *came, call);
    if (answer) {
        return std::move(*answer);
    }
    if (call.onRefusal && !answer.error().said.isEmpty()) {
        call.onRefusal(answer.error().said);
    }
    return fail(std::move(answer.error().error));
}

Result<base::Json> Line::ask(const Call& call, const base::Cancel& cancel) const
{
    return receive(base::await(send(call), cancel), call);
}

} // namespace delpek::clinic::odoo
