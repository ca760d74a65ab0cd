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

/// What is read from resources/language. The owners of the patterns index `cues`, and behind them `labels`.
struct Lexicon {
    struct Label {
        QString slot; ///< treatment, person, body, gender, newPatient, mask, topic
        QString value;
        std::uint32_t tag = 0; ///< of both, for the intent model
        bool topic = false;    ///< `slot` is
    };

    Spelling spelling;
    Patterns patterns;
    std::vector<Cue> cues;
    std::vector<Label> labels;
    WordSet notNames; ///< words that never are part of a name
    WordSet titles;   ///< "dr", "דר"
    std::unique_ptr<Assertion> assertion;

    bool isCue(const Match& match) const { return match.owner < int(cues.size()); }
    const Label& labelOf(const Match& match) const { return labels[std::size_t(match.owner) - cues.size()]; }
    int lastLabel() const { return int(cues.size() + labels.size()) - 1; }

    static Result<std::unique_ptr<Lexicon>> load(const QString& folder);
};

} // namespace delpek::language
