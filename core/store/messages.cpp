// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.h"

#include "store/attachments.h"
#include "store/conversationrow.h"
#include "store/deliverystate.h"
#include "store/messagerow.h"
#include "store/searchindex.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::ConversationId;
using domain::DeliveryState;
using domain::Message;
using domain::MessageId;
using domain::Topic;

namespace
{

int rank(DeliveryState state)
{
    switch (state) {
    case DeliveryState::None:
        return 0;
    case DeliveryState::Queued:
        return 1;
    case DeliveryState::Sending:
        return 2;
    case DeliveryState::Unknown:
        return 3;
    case DeliveryState::Sent:
        return 4;
    case DeliveryState::Failed:
    case DeliveryState::Withdrawn:
        return 5; // ends what is at most sent
    case DeliveryState::Delivered:
        return 6;
    case DeliveryState::Read:
        return 7;
    }
    return 0;
}

Result<std::vector<Message>> list(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows = session.run(
        QStringLiteral("SELECT %1 FROM %2 WHERE ").arg(QLatin1String(messageColumns), QLatin1String(messageTables)) +
            rest,
        values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Message> messages;
    while (rows->next()) {
        auto message = messageFrom(*rows);
        if (!message) {
            return fail(message.error());
        }
        messages.push_back(std::move(*message));
    }
    return messages;
}

Result<std::optional<Message>> one(Session& session, const QString& rest, const QVariantList& values)
{
    return list(session, rest, values).map([](std::vector<Message> found) {
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

/// The message, kept from other writers until the commit.
Result<Message> locked(Session& session, MessageId id)
{
    if (auto held = session.run(QStringLiteral("SELECT id FROM message WHERE id = ?") + session.lockRows(), {id.value});
        !held) {
        return fail(held.error());
    }
    auto found = one(session, QStringLiteral("id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no message %1").arg(id.value));
    }
    return std::move(**found);
}

Result<Done> update(Session& session, const Message& message, const QString& sql, const QVariantList& values)
{
    const auto touched = session.execute(sql, values);
    if (!touched) {
        return fail(touched.error());
    }
    session.changed(Topic::Message, message.id.value, message.conversation.value);
    return Done{};
}

} // namespace

bool isForward(DeliveryState from, DeliveryState to)
{
    const bool ended = from == DeliveryState::Failed || from == DeliveryState::Withdrawn;
    return !ended && rank(to) > rank(from);
}

Result<std::optional<MessageId>> Messages::add(const Message& message)
{
    static const QString sql = QStringLiteral(
        "INSERT INTO message (conversation, author, author_name, kind, text, choice, provider_id, quoted_provider_id, "
        "sent_at, created_at, epoch, delivery, delivery_error, asks, options, version, deleted, reaction, decision, "
        "correlation, waiting, special) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING RETURNING id");
    const auto id = m_session.insert(sql, {message.conversation.value,
                                           toText(message.author),
                                           message.authorName,
                                           toText(message.kind),
                                           message.text,
                                           message.choice,
                                           message.providerId,
                                           message.quotedProviderId,
                                           qint64(toMillis(message.sentAt)),
                                           qint64(toMillis(message.createdAt)),
                                           message.epoch,
                                           toText(message.delivery),
                                           message.deliveryError,
                                           toText(message.asks),
                                           optionsToText(message.options),
                                           message.version,
                                           message.deleted,
                                           message.reaction,
                                           message.decision.isValid() ? QVariant(message.decision.value) : QVariant(),
                                           message.correlation,
                                           message.isIncoming(),
                                           specialToText(message)});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return std::nullopt;
    }
    if (message.attachment) {
        const auto attached = Attachments(m_session).add({**id}, *message.attachment, message.createdAt);
        if (!attached) {
            return fail(attached.error());
        }
    }
    if (const auto indexed = SearchIndex(m_session).addMessage({**id}, message.conversation, message.text); !indexed) {
        return fail(indexed.error());
    }
    m_session.changed(Topic::Message, **id, message.conversation.value);
    return MessageId{**id};
}

Result<Message> Messages::find(MessageId id)
{
    auto found = one(m_session, QStringLiteral("id = ?"), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no message %1").arg(id.value));
    }
    return std::move(**found);
}

Result<std::optional<Message>> Messages::findByProviderId(ConversationId conversation, const QString& providerId)
{
    return one(m_session, QStringLiteral("provider_id = ? AND provider_id <> '' AND conversation = ?"),
               {providerId, conversation.value});
}

Result<std::optional<Message>> Messages::findOutgoing(domain::ChannelKind channel, const QString& account,
                                                      const QString& providerId)
{
    return one(m_session,
               QStringLiteral("provider_id = ? AND provider_id <> '' AND author <> 'patient' AND conversation IN "
                              "(SELECT id FROM conversation WHERE channel = ? AND account = ?)"),
               {providerId, toText(channel), account});
}

Result<std::vector<Message>> Messages::before(ConversationId conversation, MessageId before, int limit)
{
    const qint64 end = before.isValid() ? before.value : std::numeric_limits<qint64>::max();
    auto messages = list(m_session, QStringLiteral("conversation = ? AND id < ? ORDER BY id DESC LIMIT ?"),
                         {conversation.value, end, limit});
    if (messages) {
        std::ranges::reverse(*messages);
    }
    return messages;
}

Result<std::vector<Message>> Messages::after(ConversationId conversation, MessageId after, int limit)
{
    return list(m_session, QStringLiteral("conversation = ? AND id > ? ORDER BY id LIMIT ?"),
                {conversation.value, after.value, limit});
}

Result<std::vector<Message>> Messages::saidBy(ConversationId conversation, domain::DecisionId decision)
{
    return list(m_session, QStringLiteral("conversation = ? AND decision = ? AND author <> 'patient' ORDER BY id"),
                {conversation.value, decision.value});
}

Result<Done> Messages::edit(MessageId id, const QString& text, base::Instant at)
{
    const auto message = locked(m_session, id);
    if (!message) {
        return fail(message.error());
    }
    if (message->text == text) {
        return Done{};
    }
    const auto kept = m_session.execute(
        QStringLiteral("INSERT INTO message_version (message, version, text, replaced_at) VALUES (?, ?, ?, ?)"),
        {id.value, message->version, message->text, qint64(toMillis(at))});
    if (!kept) {
        return fail(kept.error());
    }
    const auto edited =
        update(m_session, *message,
               QStringLiteral("UPDATE message SET text = ?, version = version + 1, waiting = ? WHERE id = ?"),
               {text, message->isIncoming(), id.value});
    if (!edited) {
        return edited;
    }
    // One that was deleted is in the index no more.
    const auto indexed = SearchIndex(m_session).changeMessage(
        id, message->conversation, message->deleted ? QString() : message->text, message->deleted ? QString() : text);
    if (!indexed) {
        return indexed;
    }
    const auto previewed =
        m_session.execute(QStringLiteral("UPDATE conversation SET preview = ? WHERE id = ? AND last_message = ?"),
                          {previewOf(text), message->conversation.value, id.value});
    if (!previewed) {
        return fail(previewed.error());
    }
    if (*previewed > 0) {
        m_session.changed(Topic::Conversation, message->conversation.value, message->conversation.value);
    }
    return Done{};
}

Result<QString> Messages::textOf(MessageId id, int version)
{
    auto rows = m_session.run(QStringLiteral("SELECT text FROM message_version WHERE message = ? AND version = ? "
                                             "UNION ALL SELECT text FROM message WHERE id = ? AND version = ?"),
                              {id.value, version, id.value, version});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("message %1 has no version %2").arg(id.value).arg(version));
    }
    return rows->text(0);
}

Result<Done> Messages::markDeleted(MessageId id)
{
    const auto message = locked(m_session, id);
    if (!message) {
        return fail(message.error());
    }
    if (message->deleted) {
        return Done{};
    }
    const auto unfound = SearchIndex(m_session).changeMessage(id, message->conversation, message->text, QString());
    if (!unfound) {
        return unfound;
    }
    return update(m_session, *message, QStringLiteral("UPDATE message SET deleted = 1 WHERE id = ?"), {id.value});
}

Result<Done> Messages::setReaction(MessageId id, const QString& emoji, base::Instant at)
{
    const auto message = locked(m_session, id);
    if (!message) {
        return fail(message.error());
    }
    const qint64 moment = toMillis(at);
    return update(m_session, *message,
                  QStringLiteral("UPDATE message SET reaction = ?, reaction_at = ? WHERE id = ? AND "
                                 "COALESCE(reaction_at, 0) <= ?"),
                  {emoji, moment, id.value, moment});
}

Result<std::vector<Message>> Messages::waiting(ConversationId conversation)
{
    return list(m_session, QStringLiteral("conversation = ? AND waiting = 1 ORDER BY id"), {conversation.value});
}

Result<std::vector<ConversationId>> Messages::conversationsWaiting()
{
    auto rows = m_session.run(
        QStringLiteral("SELECT conversation FROM message WHERE waiting = 1 GROUP BY conversation ORDER BY min(id)"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ConversationId> conversations;
    while (rows->next()) {
        conversations.push_back({rows->integer(0)});
    }
    return conversations;
}

Result<Done> Messages::markTaken(const std::vector<MessageId>& ids, domain::DecisionId decision)
{
    for (const auto id : ids) {
        const auto message = locked(m_session, id);
        if (!message) {
            return fail(message.error());
        }
        const auto taken =
            update(m_session, *message, QStringLiteral("UPDATE message SET waiting = 0, decision = ? WHERE id = ?"),
                   {decision.isValid() ? QVariant(decision.value) : QVariant(), id.value});
        if (!taken) {
            return taken;
        }
    }
    return Done{};
}

Result<bool> Messages::advanceDelivery(MessageId id, DeliveryState state, const QString& errorKey)
{
    const auto message = locked(m_session, id);
    if (!message) {
        return fail(message.error());
    }
    if (!isForward(message->delivery, state)) {
        return false;
    }
    return update(m_session, *message,
                  QStringLiteral("UPDATE message SET delivery = ?, delivery_error = ? WHERE id = ?"),
                  {toText(state), errorKey, id.value})
        .map([](Done) { return true; });
}

Result<Done> Messages::setProviderId(MessageId id, const QString& providerId)
{
    const auto message = locked(m_session, id);
    if (!message) {
        return fail(message.error());
    }
    // Asked before, as a violated constraint would cost PostgreSQL the whole savepoint.
    const auto other = findByProviderId(message->conversation, providerId);
    if (!other) {
        return fail(other.error());
    }
    if (*other && (*other)->id != id) {
        return fail(ErrorCode::Conflict,
                    QStringLiteral("message %1 has that provider id already").arg((*other)->id.value));
    }
    return update(m_session, *message, QStringLiteral("UPDATE message SET provider_id = ? WHERE id = ?"),
                  {providerId, id.value});
}

} // namespace delpek::store
