// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/wires.h"

#include "simulation/doubles/answers.h"
#include "simulation/doubles/odoo/xml.h"

namespace delpek::simulation::odoo
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

namespace
{

/// What a client must never show: paths of the server, and whatever the frames held.
QString traceback(const Refused& refused)
{
    QString name = refused.className;
    name.remove(QStringLiteral("builtins."));
    return QStringLiteral("Traceback (most recent call last):\n"
                          "  File \"/srv/odoo/odoo/http.py\", line 1783, in _serve_db\n"
                          "    values of the call\n%1: %2\n")
        .arg(name, refused.message);
}

http::ServerResponse jsonRpc(const Incoming& incoming, const Outcome& outcome)
{
    Json body{{"jsonrpc", "2.0"}, {"id", incoming.id}};
    if (!outcome) {
        const Refused& refused = outcome.error();
        body["error"] = {{"code", 200},
                         {"message", "Odoo Server Error"},
                         {"data",
                          {{"name", utf8(refused.className)},
                           {"debug", utf8(traceback(refused))},
                           {"message", utf8(refused.message)},
                           {"arguments", Json::array({utf8(refused.message)})},
                           {"context", Json::object()}}}};
    } else if (*outcome) {
        body["result"] = **outcome;
    }
    return jsonAnswer(200, base::toBytes(body));
}

http::ServerResponse xmlRpc(const Outcome& outcome)
{
    http::ServerResponse response;
    response.contentType = "text/xml; charset=utf-8";
    if (!outcome) {
        const int code = outcome.error().faultCode();
        response.body = xmlFault(code, code == 1 ? traceback(outcome.error()) : outcome.error().message);
    } else if (!*outcome || holdsNone(**outcome)) {
        response.body = xmlFault(1, traceback({QStringLiteral("builtins.TypeError"),
                                               QStringLiteral("cannot marshal None unless allow_none is enabled")}));
    } else {
        response.body = xmlResponse(**outcome);
    }
    return response;
}

int statusOf(const Refused& refused)
{
    const QString& name = refused.className;
    return name.endsWith(QLatin1String(".AccessDenied")) || name.endsWith(QLatin1String(".Unauthorized")) ? 401
           : name.endsWith(QLatin1String(".AccessError"))                                                 ? 403
           : name.endsWith(QLatin1String(".MissingError")) || name.endsWith(QLatin1String(".NotFound"))   ? 404
           : name.startsWith(QLatin1String("odoo.exceptions.")) || name.endsWith(QLatin1String("Entity")) ? 422
                                                                                                          : 500;
}

http::ServerResponse json2(const Outcome& outcome)
{
    if (outcome) {
        return jsonAnswer(200, base::toBytes(*outcome ? **outcome : Json()));
    }
    const Refused& refused = outcome.error();
    if (refused.className.isEmpty()) {
        return page(404);
    }
    return jsonAnswer(statusOf(refused), base::toBytes({{"name", utf8(refused.className)},
                                                        {"message", utf8(refused.message)},
                                                        {"arguments", Json::array({utf8(refused.message)})},
                                                        {"context", Json::object()},
                                                        {"debug", utf8(traceback(refused))}}));
}

} // namespace

std::optional<Incoming> readJsonRpc(const http::ServerRequest& request)
{
    const auto body = base::parseJson(request.body);
    if (!http::header(request.headers, "Content-Type").startsWith("application/json") || !body || !body->is_object()) {
        return std::nullopt;
    }
    const Json& params = at(*body, "params");
    Incoming incoming;
    incoming.id = at(*body, "id");
    incoming.service = textAt(params, "service");
    incoming.method = textAt(params, "method");
    incoming.args = at(params, "args");
    if (!params.is_object() || params.size() != 3 || incoming.service.isEmpty() || incoming.method.isEmpty() ||
        !incoming.args.is_array()) {
        incoming.service.clear(); // answered as an exception of the server
    }
    return incoming;
}

Incoming readXmlRpc(const http::ServerRequest& request)
{
    auto call = readXmlCall(request.body);
    if (!call) {
        throw Refused{QStringLiteral("xml.parsers.expat.ExpatError"),
                      QStringLiteral("not well-formed (invalid token)")};
    }
    Incoming incoming;
    incoming.wire = OdooWire::XmlRpc;
    incoming.service = QString::fromUtf8(request.path).section(QLatin1Char('/'), -1);
    incoming.method = call->method;
    incoming.args = std::move(call->args);
    return incoming;
}

http::ServerResponse answer(const Incoming& incoming, const Outcome& outcome)
{
    switch (incoming.wire) {
    case OdooWire::XmlRpc:
        return xmlRpc(outcome);
    case OdooWire::Json2:
        return json2(outcome);
    case OdooWire::JsonRpc:
        break;
    }
    return jsonRpc(incoming, outcome);
}

http::ServerResponse page(int status)
{
    http::ServerResponse response;
    response.status = status;
    response.contentType = "text/html; charset=utf-8";
    response.body = "<!doctype html>\n<html><head><title>" + QByteArray::number(status) + "</title></head><body><h1>" +
                    QByteArray::number(status) + "</h1></body></html>\n";
    return response;
}

} // namespace delpek::simulation::odoo
