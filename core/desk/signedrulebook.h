// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The rules, for whoever is signed in. Nothing of a patient's is in them, so that reading them is not noted.
class SignedRuleBook final : public RuleBook
{
public:
    explicit SignedRuleBook(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<RulePages> rules() override
    {
        return m_acts.run<RulePages>(domain::Right::See, [](Desk& desk) { return desk.ruleBook().rules(); });
    }
    Future<RuleTrial> tryOut(const QString& text) override
    {
        return m_acts.run<RuleTrial>(domain::Right::See, [&](Desk& desk) { return desk.ruleBook().tryOut(text); });
    }

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
