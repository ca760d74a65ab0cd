// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramcall.h"

#include <algorithm>
#include <array>

namespace delpek::simulation
{

using base::Json;

namespace
{

/// Fields of a form come as text; these are JSON.
Json formField(const http::FormPart& part)
{
    constexpr auto structured =
        std::to_array<const char*>({"chat_id", "message_id", "reply_markup", "reply_parameters", "link_preview_options",
                                    "latitude", "longitude", "allowed_updates"});
    const bool isJson =
        std::any_of(structured.begin(), structured.end(), [&](const char* name) { return part.name == name; });
    const auto json = isJson ? base::parseJson(part.body) : Result<Json>(Json(part.body.toStdString()));
    return json.value_or(Json());
}

} // namespace

tl::unexpected<BotRefusal> refuseBot(const QString& description, int code)
{
    return tl::unexpected(BotRefusal{code, (code == 400 ? QStringLiteral("Bad Request: ") : QString()) + description});
}

BotResult<BotCall> readBotCall(const http::ServerRequest& request)
{
    BotCall call;
    const QByteArray type = http::header(request.headers, "Content-Type");
    if (type.startsWith("application/json")) {
        auto body = base::parseJson(request.body);
        if (!body || !body->is_object()) {
            return refuseBot(QStringLiteral("can't parse JSON object"));
        }
        call.body = std::move(*body);
        return call;
    }
    auto parts = http::readForm(type, request.body);
    if (!parts) {
        return refuseBot(QStringLiteral("unsupported content type"));
    }
    for (http::FormPart& part : *parts) {
        if (part.fileName.isEmpty()) {
            call.body[part.name.toStdString()] = formField(part);
        } else {
            call.files.push_back(std::move(part));
        }
    }
    return call;
}

QByteArray botErrorBody(const BotRefusal& refusal, int retryAfter)
{
    Json body{{"ok", false}, {"error_code", refusal.code}, {"description", base::utf8(refusal.description)}};
    if (retryAfter > 0) {
        body["parameters"] = {{"retry_after", retryAfter}};
    }
    return base::toBytes(body);
}

QByteArray botResult(Json result)
{
    return base::toBytes({{"ok", true}, {"result", std::move(result)}});
}

} // namespace delpek::simulation
