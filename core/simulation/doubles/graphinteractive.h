// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/graphrefusal.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// Checks the member "interactive" of a message: buttons, with a file above them or not, and lists. `mediaId` gets the
/// file's id.
Checked checkInteractive(const base::Json& interactive, SentMessage& message, QString& mediaId);

} // namespace delpek::simulation
