// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"

namespace delpek::domain
{

/// What a member of staff may see and do; one table for the window and for programs that call us.
enum class Right {
    See,             ///< conversations, records, the book, escalations
    Converse,        ///< hold a conversation, write to the patient, hand it to an agent
    KeepBook,        ///< book, move and cancel visits
    Escalate,        ///< call a doctor, send him a link, be on an escalation, open one again
    AnswerAsDoctor,  ///< words that reach the patient under a doctor's name
    CloseEscalation, ///< close one or lower its urgency
    SeeInsights,     ///< figures about the clinic's work
    ReadAudit,       ///< who saw and did what
    ManageClinic     ///< staff, PINs, what all desks share; erasing
};

/// The same for every clinic: docs/guide/staff.en.md says it for people.
bool mayDo(Role role, Right right);

} // namespace delpek::domain
