// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"

// What the words around a day say about it.

namespace delpek::language
{

int sentenceOf(const Text& text, int token);

/// In a move the day of the visit as it stands: "my Thursday appointment", "the check-up on Tuesday", "I can't on
/// Sunday".
bool namesOldVisit(const Text& text, const DatePiece& piece);

/// "must push to": the word for the new time stands before the day.
bool namesNewVisit(const Text& text, const DatePiece& piece);

/// "Wednesday won't work", "I can't do Wednesday", "רביעי לא מתאים", "לא נוח לי ברביעי": the day is not wanted.
bool isRefused(const Text& text, const DatePiece& piece);

/// "instead of Wednesday", "במקום רביעי".
bool isReplaced(const Text& text, const DatePiece& piece);

} // namespace delpek::language
