// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

namespace delpek::agent
{

/// Checks tool arguments against the part of JSON Schema that tools use: type, properties, required, enum, items,
/// maxLength and additionalProperties:false. Fails with InvalidInput and the name of the member. Pure.
Result<Done> checkArguments(const base::Json& schema, const base::Json& arguments);

} // namespace delpek::agent
