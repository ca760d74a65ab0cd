// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/callline.h"

#include <vector>

namespace delpek::desk
{

/// Somebody of the staff, as far as the roster shows them.
struct DutyPerson {
    domain::StaffId id;
    QString name;
    domain::Role role = domain::Role::Receptionist;
    bool isActive = true;
    bool canBeTold = false; ///< in one of the ways that are set up
    friend bool operator==(const DutyPerson&, const DutyPerson&) = default;
};

struct DutyState {
    domain::DutyRoster roster;                          ///< in the clinic's zone; dates that are over are left out
    std::vector<DutyPerson> staff;                      ///< doctors first, then by name; those who left last
    std::vector<std::vector<domain::StaffId>> line;     ///< whom an emergency would reach at this moment, step by step
    std::vector<domain::WeekStretch> gaps;              ///< when by the week nobody is on duty who can be told
    std::vector<std::vector<domain::StaffId>> fallback; ///< whom it reaches then, step by step
    std::vector<domain::DutyExceptionId>
        uncovered;        ///< dates on which somebody is away and nobody else on duty for a time
    bool hasWays = false; ///< whether the staff is told outside of the desk at all
};

/// Who is on duty, as an administrator keeps it and everybody sees it. As Desk: any thread, answers later, blocks
/// nowhere. What is changed stands in the audit log and counts for the next escalation, also for one that is open.
class DutyRoom
{
public:
    virtual ~DutyRoom() = default;

    virtual Future<DutyState> state() = 0;
    /// All of them or none. InvalidInput (duty.time, duty.order) for a day, a time or an order that there is not;
    /// NotFound (duty.nobody) for somebody who is not there or has left; Conflict (duty.twice) where the same person
    /// would be on duty twice at the same time of the week.
    virtual Future<Done> add(const std::vector<domain::DutySpan>& spans) = 0;
    /// InvalidInput (duty.past) besides, for a date that is over; Conflict (duty.dateTwice) where another date says
    /// something of the same person at the same time.
    virtual Future<Done> add(const domain::DutyException& exception) = 0;
    /// Puts another in the place of the span with its id; NotFound (duty.gone) when it is gone.
    virtual Future<Done> change(const domain::DutySpan& span) = 0;
    /// NotFound (duty.gone).
    virtual Future<Done> remove(domain::DutySpanId id) = 0;
    virtual Future<Done> remove(domain::DutyExceptionId id) = 0;
};

} // namespace delpek::desk
