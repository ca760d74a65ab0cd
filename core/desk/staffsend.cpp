// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/staffsend.h"

#include "agent/offerholder.h"
#include "channels/split.h"
#include "clinic/holds.h"
#include "desk/clinicalconsent.h"
#include "desk/deskfiles.h"
#include "desk/window.h"
#include "domain/quickreply.h"
#include "store/agentdrafts.h"
#include "store/attachments.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/outgoing.h"

#include <utility>

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
    QString words = send.text.trimmed();
    domain::Message plain;
    plain.conversation = send.conversation;
    plain.author = send.author;
    plain.authorName = send.authorName;
    std::vector<domain::Message> messages;
    if (send.templated) {
        plain.templated = send.templated;
        plain.text = words;
        return {plain};
    }
    if (send.place) {
        domain::Message place = plain;
        place.kind = domain::MessageKind::Location;
        place.place = send.place;
        messages.push_back(std::move(place));
    }
    for (const domain::Attachment& attachment : send.files) {
        domain::Message file = plain;
        file.kind = kindOfFile(attachment.type);
        file.attachment = attachment;
        const bool isWanted = attachment.voice && send.transcribe;
        file.attachment->transcript = isWanted ? domain::TranscriptState::Wanted : domain::TranscriptState::None;
        // What is spoken has no words below it anywhere.
        if (!attachment.voice && words.size() <= limits.maxCaption) {
            file.text = std::exchange(words, {});
        }
        messages.push_back(std::move(file));
    }
    if (!words.isEmpty()) {
        for (const QString& part : channels::splitFor(limits, words, {})) {
            plain.text = part;
            messages.push_back(plain);
        }
    }
    return messages;
}

/// A template is the clinic's own approved text; everything else that a doctor says needs consent.
Result<Done> mayGo(store::Session& session, const StaffSend& send, const domain::Conversation& conversation)
{
    if (send.templated || send.callsInstead) {
        return Done{};
    }
    const bool isDoctors = send.clinical || send.author == domain::AuthorKind::Doctor;
    const auto fault = isDoctors ? consentFault(session, conversation, send.needsConsent)
                                 : consentFault(session, conversation, send.authorName, send.needsConsent);
    if (!fault) {
        return fail(fault.error());
    }
    return fault->isEmpty() ? Result<Done>(Done{})
                            : fail(ErrorCode::Forbidden, QStringLiteral("the patient's consent is missing"), *fault);
}

} // namespace

base::Duration holdFor(const StaffSend& send, const domain::Conversation& conversation, base::Instant now)
{
    const bool isUrgent = conversation.urgency == domain::Urgency::Emergency;
    if (isUrgent || send.author != domain::AuthorKind::Staff) {
        return {};
    }
    const auto closes = composerFor(conversation, now).windowCloses;
    return closes && !send.templated && *closes <= now + send.undo ? base::Duration{} : send.undo;
}

Result<domain::Conversation> checkSend(store::Session& session, const StaffSend& send, base::Instant now)
{
    if (send.text.trimmed().isEmpty() && send.files.empty() && !send.place) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("an empty message cannot be sent"),
                    QStringLiteral("send.empty"));
    }
    if (!domain::gapsIn(send.text).empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a gap of a quick reply is not filled"),
                    QStringLiteral("send.gap"));
    }
    const auto conversation = store::Conversations(session).find(send.conversation);
    if (!conversation) {
        return fail(conversation.error());
    }
    if (const auto good = mayGo(session, send, *conversation); !good) {
        return fail(good.error());
    }
    const auto composer = composerFor(*conversation, now);
    if (!composer.canSendText && (!send.templated || conversation->blocked)) {
        return fail(conversation->blocked ? ErrorCode::Unreachable : ErrorCode::WindowClosed,
                    QStringLiteral("free text cannot be sent now"), composer.reason);
    }
    return conversation;
}

Result<domain::MessageId> sendByPerson(store::Session& session, const StaffSend& send, base::Instant now)
{
    const auto conversation = checkSend(session, send, now);
    if (!conversation) {
        return fail(conversation.error());
    }
    store::Conversations conversations(session);
    const auto kind =
        send.author == domain::AuthorKind::Doctor ? domain::HolderKind::Doctor : domain::HolderKind::Staff;
    if (const auto held = setHolder(session, send.conversation, {kind, send.authorName}, now); !held) {
        return fail(held.error());
    }
    domain::MessageId last;
    const auto hold = holdFor(send, *conversation, now);
    const auto limits = send.limitsOf ? send.limitsOf(conversation->address) : channels::Capabilities{};
    for (auto& message : messagesOf(send, limits)) {
        message.epoch = conversation->epoch + 1;
        const bool isHeard = message.attachment && message.attachment->transcript == domain::TranscriptState::Wanted;
        const auto queued = store::queueMessage(session, std::move(message), store::Fence::None, now, hold);
        if (!queued) {
            return queued;
        }
        last = *queued;
        if (isHeard && hold > base::Duration(0)) {
            // What may still be taken back leaves the house for nobody.
            if (const auto later = store::Attachments(session).retryAt(last, now + hold); !later) {
                return fail(later.error());
            }
        }
    }
    if (!send.isRepeat) {
        const auto settled = store::AgentDrafts(session).settle(send.conversation, send.authorName, last, send.text);
        if (!settled) {
            return fail(settled.error());
        }
    }
    if (send.author == domain::AuthorKind::Doctor && !send.callsInstead) {
        const auto answered = store::Escalations(session).answered(send.conversation, send.authorName, now);
        if (!answered) {
            return fail(answered.error());
        }
    }
    return conversations.markSeen(send.conversation)
        .and_then([&](Done) {
            return send.draftOf.isEmpty() ? Result<Done>(Done{})
                                          : conversations.saveDraft(send.conversation, send.draftOf, QString());
        })
        .map([&](Done) { return last; });
}

} // namespace delpek::desk
