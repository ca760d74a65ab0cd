// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rulecards.h"

#include "language/resource.h"

namespace delpek::safety
{

Result<RuleCards> readRuleCards(const QString& resources)
{
    const auto json = language::readResource(resources, QStringLiteral("triage.json"));
    if (!json) {
        return fail(json.error());
    }
    RuleCards cards{base::textAt(*json, "version"), {}};
    for (const auto& rule : base::at(*json, "rules")) {
        const auto id = base::textAt(rule, "id");
        const auto tier = base::fromText<Tier>(base::textAt(rule, "tier"));
        if (!tier) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("triage.json: rule %1 has no tier").arg(id));
        }
        const auto& examples = base::at(rule, "examples");
        cards.rules.push_back({id, *tier, base::textAt(rule, "version"), base::textAt(rule, "source"),
                               language::textsAt(examples, "fires"), language::textsAt(examples, "silent")});
    }
    std::ranges::stable_sort(cards.rules, std::greater{}, &RuleCard::tier);
    return cards;
}

} // namespace delpek::safety
