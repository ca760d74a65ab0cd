// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/erasedamounts.h"

#include <QString>

/// Erasing in the words of the window. UI thread.
namespace delpek::ui::erasurewords
{

/// What a text key "erasure.…", "privacy.…" or "audit.file" says; empty for another.
QString sentence(const QString& key);
/// "Messages: 12 · Files: 1", without what there is none of; a word for nothing at all.
QString amounts(const domain::ErasedAmounts& amounts);

} // namespace delpek::ui::erasurewords
