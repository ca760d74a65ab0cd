// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"

#include <QString>

class QTextDocument;

/// Shifts in the words of the window. UI thread.
namespace delpek::ui::words
{

/// What a text key "shift.…" says; empty for another.
QString shiftSentence(const QString& key);
/// "Dana since 08:02, Noa since 12:30"; empty for nobody.
QString onShift(const std::vector<domain::Shift>& open, base::Instant now);
/// "08:02", "yesterday at 08:02", "on 3.3.26 at 08:02".
QString shiftTime(base::Instant instant, base::Instant now);
QString lineKind(domain::LineKind kind);
QString fate(domain::Fate fate);
/// What there is to know of a line beside the patient's name, as of when the shift ended (of an open one: now).
QString lineFacts(const desk::SheetRow& row, const domain::Shift& shift, base::Instant now);
/// Whose sheet, and when the shift was.
QString sheetTitle(const domain::Shift& shift, base::Instant now);

} // namespace delpek::ui::words
