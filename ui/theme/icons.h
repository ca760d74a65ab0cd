// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace delpek::ui
{

/// Our own drawings (resources/icons, 24 × 24, one stroke width), tinted. Rendered once for each size and colour.
QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio, bool mirrored = false);

/// For buttons: normal in `colour`, disabled paler. `mirrored` for those that point somewhere, in a mirrored layout.
QIcon icon(const QString& name, const QColor& colour, bool mirrored = false);

/// The program's own, for its window, the task bar and the tray.
QIcon appIcon();

} // namespace delpek::ui
