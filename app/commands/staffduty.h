// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duty.h"
#include "store/store.h"

#include <QStringList>

// The part of `delpekd staff` that is about the duty roster.

namespace delpek::app
{

/// "22:00-07:00" as minutes of the day; "24:00" ends a day. InvalidInput otherwise.
Result<std::pair<int, int>> readSpan(const QString& text);
/// "08:05" of minutes.
QString clockText(int minutes);

/// `words` are those behind "duty". `zone` is the clinic's. Gives the process's exit code.
int dutyCommand(store::Store& store, const QTimeZone& zone, base::Instant now, const QStringList& words);

} // namespace delpek::app
