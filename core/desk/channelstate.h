// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "store/session.h"

#include <QStringList>

// Whether a channel's account can send and receive: kept in the store, so that every desk sees it.

namespace delpek::desk
{

/// Notes what stands in the way of an account (a text key), or with an empty key that all is well. `eventAt`: when the
/// provider says so, for news that may come late or twice: older news than the last noted change nothing. Without it
/// the state is what was just found, and counts at once. True when the fault is another one than before.
Result<bool> noteChannelState(store::Session& session, domain::ChannelKind channel, const QString& account,
                              const QString& fault, std::optional<base::Instant> eventAt = std::nullopt);

/// The same for the notices to staff: `subject` is a way (sms, email, telegram) or "ladder" for what stands in the way
/// of the escalations themselves.
Result<bool> noteNoticeState(store::Session& session, const QString& subject, const QString& fault);
/// Forgets all subjects but these: what is switched off has no fault.
Result<Done> keepNoticeStates(store::Session& session, const QStringList& subjects);

/// Forgets the channel's accounts other than `account` (empty: all): what is switched off has no fault.
Result<Done> keepChannelState(store::Session& session, domain::ChannelKind channel, const QString& account);

/// The text key of what stands in the way of the account, empty when nothing is known to.
Result<QString> channelFault(store::Session& session, domain::ChannelKind channel, const QString& account);

/// Notes whether the audit log was found to be changed: the fault "audit.broken" until it is whole again.
Result<Done> noteAuditFault(store::Session& session, bool isBroken);

/// Whether a fault keeps messages from going out too; some only keep them from coming in.
bool stopsSending(const QString& fault);

/// All faults, each once, in order of key.
Result<QStringList> channelFaults(store::Session& session);

} // namespace delpek::desk
