// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QString>

#include <vector>

// Text in the Bot API's HTML style. Source: Telegram Bot API, "Formatting options", "HTML style".

namespace delpek::channels::telegram
{

/// Every character as it is: what HTML style would read as markup is written as an entity. Nothing is added or lost, so
/// the text that arrives is `text` (lengths and offsets in UTF-16 units, as QString counts).
QString escaped(const QString& text);

/// The text with its options as lines below, their numbers bold; for options that do not fit buttons. What arrives
/// reads as channels::withNumberedLines.
QString numbered(const QString& text, const std::vector<domain::Option>& options);

} // namespace delpek::channels::telegram
