// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/label.h"

#include <QIcon>

namespace delpek::ui
{

struct Colours;

/// What a label is drawn in; on the surface it has a contrast of at least 3 : 1.
QColor labelColour(const Colours& colours, domain::LabelColour colour);
/// A tag in that colour, for menus and lists.
QIcon labelIcon(const Colours& colours, domain::LabelColour colour);

} // namespace delpek::ui
