// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/heldsends.h"

#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

/// More messages than one send makes, and enough to find what stands before them.
constexpr int lookBack = 60;

/// A send of one go is written at one moment under one epoch.
bool isSameSend(const domain::Message& a, const domain::Message& b)
{
    return a.author == b.author && a.authorName == b.authorName && a.epoch == b.epoch && a.createdAt == b.createdAt;
}

Result<Done> withdraw(store::Session& session, domain::MessageId message)
{
    store::Outbox outbox(session);
    const auto row = outbox.findByMessage(message);
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, QStringLiteral("message %1 is in no outbox").arg(message.value));
    }
    // Nobody was told: an agent that reads on here must not take it for said.
    return outbox.takeBack((*row)->id).and_then([&](Done) { return store::Messages(session).markDeleted(message); });
}

/// The inbox tells of the last message that did not come back.
Result<Done> renewPreview(store::Session& session, const std::vector<domain::Message>& newest, const TakenBack& back)
{
    const auto isShown = [&](const domain::Message& message) {
        return message.delivery != domain::DeliveryState::Withdrawn &&
               std::ranges::find(back.messages, message.id, &domain::Message::id) == back.messages.end();
    };
    const auto last = std::find_if(newest.rbegin(), newest.rend(), isShown);
    return last == newest.rend() ? Result<Done>(Done{}) : store::Conversations(session).showAsLast(*last);
}

} // namespace

Result<std::vector<HeldSend>> heldSends(store::Session& session, const QString& staff, base::Instant now)
{
    const auto rows = store::Outbox(session).heldBy(staff, now);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<HeldSend> held;
    for (const auto& row : *rows) {
        const auto conversation = store::Conversations(session).find(row.conversation);
        if (!conversation) {
            return fail(conversation.error());
        }
        if (!held.empty() && held.back().conversation == row.conversation && held.back().goesOut == row.nextAttempt) {
            held.back().message = row.message;
            continue;
        }
        held.push_back({row.message, row.conversation, conversation->displayName, row.nextAttempt});
    }
    return held;
}

Result<TakenBack> takeBack(store::Session& session, const QString& staff, domain::MessageId id)
{
    const auto message = store::Messages(session).find(id);
    if (!message) {
        return fail(message.error());
    }
    if (message->author != domain::AuthorKind::Staff || message->authorName != staff) {
        return fail(ErrorCode::Conflict, QStringLiteral("message %1 is another person's").arg(id.value),
                    QStringLiteral("send.on-its-way"));
    }
    const auto newest = store::Messages(session).before(message->conversation, {}, lookBack);
    if (!newest) {
        return fail(newest.error());
    }
    TakenBack back;
    back.conversation = message->conversation;
    QStringList words;
    for (const domain::Message& one : *newest) {
        if (!isSameSend(one, *message)) {
            continue;
        }
        const auto gone = withdraw(session, one.id).and_then([&](Done) {
            return store::AgentDrafts(session).takeBack(one.id, staff);
        });
        if (!gone) {
            return fail(gone.error());
        }
        if (!one.templated && !one.sentText().isEmpty()) {
            words << one.sentText();
        }
        back.messages.push_back(one);
    }
    store::Conversations conversations(session);
    const auto since = conversations.draft(back.conversation, staff);
    if (!since) {
        return fail(since.error());
    }
    words << *since;
    words.removeAll(QString());
    back.draft = words.join(QLatin1Char('\n'));
    return conversations.saveDraft(back.conversation, staff, back.draft)
        .and_then([&](Done) { return renewPreview(session, *newest, back); })
        .map([&](Done) { return back; });
}

} // namespace delpek::desk
