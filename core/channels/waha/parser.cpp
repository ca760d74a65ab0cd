// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/parser.h"

#include "channels/waha/content.h"
#include "channels/waha/ids.h"
#include "channels/waha/session.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace delpek::channels::waha
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
    return fail(ErrorCode::InvalidInput, QStringLiteral("malformed event: %1").arg(QLatin1String(path)));
}

constexpr qint64 latestSecond = 253'402'300'799;

/// Unix seconds, of which some engines write fractions.
std::optional<base::Instant> secondsAt(const Json& object, const char* key)
{
    if (const Json& value = at(object, key); value.is_number_float()) {
        const double seconds = value.get<double>();
        const bool usable = std::isfinite(seconds) && seconds >= 0 && seconds <= double(latestSecond);
        return usable ? std::optional(base::fromMillis(std::llround(seconds * 1000))) : std::nullopt;
    }
    const auto seconds = base::integerAt(object, key);
    const bool usable = seconds && *seconds >= 0 && *seconds <= latestSecond;
    return usable ? std::optional(base::fromMillis(*seconds * 1000)) : std::nullopt;
}

/// A delivery and the chat that its payload is about.
struct Item {
    const Json& envelope;
    const Json& payload;
    QString account;
    MessageKey key;
    Chat chat;
    QStringList otherIds;
    bool fromMe = false;

    /// The payload's own time, else the event's (milliseconds).
    std::optional<base::Instant> when() const
    {
        if (const auto own = secondsAt(payload, "timestamp")) {
            return own;
        }
        const auto millis = base::integerAt(envelope, "timestamp");
        const bool usable = millis && *millis >= 0 && *millis <= latestSecond * 1000;
        return usable ? std::optional(base::fromMillis(*millis)) : std::nullopt;
    }
};

/// A patient's number where the engine's raw data tells it beside the hidden id: NOWEB in the message's key, GOWS in
/// its info.
QString alternateOf(const Json& payload, bool fromMe)
{
    const Json& key = at(at(payload, "_data"), "key");
    const Json& info = at(at(payload, "_data"), "Info");
    // The sender of our own message is the clinic.
    const QString sender = fromMe ? QString() : textAt(key, "senderPn");
    for (const QString& id :
         {textAt(key, "remoteJidAlt"), sender, textAt(info, fromMe ? "RecipientAlt" : "SenderAlt")}) {
        if (!id.isEmpty()) {
            return id;
        }
    }
    return {};
}

struct Patient {
    Chat chat;
    QStringList otherIds; ///< the hidden id beside the number
};

/// Whom a payload is about: `from` of the patient's, the id's or `to` of our own. A number is preferred to a hidden id.
Patient patientIn(const Json& payload, const MessageKey& key, bool fromMe)
{
    const std::array<Chat, 3> named{readChat(fromMe ? key.chat : textAt(payload, "from")),
                                    readChat(fromMe ? textAt(payload, "to") : key.chat),
                                    readChat(alternateOf(payload, fromMe))};
    for (const Chat& chat : {named[0], named[1]}) {
        if (chat.kind != ChatKind::Person && chat.kind != ChatKind::Unknown) {
            return {chat, {}};
        }
    }
    const auto number = std::find_if(named.begin(), named.end(), [](const Chat& chat) { return isNumber(chat); });
    const auto hidden = std::find_if(named.begin(), named.end(),
                                     [](const Chat& chat) { return chat.kind == ChatKind::Person && !isNumber(chat); });
    if (number != named.end()) {
        return {*number, hidden == named.end() ? QStringList() : QStringList{hidden->id}};
    }
    return {hidden == named.end() ? Chat{} : *hidden, {}};
}

Item itemOf(const Json& envelope, const Json& payload, const QString& account)
{
    Item item{envelope, payload, account, readMessageKey(textAt(payload, "id")), {}, {}, false};
    item.fromMe = base::boolAt(payload, "fromMe", item.key.fromMe.value_or(false));
    Patient patient = patientIn(payload, item.key, item.fromMe);
    item.chat = std::move(patient.chat);
    item.otherIds = std::move(patient.otherIds);
    return item;
}

/// The patient's own name for themselves. Each engine keeps it at another place of its raw data, and nowhere else.
QString profileName(const Json& payload)
{
    const Json& data = at(payload, "_data");
    for (const QString& name :
         {textAt(data, "notifyName"), textAt(data, "pushName"), textAt(at(data, "Info"), "PushName")}) {
        if (!name.isEmpty()) {
            return name;
        }
    }
    return {};
}

domain::Sender patientOf(const Item& item)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::Waha, item.account, item.chat.id};
    sender.displayName = item.fromMe ? QString() : profileName(item.payload);
    sender.phone = phoneOf(item.chat.id);
    sender.otherIds = item.otherIds;
    return sender;
}

/// Why nothing said in this chat concerns the clinic; nothing when it does.
std::optional<Read> outsideOf(const Item& item, const char* path)
{
    switch (item.chat.kind) {
    case ChatKind::Group:
        return Ignored{QStringLiteral("group chat")};
    case ChatKind::Channel:
        return Ignored{QStringLiteral("channel post")};
    case ChatKind::Broadcast:
        return Ignored{QStringLiteral("status or broadcast")};
    case ChatKind::Unknown:
        return malformed(path);
    case ChatKind::Person:
        break;
    }
    if (item.chat.id == readChat(textAt(at(item.envelope, "me"), "id")).id) {
        return Ignored{QStringLiteral("the clinic's chat with itself")};
    }
    return std::nullopt;
}

Read message(const Item& item)
{
    if (item.key.id.isEmpty()) {
        return malformed("payload.id");
    }
    const auto when = item.when();
    if (!when) {
        return malformed("payload.timestamp");
    }
    const Content content = contentOf(item.payload);
    const bool blank = isBlank(content);
    if (blank && isNote(item.payload)) {
        return Ignored{QStringLiteral("a note of WhatsApp itself")};
    }
    if (item.fromMe) {
        if (textAt(item.payload, "source") == QLatin1String("api")) {
            return Ignored{QStringLiteral("a message sent through the API")};
        }
        if (blank) {
            return Ignored{QStringLiteral("a message of the clinic without content")};
        }
        return domain::EchoReceived{patientOf(item), item.key.id,     content.text,      *when,
                                    content.kind,    content.mediaId, content.mediaType, content.mediaName};
    }
    domain::MessageReceived received;
    received.sender = patientOf(item);
    // What could not be decrypted yet comes again under its own id, and must not look like a repetition then.
    received.providerId = blank ? item.key.id + QStringLiteral(":blank") : item.key.id;
    received.sentAt = *when;
    received.kind = content.kind;
    received.text = content.text;
    received.quotedProviderId = readMessageKey(textAt(at(item.payload, "replyTo"), "id")).id;
    received.mediaId = content.mediaId;
    received.mediaType = content.mediaType;
    received.mediaName = content.mediaName;
    received.voice = content.voice;
    received.forwarded = isForwarded(item.payload);
    received.place = content.place;
    return received;
}

Read reaction(const Item& item)
{
    if (item.fromMe) {
        return Ignored{QStringLiteral("a reaction of the clinic")};
    }
    const Json& json = at(item.payload, "reaction");
    const QString target = readMessageKey(textAt(json, "messageId")).id;
    if (target.isEmpty()) {
        return malformed("payload.reaction.messageId");
    }
    const auto when = item.when();
    if (!when) {
        return malformed("payload.timestamp");
    }
    return domain::ReactionChanged{patientOf(item), target, textAt(json, "text"), *when};
}

Read edited(const Item& item)
{
    if (item.fromMe) {
        return Ignored{QStringLiteral("an edit of the clinic")};
    }
    const QString named = readMessageKey(textAt(item.payload, "editedMessageId")).id;
    // In WEBJS the edit carries the id of the message itself.
    const QString target = named.isEmpty() ? item.key.id : named;
    if (target.isEmpty()) {
        return malformed("payload.editedMessageId");
    }
    const QString text = textAt(item.payload, "body");
    if (text.isEmpty()) {
        return Ignored{QStringLiteral("an edit without words")};
    }
    const auto when = item.when();
    if (!when) {
        return malformed("payload.timestamp");
    }
    return domain::MessageEdited{patientOf(item), target, text, *when};
}

/// The deletion's own message stands in `after`, what was deleted at times in `before`.
Read revoked(const Json& envelope, const Json& payload, const QString& account)
{
    const Json& after = at(payload, "after");
    const Json& before = at(payload, "before");
    const bool told = !textAt(after, "id").isEmpty();
    const Item item = itemOf(envelope, told ? after : before, account);
    const QString named = readMessageKey(textAt(payload, "revokedMessageId")).id;
    const QString target = named.isEmpty() ? item.key.id : named;
    if (target.isEmpty()) {
        return malformed("payload.revokedMessageId");
    }
    if (auto outside = outsideOf(item, "payload.after.id")) {
        return *outside;
    }
    if (item.fromMe) {
        return Ignored{QStringLiteral("a deletion by the clinic")};
    }
    return domain::MessageDeleted{patientOf(item), target};
}

std::optional<int> ackOf(const Json& payload)
{
    static constexpr std::array names{"ERROR", "PENDING", "SERVER", "DEVICE", "READ", "PLAYED"};
    if (const auto number = base::integerAt(payload, "ack"); number && *number >= -1 && *number <= 4) {
        return static_cast<int>(*number);
    }
    const QString name = textAt(payload, "ackName");
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const char* one) { return name == QLatin1String(one); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()) - 1);
}

/// A bare id without a chat is enough here.
Read ack(const Item& item)
{
    if (!item.fromMe) {
        return Ignored{QStringLiteral("an ack of a patient's message")};
    }
    if (item.key.id.isEmpty()) {
        return malformed("payload.id");
    }
    domain::DeliveryReported report;
    report.channel = domain::ChannelKind::Waha;
    report.account = item.account;
    report.providerId = item.key.id;
    // Older releases tell no time; the order of states needs none.
    report.at = item.when().value_or(base::Instant{});
    switch (ackOf(item.payload).value_or(0)) {
    case -1:
        report.state = domain::DeliveryState::Failed;
        report.errorKey = QStringLiteral("send.rejected");
        return report;
    case 1:
        report.state = domain::DeliveryState::Sent;
        return report;
    case 2:
        report.state = domain::DeliveryState::Delivered;
        return report;
    case 3:
    case 4:
        report.state = domain::DeliveryState::Read;
        return report;
    default:
        return Ignored{QStringLiteral("an ack that tells nothing yet")};
    }
}

struct Kind {
    const char* event;
    Read (*read)(const Item&);
    bool needsChat = true;
};

constexpr auto kinds = std::to_array<Kind>({{"message", message},
                                            {"message.any", message},
                                            {"message.reaction", reaction},
                                            {"message.edited", edited},
                                            {"message.ack", ack, false}});

Read eventOf(const Json& envelope, const QString& event, const QString& session)
{
    const Json& payload = at(envelope, "payload");
    if (event == QLatin1String("session.status")) {
        const QString status = textAt(payload, "status");
        return Ignored{QStringLiteral("session ") + (isStatus(status) ? status : QStringLiteral("of another status"))};
    }
    if (event == QLatin1String("message.revoked")) {
        return revoked(envelope, payload, session);
    }
    for (const Kind& kind : kinds) {
        if (event == QLatin1String(kind.event)) {
            const Item item = itemOf(envelope, payload, session);
            auto outside = outsideOf(item, "payload.from");
            if (outside && (kind.needsChat || item.chat.kind != ChatKind::Unknown)) {
                return *outside;
            }
            return kind.read(item);
        }
    }
    return Ignored{QStringLiteral("an event of a kind not used")};
}

} // namespace

Result<std::vector<Event>> parse(const QByteArray& raw, const QString& session)
{
    const auto envelope = base::parseJson(raw);
    if (!envelope) {
        return fail(envelope.error());
    }
    const QString event = textAt(*envelope, "event");
    if (event.isEmpty()) {
        return malformed("event");
    }
    const QString addressee = textAt(*envelope, "session");
    if (addressee.isEmpty()) {
        return malformed("session");
    }
    if (addressee != session) {
        return std::vector<Event>{Ignored{QStringLiteral("another session")}};
    }
    auto read = eventOf(*envelope, event, session);
    if (!read) {
        return fail(read.error());
    }
    return std::vector<Event>{std::move(*read)};
}

} // namespace delpek::channels::waha
