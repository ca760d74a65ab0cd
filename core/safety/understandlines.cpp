// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/understandlines.h"

#include <cmath>

namespace delpek::safety
{

namespace
{

/// From here on what is wished for stays what the message is about, whatever words of danger or symptoms stand beside
/// it; its urgency is told apart.
constexpr double kSureOfWish = 0.8;

QByteArray refuse(const QString& why)
{
    return base::toBytes({{"id", nullptr}, {"error", base::utf8(why)}});
}

/// A wish for medicine or advice goes to the doctor whatever its words, as the agent does with it; it only raises.
void raiseByIntent(TriageResult& judged, const QString& intent, qsizetype length)
{
    const bool clinical = intent == QLatin1String("medical_question") || intent == QLatin1String("prescription");
    if (clinical && judged.urgency == domain::Urgency::Routine && length > 0) {
        judged.urgency = domain::Urgency::DoctorRequired;
        judged.hits.push_back({QStringLiteral("intent-clinical"), Tier::S, judged.urgency, {0, length}});
    }
}

/// Whether hints at self-harm are all that calls it an emergency.
bool saysFarewell(const TriageResult& judged)
{
    return std::all_of(judged.hits.begin(), judged.hits.end(), [](const Hit& hit) {
        return hit.urgency != domain::Urgency::Emergency || hit.rule == QLatin1String("self-harm");
    });
}

/// Whether a symptom calls it the doctor's, and not a question on medicines, papers or a choice.
bool tellsSymptom(const TriageResult& judged)
{
    static const QStringList others = {QStringLiteral("medicines"),       QStringLiteral("pregnancy"),
                                       QStringLiteral("condition"),       QStringLiteral("results"),
                                       QStringLiteral("clinical-choice"), QStringLiteral("prescription")};
    return judged.urgency == domain::Urgency::DoctorRequired &&
           std::none_of(judged.hits.begin(), judged.hits.end(), [](const Hit& hit) {
               return hit.urgency == domain::Urgency::DoctorRequired && others.contains(hit.rule);
           });
}

bool isOfVisit(const QString& intent)
{
    return intent == QLatin1String("cancel_appointment") || intent == QLatin1String("reschedule_appointment") ||
           intent == QLatin1String("book_appointment");
}

} // namespace

QByteArray answerLine(const QByteArray& line, const language::Understander& understander, const Triage& triage,
                      const language::UnderstandingContext& defaults)
{
    const auto json = base::parseJson(line);
    if (!json) {
        return refuse(json.error().detail);
    }
    const auto& id = base::at(*json, "id");
    const auto& text = base::at(*json, "text");
    if (!id.is_string() || !text.is_string()) {
        return refuse(QStringLiteral("needs \"id\" and \"text\" as strings"));
    }
    auto context = defaults;
    const auto language = base::fromText<domain::Language>(base::textAt(*json, "lang"));
    context.language = language ? language : context.language;
    const auto words = QString::fromStdString(text.get<std::string>());
    const auto heard = understander.understand(words, context);
    auto judged = triage.judge(words);
    raiseByIntent(judged, heard.intent, words.size());
    auto intent = heard.intent;
    // A sign of danger is what the message is about, unless it surely asks for something; a call for a person stays
    // one, and so does what somebody asks of the desk who says farewell.
    const bool sure = heard.score >= kSureOfWish;
    if (judged.urgency == domain::Urgency::Emergency && !sure && intent != QLatin1String("human") &&
        !(saysFarewell(judged) && isOfVisit(intent))) {
        intent = QStringLiteral("symptom");
    } else if (intent == QLatin1String("book_appointment") && !sure && tellsSymptom(judged)) {
        intent = QStringLiteral("symptom"); // the visit is asked for because of it
    }
    auto rules = base::Json::array();
    auto hits = base::Json::array();
    for (const auto& hit : judged.hits) {
        rules.push_back(base::utf8(hit.rule));
        hits.push_back({{"rule", base::utf8(hit.rule)},
                        {"tier", base::utf8(base::toText(hit.tier))},
                        {"begin", hit.span.begin},
                        {"end", hit.span.end}});
    }
    base::Json answer = {{"id", id},
                         {"intent", intent.isEmpty() ? base::Json() : base::Json(base::utf8(intent))},
                         {"score", std::round(heard.score * 1000) / 1000},
                         {"urgency", base::utf8(base::toText(judged.urgency))},
                         {"rules", std::move(rules)},
                         {"hits", std::move(hits)},
                         {"slots", language::slotsToJson(heard)}};
    return base::toBytes(answer);
}

} // namespace delpek::safety
