// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/escalationbook.h"
#include "base/activity.h"
#include "base/clock.h"
#include "clinic/clinicrecords.h"
#include "domain/ids.h"
#include "node/conversationtimers.h"
#include "store/store.h"

namespace delpek::node
{

/// When the patient is told honestly that nobody has answered yet, counted from when the escalation was opened.
struct HoldingRules {
    std::vector<base::Duration> doctor = {std::chrono::minutes(10), std::chrono::minutes(60)};
    std::vector<base::Duration> emergency = {std::chrono::minutes(3), std::chrono::minutes(15)};
};

/// A holding text and its moment.
struct HoldingDue {
    int number = 0; ///< from 1
    base::Instant at;
};

/// The next holding text of an escalation. `sent` is the number of the last one. Nothing when it is Routine, closed or
/// answered, or when all were sent. Of several whose moments are over only the last is left (a program that was off
/// does not send one after the other), and after six hours none. At night (22 to 7) only the first is sent; a
/// further one waits for the morning. Pure.
std::optional<HoldingDue> holdingDue(const domain::Escalation& escalation, int sent, const HoldingRules& rules,
                                     base::Instant now, const QTimeZone& zone);

/// Sends what is due for the conversation's open escalation: one row of `holding_text`, one message, one outbox row
/// with the fence Safety and one event in one write, so each at most once, whatever is cut. Says nothing when a person
/// or a doctor holds the conversation or wrote since, outside of autopilot, to who blocked the clinic or opted out, and
/// when WhatsApp's 24 hours are over. Gives when to look again, or nothing.
Result<std::optional<base::Instant>> sendHolding(store::Session& session, domain::ConversationId conversation,
                                                 const HoldingRules& rules, const agent::EscalationBook& book,
                                                 const domain::ClinicInfo& clinic, base::Instant now);

/// The clock behind the holding texts. What waits is read out of the store, so a restart loses nothing and repeats
/// nothing. Any thread.
class HoldingTexts
{
public:
    /// References outlive it.
    HoldingTexts(store::Store& store, base::Clock& clock, base::Activity& activity, clinic::ClinicRecords& records,
                 const agent::EscalationBook& book, HoldingRules rules);

    /// Looks at every open escalation; after a start.
    Result<Done> start();
    /// Looks at the conversation now and again when its time is up.
    void watch(domain::ConversationId conversation);
    void stop();

private:
    void look(domain::ConversationId conversation, const domain::ClinicInfo& clinic);
    void arm(domain::ConversationId conversation, base::Instant due);

    store::Store& m_store;
    base::Clock& m_clock;
    base::Activity& m_activity;
    clinic::ClinicRecords& m_records;
    const agent::EscalationBook& m_book;
    HoldingRules m_rules;
    ConversationTimers m_timers;
};

} // namespace delpek::node
