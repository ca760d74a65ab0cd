// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"

namespace delpek::desk
{

class LocalLaterSends final : public LaterSends
{
};

} // namespace delpek::desk
