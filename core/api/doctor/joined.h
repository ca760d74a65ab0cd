// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "store/escalationlinks.h"

namespace delpek::api::doctor
{

/// What a patient reads when a doctor comes in; {name} is the doctor's. Out of resources/escalations/doctor.json.
Result<domain::Bilingual> joinedText();

/// Tells the patient, once for each escalation and doctor, that the doctor is there: a short text in the patient's
/// language through the outbox. The doctor holds the conversation from now on unless a person does already. Where
/// nothing may be sent now (WhatsApp's window, a patient who blocked the clinic) nothing is. Inside a write.
Result<Done> tellJoined(store::Session& session, const domain::Bilingual& text, const store::EscalationLink& link,
                        domain::ConversationId conversation, base::Instant now);

} // namespace delpek::api::doctor
