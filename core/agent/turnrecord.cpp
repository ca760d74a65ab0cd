// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/turnrecord.h"

namespace delpek::agent
{

TurnRecord::TurnRecord(TurnResult& result, const base::Clock& clock)
    : m_result(result)
    , m_clock(clock)
    , m_began(std::chrono::steady_clock::now())
    , m_last(m_began)
{
    m_result.decision.startedAt = clock.now();
}

void TurnRecord::step(domain::StepKind kind, const QString& name, base::Json detail)
{
    const auto now = std::chrono::steady_clock::now();
    m_result.decision.steps.push_back(
        {kind, name, std::move(detail), std::chrono::duration_cast<std::chrono::microseconds>(now - m_last)});
    m_last = now;
}

TurnResult& TurnRecord::finish(domain::Outcome outcome, const QString& why)
{
    m_result.decision.outcome = outcome;
    step(domain::StepKind::Outcome, base::toText(outcome), {{"why", base::utf8(why)}});
    m_result.decision.took = std::chrono::duration_cast<base::Duration>(m_last - m_began);
    return m_result;
}

base::Json withoutIdentity(base::Json arguments)
{
    for (const char* key : {"name", "birth_date", "phone"}) {
        if (arguments.is_object() && arguments.contains(key)) {
            arguments[key] = "(given)";
        }
    }
    return arguments;
}

base::Json inputToJson(const TurnInput& input)
{
    const auto& conversation = input.conversation;
    base::Json versions = base::Json::array();
    for (const auto& message : input.burst) {
        versions.push_back(message.deleted ? 0 : message.version);
    }
    return {{"language", base::utf8(base::toText(conversation.language))},
            {"holder", base::utf8(base::toText(conversation.holder.kind))},
            {"mode", base::utf8(base::toText(conversation.mode))},
            {"urgency", base::utf8(base::toText(conversation.urgency))},
            {"consent", base::utf8(base::toText(input.consent))},
            {"changes", input.changesLastDay},
            {"stale", input.stale},
            {"drafting", input.drafting},
            {"judged", input.judged},
            {"settled", input.settledAt ? base::Json(base::toMillis(*input.settledAt)) : base::Json()},
            {"versions", std::move(versions)}};
}

base::Json toJson(const Error& error)
{
    return {{"code", base::utf8(base::toText(error.code))},
            {"key", base::utf8(error.key)},
            {"detail", base::utf8(error.detail)}};
}

base::Json toJson(const safety::TriageResult& triage)
{
    base::Json hits = base::Json::array();
    for (const auto& hit : triage.hits) {
        hits.push_back({{"rule", base::utf8(hit.rule)},
                        {"tier", base::utf8(base::toText(hit.tier))},
                        {"urgency", base::utf8(base::toText(hit.urgency))},
                        {"begin", hit.span.begin},
                        {"end", hit.span.end}});
    }
    return {{"urgency", base::utf8(base::toText(triage.urgency))},
            {"response", base::utf8(triage.response)},
            {"question", base::utf8(triage.question)},
            {"hits", std::move(hits)}};
}

base::Json toJson(const language::Understanding& understanding)
{
    base::Json wishes = base::Json::array();
    for (const auto& wish : understanding.wishes) {
        wishes.push_back(base::utf8(wish));
    }
    return {{"language", base::utf8(base::toText(understanding.language))},
            {"intent", base::utf8(understanding.intent)},
            {"score", understanding.score},
            {"wishes", std::move(wishes)},
            {"slots", language::slotsToJson(understanding)}};
}

} // namespace delpek::agent
