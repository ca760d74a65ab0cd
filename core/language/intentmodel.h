// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "language/features.h"

#include <QByteArray>

namespace delpek::language
{

using IntentScores = std::array<double, intentCount>;

/// A linear model over the rows of `Features`: one column an intent. Made by core/language/training, read here.
/// Immutable; any thread.
class IntentModel
{
public:
    /// `weights`: a row of `intentCount` for each of `modelRows`, then one of biases. They are rounded to 12 bits.
    static IntentModel fromWeights(const std::vector<double>& weights, double temperature);
    static Result<IntentModel> fromBytes(const QByteArray& bytes);
    QByteArray toBytes() const;

    /// How far each intent is meant, on a scale where `exp` gives odds: softmax makes calibrated probabilities of it.
    IntentScores score(const Features& features) const;

private:
    static constexpr std::size_t kColumns = 32; ///< a row fills one line of the processor's cache

    IntentModel() = default;

    float m_unit = 1; ///< what a weight of 1 is worth
    float m_temperature = 1;
    std::vector<std::int16_t> m_weights;
};

/// Probabilities out of scores.
IntentScores softmax(const IntentScores& scores);

} // namespace delpek::language
