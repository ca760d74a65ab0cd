// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/fieldvalue.h"
#include "agent/service/session.h"

namespace delpek::agent::service
{

/// What a form goes on with after a message.
enum class FormStep {
    Ask,       ///< the field session.at
    AskFirst,  ///< the same: there is nothing to go back to
    Summary,   ///< every field has its value: shown, and asked whether it is right
    PickField, ///< which field is to be corrected
    HandedIn,  ///< the summary was agreed to
    NotNeeded, ///< an option was taken that ends the form
    Cancelled,
    Unread, ///< the message is no answer; the session stays as it was
};

/// Takes a message into an open form (stage Fields, Confirm or Correct). "back", "correct", "cancel" and, where a field
/// is optional, "skip" are understood at every stage. Pure.
FormStep advance(Session& session, const Service& service, const FormMessage& message, const FormWords& words);

/// Brings the session to the first field without a value, or to the summary; true for a field.
bool seekMissing(Session& session, const Service& service);

} // namespace delpek::agent::service
