// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"
#include "store/session.h"

namespace delpek::node
{

/// What a provider says of a message of ours, inside a write: its state moves forward, and a failure is reported. What
/// it says of a message that nobody knows is kept until the receipt comes.
Result<Done> applyReport(store::Session& session, const domain::DeliveryReported& report, base::Instant now);

/// Applies what was said of the message before it was known by its provider's id. To be called in the write that makes
/// the id known.
Result<Done> applyEarlyReports(store::Session& session, domain::MessageId message, base::Instant now);

} // namespace delpek::node
