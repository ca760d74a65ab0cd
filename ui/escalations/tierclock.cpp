// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/tierclock.h"

#include <tuple>

namespace delpek::ui
{

TierClock tierClock(const domain::Escalation& escalation, base::Instant now)
{
    TierClock clock;
    clock.elapsed = std::max(base::Duration::zero(), escalation.closedAt.value_or(now) - escalation.since);
    const bool waits = escalation.isOpen() && !escalation.acknowledgedAt && !escalation.answeredAt;
    if (waits && escalation.dueAt) {
        clock.left = *escalation.dueAt - now;
    }
    return clock;
}

bool comesBefore(const domain::Escalation& a, const domain::Escalation& b)
{
    const auto key = [](const domain::Escalation& e) {
        return std::tuple(-int(e.urgency), e.dueAt.value_or(base::Instant::max()), e.since, e.id.value);
    };
    return key(a) < key(b);
}

} // namespace delpek::ui
