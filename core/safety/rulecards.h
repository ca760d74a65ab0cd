// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/gates.h"

namespace delpek::safety
{

/// What a person reads of a rule of triage before trusting or signing it.
struct RuleCard {
    QString id;
    Tier tier = Tier::R;
    QString version;    ///< of the rules when this one was changed last
    QString source;     ///< where its reason comes from
    QStringList fires;  ///< messages that must fire
    QStringList silent; ///< messages that sound like them and must not
};

struct RuleCards {
    QString version;
    std::vector<RuleCard> rules; ///< most urgent first, else as the file has them
};

/// Reads triage.json of ":/delpek/rules" or a folder; some milliseconds. Fails with what cannot be read.
Result<RuleCards> readRuleCards(const QString& resources);

} // namespace delpek::safety
