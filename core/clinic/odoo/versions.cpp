// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/versions.h"

#include "http/httpdate.h"

namespace delpek::clinic::odoo
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

/// Asks one address for the version and looks at its clock on the way.
class Prober
{
public:
    Prober(const Connection& connection, http::Client& client, const base::Clock& clock, const base::Cancel& cancel)
        : m_connection(connection)
        , m_client(client)
        , m_clock(clock)
        , m_cancel(cancel)
    {
    }

    bool allows(Protocol protocol) const { return !m_connection.protocol || *m_connection.protocol == protocol; }

    Result<Server> service(Protocol protocol)
    {
        return ask(
            serviceRequest(m_connection, protocol, QStringLiteral("common"), QStringLiteral("version"), Json::array()),
            protocol);
    }

    Result<Server> page()
    {
        http::Request request;
        request.url = addressOf(m_connection, QStringLiteral("/web/version"));
        request.timeout = m_connection.readPatience;
        return ask(request, Protocol::Json2);
    }

private:
    Result<Server> ask(const http::Request& request, Protocol protocol)
    {
        const Call call{{}, QStringLiteral("version")};
        const base::Instant asked = m_clock.now();
        const auto response = base::await(m_client.send(request), m_cancel);
        if (!response) {
            return fail(transportFailure(response.error(), call));
        }
        const auto answer = answerOf(protocol, *response, call);
        if (!answer) {
            return fail(answer.error().error);
        }
        auto server = readVersion(*answer);
        if (!server) {
            return fail(unreadable(404, call));
        }
        server->protocol = protocol;
        if (const auto date = http::parseHttpDate(http::header(response->headers, "Date"))) {
            const base::Instant middle = asked + (m_clock.now() - asked) / 2;
            server->clockAhead = std::chrono::duration_cast<std::chrono::seconds>(*date - middle);
        }
        return *server;
    }

    const Connection& m_connection;
    http::Client& m_client;
    const base::Clock& m_clock;
    base::Cancel m_cancel;
};

/// Another protocol may be let through where this one is not.
bool mayBeElsewhere(const Error& error)
{
    return error.code == ErrorCode::Unsupported || error.code == ErrorCode::Forbidden ||
           error.key == QLatin1String("records.odooUnreadable");
}

} // namespace

std::optional<Server> readVersion(const Json& answer)
{
    const char* infoKey =
        answer.is_object() && answer.contains("server_version_info") ? "server_version_info" : "version_info";
    const Json& info = at(answer, infoKey);
    Server server;
    server.text = textAt(answer, "server_version");
    if (server.text.isEmpty()) {
        server.text = textAt(answer, "version");
    }
    server.text = server.text.left(40);
    if (!info.is_array() || info.size() < 2 || server.text.isEmpty()) {
        return std::nullopt;
    }
    // Odoo's own hosting writes the major as "saas~17".
    const QString major = info[0].is_string() ? QString::fromStdString(info[0].get<std::string>())
                                              : QString::number(info[0].is_number() ? info[0].get<int>() : 0);
    server.major = major.section(QLatin1Char('~'), -1).toInt();
    server.minor = info[1].is_number_integer() ? info[1].get<int>() : 0;
    server.isEnterprise = std::any_of(info.begin(), info.end(), [](const Json& part) { return part == Json("e"); });
    return server;
}

Result<Server> findServer(const Connection& connection, http::Client& client, const base::Clock& clock,
                          const base::Cancel& cancel)
{
    Prober prober(connection, client, clock, cancel);
    Result<Server> found = fail(unreadable(404, {{}, QStringLiteral("version")}));
    if (prober.allows(Protocol::JsonRpc)) {
        found = prober.service(Protocol::JsonRpc);
        if (found && !connection.protocol && found->major >= firstWithJson2) {
            found->protocol = Protocol::Json2;
        }
        if (found || !mayBeElsewhere(found.error())) {
            return found;
        }
    }
    if (prober.allows(Protocol::Json2)) {
        found = prober.page();
        if (found || !mayBeElsewhere(found.error())) {
            return found;
        }
    }
    if (prober.allows(Protocol::XmlRpc)) {
        found = prober.service(Protocol::XmlRpc);
    }
    return found;
}

Call accessCall(const Server& server, const QString& model, const QString& operation)
{
    if (server.major >= 18) {
        return {model, QStringLiteral("has_access"), Json::array({Json::array(), utf8(operation)})};
    }
    return {model, QStringLiteral("check_access_rights"), Json::array({utf8(operation), false})};
}

} // namespace delpek::clinic::odoo
