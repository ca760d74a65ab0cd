// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localrulebook.h"

#include "safety/rulecards.h"

namespace delpek::desk
{

Future<RulePages> LocalRuleBook::rules()
{
    // A few milliseconds, once a visit to the page.
    auto cards = safety::readRuleCards(QStringLiteral(":/delpek/rules"));
    return base::ready(cards.map([](const safety::RuleCards& read) {
        RulePages pages{read.version, {}};
        for (const auto& card : read.rules) {
            pages.rules.push_back({card.id, base::toText(card.tier), safety::urgencyOf(card.tier), card.version,
                                   card.source, card.fires, card.silent});
        }
        return pages;
    }));
}

Future<RuleTrial> LocalRuleBook::tryOut(const QString& text)
{
    if (m_triage == nullptr) {
        return base::ready<RuleTrial>(
            fail(ErrorCode::Unsupported, QStringLiteral("nothing judges messages here"), QStringLiteral("rules.none")));
    }
    if (text.size() > maxTrial) {
        return base::ready<RuleTrial>(fail(ErrorCode::InvalidInput,
                                           QStringLiteral("at most %1 characters are tried out").arg(maxTrial),
                                           QStringLiteral("rules.tooLong")));
    }
    const auto judged = m_triage->judge(text);
    const auto language = domain::languageOf(text, domain::Language::Hebrew);
    RuleTrial trial{judged.urgency, {}, {}, {}};
    for (const auto& hit : judged.hits) {
        trial.hits.push_back(
            {hit.rule, base::toText(hit.tier), text.mid(hit.span.begin, hit.span.end - hit.span.begin).simplified()});
    }
    if (!judged.response.isEmpty()) {
        trial.sent = m_triage->response(judged.response, language, domain::Gender::Unknown, m_phone());
    }
    if (!judged.question.isEmpty()) {
        trial.asked = m_triage->question(judged.question, language, domain::Gender::Unknown);
    }
    return base::ready(Result<RuleTrial>(std::move(trial)));
}

} // namespace delpek::desk
