// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/escalation.h"
#include "store/session.h"

// Whether a doctor's words may go to a patient over a messaging channel. The fixed texts of triage, templates and what
// the front desk writes are no doctor's words. In an emergency nothing is kept back.

namespace delpek::desk
{

/// The text key of what keeps a doctor's words back, empty when nothing does: "consent.answerRefused", and where the
/// clinic wants a yes (`needed`), "consent.answerMissing".
QString answerFault(domain::Urgency urgency, domain::ConsentState consent, bool needed);

/// The same of a conversation as it stands.
Result<QString> consentFault(store::Session& session, const domain::Conversation& conversation, bool needed);

/// The same for somebody by name: only a doctor of the staff is kept back.
Result<QString> consentFault(store::Session& session, const domain::Conversation& conversation, const QString& author,
                             bool needed);

} // namespace delpek::desk
