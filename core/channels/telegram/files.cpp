// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/files.h"

#include "channels/channel.h"
#include "channels/filesize.h"

#include <algorithm>
#include <array>

namespace delpek::channels::telegram
{

using domain::MessageKind;

namespace
{

struct Row {
    MessageKind kind;
    bool voice;
    const char* type;
    Upload upload;
};

constexpr Upload photo{"sendPhoto", "photo"};
constexpr Upload voice{"sendVoice", "voice"};
constexpr Upload audio{"sendAudio", "audio"};
constexpr Upload video{"sendVideo", "video"};
constexpr Upload document{"sendDocument", "document"};

constexpr auto rows = std::to_array<Row>({{MessageKind::Image, false, "image/jpeg", photo},
                                          {MessageKind::Image, false, "image/png", photo},
                                          {MessageKind::Image, false, "image/webp", photo},
                                          {MessageKind::Video, false, "video/mp4", video},
                                          {MessageKind::Audio, true, "audio/ogg", voice},
                                          {MessageKind::Audio, true, "audio/mpeg", voice},
                                          {MessageKind::Audio, true, "audio/mp4", voice},
                                          {MessageKind::Audio, false, "audio/mpeg", audio},
                                          {MessageKind::Audio, false, "audio/mp4", audio}});

} // namespace

Upload uploadFor(const OutgoingFile& file)
{
    // "audio/ogg; codecs=opus" is audio/ogg.
    const QString type = file.type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& each) {
        return each.kind == file.kind && each.voice == file.voice && type == QLatin1String(each.type);
    });
    const bool tooLarge = file.kind == MessageKind::Image && file.bytes.size() > maxPhoto;
    return row == rows.end() || tooLarge ? document : row->upload;
}

Result<Done> checkFile(const OutgoingFile& file)
{
    if (file.kind == MessageKind::Sticker) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no stickers go out on Telegram"),
                    QStringLiteral("send.fileKind"));
    }
    return checkFileSize(file, maxUpload);
}

} // namespace delpek::channels::telegram
