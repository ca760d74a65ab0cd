// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/finding.h"

namespace delpek::channels
{

using domain::Finding;
using domain::Findings;
using domain::FindingState;

} // namespace delpek::channels
