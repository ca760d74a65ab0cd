// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/intents.h"

namespace delpek::language
{

namespace
{

constexpr double kSureEnough = 0.2;  ///< below, asking is better than guessing (measured: docs/understanding.md)
constexpr double kSymptomWins = 0.3; ///< from here a symptom beats any administrative wish
constexpr double kAlsoMeant = 2.0;   ///< cues of this weight are a wish of their own
constexpr double kClear = 3;         ///< cues of this weight need no help from the question
constexpr double kAnswer = 6;        ///< what a question adds to the score of its answer
constexpr double kAnswersWhen = 5;
constexpr std::size_t kLongestWish = 40;

bool isAny(int chosen, std::initializer_list<int> intents)
{
    return std::find(intents.begin(), intents.end(), chosen) != intents.end();
}

bool isAdministrative(int chosen)
{
    return isAny(chosen, {intent("book_appointment"), intent("reschedule_appointment"), intent("cancel_appointment"),
                          intent("confirm_appointment"), intent("my_appointments"), intent("invoice"), intent("hours"),
                          intent("greeting"), intent("thanks"), intent("service_info"), intent("location"),
                          intent("affirm"), intent("deny"), intent("price"), intent("feedback"), intent("goodbye")});
}

/// What was asked makes short answers clear.
void weighByQuestion(IntentScores& scores, const Heard& heard, const QString& asked)
{
    const auto speaksFor = [&](int one) { return heard.evidence[std::size_t(one)].first >= 0; };
    if (asked == QLatin1String("confirm") || asked == QLatin1String("slot")) {
        if (speaksFor(intent("deny"))) {
            scores[intent("deny")] += kAnswer;
        } else if (speaksFor(intent("affirm"))) {
            scores[intent("affirm")] += kAnswer;
        }
    }
    bool clear = false;
    for (int i = 0; i < intentCount; ++i) {
        clear = clear ||
                (heard.evidence[std::size_t(i)].weight >= kClear && !isAny(i, {intent("greeting"), intent("thanks")}));
    }
    const auto& said = heard.understanding;
    const bool names = said.when || !said.treatment.isEmpty() || !said.doctor.isEmpty();
    const bool wasAsked = asked == QLatin1String("when") || asked == QLatin1String("treatment") ||
                          asked == QLatin1String("slot") || asked == QLatin1String("doctor");
    if (!clear && names && wasAsked) {
        scores[intent("book_appointment")] += kAnswersWhen;
    }
}

} // namespace

IntentReading readIntent(const Heard& heard, const IntentModel& model, const QString& asked)
{
    IntentReading reading;
    auto scores = model.score(featuresOf(heard.text, heard.hints));
    weighByQuestion(scores, heard, asked);
    const auto shares = softmax(scores);
    int chosen = int(std::max_element(shares.begin(), shares.end()) - shares.begin());
    if (shares[intent("symptom")] >= kSymptomWins && isAdministrative(chosen)) {
        chosen = intent("symptom");
    }
    if (shares[std::size_t(chosen)] >= kSureEnough) {
        reading.intent = chosen;
        reading.score = shares[std::size_t(chosen)];
    }
    std::vector<std::pair<int, int>> wishes;
    for (int i = 0; i < intentCount; ++i) {
        const auto& evidence = heard.evidence[std::size_t(i)];
        if (evidence.weight >= kAlsoMeant || i == reading.intent) {
            wishes.emplace_back(std::max(evidence.first, 0), i);
        }
    }
    std::sort(wishes.begin(), wishes.end());
    for (const auto& wish : wishes) {
        reading.wishes.push_back(wish.second);
    }
    return reading;
}

} // namespace delpek::language
