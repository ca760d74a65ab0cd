// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"

namespace delpek::test
{

class FakeShifts final : public desk::Shifts
{
};

} // namespace delpek::test
