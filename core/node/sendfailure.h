// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/outbox.h"

namespace delpek::node
{

/// A message of ours did not arrive, or nobody knows whether it did: a person has to look. Opens a ROUTINE escalation
/// (higher ones stay) and, where no person holds the conversation, lets it wait for one. Runs inside a write.
Result<Done> reportSendFailure(store::Session& session, domain::MessageId message, const QString& reason,
                               base::Instant now);

/// A file that cannot be sent: its row fails, a person is told, and the words that stood below it go out as a message
/// of their own. Runs inside a write.
Result<Done> failFile(store::Session& session, const store::OutboxRow& row, base::Instant now);

} // namespace delpek::node
