// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/hearing.h"
#include "language/intentmodel.h"

namespace delpek::language
{

struct IntentReading {
    int intent = -1;         ///< -1: abstained
    double score = 0;        ///< calibrated probability that `intent` is right
    std::vector<int> wishes; ///< all intents found, in the order of the text
};

/// What the writer wants most. `asked`: what the agent's last message asked (words of domain::Asks).
IntentReading readIntent(const Heard& heard, const IntentModel& model, const QString& asked);

} // namespace delpek::language
