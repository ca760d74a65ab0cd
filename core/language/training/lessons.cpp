// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/training/lessons.h"

#include "language/training/misspelling.h"

namespace delpek::language
{

namespace
{

constexpr std::size_t kHeldPart = 3; ///< a third is held out to calibrate
/// The cues were written with these messages in view, and look better on them than they are.
constexpr const char* kCuesWrittenFor = "patient-messages";
constexpr int kMisspelt = 2;       ///< copies of each message
constexpr double kMistakes = 0.05; ///< wrong letters in them

Example read(const QString& text, const Labelled& message, const Lexicon& lexicon)
{
    auto heard = hear(text, lexicon, labelledContext(message));
    if (message.writer == QLatin1String(kCuesWrittenFor)) {
        heard.hints.cues.clear();
        heard.hints.cueSums.fill(0);
    }
    return exampleOf(featuresOf(heard.text, heard.hints), message.intent);
}

} // namespace

Lessons::Lessons(const Lexicon& lexicon, const std::vector<Labelled>& messages)
{
    std::mt19937 random(20260303);
    for (const auto& message : messages) {
        m_plain.push_back(read(message.text, message, lexicon));
        auto& misspelt = m_misspelt.emplace_back();
        for (int copy = 0; copy < kMisspelt; ++copy) {
            misspelt.push_back(read(misspell(message.text, kMistakes, random), message, lexicon));
        }
    }
}

std::vector<const Example*> Lessons::examples(const std::function<bool(std::size_t)>& wanted) const
{
    std::vector<const Example*> all;
    for (std::size_t i = 0; i < m_plain.size(); ++i) {
        if (!wanted(i)) {
            continue;
        }
        all.push_back(&m_plain[i]);
        for (const auto& example : m_misspelt[i]) {
            all.push_back(&example);
        }
    }
    return all;
}

IntentModel learnCalibrated(const Lessons& lessons, const std::function<bool(std::size_t)>& wanted)
{
    std::vector<std::pair<IntentScores, int>> held;
    const auto model = learn(lessons.examples([&](std::size_t i) { return wanted(i) && partOf(i, kHeldPart) > 0; }), 1);
    for (std::size_t i = 0; i < lessons.size(); i += kHeldPart) {
        if (wanted(i)) {
            held.emplace_back(model.score(lessons.plain(i).features), lessons.plain(i).intent);
        }
    }
    return learn(lessons.examples(wanted), fitTemperature(held));
}

} // namespace delpek::language
