// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/jsonrpc.h"

namespace delpek::clinic::odoo::jsonrpc
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;

QByteArray callBody(const QString& service, const QString& method, const Json& args)
{
    return base::toBytes({{"jsonrpc", "2.0"},
                          {"method", "call"},
                          {"id", 1},
                          {"params", {{"service", utf8(service)}, {"method", utf8(method)}, {"args", args}}}});
}

Answer answerOf(const http::Response& response, const Call& call)
{
    const auto body = base::parseJson(response.body);
    if (!body || !body->is_object() || !body->contains("jsonrpc")) {
        return tl::unexpected(Refusal{unreadable(response.status, call), {}});
    }
    if (const auto error = body->find("error"); error != body->end()) {
        const Json& data = at(*error, "data");
        if (!data.is_object()) {
            return tl::unexpected(Refusal{unreadable(base::integerAt(*error, "code") == 404 ? 404 : 200, call), {}});
        }
        return tl::unexpected(refusalOfClass(textAt(data, "name"), textAt(data, "message"), call));
    }
    return at(*body, "result");
}

} // namespace delpek::clinic::odoo::jsonrpc
