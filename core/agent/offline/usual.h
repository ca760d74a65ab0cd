// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/brain.h"

// What the offline brain makes of the memory: an order, and a greeting. It offers nothing that it would not offer
// without. Pure.

namespace delpek::agent
{

/// The times of the dentist the patient goes to stand first, within them those of the part of the day that suits.
void usualFirst(std::vector<domain::Slot>& offered, const memory::Recollection& known);

/// Wrote before, and not within the last week.
bool isBack(const TurnContext& context);

} // namespace delpek::agent
