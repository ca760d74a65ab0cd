// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/training/labelled.h"
#include "language/training/learner.h"

#include <functional>

namespace delpek::language
{

/// Labelled messages made ready to learn from: each as it stands and misspelt.
class Lessons
{
public:
    Lessons(const Lexicon& lexicon, const std::vector<Labelled>& messages);

    std::size_t size() const { return m_plain.size(); }
    const Example& plain(std::size_t message) const { return m_plain[message]; }
    /// Everything that `wanted` holds for.
    std::vector<const Example*> examples(const std::function<bool(std::size_t)>& wanted) const;

private:
    std::vector<Example> m_plain;
    std::vector<std::vector<Example>> m_misspelt;
};

/// The part of a message when all are dealt to `parts`: neighbours, often alike, go to different ones.
inline std::size_t partOf(std::size_t message, std::size_t parts)
{
    return message % parts;
}

/// Learns from the lessons that `wanted` holds for; the temperature is fitted on parts of them that were held out.
IntentModel learnCalibrated(
    const Lessons& lessons, const std::function<bool(std::size_t)>& wanted = [](std::size_t) { return true; });

} // namespace delpek::language
