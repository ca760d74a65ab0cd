// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"

namespace delpek::test
{

class FakeSetup final : public desk::Setup
{
};

} // namespace delpek::test
