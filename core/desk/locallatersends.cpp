// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/locallatersends.h"

#include "desk/latersending.h"
#include "desk/settlement.h"
#include "store/auditlog.h"
#include "store/conversations.h"
#include "store/latersends.h"

namespace delpek::desk
{

namespace
{

using domain::LaterSend;
using domain::LaterSendId;
using store::Session;

/// What a person did with a planned message.
Result<Done> tellLog(Session& session, const LaterSend& planned, const QString& by, const char* action,
                     base::Instant now)
{
    return store::AuditLog(session).append(by, QLatin1String(action),
                                           QStringLiteral("conversation:%1").arg(planned.conversation.value), {}, now);
}

} // namespace

LocalLaterSends::LocalLaterSends(store::Store& store, base::Clock& clock, StaffSend means)
    : m_store(store)
    , m_clock(clock)
    , m_means(std::move(means))
{
}

Future<std::vector<LaterSend>> LocalLaterSends::of(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::LaterSends(session).of(id); });
}

Future<LaterSendId> LocalLaterSends::plan(domain::ConversationId id, const QString& text, base::Instant at)
{
    StaffSend send = m_means;
    send.conversation = id;
    send.text = text;
    return m_store
        .write([send, at, now = m_clock.now()](Session& session) { return planByPerson(session, send, at, now); })
        .then([this, id](const Result<LaterSendId>& planned) {
            // As after a send: what an agent was about to say is over.
            return planned ? whenAgentSendsSettled(m_store, id).then([planned](const Result<Done>&) { return planned; })
                           : base::ready<LaterSendId>(planned);
        });
}

Future<QString> LocalLaterSends::edit(LaterSendId id)
{
    return m_store.write([id, by = m_means.authorName, now = m_clock.now()](Session& session) -> Result<QString> {
        store::LaterSends planned(session);
        store::Conversations conversations(session);
        const auto one = planned.take(id);
        const auto since = one ? conversations.draft(one->conversation, by) : fail(one.error());
        if (!since) {
            return fail(since.error());
        }
        const QString draft = since->isEmpty() ? one->text : one->text + QLatin1Char('\n') + *since;
        return planned.remove(*one)
            .and_then([&](Done) { return conversations.saveDraft(one->conversation, by, draft); })
            .and_then([&](Done) { return tellLog(session, *one, by, "message.planChanged", now); })
            .map([&](Done) { return draft; });
    });
}

Future<domain::MessageId> LocalLaterSends::sendNow(LaterSendId id)
{
    StaffSend send = m_means;
    send.draftOf.clear(); // another draft stays
    return m_store.write([=, now = m_clock.now()](Session& session) -> Result<domain::MessageId> {
        store::LaterSends planned(session);
        const auto one = planned.take(id);
        if (!one) {
            return fail(one.error());
        }
        StaffSend whole = send;
        whole.conversation = one->conversation;
        whole.text = one->text;
        const auto sent = sendByPerson(session, whole, now);
        if (!sent) {
            return sent;
        }
        return planned.remove(*one)
            .and_then([&](Done) { return tellLog(session, *one, whole.authorName, "message.sentNow", now); })
            .map([&](Done) { return *sent; });
    });
}

Future<Done> LocalLaterSends::cancel(LaterSendId id)
{
    return m_store.write([id, by = m_means.authorName, now = m_clock.now()](Session& session) -> Result<Done> {
        store::LaterSends planned(session);
        const auto one = planned.take(id);
        if (!one) {
            return fail(one.error());
        }
        return planned.remove(*one).and_then(
            [&](Done) { return tellLog(session, *one, by, "message.planCancelled", now); });
    });
}

} // namespace delpek::desk
