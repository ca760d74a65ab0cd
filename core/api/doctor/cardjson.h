// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "desk/desk.h"
#include "domain/escalation.h"

// What the doctor's page and the staff API are told of an escalation. Pure.

namespace delpek::api::doctor
{

/// An instant as milliseconds since 1970; null for none.
base::Json toJson(const std::optional<base::Instant>& instant);

/// The escalation itself, as docs/openapi.yaml describes it ("Escalation").
base::Json toJson(const domain::Escalation& escalation);

/// One message of the thread ("Message"). What the patient's provider calls it is left out.
base::Json toJson(const domain::Message& message);

/// The whole card: the escalation, the patient, facts, flags and ready answers ("Card").
base::Json toJson(const domain::EscalationCard& card);

/// What the page needs besides: whether the doctor may write now, and why not.
base::Json toJson(const desk::ComposerState& composer);

} // namespace delpek::api::doctor
