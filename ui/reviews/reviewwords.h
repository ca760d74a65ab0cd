// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/replayedturn.h"
#include "domain/review.h"

#include <vector>

/// Reports of turns and their replay, in the words of the window. UI thread.
namespace delpek::ui::reviewwords
{

/// In the order in which they are offered.
inline constexpr domain::TurnFault faults[] = {domain::TurnFault::Untrue,        domain::TurnFault::NeededPerson,
                                               domain::TurnFault::MissedUrgency, domain::TurnFault::FalseAlarm,
                                               domain::TurnFault::WrongDetails,  domain::TurnFault::Tone,
                                               domain::TurnFault::Other};
inline constexpr domain::ReviewOutcome outcomes[] = {domain::ReviewOutcome::Mended, domain::ReviewOutcome::WasRight,
                                                     domain::ReviewOutcome::CannotMend,
                                                     domain::ReviewOutcome::Repeated};

QString fault(domain::TurnFault fault);
/// Of a report; empty for one that was only begun.
QString fault(const domain::TurnReport& report);
QString outcome(domain::ReviewOutcome outcome);
/// "Reported by Ruti · 09:41".
QString reported(const domain::Review& review, base::Instant now);
/// "Open", "Mended".
QString result(const domain::Review& review);
/// The same with who and when: "Mended · Dana · yesterday".
QString state(const domain::Review& review, base::Instant now);
/// A line below a turn in the list of decisions: who reported it and what came of it; empty without reports.
QString mark(const std::vector<domain::Review>& reviews);

/// What of a turn is compared, as it was and as it would be.
struct Compared {
    QString name;
    QString then;
    QString now;
    bool differs = false;
    bool isKnown = true; ///< false: it hangs on a tool that was not asked then
};
std::vector<Compared> compared(const domain::ReplayedTurn& turn);
/// What came out, in a sentence or two.
QString summary(const domain::ReplayedTurn& turn);

/// What failed, by the error's key; empty for a key that is not of reports or replays.
QString sentence(const QString& key);

} // namespace delpek::ui::reviewwords
