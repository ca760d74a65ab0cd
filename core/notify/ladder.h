// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/callline.h"

#include <vector>

// Whom to tell of an escalation next, and when to look again. Pure.

namespace delpek::notify
{

struct LadderRules {
    base::Duration nextAfterEmergency =
        std::chrono::minutes(2); ///< without an acknowledgement the next in line is told
    base::Duration nextAfterDoctor = std::chrono::minutes(15);
    int rounds = 3;                      ///< how often everybody in line is told
    bool routine = false;                ///< whether routine escalations are told outside of the desk
    std::vector<domain::NoticeWay> ways; ///< that are set up, in the order in which they are tried
};

struct Call {
    domain::StaffId staff;
    domain::NoticeWay way = domain::NoticeWay::Sms;
    int round = 1;
    friend bool operator==(const Call&, const Call&) = default;
};

enum class LadderState {
    Nothing,    ///< nobody is told of this outside of the desk
    Climbing,   ///< somebody was told, or is now
    Held,       ///< everybody in line has quiet hours, and it is no emergency
    Nobody,     ///< there is nobody who can be told
    Unanswered, ///< everybody was told as often as the rules say, and nobody took note
};

struct LadderStep {
    std::vector<Call> now;
    std::optional<base::Instant> lookAgain;
    LadderState state = LadderState::Nothing;
};

/// The next step for an escalation that is open and that nobody took note of. `told`: the notices of this episode.
///
/// An emergency goes to each person in all his ways and knows no quiet hours. Anything else goes by the first way that
/// works, passes over who has quiet hours, and waits when all have. The next in line is told when the time is up, or at
/// once when no notice to the one before got out. A round begins again from the top, never before the time is up.
LadderStep nextStep(domain::Urgency urgency, const std::vector<domain::Notice>& told, const domain::DutyRoster& roster,
                    const std::vector<domain::StaffMember>& staff, const LadderRules& rules, base::Instant now);

} // namespace delpek::notify
