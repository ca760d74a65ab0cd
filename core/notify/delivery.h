// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/twilioreport.h"
#include "store/session.h"

namespace delpek::notify
{

/// What becomes of a notice by a report of its provider.
enum class DeliveryStep {
    Ignore,  ///< old, told before, or of another try
    Note,    ///< kept; what became of the notice stands already, or its receipt is still to come
    Settle,  ///< it was not known whether it went out: it did
    Failure, ///< what the provider had taken did not arrive: the ladder goes on
};

/// The rule. Pure. A report only ever moves a notice forward, so that one that comes late or twice changes nothing.
DeliveryStep stepFor(const domain::Notice& notice, const TwilioReport& report);

/// Keeps what was reported with the notice, and its line in the escalation's history. Nothing for a notice that is not
/// there.
Result<Done> noteReport(store::Session& session, const TwilioReport& report, base::Instant now);

/// A line in the escalation's history: who, by which way, and the provider's word.
Result<Done> addNoticeEvent(store::Session& session, const domain::Notice& notice, const char* kind,
                            const QString& evidence, base::Instant now);

} // namespace delpek::notify
