// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace delpek::ui
{

/// Has a screen reader say a sentence wherever the keyboard is: what a person with eyes on the window sees happen by
/// itself. Returns whether it was said: not where the window of `where` is not to be seen. UI thread.
///
/// Facts, read in Qt's sources: up to Qt 6.7 the AT-SPI bridge passes no QAccessible::Alert on, but tells that an
/// object came to be seen, and a screen reader reads an alert message that does; the bridge to Windows plays a sound
/// for an Alert and tells nothing. From Qt 6.8 every bridge takes QAccessibleAnnouncementEvent.
bool announce(const QWidget& where, const QString& sentence);

} // namespace delpek::ui
