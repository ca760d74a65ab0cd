// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences.h"

class QApplication;

namespace delpek::ui
{

/// Installs our and Qt's own texts in `language`, sets the default locale and mirrors the layout. May be called again
/// at any time: every open window follows. UI thread.
void applyLanguage(QApplication& application, domain::Language language);

/// The language the window speaks now.
domain::Language currentLanguage();

} // namespace delpek::ui
