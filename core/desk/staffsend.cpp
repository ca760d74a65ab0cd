// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/staffsend.h"

#include "desk/window.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"

namespace delpek::desk
{

Result<Done> setHolder(store::Session& session, domain::ConversationId id, const domain::Holder& holder,
                       base::Instant now)
{
    const auto current = store::Conversations(session).find(id);
    if (!current) {
        return fail(current.error());
    }
    if (holder.kind == domain::HolderKind::Agent && current->holder == holder) {
        return Done{}; // what the agent prepares stays good
    }
    return store::Conversations(session).setHolder(id, holder, now).and_then([&](qint64) {
        return store::Outbox(session).withdrawStale(id).map([](auto&&) { return Done{}; });
    });
}

Result<domain::MessageId> sendByPerson(store::Session& session, const StaffSend& send, base::Instant now)
{
    const QString text = send.text.trimmed();
    if (text.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("an empty message cannot be sent"),
                    QStringLiteral("send.empty"));
    }
    store::Conversations conversations(session);
    const auto conversation = conversations.find(send.conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    if (const auto composer = composerFor(*conversation, now); !composer.canSendText) {
        return fail(ErrorCode::WindowClosed, QStringLiteral("only a template may be sent now"), composer.reason);
    }
    const auto kind =
        send.author == domain::AuthorKind::Doctor ? domain::HolderKind::Doctor : domain::HolderKind::Staff;
    if (const auto held = setHolder(session, send.conversation, {kind, send.authorName}, now); !held) {
        return fail(held.error());
    }
    domain::Message message;
    message.conversation = send.conversation;
    message.author = send.author;
    message.authorName = send.authorName;
    message.text = text;
    message.sentAt = now;
    message.createdAt = now;
    message.epoch = conversation->epoch + 1;
    message.delivery = domain::DeliveryState::Queued;
    const auto added = store::Messages(session).add(message);
    if (!added) {
        return fail(added.error());
    }
    message.id = **added;
    store::OutboxRow row;
    row.conversation = send.conversation;
    row.message = message.id;
    row.epoch = message.epoch;
    row.fence = store::Fence::None;
    row.reference = QStringLiteral("delpek-%1").arg(message.id.value);
    row.nextAttempt = now;
    return store::Outbox(session)
        .add(row)
        .and_then([&](domain::OutboxId) { return conversations.noteMessage(message); })
        .and_then([&](Done) { return conversations.markSeen(send.conversation); })
        .and_then([&](Done) { return conversations.saveDraft(send.conversation, send.draftOf, QString()); })
        .map([&](Done) { return message.id; });
}

} // namespace delpek::desk
