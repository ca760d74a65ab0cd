// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/messages.h"

#include "channels/whatsapp/inbound.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;
using domain::Ignored;

namespace
{

/// The patient's number or user id became another one. The old number may stand in `from` or, in the older form, in
/// the system object.
Event systemEvent(const Value& value, const Json& message, const QString& path)
{
    const Json& system = at(message, "system");
    const QString type = textAt(system, "type");
    const bool number =
        type == QLatin1String("user_changed_number") || type == QLatin1String("customer_changed_number");
    if (!number && type != QLatin1String("user_changed_user_id")) {
        return Ignored{QStringLiteral("system ") + safeWord(type)};
    }
    QString from = textAt(message, "from");
    if (from.isEmpty()) {
        from = textAt(system, "customer");
    }
    const domain::Sender old = patientOf(value.account, from, textAt(message, "from_user_id"), value.contacts);
    QString waId = textAt(system, "wa_id");
    if (waId.isEmpty()) {
        waId = textAt(system, "new_wa_id");
    }
    const domain::Sender now = patientOf(value.account, waId, textAt(system, "user_id"), value.contacts);
    const auto when = timeAt(message, "timestamp");
    if (old.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".from"));
    }
    if (now.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".system.wa_id"));
    }
    if (!when) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    if (now.address == old.address) {
        // The number stayed: the next message brings the new user id along.
        return Ignored{QStringLiteral("system ") + type};
    }
    return domain::AddressChanged{old.address, now.address.user, now.phone, *when};
}

Event changeEvent(const domain::Sender& sender, const Json& message, base::Instant sentAt, const QString& path)
{
    const QString type = textAt(message, "type");
    const bool revoke = type == QLatin1String("revoke");
    const Json& change = at(message, revoke ? "revoke" : "edit");
    const QString original = textAt(change, "original_message_id");
    if (original.isEmpty()) {
        return malformed(path + QLatin1Char('.') + type + QStringLiteral(".original_message_id"));
    }
    if (revoke) {
        return domain::MessageDeleted{sender, original};
    }
    return domain::MessageEdited{sender, original, contentOf(at(change, "message")).text, sentAt};
}

bool isOf(const QString& type, std::initializer_list<const char*> types)
{
    return std::any_of(types.begin(), types.end(), [&](const char* one) { return type == QLatin1String(one); });
}

} // namespace

Event messageEvent(const Value& value, const Json& message, const QString& path)
{
    const QString type = textAt(message, "type");
    if (!textAt(message, "group_id").isEmpty()) {
        // An answer into a group would show one patient's matters to the others.
        return Ignored{QStringLiteral("group message")};
    }
    if (type == QLatin1String("system")) {
        return systemEvent(value, message, path);
    }
    if (type == QLatin1String("request_welcome")) {
        return Ignored{type};
    }
    if (type == QLatin1String("interactive") &&
        textAt(at(message, "interactive"), "type") == QLatin1String("call_permission_reply")) {
        return Ignored{QStringLiteral("call_permission_reply")};
    }
    const QString id = textAt(message, "id");
    const auto sentAt = timeAt(message, "timestamp");
    const domain::Sender sender =
        patientOf(value.account, textAt(message, "from"), textAt(message, "from_user_id"), value.contacts);
    if (sender.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".from"));
    }
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (!sentAt) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    if (type == QLatin1String("reaction")) {
        const Json& reaction = at(message, "reaction");
        const QString target = textAt(reaction, "message_id");
        return target.isEmpty() ? malformed(path + QStringLiteral(".reaction.message_id"))
                                : domain::ReactionChanged{sender, target, textAt(reaction, "emoji"), *sentAt};
    }
    if (isOf(type, {"edit", "revoke"})) {
        return changeEvent(sender, message, *sentAt, path);
    }
    const Content content = contentOf(message);
    const Json& context = at(message, "context");
    domain::MessageReceived received;
    received.sender = sender;
    received.providerId = id;
    received.sentAt = *sentAt;
    received.kind = content.kind;
    received.text = content.text;
    received.choice = content.choice;
    received.quotedProviderId = textAt(context, "id");
    received.mediaId = content.mediaId;
    received.mediaType = content.mediaType;
    received.mediaName = content.mediaName;
    received.voice = content.voice;
    received.place = content.place;
    received.forwarded = base::boolAt(context, "forwarded") || base::boolAt(context, "frequently_forwarded");
    return received;
}

Event echoEvent(const Value& value, const Json& echo, const QString& path)
{
    const QString type = textAt(echo, "type");
    if (isOf(type, {"reaction", "edit", "revoke"})) {
        return Ignored{QStringLiteral("echo ") + type};
    }
    const QString id = textAt(echo, "id");
    const auto sentAt = timeAt(echo, "timestamp");
    const domain::Sender patient =
        patientOf(value.account, textAt(echo, "to"), textAt(echo, "to_user_id"), value.contacts);
    if (patient.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".to"));
    }
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (!sentAt) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    const Content content = contentOf(echo);
    return domain::EchoReceived{
        patient, id, content.text, *sentAt, content.kind, content.mediaId, content.mediaType, content.mediaName};
}

} // namespace delpek::channels::whatsapp
