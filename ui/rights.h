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

/// Whether it is still this person's desk, locked or not: what was written there is nobody else's. A name that was
/// corrected is no other person.
inline bool isStill(const Context& context, const desk::Person& person)
{
    const desk::Person now = context.desk.signIn().state().person;
    return now.id == person.id && (now.id.isValid() || now.name == person.name);
}

} // namespace delpek::ui
