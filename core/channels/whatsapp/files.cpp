// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/files.h"

#include "channels/channel.h"
#include "channels/filesize.h"

#include <array>

namespace delpek::channels::whatsapp
{

namespace
{

using domain::MessageKind;

struct Row {
    MessageKind kind;
    const char* types; ///< parted by a space
    qint64 most;       ///< bytes; Meta's megabyte is read as the smaller one
};

constexpr qint64 megabyte = 1'000'000;

constexpr auto table = std::to_array<Row>({
    {MessageKind::Image, "image/jpeg image/png", 5 * megabyte},
    {MessageKind::Video, "video/mp4 video/3gpp", 16 * megabyte},
    {MessageKind::Audio, "audio/aac audio/amr audio/mpeg audio/mp4 audio/ogg", 16 * megabyte},
    {MessageKind::Sticker, "image/webp", 500'000},
    {MessageKind::Document,
     "text/plain application/pdf application/msword application/vnd.ms-excel application/vnd.ms-powerpoint "
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
     "application/vnd.openxmlformats-officedocument.presentationml.presentation",
     100 * megabyte},
});

tl::unexpected<Error> wrongKind(const QString& detail)
{
    return fail(ErrorCode::InvalidInput, detail, QStringLiteral("send.fileKind"));
}

} // namespace

QString bareType(const QString& type)
{
    return type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

Result<Done> checkFile(const OutgoingFile& file)
{
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row& one) { return one.kind == file.kind; });
    if (row == table.end()) {
        return wrongKind(QStringLiteral("WhatsApp takes images, videos, audio, stickers and documents"));
    }
    const QString type = bareType(file.type);
    const QString types = QString::fromLatin1(row->types);
    if (!types.split(QLatin1Char(' ')).contains(type)) {
        return wrongKind(QStringLiteral("WhatsApp takes as %1: %2").arg(base::toText(file.kind), types));
    }
    if (file.voice && (file.kind != MessageKind::Audio || type != QLatin1String("audio/ogg"))) {
        return wrongKind(QStringLiteral("WhatsApp takes as a voice note: audio/ogg (opus)"));
    }
    return checkFileSize(file, row->most);
}

} // namespace delpek::channels::whatsapp
