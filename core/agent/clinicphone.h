// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

namespace delpek::agent
{

/// The clinic's number as people read it ("03-555-0100"); as it stands in the records when it is no number.
QString clinicPhone(const domain::ClinicInfo& clinic);

} // namespace delpek::agent
