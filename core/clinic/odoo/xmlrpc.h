// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/protocol.h"

// XML-RPC as Odoo speaks it at /xmlrpc/2. Pure.

namespace delpek::clinic::odoo::xmlrpc
{

QByteArray callBody(const QString& method, const base::Json& args);
/// False where a whole number needs more than 32 bits.
bool canCarry(const base::Json& value);
/// The fault "cannot marshal None" comes after the work was done and committed: success with null.
Answer answerOf(const http::Response& response, const Call& call);

} // namespace delpek::clinic::odoo::xmlrpc
