// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::ui::words
{

/// What an error says whose words stand in the folder of its pane; empty for other keys.
QString folderSentence(const QString& key);

} // namespace delpek::ui::words
