// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/event.h"

namespace delpek::testing
{

/// A parser's result as JSON with stable order and no empty members: what stands in *.expected.json.
nlohmann::ordered_json dump(const Result<std::vector<domain::Event>>& events);

} // namespace delpek::testing
