// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"

#include <QStringList>

// The part of `delpekd staff` that is about the duty roster.

namespace delpek::app
{

/// "22:00-07:00" as minutes of the day; "24:00" ends a day. InvalidInput otherwise.
Result<std::pair<int, int>> readSpan(const QString& text);

/// `words` are those behind "duty". Gives the process's exit code.
int dutyCommand(desk::DutyRoom& room, const QStringList& words);

} // namespace delpek::app
