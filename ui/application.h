// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

class QApplication;
class QTimeZone;

namespace delpek::ui
{

/// Installs our and Qt's own texts in `language`, sets the default locale and mirrors the layout. May be called again
/// at any time: every open window follows. UI thread.
void applyLanguage(QApplication& application, domain::Language language);

/// The language the window speaks now.
domain::Language currentLanguage();

/// The zone in which times are shown: the clinic's, as the desk tells it. UI thread.
void applyZone(QApplication& application, const QTimeZone& zone);
/// The machine's before the first applyZone.
QTimeZone currentZone();

} // namespace delpek::ui
