// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::ui::voicewords
{

/// What a text key "voice.…" says, in the user's language; empty for another.
QString sentence(const QString& key);

} // namespace delpek::ui::voicewords
