// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/protocol.h"

#include "clinic/odoo/json2.h"
#include "clinic/odoo/jsonrpc.h"
#include "clinic/odoo/xmlrpc.h"

namespace delpek::clinic::odoo
{

using base::Json;
using base::utf8;

QUrl addressOf(const Connection& connection, const QString& path)
{
    QUrl url = connection.url;
    QString before = url.path();
    while (before.endsWith(QLatin1Char('/'))) {
        before.chop(1);
    }
    url.setPath(before + path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

http::Request serviceRequest(const Connection& connection, Protocol protocol, const QString& service,
                             const QString& method, const Json& args)
{
    http::Request request;
    request.method = "POST";
    request.timeout = connection.readPatience;
    request.maxResponse = connection.largestAnswer;
    if (protocol == Protocol::XmlRpc) {
        request.url = addressOf(connection, QStringLiteral("/xmlrpc/2/") + service);
        request.headers = {{"Content-Type", "text/xml"}};
        request.body = xmlrpc::callBody(method, args);
    } else {
        request.url = addressOf(connection, QStringLiteral("/jsonrpc"));
        request.headers = {{"Content-Type", "application/json"}};
        request.body = jsonrpc::callBody(service, method, args);
    }
    return request;
}

Result<http::Request> requestFor(const Connection& connection, Protocol protocol, qint64 user, const Call& call)
{
    http::Request request;
    if (protocol == Protocol::Json2) {
        auto body = json2::callBody(call);
        if (!body) {
            return fail(body.error());
        }
        request.method = "POST";
        request.url = addressOf(connection, QStringLiteral("/json/2/%1/%2").arg(call.model, call.method));
        request.headers = {{"Content-Type", "application/json"},
                           {"Authorization", "bearer " + connection.secret.toUtf8()},
                           {"X-Odoo-Database", connection.database.toUtf8()}};
        request.body = std::move(*body);
        request.maxResponse = connection.largestAnswer;
    } else {
        if (protocol == Protocol::XmlRpc && !(xmlrpc::canCarry(call.args) && xmlrpc::canCarry(call.kwargs))) {
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("Odoo, %1: a number too large for XML-RPC").arg(placeOf(call)),
                        QStringLiteral("records.odooProtocol"));
        }
        request = serviceRequest(connection, protocol, QStringLiteral("object"), QStringLiteral("execute_kw"),
                                 Json::array({utf8(connection.database), user, utf8(connection.secret),
                                              utf8(call.model), utf8(call.method), call.args, call.kwargs}));
    }
    request.timeout = call.changes ? connection.changePatience : connection.readPatience;
    return request;
}

Answer answerOf(Protocol protocol, const http::Response& response, const Call& call)
{
    switch (protocol) {
    case Protocol::XmlRpc:
        return xmlrpc::answerOf(response, call);
    case Protocol::Json2:
        return json2::answerOf(response, call);
    case Protocol::JsonRpc:
        break;
    }
    return jsonrpc::answerOf(response, call);
}

} // namespace delpek::clinic::odoo
