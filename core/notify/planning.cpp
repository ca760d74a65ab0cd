// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/planning.h"

#include "store/duty.h"
#include "store/escalations.h"
#include "store/notices.h"
#include "store/staff.h"

#include <algorithm>

namespace delpek::notify
{

using domain::Escalation;
using domain::Notice;

namespace
{

constexpr int mostOpen = 1000;

bool waitsForSomebody(const Escalation& escalation)
{
    return escalation.isOpen() && !escalation.acknowledgedAt;
}

/// The graver of two faults for the desk.
QString graver(const QString& one, const QString& other)
{
    static const QStringList order{QString(), QStringLiteral("notice.held"), QStringLiteral("notice.badContact"),
                                   QStringLiteral("notice.unanswered"), QStringLiteral("notice.nobody")};
    return order.indexOf(one) > order.indexOf(other) ? one : other;
}

QString faultOf(LadderState state)
{
    switch (state) {
    case LadderState::Nothing:
    case LadderState::Climbing:
        return {};
    case LadderState::Held:
        return QStringLiteral("notice.held");
    case LadderState::Nobody:
        return QStringLiteral("notice.nobody");
    case LadderState::Unanswered:
        return QStringLiteral("notice.unanswered");
    }
    return {};
}

/// The fault is the person's number or address, not the way.
bool isBadContact(const Notice& notice)
{
    static const QStringList keys{QStringLiteral("notice.badNumber"), QStringLiteral("notice.badAddress"),
                                  QStringLiteral("notice.badChat"), QStringLiteral("notice.optedOut")};
    return notice.state == domain::NoticeState::Failed && keys.contains(notice.error);
}

struct House {
    domain::DutyRoster roster;
    std::vector<domain::StaffMember> staff;
};

Result<House> readHouse(store::Session& session, const QTimeZone& zone)
{
    auto roster = store::Duty(session).roster();
    if (!roster) {
        return fail(roster.error());
    }
    roster->zone = zone;
    auto staff = store::Staff(session).all();
    return staff ? Result<House>(House{std::move(*roster), std::move(*staff)}) : fail(staff.error());
}

/// The episode this escalation is in: a new one when it was raised or lowered, or is open again.
Result<store::NoticeLadder> episodeOf(store::Notices& notices, const Escalation& escalation, base::Instant now)
{
    // Begun or locked before anything is read: another process may be at the same step.
    if (const auto begun = notices.beginLadder(escalation.id, escalation.urgency); !begun) {
        return fail(begun.error());
    }
    const auto known = notices.ladder(escalation.id);
    if (!known) {
        return fail(known.error());
    }
    if (!(*known)->ended && (*known)->urgency == escalation.urgency) {
        return **known;
    }
    const store::NoticeLadder begun{(*known)->episode + 1, escalation.urgency, false};
    return notices.withdraw(escalation.id, now)
        .and_then([&](int) { return notices.setLadder(escalation.id, begun); })
        .map([&](Done) { return begun; });
}

/// A line in the escalation's history when somebody further is called.
Result<Done> noteNext(store::Session& session, const Escalation& escalation, const House& house,
                      const std::vector<Notice>& told, const std::vector<Call>& calls, base::Instant now)
{
    QStringList names;
    for (const auto& call : calls) {
        const auto isTold = [&](const Notice& notice) {
            return notice.staff == call.staff && notice.round == call.round;
        };
        const auto member = std::ranges::find(house.staff, call.staff, &domain::StaffMember::id);
        if (member != house.staff.end() && std::ranges::none_of(told, isTold) && !names.contains(member->name)) {
            names << member->name;
        }
    }
    if (told.empty() || names.isEmpty()) {
        return Done{};
    }
    domain::EscalationEvent event;
    event.escalation = escalation.id;
    event.at = now;
    event.kind = QStringLiteral("next.called");
    event.detail = names.join(QStringLiteral(", "));
    return store::Escalations(session).addEvent(event);
}

Result<Plan> planOne(store::Session& session, const Escalation& escalation, const House& house,
                     const LadderRules& rules, base::Instant now)
{
    store::Notices notices(session);
    const auto ladder = episodeOf(notices, escalation, now);
    if (!ladder) {
        return fail(ladder.error());
    }
    auto told = notices.of(escalation.id);
    if (!told) {
        return fail(told.error());
    }
    std::erase_if(*told, [&](const Notice& notice) { return notice.episode != ladder->episode; });
    const auto step = nextStep(escalation.urgency, *told, house.roster, house.staff, rules, now);
    for (const auto& call : step.now) {
        Notice notice;
        notice.escalation = escalation.id;
        notice.conversation = escalation.conversation;
        notice.episode = ladder->episode;
        notice.round = call.round;
        notice.staff = call.staff;
        notice.way = call.way;
        notice.urgency = escalation.urgency;
        notice.createdAt = now;
        notice.nextAttempt = now;
        if (const auto added = notices.add(notice); !added) {
            return fail(added.error());
        }
    }
    if (const auto noted = noteNext(session, escalation, house, *told, step.now, now); !noted) {
        return fail(noted.error());
    }
    const bool bad = std::ranges::any_of(*told, isBadContact);
    return Plan{step.lookAgain, graver(faultOf(step.state), bad ? QStringLiteral("notice.badContact") : QString())};
}

Result<Done> endOthers(store::Session& session, const std::vector<Escalation>& waiting, base::Instant now)
{
    store::Notices notices(session);
    const auto unended = notices.unended();
    if (!unended) {
        return fail(unended.error());
    }
    for (const auto id : *unended) {
        if (std::ranges::find(waiting, id, &Escalation::id) != waiting.end()) {
            continue;
        }
        auto ladder = notices.ladder(id);
        if (!ladder) {
            return fail(ladder.error());
        }
        (*ladder)->ended = true;
        const auto ended = notices.setLadder(id, **ladder).and_then([&](Done) { return notices.withdraw(id, now); });
        if (!ended) {
            return fail(ended.error());
        }
    }
    return Done{};
}

} // namespace

Result<Plan> planNotices(store::Session& session, const LadderRules& rules, const QTimeZone& zone, base::Instant now)
{
    auto waiting = store::Escalations(session).openOnes(mostOpen);
    if (!waiting) {
        return fail(waiting.error());
    }
    std::erase_if(*waiting, [](const Escalation& escalation) { return !waitsForSomebody(escalation); });
    if (const auto ended = endOthers(session, *waiting, now); !ended) {
        return fail(ended.error());
    }
    const auto house = readHouse(session, zone);
    if (!house) {
        return fail(house.error());
    }
    Plan all;
    for (const auto& escalation : *waiting) {
        const auto plan = planOne(session, escalation, *house, rules, now);
        if (!plan) {
            return plan;
        }
        all.fault = graver(all.fault, plan->fault);
        if (plan->lookAgain) {
            all.lookAgain = all.lookAgain ? std::min(*all.lookAgain, *plan->lookAgain) : *plan->lookAgain;
        }
    }
    return all;
}

Result<bool> hasWork(store::Session& session)
{
    const auto open = store::Escalations(session).openOnes(1);
    if (!open || !open->empty()) {
        return open.map([](const auto&) { return true; });
    }
    return store::Notices(session).unended().map([](const auto& unended) { return !unended.empty(); });
}

Result<bool> isWanted(store::Session& session, const domain::Notice& notice)
{
    return store::Escalations(session).byId(notice.escalation).map([&](const Escalation& escalation) {
        return waitsForSomebody(escalation) && escalation.urgency == notice.urgency;
    });
}

} // namespace delpek::notify
