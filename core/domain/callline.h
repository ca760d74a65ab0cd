// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duty.h"
#include "domain/notice.h"

#include <vector>

// Who is told of an escalation, in which order, and when nobody would be. Pure.

namespace delpek::domain
{

/// The ways of `ways` in which the member can be told, in their order.
std::vector<NoticeWay> waysTo(const StaffMember& member, const std::vector<NoticeWay>& ways);

/// Who is told at the same time.
using Rung = std::vector<StaffMember>;

/// The line at that moment: who is on duty, one after the other. Where nobody on duty can be told, all active doctors
/// at once, then all active admins. Only active members who can be told in one of `ways` stand in it.
std::vector<Rung> callLine(const DutyRoster& roster, const std::vector<StaffMember>& staff,
                           const std::vector<NoticeWay>& ways, base::Instant at);

/// Whether there is a moment at which somebody on duty could be told but for `away`, which takes somebody off duty.
/// Dates that differ count; `roster` holds `away`.
bool leavesNobody(const DutyRoster& roster, const std::vector<StaffMember>& staff, const std::vector<NoticeWay>& ways,
                  const DutyException& away);

/// When by the week alone nobody is on duty who can be told, in order; what goes on over the end of Saturday is one
/// stretch, the last. None for a week that is covered; all of it, from 0, for one that is empty.
std::vector<WeekStretch> dutyGaps(const std::vector<DutySpan>& weekly, const std::vector<StaffMember>& staff,
                                  const std::vector<NoticeWay>& ways);

} // namespace delpek::domain
