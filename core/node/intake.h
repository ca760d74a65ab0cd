// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "store/session.h"

#include <set>

namespace delpek::node
{

/// Who has something to answer after an event was taken in.
struct Work {
    domain::PersonId person;
    domain::ConversationId conversation;
    friend auto operator<=>(const Work&, const Work&) = default;
};

/// What intake has to know of the house.
struct IntakeRules {
    bool transcribe = false; ///< a service writes voice notes down: their turn waits for the words
};

/// A patient's words changed what an agent knew: what it prepared before is void. Inside a write.
Result<Done> overtake(store::Session& session, domain::ConversationId conversation);

/// Applies one event of a delivery inside a write: conversation, message, epoch, fence. A repeated event changes
/// nothing. `work` collects whose mailbox has something new.
Result<Done> applyEvent(store::Session& session, const domain::Event& event, const QString& correlation,
                        base::Instant now, std::set<Work>& work, const IntakeRules& rules = {});

} // namespace delpek::node
