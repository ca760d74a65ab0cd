// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"
#include "safety/gates.h"

#include <functional>

namespace delpek::desk
{

/// The rules that are compiled in.
class LocalRuleBook final : public RuleBook
{
public:
    /// `triage` may be missing; it outlives this. `phone`: the clinic's number, which fixed texts name; any thread.
    LocalRuleBook(const safety::Triage* triage, std::function<QString()> phone)
        : m_triage(triage)
        , m_phone(std::move(phone))
    {
    }

    Future<RulePages> rules() override;
    Future<RuleTrial> tryOut(const QString& text) override;

private:
    const safety::Triage* m_triage;
    std::function<QString()> m_phone;
};

} // namespace delpek::desk
