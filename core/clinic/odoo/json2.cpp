// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/json2.h"

#include <array>
#include <span>

namespace delpek::clinic::odoo::json2
{

using base::Json;
using base::textAt;

namespace
{

struct Signature {
    const char* method;
    bool onRecords; ///< its first argument is the ids
    std::array<const char*, 7> names;
};

constexpr auto signatures = std::to_array<Signature>({
    {"search", false, {"domain", "offset", "limit", "order"}},
    {"search_count", false, {"domain", "limit"}},
    {"search_read", false, {"domain", "fields", "offset", "limit", "order"}},
    {"read_group", false, {"domain", "fields", "groupby", "offset", "limit", "orderby", "lazy"}},
    {"fields_get", false, {"allfields", "attributes"}},
    {"default_get", false, {"fields"}},
    {"name_search", false, {"name", "domain", "operator", "limit"}},
    {"create", false, {"vals_list"}},
    {"load", false, {"fields", "data"}},
    {"context_get", false, {}},
    {"check_access_rights", false, {"operation", "raise_exception"}},
    {"check_object_reference", false, {"module", "xml_id", "raise_on_access_error"}},
    {"read", true, {"fields", "load"}},
    {"write", true, {"vals"}},
    {"unlink", true, {}},
    {"exists", true, {}},
    {"copy", true, {"default"}},
    {"has_access", true, {"operation"}},
    {"has_group", true, {"group_ext_id"}},
});

const Signature* signatureOf(const QString& method)
{
    for (const Signature& signature : signatures) {
        if (method == QLatin1String(signature.method)) {
            return &signature;
        }
    }
    return nullptr;
}

bool isCreateOfOne(const Call& call)
{
    return call.method == QLatin1String("create") && !call.args.empty() && call.args[0].is_object();
}

} // namespace

Result<QByteArray> callBody(const Call& call)
{
    Json body = call.kwargs;
    const Signature* signature = signatureOf(call.method);
    std::size_t next = 0;
    if ((signature == nullptr || signature->onRecords) && !call.args.empty()) {
        body["ids"] = call.args[0].is_array() ? call.args[0] : Json::array({call.args[0]});
        next = 1;
    }
    for (std::size_t name = 0; next < call.args.size(); ++name, ++next) {
        if (signature == nullptr || name >= signature->names.size() || signature->names[name] == nullptr) {
            return fail(ErrorCode::Unsupported,
                        QStringLiteral("Odoo, %1: JSON-2 needs its arguments by name").arg(placeOf(call)),
                        QStringLiteral("records.odooProtocol"));
        }
        body[signature->names[name]] = call.args[next];
    }
    if (isCreateOfOne(call)) {
        body["vals_list"] = Json::array({call.args[0]});
    }
    return base::toBytes(body);
}

Answer answerOf(const http::Response& response, const Call& call)
{
    auto body = base::parseJson(response.body);
    if (response.status >= 200 && response.status < 300) {
        if (!body) {
            return tl::unexpected(Refusal{unreadable(response.status, call), {}});
        }
        if (isCreateOfOne(call) && body->is_array() && body->size() == 1) {
            return Json(body->front());
        }
        return std::move(*body);
    }
    const QString className = body && body->is_object() ? textAt(*body, "name") : QString();
    if (className.isEmpty() && response.status == 404 && !call.model.isEmpty()) {
        return tl::unexpected(Refusal{withoutDatabase(call), {}});
    }
    if (className.isEmpty()) {
        return tl::unexpected(Refusal{unreadable(response.status, call), {}});
    }
    return tl::unexpected(refusalOfClass(className, textAt(*body, "message"), call));
}

} // namespace delpek::clinic::odoo::json2
