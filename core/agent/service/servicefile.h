// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/service.h"
#include "base/json.h"
#include "base/result.h"

namespace delpek::agent::service
{

/// A service from the JSON of its file; nothing for one that is switched off ("off": true). `file` is the path, for
/// errors: InvalidInput with file, place and remedy. Pure.
Result<std::optional<Service>> parseService(const base::Json& json, const QString& file);

} // namespace delpek::agent::service
