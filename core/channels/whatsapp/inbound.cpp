// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/inbound.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::MessageKind;

namespace
{

Content media(MessageKind kind, const Json& object)
{
    QString text = textAt(object, "caption");
    if (text.isEmpty()) {
        text = textAt(object, "filename");
    }
    return {kind, text, {}, textAt(object, "id"), textAt(object, "mime_type")};
}

Content location(const Json& place)
{
    QStringList parts{textAt(place, "name"), textAt(place, "address")};
    parts.removeAll(QString());
    const Json& latitude = at(place, "latitude");
    const Json& longitude = at(place, "longitude");
    if (parts.isEmpty() && latitude.is_number() && longitude.is_number()) {
        parts = {QString::number(latitude.get<double>(), 'f', 6), QString::number(longitude.get<double>(), 'f', 6)};
    }
    return {MessageKind::Location, parts.join(QStringLiteral(", "))};
}

Content contactCards(const Json& cards)
{
    QStringList lines;
    for (const Json& card : cards.is_array() ? cards : Json::array()) {
        QStringList parts{textAt(at(card, "name"), "formatted_name")};
        const Json& phones = at(card, "phones");
        for (const Json& phone : phones.is_array() ? phones : Json::array()) {
            parts << textAt(phone, "phone");
        }
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(", "));
    }
    lines.removeAll(QString());
    return {MessageKind::Contact, lines.join(QLatin1Char('\n'))};
}

Content choice(const QString& id, const QString& title)
{
    return id.isEmpty() && title.isEmpty() ? Content{} : Content{MessageKind::Choice, title, id};
}

Content interactive(const Json& answer)
{
    const QString type = textAt(answer, "type");
    if (type == QLatin1String("button_reply") || type == QLatin1String("list_reply")) {
        const Json& reply = at(answer, type == QLatin1String("button_reply") ? "button_reply" : "list_reply");
        return choice(textAt(reply, "id"), textAt(reply, "title"));
    }
    return {};
}

const Json* matching(const Json& contacts, const QString& waId, const QString& userId)
{
    if (!contacts.is_array()) {
        return nullptr;
    }
    for (const Json& contact : contacts) {
        if ((!waId.isEmpty() && textAt(contact, "wa_id") == waId) ||
            (!userId.isEmpty() && textAt(contact, "user_id") == userId)) {
            return &contact;
        }
    }
    return nullptr;
}

} // namespace

Content contentOf(const Json& message)
{
    const QString type = textAt(message, "type");
    if (type == QLatin1String("text")) {
        const QString body = textAt(at(message, "text"), "body");
        return body.isEmpty() ? Content{} : Content{MessageKind::Text, body};
    }
    if (type == QLatin1String("image")) {
        return media(MessageKind::Image, at(message, "image"));
    }
    if (type == QLatin1String("video")) {
        return media(MessageKind::Video, at(message, "video"));
    }
    if (type == QLatin1String("audio")) {
        return media(MessageKind::Audio, at(message, "audio"));
    }
    if (type == QLatin1String("document")) {
        return media(MessageKind::Document, at(message, "document"));
    }
    if (type == QLatin1String("sticker")) {
        return media(MessageKind::Sticker, at(message, "sticker"));
    }
    if (type == QLatin1String("location")) {
        return location(at(message, "location"));
    }
    if (type == QLatin1String("contacts")) {
        return contactCards(at(message, "contacts"));
    }
    if (type == QLatin1String("interactive")) {
        return interactive(at(message, "interactive"));
    }
    if (type == QLatin1String("button")) {
        return choice(textAt(at(message, "button"), "payload"), textAt(at(message, "button"), "text"));
    }
    if (type == QLatin1String("order")) {
        return {MessageKind::Unsupported, textAt(at(message, "order"), "text")};
    }
    return {};
}

domain::Sender patientOf(const QString& account, QString waId, QString userId, const Json& contacts)
{
    domain::Sender sender;
    if (const Json* contact = matching(contacts, waId, userId)) {
        sender.displayName = textAt(at(*contact, "profile"), "name");
        if (waId.isEmpty()) {
            waId = textAt(*contact, "wa_id");
        }
    }
    if (const auto phone = domain::Phone::fromWaId(waId); !waId.isEmpty() && phone) {
        sender.phone = *phone;
    }
    sender.address = {domain::ChannelKind::WhatsApp, account, waId.isEmpty() ? userId : waId};
    return sender;
}

QString safeWord(const QString& word)
{
    const bool safe = !word.isEmpty() && word.size() <= 60 && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('_');
    });
    return safe ? word : QStringLiteral("other");
}

} // namespace delpek::channels::whatsapp
