// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/usual.h"

#include "memory/factmaking.h"

#include <algorithm>

namespace delpek::agent
{

void usualFirst(std::vector<domain::Slot>& offered, const memory::Recollection& known)
{
    const QString doctor = known.valueOf("doctor");
    const QString part = known.valueOf("part_of_day");
    const auto suits = [&](const domain::Slot& slot) { return memory::partOfDay(slot.start.time) == part; };
    std::ranges::stable_sort(offered, [&](const domain::Slot& left, const domain::Slot& right) {
        const bool leftDoctor = left.doctor == doctor;
        const bool rightDoctor = right.doctor == doctor;
        return leftDoctor != rightDoctor ? leftDoctor : suits(left) && !suits(right);
    });
}

bool isBack(const TurnContext& context)
{
    constexpr auto week = std::chrono::hours(24 * 7);
    return context.memory.lastTalk && !context.burst.empty() &&
           context.burst.back().sentAt - *context.memory.lastTalk > week;
}

} // namespace delpek::agent
