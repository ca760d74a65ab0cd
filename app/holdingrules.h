// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "node/holdingtexts.h"

namespace delpek::app
{

/// When a patient is told that nobody has answered yet, by the settings. Zero switches a text off, and what would
/// follow it.
node::HoldingRules holdingRules(const config::Config& config);

} // namespace delpek::app
