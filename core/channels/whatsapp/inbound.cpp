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
    Content content{kind, textAt(object, "caption")};
    content.mediaId = textAt(object, "id");
    content.mediaType = textAt(object, "mime_type");
    content.mediaName = textAt(object, "filename");
    content.voice = kind == MessageKind::Audio && base::boolAt(object, "voice");
    return content;
}

/// Degrees as a number or as text.
std::optional<double> degreesAt(const Json& object, const char* key, double most)
{
    const Json& value = at(object, key);
    bool ok = value.is_number();
    const double degrees = ok ? value.get<double>() : textAt(object, key).toDouble(&ok);
    return ok && degrees >= -most && degrees <= most ? std::optional(degrees) : std::nullopt;
}

Content location(const Json& object)
{
    const QString name = textAt(object, "name");
    const QString address = textAt(object, "address");
    Content content{MessageKind::Location};
    const auto latitude = degreesAt(object, "latitude", 90);
    const auto longitude = degreesAt(object, "longitude", 180);
    if (latitude && longitude) {
        content.place = domain::Place{*latitude, *longitude, name, address};
    }
    QStringList parts{name, address};
    parts.removeAll(QString());
    if (parts.isEmpty() && content.place) {
        parts = {QString::number(*latitude, 'f', 6), QString::number(*longitude, 'f', 6)};
    }
    content.text = parts.join(QStringLiteral(", "));
    return content;
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

/// The answers of a form (a "flow") that the patient filled in, a line each. Its own bookkeeping is no answer.
Content form(const Json& reply)
{
    const auto answers = base::parseJson(textAt(reply, "response_json").toUtf8());
    QStringList lines;
    if (answers && answers->is_object()) {
        for (const auto& [name, value] : answers->items()) {
            const QString text = textAt(*answers, name.c_str());
            if (!text.isEmpty() && name != "flow_token") {
                lines << QString::fromStdString(name) + QStringLiteral(": ") + text;
            }
        }
    }
    return lines.isEmpty() ? Content{} : Content{MessageKind::Text, lines.join(QLatin1Char('\n'))};
}

Content interactive(const Json& answer)
{
    const QString type = textAt(answer, "type");
    if (type == QLatin1String("button_reply") || type == QLatin1String("list_reply")) {
        const Json& reply = at(answer, type == QLatin1String("button_reply") ? "button_reply" : "list_reply");
        return choice(textAt(reply, "id"), textAt(reply, "title"));
    }
    return type == QLatin1String("nfm_reply") ? form(at(answer, "nfm_reply")) : Content{};
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

domain::Sender patientOf(const QString& account, QString waId, QString userId, const Contacts& contacts)
{
    domain::Sender sender;
    if (const Json* contact = contacts.find(waId, userId)) {
        sender.displayName = textAt(at(*contact, "profile"), "name");
        if (waId.isEmpty()) {
            waId = textAt(*contact, "wa_id");
        }
        if (userId.isEmpty()) {
            userId = textAt(*contact, "user_id");
        }
    }
    if (const auto phone = domain::Phone::fromWaId(waId); !waId.isEmpty() && phone) {
        sender.phone = *phone;
    }
    sender.address = {domain::ChannelKind::WhatsApp, account, waId.isEmpty() ? userId : waId};
    if (!waId.isEmpty() && !userId.isEmpty()) {
        sender.otherIds = QStringList{userId};
    }
    return sender;
}

} // namespace delpek::channels::whatsapp
