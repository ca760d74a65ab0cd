// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/urgency.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace delpek::ui
{

struct Colours;

QColor urgencyColour(const Colours& colours, domain::Urgency urgency);

/// An octagon for an emergency, a diamond where the doctor is needed, a ring where a person is: the shape tells them
/// apart without the colour.
void paintUrgency(QPainter& painter, const QRectF& area, const Colours& colours, domain::Urgency urgency);

} // namespace delpek::ui
