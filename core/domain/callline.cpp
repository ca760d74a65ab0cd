// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/callline.h"

#include "domain/localtime.h"

#include <algorithm>
#include <array>

namespace delpek::domain
{

namespace
{

bool hasWay(const StaffMember& member, NoticeWay way)
{
    switch (way) {
    case NoticeWay::Sms:
        return member.phone.has_value();
    case NoticeWay::Email:
        return !member.email.isEmpty();
    case NoticeWay::Telegram:
        return !member.telegramChat.isEmpty();
    }
    return false;
}

bool canBeTold(const StaffMember& member, const std::vector<NoticeWay>& ways)
{
    return member.active && !waysTo(member, ways).empty();
}

/// Who is on duty at that moment and can be told, the first to call first.
std::vector<StaffMember> reached(const DutyRoster& roster, const std::vector<StaffMember>& staff,
                                 const std::vector<NoticeWay>& ways, base::Instant at)
{
    std::vector<StaffMember> found;
    for (const auto id : onDuty(roster, at)) {
        const auto member = std::ranges::find(staff, id, &StaffMember::id);
        if (member != staff.end() && canBeTold(*member, ways)) {
            found.push_back(*member);
        }
    }
    return found;
}

Rung everyActive(const std::vector<StaffMember>& staff, Role role, const std::vector<NoticeWay>& ways)
{
    Rung rung;
    std::ranges::copy_if(staff, std::back_inserter(rung),
                         [&](const StaffMember& member) { return member.role == role && canBeTold(member, ways); });
    return rung;
}

} // namespace

std::vector<NoticeWay> waysTo(const StaffMember& member, const std::vector<NoticeWay>& ways)
{
    std::vector<NoticeWay> found;
    std::ranges::copy_if(ways, std::back_inserter(found), [&](NoticeWay way) { return hasWay(member, way); });
    return found;
}

std::vector<Rung> callLine(const DutyRoster& roster, const std::vector<StaffMember>& staff,
                           const std::vector<NoticeWay>& ways, base::Instant at)
{
    std::vector<Rung> line;
    for (const auto& member : reached(roster, staff, ways, at)) {
        line.push_back({member});
    }
    if (line.empty()) {
        line = {everyActive(staff, Role::Doctor, ways), everyActive(staff, Role::Admin, ways)};
        std::erase_if(line, [](const Rung& rung) { return rung.empty(); });
    }
    return line;
}

bool leavesNobody(const DutyRoster& roster, const std::vector<StaffMember>& staff, const std::vector<NoticeWay>& ways,
                  const DutyException& away)
{
    // Who is on duty changes at these times of day only.
    std::vector<int> minutes{away.from};
    for (const auto& span : roster.weekly) {
        minutes.insert(minutes.end(), {span.from, span.to % minutesOfDay});
    }
    for (const auto& one : roster.exceptions) {
        minutes.insert(minutes.end(), {one.from, one.to % minutesOfDay});
    }
    const int end = away.to > away.from ? away.to : away.to + minutesOfDay;
    DutyRoster without = roster;
    std::erase(without.exceptions, away);
    const auto isMissed = [&](int minute) {
        const auto at = toInstant(
            {away.date.addDays(minute / minutesOfDay), QTime(0, 0).addSecs(60 * (minute % minutesOfDay))}, roster.zone);
        return reached(roster, staff, ways, at).empty() && !reached(without, staff, ways, at).empty();
    };
    return std::ranges::any_of(minutes, [&](int minute) {
        return std::ranges::any_of(std::array{minute, minute + minutesOfDay},
                                   [&](int at) { return away.from <= at && at < end && isMissed(at); });
    });
}

std::vector<WeekStretch> dutyGaps(const std::vector<DutySpan>& weekly, const std::vector<StaffMember>& staff,
                                  const std::vector<NoticeWay>& ways)
{
    std::vector<WeekStretch> covered;
    for (const auto& span : weekly) {
        const auto member = std::ranges::find(staff, span.staff, &StaffMember::id);
        if (member == staff.end() || !canBeTold(*member, ways)) {
            continue;
        }
        const auto [from, to] = weekStretch(span);
        covered.push_back({from, to});
        // A Saturday night goes on into the Sunday of the same week.
        covered.push_back({from - minutesOfWeek, to - minutesOfWeek});
    }
    std::ranges::sort(covered, {}, &WeekStretch::from);
    std::vector<WeekStretch> gaps;
    int reached = 0;
    for (const auto& one : covered) {
        if (one.from > reached) {
            gaps.push_back({reached, one.from});
        }
        reached = std::max(reached, one.to);
    }
    if (reached < minutesOfWeek) {
        gaps.push_back({reached, minutesOfWeek});
    }
    if (gaps.size() > 1 && gaps.front().from == 0 && gaps.back().to == minutesOfWeek) {
        gaps.back().to += gaps.front().to;
        gaps.erase(gaps.begin());
    }
    return gaps;
}

} // namespace delpek::domain
