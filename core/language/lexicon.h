// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/assertion.h"
#include "language/pattern.h"
#include "language/spelling.h"

namespace delpek::language
{

/// A group of patterns that say the same thing about an intent; however many fire, its weight counts once.
struct Cue {
    int intent = 0;
    double weight = 1;
    bool mustStand = false; ///< counts only where it is neither denied, past nor supposed
};

/// What is read from resources/language. Owners of `intents` index `cues`; owners of `slots` index `labels`.
struct Lexicon {
    struct Label {
        QString slot; ///< treatment, person, body, gender, newPatient, mask, topic
        QString value;
        std::uint32_t tag = 0; ///< of both, for the intent model
    };

    Spelling spelling;
    Patterns intents;
    std::vector<Cue> cues;
    Patterns slotPatterns;
    std::vector<Label> labels;
    WordSet notNames; ///< words that never are part of a name
    WordSet titles;   ///< "dr", "דר"
    std::unique_ptr<Assertion> assertion;

    static Result<std::unique_ptr<Lexicon>> load(const QString& folder);
};

} // namespace delpek::language
