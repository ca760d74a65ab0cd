// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/turn.h"
#include "config/config.h"
#include "desk/turnreplay.h"

namespace delpek::app
{

/// What turns are held to, as the settings say.
agent::TurnLimits turnLimits(const config::Config& config);

/// Runs kept turns again with the rules and the team of this program.
std::unique_ptr<desk::TurnReplay> openReplay(const config::Config& config);

} // namespace delpek::app
