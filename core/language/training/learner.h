// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/intentmodel.h"

namespace delpek::language
{

/// A row of the model that is not zero in an example.
struct Entry {
    int row = 0;
    double value = 0;
};

struct Example {
    Features features;
    std::vector<Entry> entries; ///< the same, ascending, each row once
    int intent = 0;
};

Example exampleOf(Features features, int intent);

/// A support vector machine for each intent against the others (liblinear). The same examples in the same order give
/// the same model. `temperature` divides its scores.
IntentModel learn(const std::vector<const Example*>& examples, double temperature);

/// The temperature that makes the softmax of these scores, taken on examples that were not learnt from, most likely.
double fitTemperature(const std::vector<std::pair<IntentScores, int>>& held);

} // namespace delpek::language
