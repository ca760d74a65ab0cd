// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"

namespace delpek::ui
{

/// How long an escalation has been waiting, counted from the patient's first sign. Stands still once it is closed.
struct TierClock {
    base::Duration elapsed{};
    std::optional<base::Duration> left; ///< until a person must have acted; negative when overdue; none: no clock runs

    bool isOverdue() const { return left && left->count() < 0; }
    friend bool operator==(const TierClock&, const TierClock&) = default;
};

/// The deadline counts until somebody took it on or answered; the time that passed goes on until it is closed.
TierClock tierClock(const domain::Escalation& escalation, base::Instant now);

/// The order in which a person works: urgency, then who is due first, then who began first.
bool comesBefore(const domain::Escalation& a, const domain::Escalation& b);

} // namespace delpek::ui
