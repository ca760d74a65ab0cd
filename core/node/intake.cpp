// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/intake.h"

#include "base/logging.h"
#include "node/deliveryreport.h"
#include "node/sendfailure.h"
#include "store/agentdrafts.h"
#include "store/conversations.h"
#include "store/messages.h"
#include "store/outbox.h"
#include "store/templates.h"

namespace delpek::node
{

namespace
{

using store::Conversations;
using store::Messages;
using store::Outbox;

std::optional<domain::Attachment> attachmentOf(const domain::MessageReceived& event, const IntakeRules& rules)
{
    if (event.mediaId.isEmpty()) {
        return std::nullopt;
    }
    domain::Attachment attachment;
    attachment.reference = event.mediaId;
    attachment.type = event.mediaType;
    attachment.name = event.mediaName;
    attachment.size = event.mediaSize;
    attachment.voice = event.voice;
    if (event.sender.address.channel == domain::ChannelKind::WebChat) {
        // The page's files pass the door before their delivery is kept.
        attachment.state = domain::AttachmentState::Kept;
        attachment.file = event.mediaId;
    }
    if (rules.transcribe && event.kind == domain::MessageKind::Audio && !event.transcribed) {
        attachment.transcript = domain::TranscriptState::Wanted;
    }
    return attachment;
}

struct Applier {
    store::Session& session;
    const QString& correlation;
    base::Instant now;
    std::set<Work>& work;
    const IntakeRules& rules;

    Result<Done> overtake(const domain::Conversation& conversation)
    {
        return node::overtake(session, conversation.id).map([&](Done) {
            work.insert({conversation.person, conversation.id});
            return Done{};
        });
    }

    Result<Done> operator()(const domain::MessageReceived& event)
    {
        const auto conversation = Conversations(session).findOrCreate(event.sender, now);
        if (!conversation) {
            return fail(conversation.error());
        }
        domain::Message message;
        message.conversation = conversation->id;
        message.author = domain::AuthorKind::Patient;
        message.kind = event.kind;
        message.text = event.text;
        message.choice = event.choice;
        message.providerId = event.providerId;
        message.quotedProviderId = event.quotedProviderId;
        message.quotedText = event.quotedText;
        // Telegram does not tell when a button was pressed, only when it was sent.
        const bool telegramChoice =
            event.kind == domain::MessageKind::Choice && event.sender.address.channel == domain::ChannelKind::Telegram;
        message.sentAt = telegramChoice ? now : event.sentAt;
        message.createdAt = now;
        message.epoch = conversation->epoch;
        message.correlation = correlation;
        message.forwarded = event.forwarded;
        message.place = event.place;
        message.attachment = attachmentOf(event, rules);
        const auto added = Messages(session).add(message);
        if (!added) {
            return fail(added.error());
        }
        if (!*added) {
            return Done{};
        }
        message.id = **added;
        return Conversations(session)
            .noteMessage(message)
            // Whoever writes to the clinic does not block it any more.
            .and_then([&](Done) {
                return conversation->blocked ? Conversations(session).setBlocked(conversation->id, false)
                                             : Result<Done>(Done{});
            })
            .and_then([&](Done) { return overtake(*conversation); });
    }

    Result<std::optional<domain::Message>> patientMessage(const domain::Sender& sender, const QString& providerId,
                                                          std::optional<domain::Conversation>& conversation)
    {
        auto found = Conversations(session).findByAddress(sender.address);
        if (!found) {
            return fail(found.error());
        }
        conversation = *found;
        if (!conversation) {
            return std::optional<domain::Message>();
        }
        return Messages(session).findByProviderId(conversation->id, providerId);
    }

    Result<Done> operator()(const domain::MessageEdited& event)
    {
        std::optional<domain::Conversation> conversation;
        const auto message = patientMessage(event.sender, event.providerId, conversation);
        if (!message) {
            return fail(message.error());
        }
        if (!*message) {
            // The original never came: what it says now still has to be read.
            domain::MessageReceived received;
            received.sender = event.sender;
            received.providerId = event.providerId;
            received.sentAt = event.editedAt;
            received.text = event.text;
            return (*this)(received);
        }
        if ((*message)->text == event.text) {
            return Done{};
        }
        return Messages(session).edit((*message)->id, event.text, event.editedAt).and_then([&](Done) {
            return overtake(*conversation);
        });
    }

    Result<Done> operator()(const domain::MessageDeleted& event)
    {
        std::optional<domain::Conversation> conversation;
        const auto message = patientMessage(event.sender, event.providerId, conversation);
        if (!message) {
            return fail(message.error());
        }
        return *message ? Messages(session).markDeleted((*message)->id) : Result<Done>(Done{});
    }

    Result<Done> operator()(const domain::ReactionChanged& event)
    {
        std::optional<domain::Conversation> conversation;
        const auto message = patientMessage(event.sender, event.providerId, conversation);
        if (!message) {
            return fail(message.error());
        }
        return *message ? Messages(session).setReaction((*message)->id, event.emoji, event.at) : Result<Done>(Done{});
    }

    Result<Done> operator()(const domain::DeliveryReported& event) { return applyReport(session, event, now); }

    Result<Done> operator()(const domain::EchoReceived& event)
    {
        Conversations conversations(session);
        const auto conversation = conversations.findOrCreate(event.patient, now);
        if (!conversation) {
            return fail(conversation.error());
        }
        domain::Message message;
        message.conversation = conversation->id;
        message.author = domain::AuthorKind::Staff;
        message.kind = event.kind;
        message.text = event.text;
        if (!event.mediaId.isEmpty()) {
            message.attachment = domain::Attachment{event.mediaId, event.mediaType, event.mediaName};
        }
        message.providerId = event.providerId;
        message.sentAt = event.sentAt;
        message.createdAt = now;
        message.epoch = conversation->epoch;
        message.delivery = domain::DeliveryState::Sent;
        message.correlation = correlation;
        const auto added = Messages(session).add(message);
        if (!added) {
            return fail(added.error());
        }
        if (!*added) {
            return Done{};
        }
        message.id = **added;
        const auto held = conversations.setHolder(conversation->id, {domain::HolderKind::Staff, QString()}, now);
        if (!held) {
            return fail(held.error());
        }
        // A draft that answers the same words must not go out behind it.
        return conversations.noteMessage(message)
            .and_then([&](Done) {
                return store::AgentDrafts(session).settle(conversation->id, QString(), message.id, message.text);
            })
            .and_then([&](Done) { return Outbox(session).withdrawStale(conversation->id); })
            .and_then([&](int) { return applyEarlyReports(session, message.id, now); });
    }

    Result<Done> operator()(const domain::AddressChanged& event)
    {
        return Conversations(session).moveAddress(event.from, event.user).map([](auto) { return Done{}; });
    }

    Result<Done> operator()(const domain::TemplateChanged& event)
    {
        return store::Templates(session).note({event.channel,
                                               event.account,
                                               event.name,
                                               event.language,
                                               event.state,
                                               event.category,
                                               event.reason,
                                               {},
                                               event.at});
    }

    /// Nothing can reach a patient who blocked the clinic: what waits to be sent fails where people see it.
    Result<Done> operator()(const domain::ReachabilityChanged& event)
    {
        Conversations conversations(session);
        const auto conversation = conversations.findByAddress(event.sender.address);
        if (!conversation) {
            return fail(conversation.error());
        }
        if (!*conversation || (*conversation)->blocked == !event.reachable) {
            return Done{};
        }
        const auto id = (*conversation)->id;
        if (const auto noted = conversations.setBlocked(id, !event.reachable); !noted || event.reachable) {
            return noted;
        }
        const auto queued = Outbox(session).queuedOf(id);
        if (!queued) {
            return fail(queued.error());
        }
        const QString key = QStringLiteral("send.blocked");
        for (const auto& row : *queued) {
            const auto failed = Outbox(session).markFailed(row.id, key).and_then([&](Done) {
                return reportSendFailure(session, row.message, key, now);
            });
            if (!failed) {
                return failed;
            }
        }
        return Done{};
    }

    Result<Done> operator()(const domain::Ignored& event)
    {
        qCInfo(lcNode).noquote() << "event without effect:" << event.what;
        return Done{};
    }
};

} // namespace

Result<Done> overtake(store::Session& session, domain::ConversationId conversation)
{
    return Conversations(session).raiseEpoch(conversation).and_then([&](qint64) {
        return Outbox(session).withdrawStale(conversation).map([](int) { return Done{}; });
    });
}

Result<Done> applyEvent(store::Session& session, const domain::Event& event, const QString& correlation,
                        base::Instant now, std::set<Work>& work, const IntakeRules& rules)
{
    return std::visit(Applier{session, correlation, now, work, rules}, event);
}

} // namespace delpek::node
