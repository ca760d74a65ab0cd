// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/presence.h"

namespace delpek::ui::presencewords
{

/// Who is at a conversation, those who write first; empty for nobody.
QString sentence(const std::vector<desk::Companion>& there);

} // namespace delpek::ui::presencewords
