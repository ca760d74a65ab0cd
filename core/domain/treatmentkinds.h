// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

namespace delpek::domain
{

/// The treatments that patients ask for by name, in the order of the label guide, as a clinic may begin with them: the
/// ids are those that are understood in a message; names and minutes are usual ones, prices are 0. Any thread.
const std::vector<Treatment>& treatmentKinds();

} // namespace delpek::domain
