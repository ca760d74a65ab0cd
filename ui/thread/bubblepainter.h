// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/message.h"

class QImage;
class QPainter;

namespace delpek::ui
{

struct Bubble;
class Theme;

struct BubbleLook {
    base::Instant now;
    bool current = false;            ///< the keyboard is on it
    const QImage* picture = nullptr; ///< for Bubble::picture
};

/// Paints a measured message with its top-left corner at the painter's origin.
void paintBubble(QPainter& painter, const Bubble& bubble, const domain::Message& message, const Theme& theme,
                 const BubbleLook& look);

} // namespace delpek::ui
