// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <vector>

namespace delpek::fuzz
{

/// The delivery with a word of a patient that cannot stand in our own sentences planted into its texts: once beside
/// what makes it a delivery and an item of one, once everywhere but in the envelope, once everywhere.
std::vector<base::Json> plantings(const base::Json& json);

bool showsPlanted(const QString& told);

} // namespace delpek::fuzz
