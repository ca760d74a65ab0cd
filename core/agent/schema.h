// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace delpek::agent
{

/// Checks tool arguments against the part of JSON Schema that tools use: type, properties, required, enum, items,
/// minItems, maxItems, minLength, maxLength, minimum, maximum and format. Formats are "date" (2026-03-05), "time"
/// (09:30) and "local-date-time" (2026-03-05T09:30), each a real day and hour. An object with properties takes no other
/// member. Fails with InvalidInput and a detail that names the member and what belongs there, never what was given (it
/// may be a patient's words). Pure.
Result<Done> checkArguments(const base::Json& schema, const base::Json& arguments);

} // namespace delpek::agent
