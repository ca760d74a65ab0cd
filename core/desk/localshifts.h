// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"

namespace delpek::desk
{

class LocalShifts final : public Shifts
{
};

} // namespace delpek::desk
