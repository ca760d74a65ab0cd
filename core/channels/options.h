// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

namespace delpek::channels
{

/// The text with its options as lines "1. label" below: for channels without buttons, or options that do not fit them.
QString withNumberedLines(const QString& text, const std::vector<domain::Option>& options);

/// True when each option has a value and a label of at most `maxLabel` UTF-16 units (providers do not say which
/// characters they count; this counts most), and no value or label occurs twice (buttons of one message must differ).
bool fitButtons(const std::vector<domain::Option>& options, int maxLabel);

} // namespace delpek::channels
