// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

class SignedRuleBook final : public RuleBook
{
public:
    explicit SignedRuleBook(SignedActs& acts)
        : m_acts(acts)
    {
    }

private:
    [[maybe_unused]] SignedActs& m_acts;
};

} // namespace delpek::desk
