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

/// Applies one event of a delivery inside a write: conversation, message, epoch, fence. A repeated event changes
/// nothing. `work` collects whose mailbox has something new.
Result<Done> applyEvent(store::Session& session, const domain::Event& event, const QString& correlation,
                        base::Instant now, std::set<Work>& work);

} // namespace delpek::node
