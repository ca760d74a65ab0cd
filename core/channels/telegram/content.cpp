// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/content.h"

#include <algorithm>
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
    bool voice = false;
};

// Animation stands before document: Telegram sets both.
constexpr auto files = std::to_array<File>({{"voice", MessageKind::Audio, "audio/ogg", true},
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

qint64 sizeOf(const Json& object)
{
    return std::max<qint64>(base::integerAt(object, "file_size").value_or(0), 0);
}

QString typeOf(const Json& object, const File& row)
{
    if (const QString type = textAt(object, "mime_type"); !type.isEmpty()) {
        return type;
    }
    // Stickers name no type; what is inside follows from two marks.
    if (base::boolAt(object, "is_animated")) {
        return QStringLiteral("application/x-tgsticker");
    }
    return base::boolAt(object, "is_video") ? QStringLiteral("video/webm") : QString::fromLatin1(row.type);
}

Content file(const Json& object, const File& row, const QString& caption)
{
    Content content{row.kind, caption, textAt(object, "file_id"), typeOf(object, row)};
    content.mediaName = textAt(object, "file_name");
    content.mediaSize = sizeOf(object);
    content.voice = row.voice;
    return content;
}

/// The same picture in several sizes: the largest is the original.
Content photo(const Json& sizes, const QString& caption)
{
    const auto area = [](const Json& size) {
        return double(base::integerAt(size, "width").value_or(0)) * double(base::integerAt(size, "height").value_or(0));
    };
    const auto* largest = &sizes.back();
    for (const Json& size : sizes) {
        if (area(size) > area(*largest)) {
            largest = &size;
        }
    }
    Content content{MessageKind::Image, caption, textAt(*largest, "file_id"), QStringLiteral("image/jpeg")};
    content.mediaSize = sizeOf(*largest);
    return content;
}

std::optional<double> degreesAt(const Json& object, const char* key, double most)
{
    const Json& value = at(object, key);
    const double degrees = value.is_number() ? value.get<double>() : 2 * most;
    return std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

Content place(const Json& message)
{
    const Json& venue = at(message, "venue");
    const Json& point = at(message, "location").is_object() ? at(message, "location") : at(venue, "location");
    const auto latitude = degreesAt(point, "latitude", 90);
    const auto longitude = degreesAt(point, "longitude", 180);
    Content content{MessageKind::Location,
                    joined({textAt(venue, "title"), textAt(venue, "address")}, QStringLiteral(", "))};
    if (latitude && longitude) {
        content.place = domain::Place{*latitude, *longitude, textAt(venue, "title"), textAt(venue, "address")};
        if (content.text.isEmpty()) {
            content.text = QStringLiteral("%1, %2").arg(*latitude, 0, 'f', 6).arg(*longitude, 0, 'f', 6);
        }
    }
    return content;
}

} // namespace

std::optional<Content> contentOf(const Json& message)
{
    if (const QString text = textAt(message, "text"); !text.isEmpty()) {
        return Content{MessageKind::Text, text};
    }
    const QString caption = textAt(message, "caption");
    if (const Json& sizes = at(message, "photo"); sizes.is_array() && !sizes.empty()) {
        return photo(sizes, caption);
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
