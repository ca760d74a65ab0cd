// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::safety
{

/// Numbers, clock times and days of a month that are spelled out, in digits: "four hundred and eighty" is "480", "half
/// past nine" and "תשע וחצי" are "9:30", "ברבע לחמש" is "ב-4:45", "twenty-third of March" is "23 of March". Single
/// words up to twelve stay, where they need not be an hour: "one of us". Pure.
QString withDigits(const QString& text);

} // namespace delpek::safety
