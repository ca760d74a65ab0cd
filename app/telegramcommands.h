// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"
#include "store/store.h"

namespace delpek::app
{

/// Gives the bot its menu in both languages, once: what was registered is remembered in the store, so that a menu which
/// the clinic changes by hand stays. What fails is tried at the next start. `store` and the line's client must outlive
/// the answers.
void offerCommands(store::Store& store, const channels::telegram::Line& line, const QString& bot);

} // namespace delpek::app
