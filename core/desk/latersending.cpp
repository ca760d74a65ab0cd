// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/latersending.h"

#include "desk/window.h"
#include "domain/right.h"
#include "store/auditlog.h"
#include "store/conversationrow.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/latersends.h"
#include "store/staff.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

using domain::LaterSend;
using store::Session;

constexpr int remindedAtOnce = 100;

Result<domain::EscalationId> openEscalationOf(Session& session, domain::ConversationId id)
{
    return store::Escalations(session).ofConversation(id).map([](const auto& all) {
        const auto open = std::ranges::find_if(all, [](const auto& one) { return one.isOpen(); });
        return open == all.end() ? domain::EscalationId{} : open->id;
    });
}

/// Whether the author may still write to patients. Where nobody is kept as staff, whoever sits at the desk may.
Result<bool> isWriter(Session& session, const QString& author)
{
    return store::Staff(session).all().map([&](const std::vector<domain::StaffMember>& staff) {
        return staff.empty() || std::ranges::any_of(staff, [&](const domain::StaffMember& member) {
                   return member.name == author && member.active && domain::mayDo(member.role, domain::Right::Converse);
               });
    });
}

Result<LaterFacts> factsOf(Session& session, domain::ConversationId id)
{
    const auto conversation = store::loadConversation(session, id, true);
    const auto heard = conversation ? store::LaterSends(session).heard(id) : fail(conversation.error());
    const auto escalation = heard ? openEscalationOf(session, id) : fail(heard.error());
    return escalation.map([&](domain::EscalationId open) { return LaterFacts{*conversation, *heard, open, true}; });
}

Result<Done> logLater(Session& session, const LaterSend& planned, const char* action, const QString& detail,
                      base::Instant now)
{
    return store::AuditLog(session).append(planned.author, QLatin1String(action),
                                           QStringLiteral("conversation:%1").arg(planned.conversation.value), detail,
                                           now);
}

/// It comes back on top of the list, marked, as what was put off does.
Result<Done> remind(Session& session, domain::ConversationId id, base::Instant now)
{
    store::Conversations conversations(session);
    return conversations.setSnooze(id, now)
        .and_then([&](Done) { return conversations.endSnoozes(now, remindedAtOnce); })
        .map([](int) { return Done{}; });
}

tl::unexpected<Error> unfit(const char* key, const char* detail)
{
    return fail(ErrorCode::InvalidInput, QString::fromLatin1(detail), QString::fromLatin1(key));
}

} // namespace

Result<Done> holdBack(Session& session, const LaterSend& planned, const QString& fault, base::Instant now)
{
    return store::LaterSends(session)
        .holdBack(planned, fault)
        .and_then([&](Done) { return remind(session, planned.conversation, now); })
        .and_then([&](Done) { return logLater(session, planned, "message.notSentLater", fault, now); });
}

QString laterFault(const LaterSend& planned, const LaterFacts& facts, base::Instant now)
{
    const domain::Conversation& conversation = facts.conversation;
    if (conversation.optedOut) {
        return QStringLiteral("later.optedOut");
    }
    if (conversation.blocked) {
        return QStringLiteral("later.blocked");
    }
    if (!facts.mayWrite) {
        return QStringLiteral("later.author");
    }
    if (facts.heard != planned.heard) {
        return QStringLiteral("later.patientWrote");
    }
    if (facts.escalation.isValid() && facts.escalation != planned.escalation) {
        return QStringLiteral("later.escalation");
    }
    if (conversation.holder != domain::Holder{domain::HolderKind::Staff, planned.author}) {
        return QStringLiteral("later.holder");
    }
    if (now > planned.at + domain::latestLater) {
        return QStringLiteral("later.late");
    }
    if (!composerFor(conversation, now).canSendText) {
        return QStringLiteral("later.window");
    }
    return {};
}

Result<domain::LaterSendId> planByPerson(Session& session, const StaffSend& send, base::Instant at, base::Instant now)
{
    const auto conversation = checkSend(session, send, now);
    if (!conversation) {
        return fail(conversation.error());
    }
    if (at <= now || at > now + domain::longestLater) {
        return unfit("later.time", "the time is over or too far ahead");
    }
    if (conversation->optedOut) {
        return unfit("later.optedOut", "the patient wants no messages");
    }
    if (!composerFor(*conversation, at).canSendText) {
        return unfit("later.window", "free text cannot be sent then");
    }
    store::LaterSends planned(session);
    const auto others = planned.of(send.conversation);
    if (!others) {
        return fail(others.error());
    }
    if (others->size() >= domain::maxLaterSends) {
        return unfit("later.tooMany", "too many wait in this conversation");
    }
    const domain::Holder mine{domain::HolderKind::Staff, send.authorName};
    const auto held =
        conversation->holder == mine ? Result<Done>(Done{}) : setHolder(session, send.conversation, mine, now);
    const auto facts = held ? factsOf(session, send.conversation) : fail(held.error());
    if (!facts) {
        return fail(facts.error());
    }
    const LaterSend one{
        {}, send.conversation, send.authorName, send.text.trimmed(), at, now, facts->heard, facts->escalation, {}};
    const auto added = planned.add(one);
    if (!added) {
        return added;
    }
    return store::Conversations(session)
        .markSeen(send.conversation)
        .and_then([&](Done) {
            return send.draftOf.isEmpty()
                       ? Result<Done>(Done{})
                       : store::Conversations(session).saveDraft(send.conversation, send.draftOf, QString());
        })
        .and_then(
            [&](Done) { return logLater(session, one, "message.plan", QString::number(base::toMillis(at)), now); })
        .map([&](Done) { return *added; });
}

Result<bool> sendFirstDue(Session& session, const StaffSend& means, base::Instant now, int skip)
{
    store::LaterSends planned(session);
    const auto due = planned.firstDue(now, skip);
    if (!due || !*due) {
        return due.map([](const auto&) { return false; });
    }
    const LaterSend& one = **due;
    auto facts = factsOf(session, one.conversation);
    const auto mayWrite = facts ? isWriter(session, one.author) : fail(facts.error());
    if (!mayWrite) {
        return fail(mayWrite.error());
    }
    facts->mayWrite = *mayWrite;
    const auto putOff = facts->conversation.snoozedUntil;
    const auto done = [](Done) { return true; };
    if (const QString fault = laterFault(one, *facts, now); !fault.isEmpty()) {
        return holdBack(session, one, fault, now).map(done);
    }
    StaffSend send = means;
    send.conversation = one.conversation;
    send.authorName = one.author;
    send.text = one.text;
    // What keeps a person from sending it now keeps it back, too.
    if (const auto may = checkSend(session, send, now); !may) {
        const auto& error = may.error();
        return error.key.isEmpty() ? fail(error) : holdBack(session, one, error.key, now).map(done);
    }
    return sendByPerson(session, send, now)
        .and_then([&](domain::MessageId) { return planned.remove(one); })
        // Sending takes the conversation, which brings it back; but nobody sat there: it comes back when it was to.
        .and_then([&](Done) {
            return putOff > now ? store::Conversations(session).setSnooze(one.conversation, putOff)
                                : Result<Done>(Done{});
        })
        .and_then([&](Done) { return logLater(session, one, "message.sentLater", {}, now); })
        .map(done);
}

} // namespace delpek::desk
