// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

namespace delpek::ui
{

/// Whether the person at the desk has the right. What a pane then hides the desk refuses all the same.
inline bool mayDo(const Context& context, domain::Right right)
{
    return context.desk.signIn().mayDo(right);
}

} // namespace delpek::ui
