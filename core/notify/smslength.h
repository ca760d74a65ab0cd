// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// How long a text message is. Source: 3GPP TS 23.038 (the alphabets) and 23.040 (parts). Pure.

namespace delpek::notify
{

/// In how many parts the text goes out: 160 signs of the GSM alphabet in one part, 153 in each of several (its
/// extension signs count twice); with any other sign, as in Hebrew, 70 and 67 UTF-16 units. 0 for no text.
int smsParts(const QString& text);

} // namespace delpek::notify
