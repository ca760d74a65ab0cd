// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

namespace delpek::domain
{

base::Json toJson(const std::vector<DecisionStep>& steps)
{
    auto list = base::Json::array();
    for (const auto& step : steps) {
        list.push_back({{"kind", base::utf8(base::toText(step.kind))},
                        {"name", base::utf8(step.name)},
                        {"detail", step.detail},
                        {"us", step.took.count()}});
    }
    return list;
}

std::vector<DecisionStep> stepsFromJson(const base::Json& json)
{
    std::vector<DecisionStep> steps;
    for (const auto& item : json) {
        steps.push_back({base::fromText<StepKind>(base::textAt(item, "kind")).value_or(StepKind::Context),
                         base::textAt(item, "name"), base::at(item, "detail"),
                         std::chrono::microseconds(base::integerAt(item, "us").value_or(0))});
    }
    return steps;
}

} // namespace delpek::domain
