// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/slots.h"

#include <cmath>

namespace delpek::language
{

namespace
{

constexpr double kLowest = 1.0; ///< weaker evidence is none
constexpr double kClear = 3;    ///< from here a short answer needs no help from the question
constexpr double kBeatsCourtesy = 1.15;
constexpr double kSymptomWins = 2.0; ///< from here a symptom beats any administrative wish

struct Evidence {
    double weight = 0;
    int first = 0;
};

using Scores = std::map<QString, Evidence>;

bool isAny(const QString& word, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* one) { return word == QLatin1String(one); });
}

Scores scoreIntents(const Text& text, const Lexicon& lexicon)
{
    Scores scores;
    std::vector<bool> counted(lexicon.cues.size());
    const auto scope = lexicon.assertion->scope(text);
    for (const auto& match : lexicon.intents.match(text)) {
        const auto& cue = lexicon.cues[std::size_t(match.owner)];
        if (counted[std::size_t(match.owner)] || (cue.mustStand && scope.of(match) != Standing::Present)) {
            continue;
        }
        counted[std::size_t(match.owner)] = true;
        auto& evidence = scores.try_emplace(cue.intent, Evidence{0, match.first}).first->second;
        evidence.weight += cue.weight;
        evidence.first = std::min(evidence.first, match.first);
    }
    return scores;
}

/// What was asked makes short answers clear.
void weighByQuestion(Scores& scores, const QString& asked, const Understanding& heard, int words)
{
    const auto add = [&](const char* intent, double weight) { scores[QLatin1String(intent)].weight += weight; };
    const auto has = [&](const char* intent) { return scores.count(QLatin1String(intent)) > 0; };
    if (asked == QLatin1String("confirm") || asked == QLatin1String("slot")) {
        const bool yes = has("affirm");
        const bool no = has("deny");
        if (no) {
            add("deny", 3);
        } else if (yes) {
            add("affirm", 3);
        }
    }
    const bool clear = std::any_of(scores.begin(), scores.end(), [](const auto& score) {
        return score.second.weight >= kClear && !isAny(score.first, {"greeting", "thanks"});
    });
    const bool wish = !clear && (heard.when || !heard.treatment.isEmpty() || !heard.doctor.isEmpty());
    if (wish && (isAny(asked, {"when", "treatment", "slot", "doctor"}) || (asked.isEmpty() && words <= 40))) {
        add("book_appointment", 1.2);
    }
}

QString choose(const Scores& scores)
{
    const auto strongest = [&](bool withCourtesy) {
        QString best;
        double weight = withCourtesy ? kLowest - 0.001 : kBeatsCourtesy;
        for (const auto& [intent, evidence] : scores) {
            if (evidence.weight > weight && (withCourtesy || !isAny(intent, {"greeting", "thanks", "goodbye"}))) {
                best = intent;
                weight = evidence.weight;
            }
        }
        return best;
    };
    // A greeting is what a message is about only when nothing else is.
    auto best = strongest(false);
    best = best.isEmpty() ? strongest(true) : best;
    const auto symptom = scores.find(QStringLiteral("symptom"));
    const bool administrative =
        isAny(best, {"book_appointment", "reschedule_appointment", "cancel_appointment", "confirm_appointment",
                     "my_appointments", "invoice", "hours", "greeting", "thanks", "service_info", "location", "affirm",
                     "deny", "price", "feedback", "goodbye"});
    if (symptom != scores.end() && symptom->second.weight >= kSymptomWins && administrative) {
        return symptom->first;
    }
    return best;
}

double confidence(const Scores& scores, const QString& chosen)
{
    double rest = 0;
    double own = 0;
    for (const auto& [intent, evidence] : scores) {
        const double square = evidence.weight > 0 ? evidence.weight * evidence.weight : 0;
        (intent == chosen ? own : rest) += square;
    }
    return own / (own + 0.5 * rest + 0.8);
}

Purpose purposeOf(const QString& intent)
{
    if (intent == QLatin1String("reschedule_appointment")) {
        return Purpose::Move;
    }
    if (isAny(intent, {"cancel_appointment", "confirm_appointment", "my_appointments"})) {
        return Purpose::Existing;
    }
    if (isAny(intent, {"medical_question", "prescription"})) {
        return Purpose::Question;
    }
    const bool aside = isAny(intent, {"invoice", "price", "insurance", "records", "complaint", "feedback",
                                      "service_info", "location", "opt_out", "privacy_request", "thanks", "goodbye"});
    return intent == QLatin1String("symptom") ? Purpose::Report : aside ? Purpose::Aside : Purpose::Wish;
}

} // namespace

struct Understander::Data {
    std::unique_ptr<Lexicon> lexicon;
};

Understander::Understander(std::unique_ptr<const Data> data)
    : m_data(std::move(data))
{
}
Understander::~Understander() = default;

Result<std::unique_ptr<Understander>> Understander::load(const QString& resources)
{
    auto lexicon = Lexicon::load(resources);
    if (!lexicon) {
        return fail(lexicon.error());
    }
    auto data = std::make_unique<Data>();
    data->lexicon = std::move(*lexicon);
    return std::unique_ptr<Understander>(new Understander(std::move(data)));
}

Understanding Understander::understand(const QString& raw, const UnderstandingContext& context) const
{
    const auto& lexicon = *m_data->lexicon;
    const auto text = readText(raw);
    Understanding understanding;
    understanding.language = domain::languageOf(raw, context.language.value_or(domain::Language::Hebrew));
    readSlots(text, lexicon, understanding);
    understanding.doctor = readDoctor(text, lexicon, context);
    const auto dates = readDates(text, {context.now, context.zone, context.hours});
    understanding.identity = readIdentity(text, lexicon, dates, context.asked);
    understanding.when = composeWhen(text, dates, Purpose::Wish);

    auto scores = scoreIntents(text, lexicon);
    weighByQuestion(scores, context.asked, understanding, int(text.tokens.size()));
    understanding.intent = choose(scores);
    understanding.score = understanding.intent.isEmpty() ? 0 : confidence(scores, understanding.intent);

    std::vector<std::pair<int, QString>> wishes;
    for (const auto& [intent, evidence] : scores) {
        if (evidence.weight >= kSymptomWins || intent == understanding.intent) {
            wishes.emplace_back(evidence.first, intent);
        }
    }
    std::sort(wishes.begin(), wishes.end());
    for (const auto& wish : wishes) {
        understanding.wishes.push_back(wish.second);
    }
    auto purpose = purposeOf(understanding.intent);
    const auto& wished = understanding.wishes;
    if (purpose == Purpose::Report &&
        std::find(wished.begin(), wished.end(), QStringLiteral("reschedule_appointment")) != wished.end()) {
        purpose = Purpose::Move;
    }
    understanding.whens = readWhen(text, dates, purpose);
    understanding.when = understanding.whens.empty() ? std::nullopt : std::optional(understanding.whens.front());
    return understanding;
}

base::Json slotsToJson(const Understanding& understanding)
{
    base::Json slots_ = base::Json::object();
    if (const auto& when = understanding.when) {
        base::Json value = base::Json::object();
        const auto date = [](QDate day) { return base::utf8(day.toString(Qt::ISODate)); };
        if (when->date) {
            value["date"] = date(*when->date);
        }
        if (when->from && when->to) {
            value["from"] = date(*when->from);
            value["to"] = date(*when->to);
        }
        // The guide knows no open spans of days, and no open-ended times: "after six" is the part of the day it begins
        // in.
        const auto bound = when->notBefore  ? when->notBefore
                           : when->notAfter ? std::optional(when->notAfter->addSecs(-1))
                                            : std::nullopt;
        if (when->from) {
            // A span has neither time nor part there.
        } else if (when->time) {
            value["time"] = base::utf8(when->time->toString(QStringLiteral("HH:mm")));
        } else if (!when->part.isEmpty()) {
            value["part"] = base::utf8(when->part);
        } else if (bound) {
            const int hour = bound->hour();
            value["part"] = hour < 12 ? "morning" : hour < 15 ? "noon" : hour < 18 ? "afternoon" : "evening";
        }
        if (!value.empty()) {
            slots_["when"] = value;
        }
    }
    const auto put = [&](const char* key, const QString& text) {
        if (!text.isEmpty()) {
            slots_[key] = base::utf8(text);
        }
    };
    put("treatment", understanding.treatment);
    put("doctor", understanding.doctor);
    put("person", understanding.person);
    put("body_part", understanding.bodyPart);
    return slots_;
}

} // namespace delpek::language
