// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/context.h"

#include <functional>
#include <optional>

class QMenu;
class QWidget;

namespace delpek::ui
{

/// Fills the menu with times at which a message can be sent; `then` runs with the chosen one. `closes`: when WhatsApp
/// takes free text no longer; later times are shown and cannot be chosen. `window` is the parent of a dialog and
/// outlives the menu.
void fillLaterMenu(QMenu& menu, const Context& context, std::optional<base::Instant> closes, QWidget& window,
                   const std::function<void(base::Instant)>& then);

} // namespace delpek::ui
