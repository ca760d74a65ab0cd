// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"
#include "language/features.h"
#include "language/lexicon.h"

namespace delpek::language
{

/// Fills treatment, person, body part, gender and newPatient; in `hints` the tags and the topics. `found`: all matches
/// of the lexicon's patterns.
void readSlots(const Text& text, const Lexicon& lexicon, const std::vector<Match>& found, Understanding& into,
               Hints& hints);

/// The dentist named by title or by a name the clinic knows; as written, without the title.
QString readDoctor(const Text& text, const Lexicon& lexicon, const UnderstandingContext& context);

/// Name and birth date, where the text introduces somebody or answers a question for them.
StatedIdentity readIdentity(const Text& text, const Lexicon& lexicon, const std::vector<DatePiece>& dates,
                            const QString& asked);

} // namespace delpek::language
