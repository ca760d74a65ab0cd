// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"

namespace delpek::desk
{

class LocalRuleBook final : public RuleBook
{
};

} // namespace delpek::desk
