// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversations.h"

#include "store/conversationrow.h"
#include "store/drafts.h"
#include "store/erasure.h"
#include "store/searchindex.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Conversation;
using domain::ConversationId;
using domain::Topic;

namespace
{

QString personKey(const domain::Sender& sender)
{
    if (sender.phone) {
        return QStringLiteral("tel:") + sender.phone->e164();
    }
    const auto& address = sender.address;
    return QStringLiteral("%1:%2:%3").arg(toText(address.channel), address.account, address.user);
}

Result<domain::PersonId> findOrCreatePerson(Session& session, const QString& key)
{
    const auto created = session.insert(
        QStringLiteral("INSERT INTO person (key) VALUES (?) ON CONFLICT DO NOTHING RETURNING id"), {key});
    if (!created) {
        return fail(created.error());
    }
    if (*created) {
        return domain::PersonId{**created};
    }
    auto rows = session.run(QStringLiteral("SELECT id FROM person WHERE key = ?"), {key});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::Internal, QStringLiteral("a person is there and is not"));
    }
    return domain::PersonId{rows->integer(0)};
}

domain::Language languageFromTag(const QString& tag)
{
    const bool other = !tag.isEmpty() && !tag.startsWith(QLatin1String("he")) && !tag.startsWith(QLatin1String("iw"));
    return other ? domain::Language::English : domain::Language::Hebrew;
}

Result<Done> create(Session& session, const domain::Sender& sender, base::Instant now)
{
    const auto person = findOrCreatePerson(session, personKey(sender));
    if (!person) {
        return fail(person.error());
    }
    Conversation begun;
    begun.address = sender.address;
    begun.displayName = sender.displayName;
    begun.phone = sender.phone;
    begun.language = languageFromTag(sender.language);
    const auto refusal = takeRefusal(session, begun.address);
    if (!refusal) {
        return fail(refusal.error());
    }
    begun.optedOut = refusal->optedOut;
    begun.blocked = refusal->blocked;
    const auto id = session.insert(
        QStringLiteral(
            "INSERT INTO conversation (channel, account, user_key, person, display_name, phone, "
            "language, holder_kind, holder_name, epoch, mode, urgency, needs_person, last_activity, preview, "
            "preview_author, unread, opted_out, blocked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?) "
            "ON CONFLICT DO NOTHING RETURNING id"),
        {toText(begun.address.channel), begun.address.account, begun.address.user, person->value, begun.displayName,
         begun.phone ? begun.phone->e164() : QString(), toText(begun.language), toText(begun.holder.kind),
         begun.holder.name, begun.epoch, toText(begun.mode), toText(begun.urgency), begun.needsPerson,
         qint64(toMillis(now)), begun.preview, toText(begun.previewAuthor), begun.unread, begun.optedOut,
         begun.blocked});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return Done{};
    }
    session.changed(Topic::Conversation, **id, **id);
    begun.id = {**id};
    return SearchIndex(session).addName(begun);
}

/// What the delivery tells beyond what is known: a new profile name, a phone learned later.
Result<Conversation> refreshed(Session& session, Conversation known, const domain::Sender& sender)
{
    const bool renamed = !sender.displayName.isEmpty() && sender.displayName != known.displayName;
    const bool phoneLearned = sender.phone && sender.phone != known.phone;
    if (!renamed && !phoneLearned) {
        return known;
    }
    const Conversation before = known;
    if (renamed) {
        known.displayName = sender.displayName;
    }
    if (phoneLearned) {
        const auto person = findOrCreatePerson(session, personKey(sender));
        if (!person) {
            return fail(person.error());
        }
        known.phone = sender.phone;
        known.person = *person;
    }
    const auto updated = session.execute(
        QStringLiteral("UPDATE conversation SET display_name = ?, phone = ?, person = ? WHERE id = ?"),
        {known.displayName, known.phone ? known.phone->e164() : QString(), known.person.value, known.id.value});
    if (!updated) {
        return fail(updated.error());
    }
    if (const auto indexed = SearchIndex(session).changeName(before, known); !indexed) {
        return fail(indexed.error());
    }
    session.changed(Topic::Conversation, known.id.value, known.id.value);
    return known;
}

Result<std::optional<Conversation>> oneConversation(Session& session, const QString& where, const QVariantList& values)
{
    auto rows = session.run(
        QStringLiteral("SELECT %1 FROM conversation WHERE ").arg(QLatin1String(conversationColumns)) + where, values);
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return std::nullopt;
    }
    return conversationFrom(*rows).map([](Conversation found) { return std::optional(std::move(found)); });
}

/// From now on the address leads to that conversation; an address that leads somewhere already stays.
Result<Done> addAlias(Session& session, const domain::ChannelAddress& address, ConversationId id)
{
    return session
        .execute(
            QStringLiteral("INSERT INTO conversation_alias (channel, account, user_key, conversation) VALUES (?, ?, "
                           "?, ?) ON CONFLICT DO NOTHING"),
            {toText(address.channel), address.account, address.user, id.value})
        .map([](auto) { return Done{}; });
}

/// Every id of the sender leads to the conversation.
Result<Done> noteAliases(Session& session, const domain::Sender& sender, const Conversation& conversation)
{
    QStringList ids = sender.otherIds;
    if (!ids.isEmpty()) {
        ids.append(sender.address.user);
    }
    ids.removeAll(conversation.address.user);
    for (const QString& id : std::as_const(ids)) {
        const auto added = addAlias(session, {sender.address.channel, sender.address.account, id}, conversation.id);
        if (!added) {
            return added;
        }
    }
    return Done{};
}

Result<std::vector<ConversationId>> listIds(Session& session, const QString& sql, const QVariant& value)
{
    auto rows = session.run(sql, {value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ConversationId> ids;
    while (rows->next()) {
        ids.push_back({rows->integer(0)});
    }
    return ids;
}

/// For changes of one conversation that must be there.
Result<Done> update(Session& session, const QString& sql, const QVariantList& values, ConversationId id)
{
    const auto touched = session.execute(sql, values);
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
    }
    session.changed(Topic::Conversation, id.value, id.value);
    return Done{};
}

Result<qint64> newEpoch(Session& session, const QString& sql, const QVariantList& values, ConversationId id)
{
    const auto epoch = session.insert(sql, values);
    if (!epoch) {
        return fail(epoch.error());
    }
    if (!*epoch) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
    }
    session.changed(Topic::Conversation, id.value, id.value);
    return **epoch;
}

} // namespace

Result<Conversation> Conversations::findOrCreate(const domain::Sender& sender, base::Instant now)
{
    auto known = findByAddress(sender.address);
    for (const QString& other : sender.otherIds) {
        if (known && !*known) {
            known = findByAddress({sender.address.channel, sender.address.account, other});
        }
    }
    if (known && !*known) {
        if (const auto created = create(m_session, sender, now); !created) {
            return fail(created.error());
        }
        known = findByAddress(sender.address);
    }
    if (!known) {
        return fail(known.error());
    }
    if (!*known) {
        return fail(ErrorCode::Internal, QStringLiteral("a conversation is there and is not"));
    }
    if (const auto noted = noteAliases(m_session, sender, **known); !noted) {
        return fail(noted.error());
    }
    return refreshed(m_session, std::move(**known), sender);
}

Result<Conversation> Conversations::find(ConversationId id)
{
    return loadConversation(m_session, id, false);
}

Result<std::optional<Conversation>> Conversations::findByAddress(const domain::ChannelAddress& address)
{
    const QVariantList key{toText(address.channel), address.account, address.user};
    auto known = oneConversation(m_session, QStringLiteral("channel = ? AND account = ? AND user_key = ?"), key);
    if (!known || *known) {
        return known;
    }
    return oneConversation(m_session,
                           QStringLiteral("id = (SELECT conversation FROM conversation_alias WHERE channel = ? AND "
                                          "account = ? AND user_key = ?)"),
                           key);
}

Result<std::optional<ConversationId>> Conversations::moveAddress(const domain::ChannelAddress& from,
                                                                 const QString& user)
{
    const auto known = findByAddress(from);
    const auto there = findByAddress({from.channel, from.account, user});
    if (!known || !there) {
        return fail(known ? there.error() : known.error());
    }
    if (!*known || *there) {
        return *known ? std::optional((*known)->id) : std::nullopt;
    }
    const auto id = (*known)->id;
    const auto moved =
        update(m_session, QStringLiteral("UPDATE conversation SET user_key = ? WHERE id = ?"), {user, id.value}, id);
    if (!moved) {
        return fail(moved.error());
    }
    return addAlias(m_session, (*known)->address, id).map([id](Done) { return std::optional(id); });
}

Result<std::vector<ConversationId>> Conversations::ofPerson(domain::PersonId person)
{
    return listIds(m_session, QStringLiteral("SELECT id FROM conversation WHERE person = ? ORDER BY id"), person.value);
}

Result<std::vector<ConversationId>> Conversations::withPhone(const domain::Phone& phone)
{
    return listIds(m_session, QStringLiteral("SELECT id FROM conversation WHERE phone = ? ORDER BY id"), phone.e164());
}

Result<qint64> Conversations::raiseEpoch(ConversationId id)
{
    return newEpoch(m_session, QStringLiteral("UPDATE conversation SET epoch = epoch + 1 WHERE id = ? RETURNING epoch"),
                    {id.value}, id);
}

Result<qint64> Conversations::setHolder(ConversationId id, const domain::Holder& holder, base::Instant now)
{
    if (holder.kind == domain::HolderKind::Nobody) {
        return newEpoch(
            m_session,
            QStringLiteral(
                "UPDATE conversation SET holder_kind = ?, holder_name = ?, needs_person = 1, "
                "waiting_since = COALESCE(waiting_since, ?), snoozed_until = NULL, epoch = epoch + 1 WHERE id = ? "
                "RETURNING epoch"),
            {toText(holder.kind), holder.name, qint64(toMillis(now)), id.value}, id);
    }
    return newEpoch(
        m_session,
        QStringLiteral("UPDATE conversation SET holder_kind = ?, holder_name = ?, needs_person = 0, "
                       "waiting_since = NULL, snoozed_until = NULL, epoch = epoch + 1 WHERE id = ? RETURNING epoch"),
        {toText(holder.kind), holder.name, id.value}, id);
}

Result<Done> Conversations::setMode(ConversationId id, domain::Mode mode)
{
    return update(m_session, QStringLiteral("UPDATE conversation SET mode = ? WHERE id = ?"), {toText(mode), id.value},
                  id);
}

Result<Done> Conversations::setLanguage(ConversationId id, domain::Language language)
{
    return update(m_session, QStringLiteral("UPDATE conversation SET language = ? WHERE id = ?"),
                  {toText(language), id.value}, id);
}

Result<Done> Conversations::setUrgency(ConversationId id, domain::Urgency urgency)
{
    // What is urgent is not put off.
    return update(m_session,
                  urgency == domain::Urgency::Routine
                      ? QStringLiteral("UPDATE conversation SET urgency = ? WHERE id = ?")
                      : QStringLiteral("UPDATE conversation SET urgency = ?, snoozed_until = NULL WHERE id = ?"),
                  {toText(urgency), id.value}, id);
}

Result<Done> Conversations::setOptedOut(ConversationId id, bool optedOut)
{
    return update(m_session, QStringLiteral("UPDATE conversation SET opted_out = ? WHERE id = ?"), {optedOut, id.value},
                  id);
}

Result<Done> Conversations::setBlocked(ConversationId id, bool blocked)
{
    return update(m_session, QStringLiteral("UPDATE conversation SET blocked = ? WHERE id = ?"), {blocked, id.value},
                  id);
}

Result<Done> Conversations::noteMessage(const domain::Message& message)
{
    static const QString outgoing = QStringLiteral(
        "UPDATE conversation SET last_activity = CASE WHEN last_activity > ? THEN last_activity ELSE ? END, "
        "last_message = ?, preview = ?, preview_author = ? WHERE id = ?");
    static const QString incoming = QStringLiteral(
        "UPDATE conversation SET last_activity = CASE WHEN last_activity > ? THEN last_activity ELSE ? END, "
        "last_message = ?, preview = ?, preview_author = ?, last_patient_message = CASE WHEN last_patient_message > ? "
        "THEN last_patient_message ELSE ? END, unread = unread + 1, snoozed_until = NULL WHERE id = ?");
    const qint64 created = toMillis(message.createdAt);
    const qint64 sent = toMillis(message.sentAt);
    QVariantList values{created, created, message.id.value, previewOf(message.text), toText(message.author)};
    if (message.isIncoming()) {
        values << sent << sent;
    }
    values << message.conversation.value;
    return update(m_session, message.isIncoming() ? incoming : outgoing, values, message.conversation);
}

Result<Done> Conversations::showAsLast(const domain::Message& message)
{
    return update(
        m_session,
        QStringLiteral("UPDATE conversation SET last_message = ?, preview = ?, preview_author = ? WHERE id = ?"),
        {message.id.value, previewOf(message.text), toText(message.author), message.conversation.value},
        message.conversation);
}

Result<base::Json> Conversations::dialogue(ConversationId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT dialogue FROM conversation WHERE id = ?"), {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
    }
    return rows->isNull(0) ? Result<base::Json>(base::Json()) : base::parseJson(rows->text(0).toUtf8());
}

Result<Done> Conversations::setDialogue(ConversationId id, const base::Json& state)
{
    return update(m_session, QStringLiteral("UPDATE conversation SET dialogue = ? WHERE id = ?"),
                  {state.is_null() ? QVariant() : QVariant(base::toCompactText(state)), id.value}, id);
}

Result<QString> Conversations::draft(ConversationId id, const QString& staff)
{
    return readDraft(m_session, "draft", id, staff);
}

Result<Done> Conversations::saveDraft(ConversationId id, const QString& staff, const QString& text)
{
    return writeDraft(m_session, "draft", id, staff, text).map([&](Done done) {
        m_session.changed(Topic::Draft, id.value, id.value);
        return done;
    });
}

} // namespace delpek::store
