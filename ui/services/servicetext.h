// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"

namespace delpek::ui
{

/// A service as a person reads it, as rich text in the direction of the window: what is wrong with it, what it is asked
/// for with, what happens, its texts and hours, and where its file is. `now` is the clinic's local time.
QString serviceHtml(const desk::ServiceEntry& entry, bool fromRight, const domain::LocalTime& now);

/// A paragraph in bold, and one of plain text in the text's own direction.
QString headingHtml(const QString& text);
QString paragraphHtml(const QString& text);

} // namespace delpek::ui
