// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/message.h"

#include <QString>

#include <vector>

// What a turn reads out of a conversation's messages. Pure.

namespace delpek::agent
{

/// The words of a burst, joined by line ends; deleted messages are left out.
QString joined(const std::vector<domain::Message>& messages);

/// EndsWithPerson: what an agent and the patient wrote since a person of the clinic last wrote. GoesOn: what everybody
/// wrote, where a person sends what the agent drafts.
enum class Episode { EndsWithPerson, GoesOn };

/// The messages of the last 24 hours that belong together. `history` is oldest first, and so is the result.
std::vector<domain::Message> episodeOf(const std::vector<domain::Message>& history, base::Instant now,
                                       Episode kind = Episode::EndsWithPerson);

/// What the last message of ours asked that was not withdrawn: an agent's, or one that was drafted by it.
domain::Asks lastAsked(const std::vector<domain::Message>& history);

} // namespace delpek::agent
