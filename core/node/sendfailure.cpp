// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/sendfailure.h"

#include "store/conversations.h"
#include "store/escalations.h"
#include "store/messages.h"
#include "store/outgoing.h"

namespace delpek::node
{

Result<Done> reportSendFailure(store::Session& session, domain::MessageId message, const QString& reason,
                               base::Instant now)
{
    const auto found = store::Messages(session).find(message);
    if (!found) {
        return fail(found.error());
    }
    store::Conversations conversations(session);
    const auto conversation = conversations.find(found->conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    domain::Escalation escalation;
    escalation.conversation = conversation->id;
    escalation.reason = reason.isEmpty() ? QStringLiteral("send.failed") : reason;
    escalation.openedAt = now;
    if (const auto opened = store::Escalations(session).open(escalation); !opened) {
        return fail(opened.error());
    }
    if (conversation->holder.kind != domain::HolderKind::Agent) {
        return Done{};
    }
    return conversations.setHolder(conversation->id, {domain::HolderKind::Nobody, {}}, now).map([](qint64) {
        return Done{};
    });
}

Result<Done> failFile(store::Session& session, const store::OutboxRow& row, base::Instant now)
{
    const QString key = QStringLiteral("send.fileFailed");
    store::Messages messages(session);
    auto words = messages.find(row.message);
    if (!words) {
        return fail(words.error());
    }
    const auto failed = store::Outbox(session).markFailed(row.id, key).and_then([&](Done) {
        return reportSendFailure(session, row.message, key, now);
    });
    if (!failed || words->sentText().trimmed().isEmpty()) {
        return failed;
    }
    words->kind = domain::MessageKind::Text;
    words->attachment.reset();
    words->providerId.clear();
    // The report took the conversation from the agent; the words are still what was decided to be said.
    const auto fence = row.fence == store::Fence::Agent ? store::Fence::Safety : row.fence;
    words->epoch = row.epoch;
    words->correlation = row.correlation;
    return store::queueMessage(session, std::move(*words), fence, now).map([](auto&&) { return Done{}; });
}

} // namespace delpek::node
