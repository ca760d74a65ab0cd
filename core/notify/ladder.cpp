// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/ladder.h"

#include <algorithm>
#include <map>

namespace delpek::notify
{

using domain::Notice;
using domain::NoticeState;
using domain::NoticeWay;
using domain::Rung;
using domain::StaffId;
using domain::StaffMember;
using domain::Urgency;

namespace
{

/// It reached the provider, or may still do so without having failed before.
bool isAlive(const Notice& notice)
{
    switch (notice.state) {
    case NoticeState::Sent:
    case NoticeState::Unknown:
    case NoticeState::Sending:
        return true;
    case NoticeState::Waiting:
        return notice.error.isEmpty() || notice.repeated;
    case NoticeState::Failed:
    case NoticeState::Withdrawn:
        return false;
    }
    return false;
}

/// Who was told last in the round, when, and by which ways that live and that do not.
struct LastCall {
    base::Instant at;
    std::map<StaffId, std::vector<const Notice*>> people;
};

LastCall lastCall(const std::vector<const Notice*>& round)
{
    std::map<StaffId, std::vector<const Notice*>> people;
    for (const auto* notice : round) {
        people[notice->staff].push_back(notice);
    }
    const auto firstAt = [](const std::vector<const Notice*>& notices) {
        return (*std::ranges::min_element(notices, {}, &Notice::createdAt))->createdAt;
    };
    LastCall last;
    for (const auto& [staff, notices] : people) {
        last.at = std::max(last.at, firstAt(notices));
    }
    std::erase_if(people, [&](const auto& entry) { return firstAt(entry.second) != last.at; });
    last.people = std::move(people);
    return last;
}

std::vector<Call> callsTo(const Rung& rung, int round, bool everyWay, const std::vector<NoticeWay>& ways)
{
    std::vector<Call> calls;
    for (const auto& member : rung) {
        for (const auto way : waysTo(member, ways)) {
            calls.push_back({member.id, way, round});
            if (!everyWay) {
                break;
            }
        }
    }
    return calls;
}

/// The next way to each of those who were told last and whom nothing reaches.
std::vector<Call> otherWays(const LastCall& last, const std::vector<Rung>& line, int round,
                            const std::vector<NoticeWay>& ways)
{
    std::vector<Call> calls;
    for (const auto& rung : line) {
        for (const auto& member : rung) {
            const auto told = last.people.find(member.id);
            if (told == last.people.end() ||
                std::ranges::any_of(told->second, [](const Notice* notice) { return isAlive(*notice); })) {
                continue;
            }
            for (const auto way : waysTo(member, ways)) {
                if (std::ranges::find(told->second, way, &Notice::way) == told->second.end()) {
                    calls.push_back({member.id, way, round});
                    break;
                }
            }
        }
    }
    return calls;
}

bool reachesSomebody(const LastCall& last)
{
    return std::ranges::any_of(last.people, [](const auto& entry) {
        return std::ranges::any_of(entry.second, [](const Notice* notice) { return isAlive(*notice); });
    });
}

/// The first rung with people who have not been told in this round, and only they.
Rung untold(const std::vector<Rung>& line, const std::vector<const Notice*>& round)
{
    for (const auto& rung : line) {
        Rung left;
        for (const auto& member : rung) {
            if (std::ranges::find(round, member.id, &Notice::staff) == round.end()) {
                left.push_back(member);
            }
        }
        if (!left.empty()) {
            return left;
        }
    }
    return {};
}

/// Takes out who must not be disturbed; the earliest end of their quiet hours.
std::optional<base::Instant> dropQuiet(std::vector<Rung>& line, const QTimeZone& zone, base::Instant now)
{
    std::optional<base::Instant> earliest;
    for (auto& rung : line) {
        std::erase_if(rung, [&](const StaffMember& member) {
            const auto until = quietUntil(member, zone, now);
            if (until) {
                earliest = earliest ? std::min(*earliest, *until) : *until;
            }
            return until.has_value();
        });
    }
    std::erase_if(line, [](const Rung& rung) { return rung.empty(); });
    return earliest;
}

} // namespace

LadderStep nextStep(Urgency urgency, const std::vector<Notice>& told, const domain::DutyRoster& roster,
                    const std::vector<StaffMember>& staff, const LadderRules& rules, base::Instant now)
{
    if (urgency == Urgency::Routine && !rules.routine) {
        return {};
    }
    const bool emergency = urgency == Urgency::Emergency;
    const auto after = emergency ? rules.nextAfterEmergency : rules.nextAfterDoctor;
    auto line = callLine(roster, staff, rules.ways, now);
    if (line.empty()) {
        return {{}, now + after, LadderState::Nobody};
    }
    const auto quietEnd = emergency ? std::nullopt : dropQuiet(line, roster.zone, now);
    if (line.empty()) {
        return {{}, quietEnd, LadderState::Held};
    }
    const auto lookAgain = [&](base::Instant moment) { return quietEnd ? std::min(*quietEnd, moment) : moment; };
    const auto call = [&](const Rung& rung, int round) {
        return LadderStep{callsTo(rung, round, emergency, rules.ways), lookAgain(now + after), LadderState::Climbing};
    };
    if (told.empty()) {
        return call(line.front(), 1);
    }
    const int round = std::ranges::max_element(told, {}, &Notice::round)->round;
    std::vector<const Notice*> inRound;
    for (const auto& notice : told) {
        if (notice.round == round) {
            inRound.push_back(&notice);
        }
    }
    const LastCall last = lastCall(inRound);
    const base::Instant due = last.at + after;
    const LadderStep wait{{}, lookAgain(due), LadderState::Climbing};
    if (auto calls = otherWays(last, line, round, rules.ways); !calls.empty()) {
        return {std::move(calls), lookAgain(std::max(due, now)), LadderState::Climbing};
    }
    if (now < due && reachesSomebody(last)) {
        return wait;
    }
    if (const auto next = untold(line, inRound); !next.empty()) {
        return call(next, round);
    }
    if (now < due) {
        return wait;
    }
    if (round < rules.rounds) {
        return call(line.front(), round + 1);
    }
    return {{}, lookAgain(now + after), LadderState::Unanswered};
}

} // namespace delpek::notify
