// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replayedturn.h"

namespace delpek::domain
{

QStringList ReplayedTurn::differences() const
{
    QStringList names;
    const auto compare = [&names](const char* name, const auto& a, const auto& b) {
        if (a != b) {
            names << QLatin1String(name);
        }
    };
    compare("triage", then.triage, now.triage);
    compare("intent", then.intent, now.intent);
    compare("agent", then.agent, now.agent);
    compare("tools", then.tools, now.tools);
    if (unknown.isEmpty()) {
        compare("guard", then.guard, now.guard);
        compare("outcome", then.outcome, now.outcome);
        compare("words", then.said, now.said);
    }
    return names;
}

} // namespace delpek::domain
