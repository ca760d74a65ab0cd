// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/activity.h"
#include "base/clock.h"
#include "domain/ids.h"
#include "node/conversationtimers.h"
#include "store/store.h"

namespace delpek::node
{

/// The clock behind the question whether there is danger: when the patient does not answer it in time and nobody of
/// the clinic has taken note of the escalation, the escalation becomes an emergency. What waits is read out of the
/// store, so a restart loses nothing. Any thread.
class UnansweredQuestions
{
public:
    UnansweredQuestions(store::Store& store, base::Clock& clock, base::Activity& activity, base::Duration patience);

    /// Watches every conversation that waits for a doctor; after a start.
    Result<Done> start();
    /// Looks at the conversation now and again when its time is up.
    void watch(domain::ConversationId conversation);
    void stop();

private:
    void arm(domain::ConversationId conversation, base::Instant due);

    store::Store& m_store;
    base::Clock& m_clock;
    base::Activity& m_activity;
    base::Duration m_patience;
    ConversationTimers m_timers;
};

/// Raises the conversation's escalation when its question of danger has waited for `patience`. Gives the moment to look
/// again, or nothing when there is no such question, it was answered, or somebody looks already.
Result<std::optional<base::Instant>> raiseUnanswered(store::Session& session, domain::ConversationId conversation,
                                                     base::Duration patience, base::Instant now);

} // namespace delpek::node
