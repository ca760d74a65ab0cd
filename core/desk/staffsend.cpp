// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/staffsend.h"

#include "agent/offerholder.h"
#include "channels/split.h"
#include "clinic/holds.h"
#include "desk/deskfiles.h"
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
    // Whoever takes over may give the offered time to this patient or another.
    if (holder.kind != domain::HolderKind::Agent) {
        const auto released = clinic::Holds(session, QTimeZone::utc(), now).release(agent::offerHolder(id));
        if (!released) {
            return released;
        }
    }
    return store::Conversations(session).setHolder(id, holder, now).and_then([&](qint64) {
        return store::Outbox(session).withdrawStale(id).map([](auto&&) { return Done{}; });
    });
}

namespace
{

/// The messages that a send becomes, without ids and times.
std::vector<domain::Message> messagesOf(const StaffSend& send, const channels::Capabilities& limits)
{
    const QString text = send.text.trimmed();
    domain::Message message;
    message.conversation = send.conversation;
    message.author = send.author;
    message.authorName = send.authorName;
    std::vector<domain::Message> messages;
    QString words = text;
    if (send.templated || send.place) {
        message.kind = send.place ? domain::MessageKind::Location : domain::MessageKind::Text;
        message.place = send.place;
        message.templated = send.templated;
        message.text = text;
        return {message};
    }
    if (send.file) {
        domain::Message file = message;
        file.kind = kindOfFile(send.file->type);
        file.attachment = send.file;
        if (text.size() <= limits.maxCaption) {
            file.text = text;
            words.clear();
        }
        messages.push_back(std::move(file));
    }
    if (!words.isEmpty()) {
        for (const QString& part : channels::splitFor(limits, words, {})) {
            message.text = part;
            messages.push_back(message);
        }
    }
    return messages;
}

Result<domain::MessageId> queue(store::Session& session, domain::Message message, base::Instant now)
{
    message.sentAt = now;
    message.createdAt = now;
    message.delivery = domain::DeliveryState::Queued;
    const auto added = store::Messages(session).add(message);
    if (!added) {
        return fail(added.error());
    }
    message.id = **added;
    store::OutboxRow row;
    row.conversation = message.conversation;
    row.message = message.id;
    row.epoch = message.epoch;
    row.fence = store::Fence::None;
    row.reference = QStringLiteral("delpek-%1").arg(message.id.value);
    row.nextAttempt = now;
    return store::Outbox(session)
        .add(row)
        .and_then([&](domain::OutboxId) { return store::Conversations(session).noteMessage(message); })
        .map([&](Done) { return message.id; });
}

} // namespace

Result<domain::MessageId> sendByPerson(store::Session& session, const StaffSend& send, base::Instant now)
{
    if (send.text.trimmed().isEmpty() && !send.file && !send.place) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("an empty message cannot be sent"),
                    QStringLiteral("send.empty"));
    }
    store::Conversations conversations(session);
    const auto conversation = conversations.find(send.conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto composer = composerFor(*conversation, now);
    if (!composer.canSendText && (!send.templated || conversation->blocked)) {
        return fail(conversation->blocked ? ErrorCode::Unreachable : ErrorCode::WindowClosed,
                    QStringLiteral("free text cannot be sent now"), composer.reason);
    }
    const auto kind =
        send.author == domain::AuthorKind::Doctor ? domain::HolderKind::Doctor : domain::HolderKind::Staff;
    if (const auto held = setHolder(session, send.conversation, {kind, send.authorName}, now); !held) {
        return fail(held.error());
    }
    domain::MessageId last;
    const auto limits = send.limitsOf ? send.limitsOf(conversation->address) : channels::Capabilities{};
    for (auto& message : messagesOf(send, limits)) {
        message.epoch = conversation->epoch + 1;
        const auto queued = queue(session, std::move(message), now);
        if (!queued) {
            return queued;
        }
        last = *queued;
    }
    return conversations.markSeen(send.conversation)
        .and_then([&](Done) {
            return send.draftOf.isEmpty() ? Result<Done>(Done{})
                                          : conversations.saveDraft(send.conversation, send.draftOf, QString());
        })
        .map([&](Done) { return last; });
}

} // namespace delpek::desk
