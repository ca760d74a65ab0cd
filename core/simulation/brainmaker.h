// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"
#include "base/clock.h"

#include <functional>
#include <memory>

namespace delpek::simulation
{

/// Makes the brain of a world, on that world's clock.
using BrainMaker = std::function<Result<std::unique_ptr<agent::Brain>>(base::Clock&)>;

} // namespace delpek::simulation
