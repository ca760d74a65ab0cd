// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/content.h"

#include <QUrl>

#include <algorithm>
#include <array>

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

QString mediaReference(const Json& media, const QString& messageId)
{
    const QString files = QStringLiteral("/api/files/");
    const QString path = QUrl(textAt(media, "url")).path(QUrl::FullyEncoded);
    const qsizetype at = path.indexOf(files);
    const bool usable = at >= 0 && path.size() > at + files.size() && !path.contains(QLatin1String(".."));
    return usable ? path.mid(at) : messageId;
}

Content file(const Json& payload, const QString& body)
{
    const Json& media = at(payload, "media");
    const QString type = textAt(media, "mimetype");
    return {kindOf(type), body.isEmpty() ? textAt(media, "filename") : body,
            mediaReference(media, textAt(payload, "id")), type};
}

QString coordinate(const Json& place, const char* key)
{
    const Json& value = at(place, key);
    return value.is_number() ? QString::number(value.get<double>(), 'f', 6) : textAt(place, key).trimmed();
}

Content location(const Json& place)
{
    const QString description = textAt(place, "description").trimmed();
    const QString latitude = coordinate(place, "latitude");
    const QString longitude = coordinate(place, "longitude");
    const bool point = !latitude.isEmpty() && !longitude.isEmpty();
    if (description.isEmpty() && !point) {
        return {};
    }
    return {MessageKind::Location, description.isEmpty() ? latitude + QStringLiteral(", ") + longitude : description};
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

} // namespace delpek::channels::waha
