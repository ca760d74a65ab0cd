// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/errors.h"
#include "http/client.h"

namespace delpek::clinic::odoo
{

using Answer = tl::expected<base::Json, Refusal>;

/// The address of `path` below the server's own.
QUrl addressOf(const Connection& connection, const QString& path);

/// A request for a call of a model's method as the user `user`. Pure. Unsupported where the protocol cannot carry it.
Result<http::Request> requestFor(const Connection& connection, Protocol protocol, qint64 user, const Call& call);
/// What the answer says, of whichever status. Pure. `call` is the one that was asked.
Answer answerOf(Protocol protocol, const http::Response& response, const Call& call);

/// A call of one of the services "common" and "db", which need no login. Not for JSON-2, which has none.
http::Request serviceRequest(const Connection& connection, Protocol protocol, const QString& service,
                             const QString& method, const base::Json& args);

} // namespace delpek::clinic::odoo
