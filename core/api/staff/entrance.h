// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/staff/token.h"
#include "api/webchat/ratelimits.h"
#include "base/json.h"
#include "http/server.h"

#include <functional>
#include <mutex>

namespace delpek::api::staff
{

/// What the interfaces for programs of the clinic ask of every request before they look at it: not too many of them, a
/// token that holds, and a body that is an object.
class Entrance
{
public:
    struct Parts {
        base::Clock& clock; ///< outlives the entrance
        /// The key of the tokens, see tokenKey; asked until it is there, as a token may be issued while the program
        /// runs. It may block.
        std::function<Result<QByteArray>()> key;
        QString trustedProxy; ///< address of the proxy whose X-Forwarded-For is believed; empty: none
    };
    Entrance(Parts parts, int perMinute, int atOnce);

    /// The refusal of who asks too often; nothing for everybody else. On the server's thread.
    std::optional<http::ServerResponse> tooFast(const http::ServerRequest& request);
    /// Who the request's token speaks for; Unauthorised without a good one. Blocks; any thread.
    Result<Claims> claimsOf(const http::ServerRequest& request);

private:
    Parts m_parts;
    webchat::RateLimits m_limits;
    std::mutex m_mutex;
    QByteArray m_key;
};

/// The body of a request: an object, an empty one where there is no body. InvalidInput for everything else.
Result<base::Json> objectIn(const http::ServerRequest& request);

http::ServerResponse answer(int status, const base::Json& json);
/// 422 with the reason.
http::ServerResponse malformed(const QString& reason);
/// 401; `what` names the tokens that are taken.
http::ServerResponse
unauthorised(const QString& what = QStringLiteral("A token of \"delpekd token issue\" is needed."));
/// 403
http::ServerResponse forbidden();

} // namespace delpek::api::staff
