// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::ui
{

/// What a text key "link.…" or "autostart.…" says, in the user's language; empty for another.
QString desktopSentence(const QString& key);

} // namespace delpek::ui
