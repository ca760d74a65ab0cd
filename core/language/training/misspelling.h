// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>

namespace delpek::language
{

/// The text as typed in a hurry: each letter with the given probability (0 to 1) left out, doubled, changed about with
/// its follower or mistaken for its neighbour on the keyboard, one as likely as the other. Digits and marks stay.
QString misspell(const QString& text, double probability, std::mt19937& random);

} // namespace delpek::language
