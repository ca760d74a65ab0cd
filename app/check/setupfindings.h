// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/report.h"
#include "config/config.h"
#include "desk/setup.h"

namespace delpek::app::check
{

/// What a report says of one connection, with its words, as the window shows it. `isRunning`: the program runs with
/// these very settings; otherwise what came and went on the channel so far, and whether the address leads here, say
/// nothing yet. Internal when the words are broken.
Result<std::vector<desk::SetupFinding>> setupFindings(const Report& report, const QString& connection,
                                                      const config::Config& config, bool isRunning);

} // namespace delpek::app::check
