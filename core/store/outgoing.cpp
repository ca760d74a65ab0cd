// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outgoing.h"

#include "store/conversations.h"
#include "store/messages.h"

namespace delpek::store
{

Result<domain::MessageId> queueMessage(Session& session, domain::Message message, Fence fence, base::Instant now,
                                       base::Duration hold)
{
    message.sentAt = now;
    message.createdAt = now;
    message.delivery = domain::DeliveryState::Queued;
    const auto added = Messages(session).add(message);
    if (!added) {
        return fail(added.error());
    }
    message.id = **added;
    OutboxRow row;
    row.conversation = message.conversation;
    row.message = message.id;
    row.epoch = message.epoch;
    row.fence = fence;
    row.reference = QStringLiteral("delpek-%1").arg(message.id.value);
    row.nextAttempt = now + hold;
    row.correlation = message.correlation;
    return Outbox(session)
        .add(row)
        .and_then([&](domain::OutboxId) { return Conversations(session).noteMessage(message); })
        .map([&](Done) { return message.id; });
}

} // namespace delpek::store
