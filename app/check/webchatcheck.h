// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/report.h"
#include "config/config.h"

namespace delpek::app::check
{

/// The settings of the web chat against each other: "origins" (may the clinic's site show the page?) and "files" (can
/// the largest file come through the listener?). Keys: check.webchat.badOrigin, originNeedsTls, fileTooLarge. Pure.
channels::Findings checkWebChat(const config::Config& config);

} // namespace delpek::app::check
