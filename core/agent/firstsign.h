// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/message.h"

#include <QString>

#include <optional>
#include <vector>

// When it began, for a clock that counts from the patient's first sign and not from our knowing. Pure.

namespace delpek::agent
{

/// How long ago something happened, as far as a text says it in minutes or hours ("20 minutes ago", "לפני חצי שעה",
/// "bleeding for two hours"): the longest that it says, at most two days. Days and "since yesterday" do not count.
std::optional<base::Duration> toldAgo(const QString& text);

/// The moment of the burst's first message, or what its messages tell when that is earlier. `burst` is not empty and
/// oldest first.
base::Instant firstSign(const std::vector<domain::Message>& burst);

} // namespace delpek::agent
