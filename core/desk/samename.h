// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"

namespace delpek::desk
{

/// Whether two cards bear one name, in either language and as it sounds. Pure.
bool sameName(const domain::Bilingual& one, const domain::Bilingual& other);

} // namespace delpek::desk
