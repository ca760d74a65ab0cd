// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"

namespace delpek::test
{

class FakeRuleBook final : public desk::RuleBook
{
};

} // namespace delpek::test
