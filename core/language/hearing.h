// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"
#include "language/features.h"
#include "language/lexicon.h"

// All that is read from a text before it is decided what the writer wants.

namespace delpek::language
{

/// What the cues say for one intent.
struct Evidence {
    double weight = 0;
    int first = -1; ///< the first token that speaks for it; -1: nothing does
};

struct Heard {
    Text text;
    DateReading dates;
    std::array<Evidence, intentCount> evidence;
    Hints hints;
    Understanding understanding; ///< all but the intent; `when` as of a wish
};

Heard hear(const QString& raw, const Lexicon& lexicon, const UnderstandingContext& context);

} // namespace delpek::language
