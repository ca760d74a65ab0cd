// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/observingclient.h"
#include "app/check/report.h"
#include "store/traffic.h"

// What the same figures mean for every channel. Pure.

namespace delpek::app::check
{

/// Our clock against the Date of the answer that came back soonest: more than 30 s is Attention, more than 5 min a
/// Fault. Nothing when no answer told the time.
std::optional<channels::Finding> judgeClock(const std::vector<Observed>& observed);

/// Whether anything arrives: when the last delivery came and whether it was taken in. A clinic may rest over a holiday,
/// so silence counts after three days.
channels::Finding judgeLastEvent(const store::Traffic& traffic, base::Instant now);

/// Whether messages leave: what waits in the outbox, what the provider slowed down in the last hour, and how much of
/// its limits its answers say is used up.
channels::Finding judgeRate(const store::Traffic& traffic, const std::vector<Observed>& observed, base::Instant now);

/// The highest percentage in the limit headers of the Graph API (X-App-Usage, X-Business-Use-Case-Usage), if told.
std::optional<int> usedUp(const http::Headers& headers);

} // namespace delpek::app::check
