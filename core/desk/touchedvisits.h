// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "store/session.h"

namespace delpek::desk
{

/// Booked visits that a change of the built-in book touches, with the names that people know them by.
Result<HoursEffect> touchedVisits(store::Session& session, const std::vector<domain::Appointment>& visits);

} // namespace delpek::desk
