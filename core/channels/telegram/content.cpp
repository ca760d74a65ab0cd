// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/content.h"

#include <array>

namespace delpek::channels::telegram
{

using base::at;
using base::Json;
using base::textAt;
using domain::MessageKind;

namespace
{

struct File {
    const char* key;
    MessageKind kind;
    const char* type; ///< where the object names none
};

// Animation stands before document: Telegram sets both.
constexpr auto files = std::to_array<File>({{"voice", MessageKind::Audio, "audio/ogg"},
                                            {"audio", MessageKind::Audio, "audio/mpeg"},
                                            {"video", MessageKind::Video, "video/mp4"},
                                            {"video_note", MessageKind::Video, "video/mp4"},
                                            {"animation", MessageKind::Video, "video/mp4"},
                                            {"sticker", MessageKind::Sticker, "image/webp"},
                                            {"document", MessageKind::Document, "application/octet-stream"}});

constexpr auto serviceKeys = std::to_array<const char*>(
    {"new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo", "pinned_message",
     "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id", "connected_website",
     "write_access_allowed", "chat_background_set", "boost_added", "forum_topic_created", "forum_topic_closed"});

QString joined(QStringList parts, const QString& separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

Content file(const Json& object, const File& row, const QString& caption)
{
    QString type = textAt(object, "mime_type");
    if (type.isEmpty()) {
        type = QString::fromLatin1(row.type);
    }
    return {row.kind, caption.isEmpty() ? textAt(object, "file_name") : caption, textAt(object, "file_id"), type};
}

Content place(const Json& message)
{
    const Json& venue = at(message, "venue");
    QString text = joined({textAt(venue, "title"), textAt(venue, "address")}, QStringLiteral(", "));
    const Json& latitude = at(at(message, "location"), "latitude");
    const Json& longitude = at(at(message, "location"), "longitude");
    if (text.isEmpty() && latitude.is_number() && longitude.is_number()) {
        text = QStringLiteral("%1, %2").arg(latitude.get<double>(), 0, 'f', 6).arg(longitude.get<double>(), 0, 'f', 6);
    }
    return {MessageKind::Location, text};
}

} // namespace

std::optional<Content> contentOf(const Json& message)
{
    if (const QString text = textAt(message, "text"); !text.isEmpty()) {
        return Content{MessageKind::Text, text};
    }
    const QString caption = textAt(message, "caption");
    if (const Json& photo = at(message, "photo"); photo.is_array() && !photo.empty()) {
        // Sizes ascend; the last is the original.
        return Content{MessageKind::Image, caption, textAt(photo.back(), "file_id"), QStringLiteral("image/jpeg")};
    }
    for (const File& row : files) {
        if (const Json& object = at(message, row.key); object.is_object()) {
            return file(object, row, caption);
        }
    }
    if (at(message, "location").is_object() || at(message, "venue").is_object()) {
        return place(message);
    }
    if (const Json& card = at(message, "contact"); card.is_object()) {
        return Content{MessageKind::Contact,
                       joined({textAt(card, "first_name"), textAt(card, "last_name"), textAt(card, "phone_number")},
                              QStringLiteral(" "))};
    }
    for (const char* key : serviceKeys) {
        if (!at(message, key).is_null()) {
            return std::nullopt;
        }
    }
    return Content{};
}

} // namespace delpek::channels::telegram
