// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/parser.h"

#include "channels/telegram/fields.h"
#include "channels/telegram/messages.h"

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

Events one(Event event)
{
    return std::vector<Event>{std::move(event)};
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

Events callbackQuery(const Json& json, const QString& account)
{
    const Json& source = at(json, "message");
    const QString id = textAt(json, "id");
    const QString data = textAt(json, "data");
    if (id.isEmpty()) {
        return malformed("callback_query.id");
    }
    if (!isPrivate(at(source, "chat")) || data.isEmpty()) {
        return one(Ignored{QStringLiteral("callback of no private chat")});
    }
    domain::MessageReceived received;
    received.sender = senderOf(account, userIn(source), at(json, "from"));
    if (received.sender.address.user.isEmpty()) {
        return malformed("callback_query.message.chat.id");
    }
    received.providerId = QStringLiteral("cb:") + id;
    received.sentAt = timeAt(source, "date").value_or(base::Instant{});
    received.kind = domain::MessageKind::Choice;
    received.text = labelOf(source, data);
    received.choice = data;
    received.quotedProviderId = providerIdIn(source);
    return one(received);
}

Events chatMember(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return one(Ignored{QStringLiteral("membership of no private chat")});
    }
    const domain::Sender sender = senderOf(account, userIn(json), at(json, "from"));
    const QString status = textAt(at(json, "new_chat_member"), "status");
    if (sender.address.user.isEmpty() || status.isEmpty()) {
        return malformed("my_chat_member.new_chat_member.status");
    }
    const bool reachable = status != QLatin1String("kicked") && status != QLatin1String("left");
    return one(domain::ReachabilityChanged{sender, reachable});
}

Events reaction(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return one(Ignored{QStringLiteral("reaction in no private chat")});
    }
    const QString id = providerIdIn(json);
    const auto when = timeAt(json, "date");
    const Json& now = at(json, "new_reaction");
    if (id.isEmpty() || !when || !now.is_array()) {
        return malformed("message_reaction");
    }
    const domain::Sender sender = senderOf(account, userIn(json), at(json, "user"));
    for (const Json& each : now) {
        if (const QString emoji = textAt(each, "emoji"); !emoji.isEmpty()) {
            return one(domain::ReactionChanged{sender, id, emoji, *when});
        }
    }
    if (!now.empty()) {
        return one(Ignored{QStringLiteral("reaction without an emoji")});
    }
    return one(domain::ReactionChanged{sender, id, {}, *when});
}

struct Kind {
    const char* key;
    Events (*read)(const Json&, const QString&);
};

constexpr auto kinds = std::to_array<Kind>({{"message", message},
                                            {"edited_message", editedMessage},
                                            {"callback_query", callbackQuery},
                                            {"my_chat_member", chatMember},
                                            {"message_reaction", reaction},
                                            {"business_message", businessMessage},
                                            {"edited_business_message", editedBusinessMessage},
                                            {"deleted_business_messages", deletedBusinessMessages},
                                            {"business_connection", businessConnection}});

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
        return kind.read(json, account);
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
