// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"

namespace delpek::test
{

class FakeLaterSends final : public desk::LaterSends
{
};

} // namespace delpek::test
