// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/sendfailure.h"

#include "store/conversations.h"
#include "store/decisions.h"
#include "store/messages.h"

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

} // namespace delpek::node
