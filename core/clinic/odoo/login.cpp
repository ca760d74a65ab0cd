// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/login.h"

#include "clinic/odoo/line.h"
#include "clinic/odoo/versions.h"
#include "clinic/odoo/wire.h"

#include <QRegularExpression>

namespace delpek::clinic::odoo
{

using base::at;
using base::Json;
using base::utf8;

namespace
{

const auto usersModel = QStringLiteral("res.users");
constexpr int lastWithJsonRpc = 21;

Result<Json> askService(const Connection& connection, Protocol protocol, const QString& service, const QString& method,
                        const Json& args, http::Client& client, const base::Cancel& cancel)
{
    const Call call{{}, service + QLatin1Char('.') + method};
    const auto response = base::await(client.send(serviceRequest(connection, protocol, service, method, args)), cancel);
    if (!response) {
        return fail(transportFailure(response.error(), call));
    }
    auto answer = answerOf(protocol, *response, call);
    if (!answer) {
        return fail(std::move(answer.error().error));
    }
    return std::move(*answer);
}

Error refusedLogin()
{
    return {ErrorCode::Unauthorised, QStringLiteral("records.odooLogin"),
            QStringLiteral("Odoo does not take the login or its password or key")};
}

Result<QString> onlyDatabase(const Connection& connection, http::Client& client, const base::Cancel& cancel)
{
    const auto all = databases(connection, client, cancel);
    if (all && all->size() == 1) {
        return all->front();
    }
    if (!all && base::isTransient(all.error().code)) {
        return fail(all.error());
    }
    return fail(ErrorCode::Unauthorised, QStringLiteral("no database is named, and the server does not have one alone"),
                QStringLiteral("records.odooDatabase"));
}

Result<qint64> authenticate(const Connection& connection, Protocol protocol, http::Client& client,
                            const base::Cancel& cancel)
{
    const auto user = askService(
        connection, protocol, QStringLiteral("common"), QStringLiteral("authenticate"),
        Json::array({utf8(connection.database), utf8(connection.login), utf8(connection.secret), Json::object()}),
        client, cancel);
    if (!user) {
        return fail(user.error());
    }
    const qint64 id = wire::id(*user);
    return id > 0 ? Result<qint64>(id) : fail(refusedLogin());
}

Result<qint64> ownUser(const Connection& connection, http::Client& client, const base::Cancel& cancel)
{
    const Line line(connection, Protocol::Json2, 0, client);
    const auto context = line.ask({usersModel, QStringLiteral("context_get")}, cancel);
    if (!context) {
        return fail(context.error());
    }
    const qint64 id = wire::whole(at(*context, "uid"));
    return id > 0 ? Result<qint64>(id) : fail(refusedLogin());
}

/// The user's id, by the server's protocol. A password on a server of JSON-2 goes the older way while there is one;
/// that way needs the name of the database, which is then looked up.
Result<qint64> userOf(Connection& connection, Server& server, http::Client& client, const base::Cancel& cancel)
{
    if (server.protocol != Protocol::Json2) {
        return authenticate(connection, server.protocol, client, cancel);
    }
    auto user = ownUser(connection, client, cancel);
    if (!user && server.major < firstWithJson2 && user.error().key == QLatin1String("records.odooDatabase")) {
        return fail(ErrorCode::Unsupported, QStringLiteral("Odoo %1 has no JSON-2").arg(server.text),
                    QStringLiteral("records.odooProtocol"));
    }
    const bool isRefused = !user && user.error().code == ErrorCode::Unauthorised;
    if (!isRefused || connection.protocol || server.major > lastWithJsonRpc || looksLikeKey(connection.secret)) {
        return user;
    }
    server.protocol = Protocol::JsonRpc;
    if (connection.database.isEmpty()) {
        auto database = onlyDatabase(connection, client, cancel);
        if (!database) {
            return fail(database.error());
        }
        connection.database = *database;
    }
    return authenticate(connection, server.protocol, client, cancel);
}

} // namespace

Result<QStringList> databases(const Connection& connection, http::Client& client, const base::Cancel& cancel)
{
    Result<Json> listed = fail(ErrorCode::Unsupported, {});
    for (const Protocol protocol : {Protocol::JsonRpc, Protocol::XmlRpc}) {
        listed = askService(connection, protocol, QStringLiteral("db"), QStringLiteral("list"), Json::array(), client,
                            cancel);
        if (listed || listed.error().code != ErrorCode::Unsupported) {
            break;
        }
    }
    if (!listed) {
        return fail(listed.error());
    }
    QStringList names;
    for (const Json& name : listed->is_array() ? *listed : Json::array()) {
        names.append(wire::text(name));
    }
    return names;
}

Result<Session> login(const Connection& connection, http::Client& client, const base::Clock& clock,
                      const base::Cancel& cancel)
{
    auto server = findServer(connection, client, clock, cancel);
    if (!server) {
        return fail(server.error());
    }
    Connection own = connection;
    if (own.database.isEmpty() && server->protocol != Protocol::Json2) {
        auto database = onlyDatabase(connection, client, cancel);
        if (!database) {
            return fail(database.error());
        }
        own.database = *database;
    }
    const auto user = userOf(own, *server, client, cancel);
    if (!user) {
        return fail(user.error());
    }
    const Line line(own, server->protocol, *user, client);
    const auto read = line.ask({usersModel, QStringLiteral("read"), Json::array({Json::array({*user})}),
                                Json{{"fields", {"name", "partner_id", "company_id", "company_ids", "lang", "tz"}}}},
                               cancel);
    if (!read) {
        return fail(read.error());
    }
    const Json row = read->is_array() && !read->empty() ? read->front() : Json::object();
    Session session;
    session.server = *server;
    session.database = own.database;
    session.user = *user;
    session.partner = wire::id(at(row, "partner_id"));
    session.name = wire::text(at(row, "name"));
    session.language = wire::text(at(row, "lang"));
    session.zone = wire::text(at(row, "tz"));
    session.company = wire::id(at(row, "company_id"));
    session.companyName = wire::name(at(row, "company_id"));
    session.companies = wire::ids(at(row, "company_ids"));
    return session;
}

bool looksLikeKey(const QString& secret)
{
    static const QRegularExpression form(QStringLiteral("^[0-9a-f]{40}$"));
    return form.match(secret).hasMatch();
}

} // namespace delpek::clinic::odoo
