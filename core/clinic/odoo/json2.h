// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/protocol.h"

// JSON-2 as Odoo speaks it from 19: arguments by name only, an answer without an envelope, refusals with a status.
// Pure.

namespace delpek::clinic::odoo::json2
{

/// Unsupported when an argument by position belongs to a method whose names are not known; ids are, for any method.
Result<QByteArray> callBody(const Call& call);
/// One record that was created gives its id, as the older protocols do, not an array of one.
Answer answerOf(const http::Response& response, const Call& call);

} // namespace delpek::clinic::odoo::json2
