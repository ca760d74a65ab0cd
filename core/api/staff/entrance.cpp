// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/entrance.h"

#include "api/webchat/posts.h"
#include "api/webchat/sessions.h"
#include "api/webchat/site.h"
#include "base/logging.h"

namespace delpek::api::staff
{

using webchat::refusal;

Entrance::Entrance(Parts parts, int perMinute, int atOnce)
    : m_parts(std::move(parts))
    , m_limits(perMinute, atOnce)
{
}

std::optional<http::ServerResponse> Entrance::tooFast(const http::ServerRequest& request)
{
    const auto wait = m_limits.take(webchat::callerOf(request, m_parts.trustedProxy), m_parts.clock.now());
    return wait ? std::optional(
                      refusal({429, "too-fast", QStringLiteral("Too many requests. Please wait a little."), wait}))
                : std::nullopt;
}

Result<Claims> Entrance::claimsOf(const http::ServerRequest& request)
{
    const QByteArray token = webchat::bearerOf(http::header(request.headers, "Authorization"));
    if (token.isEmpty()) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("no token"));
    }
    const std::lock_guard lock(m_mutex);
    if (m_key.isEmpty()) {
        auto key = m_parts.key();
        if (!key) {
            qCWarning(lcHttp).noquote() << "tokens cannot be checked:" << base::describe(key.error());
            return fail(ErrorCode::Unauthorised, QStringLiteral("no key"));
        }
        m_key = std::move(*key);
    }
    return readToken(m_key, token, m_parts.clock.now());
}

Result<base::Json> objectIn(const http::ServerRequest& request)
{
    if (request.body.isEmpty()) {
        return base::Json::object();
    }
    auto body = base::parseJson(request.body);
    if (!body || !body->is_object()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("The request is no JSON object."));
    }
    return body;
}

http::ServerResponse answer(int status, const base::Json& json)
{
    return {status, base::toBytes(json), "application/json", webchat::commonHeaders(webchat::Cache::Never)};
}

http::ServerResponse malformed(const QString& reason)
{
    return refusal({422, "malformed", reason});
}

http::ServerResponse unauthorised(const QString& what)
{
    auto response = refusal({401, "token", what});
    response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"delpek\"");
    return response;
}

http::ServerResponse forbidden()
{
    return refusal({403, "role", QStringLiteral("The token's role does not allow this.")});
}

} // namespace delpek::api::staff
