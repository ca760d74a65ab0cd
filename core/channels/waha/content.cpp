// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/content.h"

#include "channels/waha/ids.h"
#include "channels/waha/media.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace delpek::channels::waha
{

using base::at;
using base::Json;
using base::textAt;
using domain::MessageKind;

namespace
{

MessageKind kindOf(const QString& type)
{
    if (type.isEmpty()) {
        return MessageKind::Unsupported;
    }
    // WhatsApp's stickers are webp and its photographs never are.
    if (type.startsWith(QLatin1String("image/webp"))) {
        return MessageKind::Sticker;
    }
    if (type.startsWith(QLatin1String("image/"))) {
        return MessageKind::Image;
    }
    if (type.startsWith(QLatin1String("video/"))) {
        return MessageKind::Video;
    }
    if (type.startsWith(QLatin1String("audio/"))) {
        return MessageKind::Audio;
    }
    return MessageKind::Document;
}

/// The message's whole id, also where the engine gives the bare one.
QString keyOf(const Json& payload)
{
    const QString id = textAt(payload, "id");
    const MessageKey key = readMessageKey(id);
    if (key.id.isEmpty() || !key.chat.isEmpty()) {
        return id;
    }
    const bool fromMe = base::boolAt(payload, "fromMe");
    const Chat chat = readChat(textAt(payload, fromMe ? "to" : "from"));
    return chat.id.isEmpty() ? QString() : writeMessageKey(fromMe, chat.id, key.id);
}

Content file(const Json& payload, const QString& body)
{
    const Json& media = at(payload, "media");
    const QString type = textAt(media, "mimetype");
    const QString name = textAt(media, "filename");
    Content content{kindOf(type), body.isEmpty() ? name : body};
    content.mediaId = writeReference({filePathOf(textAt(media, "url")), keyOf(payload)});
    content.mediaType = type;
    content.mediaName = name;
    content.voice = type.startsWith(QLatin1String("audio/ogg")) && type.contains(QLatin1String("opus"));
    return content;
}

std::optional<double> coordinate(const Json& place, const char* key, double most)
{
    const Json& value = at(place, key);
    bool isNumber = value.is_number();
    const double degrees = isNumber ? value.get<double>() : textAt(place, key).trimmed().toDouble(&isNumber);
    return isNumber && std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

Content location(const Json& place)
{
    const QString description = textAt(place, "description").trimmed();
    const auto latitude = coordinate(place, "latitude", 90);
    const auto longitude = coordinate(place, "longitude", 180);
    if (!latitude || !longitude) {
        return description.isEmpty() ? Content{} : Content{MessageKind::Location, description};
    }
    const QString point = QStringLiteral("%1, %2").arg(*latitude, 0, 'f', 6).arg(*longitude, 0, 'f', 6);
    Content content{MessageKind::Location, description.isEmpty() ? point : description};
    content.place = domain::Place{*latitude, *longitude, {}, description};
    return content;
}

/// The value of a line such as "TEL;type=CELL;waid=…:+972 54-000-1122", when its name is `name`.
QString vcardValue(const QString& line, const QString& name)
{
    const qsizetype colon = line.indexOf(QLatin1Char(':'));
    // "item1.TEL": a group before the name.
    const QString key = line.left(colon).section(QLatin1Char(';'), 0, 0).section(QLatin1Char('.'), -1);
    if (colon < 0 || key.compare(name, Qt::CaseInsensitive) != 0) {
        return {};
    }
    QString value = line.mid(colon + 1).trimmed();
    return value.remove(QLatin1Char('\\'));
}

QString contact(const QString& card)
{
    QStringList parts;
    for (const char* name : {"FN", "TEL"}) {
        for (const QString& line : card.split(QLatin1Char('\n'))) {
            parts << vcardValue(line.trimmed(), QLatin1String(name));
        }
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

Content contacts(const Json& cards)
{
    QStringList lines;
    for (const Json& card : cards) {
        lines << (card.is_string() ? contact(QString::fromStdString(card.get_ref<const std::string&>())) : QString());
    }
    lines.removeAll(QString());
    return {MessageKind::Contact, lines.join(QLatin1Char('\n'))};
}

} // namespace

Content contentOf(const Json& payload)
{
    const QString body = textAt(payload, "body");
    if (base::boolAt(payload, "hasMedia") || at(payload, "media").is_object()) {
        return file(payload, body);
    }
    if (const Json& cards = at(payload, "vCards"); cards.is_array() && !cards.empty()) {
        return contacts(cards);
    }
    if (const Json& place = at(payload, "location"); place.is_object()) {
        return location(place);
    }
    return body.isEmpty() ? Content{} : Content{MessageKind::Text, body};
}

bool isBlank(const Content& content)
{
    return content.kind == MessageKind::Unsupported && content.text.isEmpty() && content.mediaId.isEmpty();
}

bool isNote(const Json& payload)
{
    static constexpr std::array types{"e2e_notification", "notification", "notification_template", "gp2",
                                      "protocol",         "call_log"};
    const Json& data = at(payload, "_data");
    const QString type = textAt(data, "type"); // WEBJS
    const bool named =
        std::any_of(types.begin(), types.end(), [&](const char* one) { return type == QLatin1String(one); });
    return named || !at(data, "messageStubType").is_null() ||       // NOWEB
           !at(at(data, "message"), "protocolMessage").is_null() || // NOWEB
           !at(at(data, "Message"), "protocolMessage").is_null();   // GOWS
}

bool isForwarded(const Json& payload)
{
    const Json& data = at(payload, "_data");
    if (base::boolAt(data, "isForwarded")) { // WEBJS
        return true;
    }
    for (const char* holder : {"message", "Message"}) { // NOWEB, GOWS
        const Json& kinds = at(data, holder);
        const bool marked = kinds.is_object() && std::any_of(kinds.begin(), kinds.end(), [](const Json& kind) {
                                return base::boolAt(at(kind, "contextInfo"), "isForwarded");
                            });
        if (marked) {
            return true;
        }
    }
    return false;
}

} // namespace delpek::channels::waha
