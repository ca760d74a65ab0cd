// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// Tables `message` and `message_version`. A conversation's messages are in the order of their ids.
class Messages
{
public:
    explicit Messages(Session& session)
        : m_session(session)
    {
    }

    /// Adds a message; the id in `message` is ignored. Nothing when the conversation has one with that provider id.
    /// A patient's message is born waiting for a turn.
    Result<std::optional<domain::MessageId>> add(const domain::Message& message);
    Result<domain::Message> find(domain::MessageId id);
    Result<std::optional<domain::Message>> findByProviderId(domain::ConversationId conversation,
                                                            const QString& providerId);
    /// A message of ours on that channel account by the provider's id (statuses carry no conversation).
    Result<std::optional<domain::Message>> findOutgoing(domain::ChannelKind channel, const QString& account,
                                                        const QString& providerId);

    /// The newest `limit` messages with ids below `before` (an invalid id: from the end), ascending.
    Result<std::vector<domain::Message>> before(domain::ConversationId conversation, domain::MessageId before,
                                                int limit);
    /// The oldest `limit` messages with ids above `after`, ascending.
    Result<std::vector<domain::Message>> after(domain::ConversationId conversation, domain::MessageId after, int limit);

    /// What a turn said, ascending.
    Result<std::vector<domain::Message>> saidBy(domain::ConversationId conversation, domain::DecisionId decision);

    /// Keeps the old text as a version, renews the conversation's preview if it shows this message, and makes a
    /// patient's message wait for a turn again.
    Result<Done> edit(domain::MessageId id, const QString& text, base::Instant at);
    /// What the message said as that version, before any later edit. NotFound when there was no such version.
    Result<QString> textOf(domain::MessageId id, int version);
    /// The text stays, and a message that waits for a turn still waits: what was said may be urgent.
    Result<Done> markDeleted(domain::MessageId id);
    /// An older reaction never overwrites a newer one.
    Result<Done> setReaction(domain::MessageId id, const QString& emoji, base::Instant at);

    /// Patient messages that wait for a turn, ascending.
    Result<std::vector<domain::Message>> waiting(domain::ConversationId conversation);
    /// Conversations that have any, after a start.
    Result<std::vector<domain::ConversationId>> conversationsWaiting();
    Result<Done> markTaken(const std::vector<domain::MessageId>& ids, domain::DecisionId decision);

    /// Moves the delivery state forward only (Queued < Sending < Unknown < Sent < Delivered < Read; Failed and
    /// Withdrawn end it, but a provider's Sent, Delivered or Read after Unknown counts). False when nothing changed.
    Result<bool> advanceDelivery(domain::MessageId id, domain::DeliveryState state, const QString& errorKey = {});
    /// Conflict when another message of the conversation has it.
    Result<Done> setProviderId(domain::MessageId id, const QString& providerId);

private:
    Session& m_session;
};

} // namespace delpek::store
