// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/messages.h"

#include "channels/telegram/content.h"
#include "channels/telegram/fields.h"

#include <QRegularExpression>

namespace delpek::channels::telegram
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;

namespace
{

Events ignored(const char* what)
{
    return std::vector<Event>{domain::Ignored{QString::fromLatin1(what)}};
}

/// UTF-16 units of the marked part; Telegram takes no more.
constexpr qsizetype longestQuote = 1024;

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

/// "/help" of the bot's menu asks what "/start" asks. What stands behind "/start " in any other form was typed by the
/// patient and stays.
void readStart(domain::MessageReceived& received)
{
    static const QRegularExpression start(QStringLiteral("^/start(?:\\s+([A-Za-z0-9_-]{1,64}))?$"));
    if (const auto match = start.match(received.text); match.hasMatch()) {
        received.text = QStringLiteral("/start");
        received.choice = QStringLiteral("start:") + match.captured(1);
    } else if (received.text == QLatin1String("/help")) {
        received.choice = QStringLiteral("start:");
    }
}

/// The chat became another one. Telegram does this with groups only, which are ignored.
std::optional<domain::AddressChanged> moved(const Json& json, const domain::ChannelAddress& address, base::Instant when)
{
    const auto to = base::integerAt(json, "migrate_to_chat_id");
    return to ? std::optional(domain::AddressChanged{address, QString::number(*to), std::nullopt, when}) : std::nullopt;
}

/// Who wrote the message of a business account: the patient, whose private chat has the patient's own id, or its owner.
bool isFromPatient(const Json& json)
{
    return textAt(at(json, "from"), "id") == textAt(at(json, "chat"), "id");
}

Events echo(const Json& json, const QString& account)
{
    const QString id = providerIdIn(json);
    const auto sentAt = timeAt(json, "date");
    if (id.isEmpty() || !sentAt) {
        return malformed(id.isEmpty() ? "business_message.message_id" : "business_message.date");
    }
    const auto content = contentOf(json);
    if (!content) {
        return ignored("service message");
    }
    domain::EchoReceived received;
    received.patient = senderOf(account, userIn(json), at(json, "chat"));
    received.providerId = id;
    received.text = content->text;
    received.sentAt = *sentAt;
    received.kind = content->kind;
    received.mediaId = content->mediaId;
    received.mediaType = content->mediaType;
    received.mediaName = content->mediaName;
    return std::vector<Event>{received};
}

/// Malformed when a business update does not name its connection: an answer could not go out.
std::optional<tl::unexpected<Error>> withoutConnection(const Json& json, const char* path)
{
    return textAt(json, "business_connection_id").isEmpty() ? std::optional(malformed(path)) : std::nullopt;
}

} // namespace

Events message(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return at(json, "chat").is_object() ? ignored("group chat") : malformed("message.chat");
    }
    const QString id = providerIdIn(json);
    if (id.isEmpty()) {
        return malformed("message.message_id");
    }
    const auto sentAt = timeAt(json, "date");
    if (!sentAt) {
        return malformed("message.date");
    }
    domain::MessageReceived received;
    received.sender = senderOf(account, userIn(json), at(json, "from"));
    if (const auto change = moved(json, received.sender.address, *sentAt)) {
        return std::vector<Event>{*change};
    }
    const auto content = contentOf(json);
    if (!content) {
        return ignored("service message");
    }
    received.sender.phone = ownPhone(json);
    received.providerId = id;
    received.sentAt = *sentAt;
    received.kind = content->kind;
    received.text = content->text;
    const QString quoted = textAt(at(json, "reply_to_message"), "message_id");
    received.quotedProviderId = quoted.isEmpty() ? QString() : providerIdOf(received.sender.address.user, quoted);
    received.quotedText = textAt(at(json, "quote"), "text").left(longestQuote);
    received.mediaId = content->mediaId;
    received.mediaType = content->mediaType;
    received.mediaName = content->mediaName;
    received.mediaSize = content->mediaSize;
    received.voice = content->voice;
    received.place = content->place;
    received.forwarded = at(json, "forward_origin").is_object();
    if (!received.forwarded) {
        readStart(received);
    }
    return std::vector<Event>{received};
}

Events editedMessage(const Json& json, const QString& account)
{
    if (!isPrivate(at(json, "chat"))) {
        return at(json, "chat").is_object() ? ignored("group chat") : malformed("edited_message.chat");
    }
    const QString id = providerIdIn(json);
    if (id.isEmpty()) {
        return malformed("edited_message.message_id");
    }
    const auto content = contentOf(json);
    if (!content || content->kind == domain::MessageKind::Location) {
        return ignored("edit without words");
    }
    auto editedAt = timeAt(json, "edit_date");
    if (!editedAt) {
        editedAt = timeAt(json, "date");
    }
    if (!editedAt) {
        return malformed("edited_message.edit_date");
    }
    const auto sender = senderOf(account, userIn(json), at(json, "from"));
    return std::vector<Event>{domain::MessageEdited{sender, id, content->text, *editedAt}};
}

Events businessMessage(const Json& json, const QString& account)
{
    if (const auto error = withoutConnection(json, "business_message.business_connection_id")) {
        return *error;
    }
    if (!isPrivate(at(json, "chat"))) {
        return at(json, "chat").is_object() ? ignored("group chat") : malformed("business_message.chat");
    }
    if (at(json, "sender_business_bot").is_object()) {
        return ignored("written by a bot in the clinic's name");
    }
    if (isFromPatient(json)) {
        return message(json, account);
    }
    return base::boolAt(json, "is_from_offline") ? ignored("written by Telegram in the clinic's name")
                                                 : echo(json, account);
}

Events editedBusinessMessage(const Json& json, const QString& account)
{
    if (const auto error = withoutConnection(json, "edited_business_message.business_connection_id")) {
        return *error;
    }
    if (isPrivate(at(json, "chat")) && !isFromPatient(json)) {
        return ignored("edit of the clinic's own message");
    }
    return editedMessage(json, account);
}

Events deletedBusinessMessages(const Json& json, const QString& account)
{
    const Json& ids = at(json, "message_ids");
    const QString user = userIn(json);
    if (textAt(json, "business_connection_id").isEmpty() || user.isEmpty() || !ids.is_array()) {
        return malformed("deleted_business_messages");
    }
    if (!isPrivate(at(json, "chat"))) {
        return ignored("group chat");
    }
    const auto sender = senderOf(account, user, at(json, "chat"));
    std::vector<Event> events;
    for (const Json& id : ids) {
        if (id.is_number_integer()) {
            events.push_back(domain::MessageDeleted{sender, providerIdOf(user, QString::fromStdString(id.dump()))});
        }
    }
    return events;
}

Events businessConnection(const Json& json, const QString& account)
{
    Q_UNUSED(account);
    return ignored(base::boolAt(json, "is_enabled") ? "a business connection began or changed"
                                                    : "a business connection ended");
}

} // namespace delpek::channels::telegram
