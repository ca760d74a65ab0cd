// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/parser.h"

#include "channels/telegram/content.h"

#include <array>

namespace delpek::channels::telegram
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;
using domain::Ignored;

namespace
{

using Read = Result<Event>;

tl::unexpected<Error> malformed(const char* path)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("malformed update: %1").arg(QLatin1String(path)));
}

std::optional<base::Instant> timeAt(const Json& object, const char* key)
{
    const auto seconds = base::integerAt(object, key);
    if (!seconds || *seconds < 0 || *seconds > 253'402'300'799) {
        return std::nullopt;
    }
    return base::fromMillis(*seconds * 1000);
}

bool isPrivate(const Json& chat)
{
    return textAt(chat, "type") == QLatin1String("private");
}

QString providerId(const Json& message)
{
    const QString chat = textAt(at(message, "chat"), "id");
    const QString id = textAt(message, "message_id");
    return chat.isEmpty() || id.isEmpty() ? QString() : chat + QLatin1Char(':') + id;
}

domain::Sender senderOf(const QString& account, const Json& chat, const Json& from)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::Telegram, account, textAt(chat, "id")};
    sender.displayName = (textAt(from, "first_name") + QLatin1Char(' ') + textAt(from, "last_name")).trimmed();
    sender.language = textAt(from, "language_code");
    return sender;
}

/// A contact that is the sender's own: Telegram vouches for it by the user id. Another's card proves nothing.
std::optional<domain::Phone> ownPhone(const Json& message)
{
    const Json& card = at(message, "contact");
    const QString user = textAt(card, "user_id");
    if (user.isEmpty() || user != textAt(at(message, "from"), "id")) {
        return std::nullopt;
    }
    QString number = textAt(card, "phone_number");
    number.remove(QLatin1Char('+'));
    const auto phone = domain::Phone::fromWaId(number);
    return phone ? std::optional(*phone) : std::nullopt;
}

Read message(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return at(json, "chat").is_object() ? Read(Ignored{QStringLiteral("group chat")}) : malformed("message.chat");
    }
    const QString id = providerId(json);
    if (id.isEmpty()) {
        return malformed("message.message_id");
    }
    const auto sentAt = timeAt(json, "date");
    if (!sentAt) {
        return malformed("message.date");
    }
    const auto content = contentOf(json);
    if (!content) {
        return Ignored{QStringLiteral("service message")};
    }
    domain::MessageReceived received;
    received.sender = senderOf(account, at(json, "chat"), at(json, "from"));
    received.sender.phone = ownPhone(json);
    received.providerId = id;
    received.sentAt = *sentAt;
    received.kind = content->kind;
    received.text = content->text;
    received.quotedProviderId = providerId(at(json, "reply_to_message"));
    received.mediaId = content->mediaId;
    received.mediaType = content->mediaType;
    return received;
}

Read editedMessage(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return at(json, "chat").is_object() ? Read(Ignored{QStringLiteral("group chat")})
                                            : malformed("edited_message.chat");
    }
    const QString id = providerId(json);
    if (id.isEmpty()) {
        return malformed("edited_message.message_id");
    }
    const auto content = contentOf(json);
    if (!content || content->kind == domain::MessageKind::Location) {
        return Ignored{QStringLiteral("edit without words")};
    }
    auto editedAt = timeAt(json, "edit_date");
    if (!editedAt) {
        editedAt = timeAt(json, "date");
    }
    if (!editedAt) {
        return malformed("edited_message.edit_date");
    }
    return domain::MessageEdited{senderOf(account, at(json, "chat"), at(json, "from")), id, content->text, *editedAt};
}

/// The label of the pressed button, where the message that carries it came along.
QString labelOf(const Json& message, const QString& data)
{
    const Json& rows = at(at(message, "reply_markup"), "inline_keyboard");
    for (const Json& row : rows.is_array() ? rows : Json::array()) {
        for (const Json& button : row.is_array() ? row : Json::array()) {
            if (textAt(button, "callback_data") == data) {
                return textAt(button, "text");
            }
        }
    }
    return {};
}

Read callbackQuery(const Json& json, const QString& account)
{
    const Json& source = at(json, "message");
    const QString id = textAt(json, "id");
    const QString data = textAt(json, "data");
    if (id.isEmpty()) {
        return malformed("callback_query.id");
    }
    if (!isPrivate(at(source, "chat")) || data.isEmpty()) {
        return Ignored{QStringLiteral("callback of no private chat")};
    }
    domain::MessageReceived received;
    received.sender = senderOf(account, at(source, "chat"), at(json, "from"));
    if (received.sender.address.user.isEmpty()) {
        return malformed("callback_query.message.chat.id");
    }
    received.providerId = QStringLiteral("cb:") + id;
    received.sentAt = timeAt(source, "date").value_or(base::Instant{});
    received.kind = domain::MessageKind::Choice;
    received.text = labelOf(source, data);
    received.choice = data;
    received.quotedProviderId = providerId(source);
    return received;
}

Read chatMember(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return Ignored{QStringLiteral("membership of no private chat")};
    }
    const domain::Sender sender = senderOf(account, at(json, "chat"), at(json, "from"));
    const QString status = textAt(at(json, "new_chat_member"), "status");
    if (sender.address.user.isEmpty() || status.isEmpty()) {
        return malformed("my_chat_member.new_chat_member.status");
    }
    if (status == QLatin1String("kicked") || status == QLatin1String("left")) {
        return domain::ReachabilityChanged{sender, false};
    }
    return domain::ReachabilityChanged{sender, true};
}

Read reaction(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return Ignored{QStringLiteral("reaction in no private chat")};
    }
    const QString id = providerId(json);
    const auto when = timeAt(json, "date");
    const Json& now = at(json, "new_reaction");
    if (id.isEmpty() || !when || !now.is_array()) {
        return malformed("message_reaction");
    }
    const domain::Sender sender = senderOf(account, at(json, "chat"), at(json, "user"));
    for (const Json& one : now) {
        if (const QString emoji = textAt(one, "emoji"); !emoji.isEmpty()) {
            return domain::ReactionChanged{sender, id, emoji, *when};
        }
    }
    if (!now.empty()) {
        return Ignored{QStringLiteral("reaction without an emoji")};
    }
    return domain::ReactionChanged{sender, id, {}, *when};
}

struct Kind {
    const char* key;
    Read (*read)(const Json&, const QString&);
};

constexpr auto kinds = std::to_array<Kind>({{"message", message},
                                            {"edited_message", editedMessage},
                                            {"callback_query", callbackQuery},
                                            {"my_chat_member", chatMember},
                                            {"message_reaction", reaction}});

Result<Json> updateOf(const QByteArray& raw)
{
    auto update = base::parseJson(raw);
    if (update && !base::integerAt(*update, "update_id")) {
        return malformed("update_id");
    }
    return update;
}

} // namespace

Result<std::vector<Event>> parse(const QByteArray& rawUpdate, const QString& account)
{
    const auto update = updateOf(rawUpdate);
    if (!update) {
        return fail(update.error());
    }
    for (const Kind& kind : kinds) {
        const Json& json = at(*update, kind.key);
        if (!json.is_object()) {
            continue;
        }
        if (base::boolAt(at(json, "from"), "is_bot")) {
            return std::vector<Event>{Ignored{QStringLiteral("message of a bot")}};
        }
        auto event = kind.read(json, account);
        if (!event) {
            return fail(event.error());
        }
        return std::vector<Event>{std::move(*event)};
    }
    return std::vector<Event>{Ignored{QStringLiteral("an update of a kind not used")}};
}

std::optional<QString> callbackId(const QByteArray& rawUpdate)
{
    const auto update = updateOf(rawUpdate);
    const QString id = update ? textAt(at(*update, "callback_query"), "id") : QString();
    return id.isEmpty() ? std::nullopt : std::optional(id);
}

Result<std::vector<RawUpdate>> updatesOf(const QByteArray& answer)
{
    const auto body = base::parseJson(answer);
    if (!body) {
        return fail(body.error());
    }
    const Json& list = at(*body, "result");
    if (!base::boolAt(*body, "ok") || !list.is_array()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not a getUpdates answer: result is not a list"));
    }
    std::vector<RawUpdate> updates;
    updates.reserve(list.size());
    for (const Json& update : list) {
        const auto id = base::integerAt(update, "update_id");
        if (!id) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("an update without update_id"));
        }
        updates.push_back({*id, base::toBytes(update)});
    }
    return updates;
}

} // namespace delpek::channels::telegram
