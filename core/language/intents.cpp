// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/intents.h"

namespace delpek::language
{

namespace
{

constexpr double kSureEnough = 0.2;   ///< below, asking is better than guessing (measured: docs/understanding.md)
constexpr double kSureOfAnswer = 0.5; ///< the same for the answer to a question: it is rarely a wish of its own
constexpr double kSymptomWins = 0.45; ///< from here a symptom beats any administrative wish
constexpr double kAlsoMeant = 2.0;    ///< cues of this weight are a wish of their own
constexpr double kClear = 3;          ///< cues of this weight need no help from the question
constexpr double kAnswer = 3;         ///< what a question adds to the score of its answer

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

/// What an answer to a question of ours looks like when it is read as a message of its own.
bool isAboutVisits(int chosen)
{
    return isAny(chosen,
                 {intent("book_appointment"), intent("reschedule_appointment"), intent("cancel_appointment"),
                  intent("confirm_appointment"), intent("my_appointments"), intent("affirm"), intent("deny"),
                  intent("greeting"), intent("thanks"), intent("goodbye"), intent("feedback"), intent("other")});
}

/// The intent that the question makes of an answer; -1 when it makes none of it.
int answerTo(const QString& asked, const Heard& heard)
{
    const auto speaksFor = [&](int one) { return heard.evidence[std::size_t(one)].first >= 0; };
    if (asked == QLatin1String("confirm") || asked == QLatin1String("slot")) {
        if (speaksFor(intent("deny"))) {
            return intent("deny");
        }
        if (speaksFor(intent("affirm"))) {
            return intent("affirm");
        }
    }
    for (int i = 0; i < intentCount; ++i) {
        if (heard.evidence[std::size_t(i)].weight >= kClear &&
            !isAny(i, {intent("book_appointment"), intent("greeting"), intent("thanks")})) {
            return -1;
        }
    }
    const auto& said = heard.understanding;
    const bool names = said.when || !said.treatment.isEmpty() || !said.doctor.isEmpty();
    const bool wished = asked == QLatin1String("when") || asked == QLatin1String("treatment") ||
                        asked == QLatin1String("slot") || asked == QLatin1String("doctor");
    return names && wished ? intent("book_appointment") : -1;
}

/// What was asked makes short answers clear.
void weighByQuestion(IntentScores& scores, const Heard& heard, const QString& asked)
{
    const int answer = answerTo(asked, heard);
    if (answer < 0) {
        return;
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    auto& score = scores[std::size_t(answer)];
    score = isAboutVisits(int(best - scores.begin())) ? std::max(score, *best + kAnswer) : score + kAnswer;
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
    if (shares[std::size_t(chosen)] >= (asked.isEmpty() ? kSureEnough : kSureOfAnswer)) {
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
