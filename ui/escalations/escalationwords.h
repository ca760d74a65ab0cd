// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/escalations/tierclock.h"

/// What an escalation's values are called in the language of the window. Pure, but for the installed translators.
namespace delpek::ui::escalationwords
{

/// "Raised", "Somebody was told", "Rivka is on it", "Dr. Levi answered", "Closed": the state in a few words.
QString state(const domain::Escalation& escalation, base::Instant now);
/// "12 min", "12 min, overdue by 2 min": what the clock says.
QString clock(const TierClock& clock);
/// "Overdue by 2 min"; empty while there is time.
QString overdue(const TierClock& clock);
/// The name of an intake fact and what the patient said of it; an unknown key as it is.
QString factName(const QString& key);
QString factValue(const domain::IntakeFact& fact);
/// One of a card's flags: `blood_thinners`, `allergy:<words>`.
QString flag(const QString& flag);
/// What happened, in one sentence, and what is known of it beside (empty for nothing).
QString event(const domain::EscalationEvent& event);
QString eventDetail(const domain::EscalationEvent& event);

/// The reasons that are offered for a step of a person, as text keys.
enum class Step { ChangeUrgency, Close, Reopen, Raise };
const std::vector<QString>& reasons(Step step);
/// A person's reason: a text key, a text key with words below it, or only words.
QString reason(const QString& stored);
/// The form in which a reason is stored; empty when nothing was said.
QString storedReason(const QString& key, const QString& words);

} // namespace delpek::ui::escalationwords
