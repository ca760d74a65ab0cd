// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/protocol.h"

// JSON-RPC as Odoo 14 to 21 speaks it at /jsonrpc: every answer has HTTP 200, also a refusal. Pure.

namespace delpek::clinic::odoo::jsonrpc
{

QByteArray callBody(const QString& service, const QString& method, const base::Json& args);
/// Neither a result nor an error means that the method returned nothing: success with null.
Answer answerOf(const http::Response& response, const Call& call);

} // namespace delpek::clinic::odoo::jsonrpc
