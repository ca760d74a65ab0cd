// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/rulebook.h"

namespace delpek::test
{

/// Two rules; a message with "breathe" or "נשום" is an emergency, one with "swollen" or "נפוח" the doctor's. Answers at
/// once, on the calling thread.
class FakeRuleBook final : public desk::RuleBook
{
public:
    Future<desk::RulePages> rules() override;
    Future<desk::RuleTrial> tryOut(const QString& text) override;

    // What a test turns.
    std::optional<Error> failure;
    int tried = 0;
    std::optional<desk::RulePages> pages; ///< instead of the two
};

} // namespace delpek::test
