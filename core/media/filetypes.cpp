// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filetypes.h"

#include <algorithm>
#include <array>

namespace delpek::media
{

namespace
{

bool isJpeg(const QByteArray& bytes)
{
    return bytes.startsWith("\xff\xd8\xff");
}
bool isPng(const QByteArray& bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n");
}
bool isWebp(const QByteArray& bytes)
{
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP";
}
bool isPdf(const QByteArray& bytes)
{
    return bytes.startsWith("%PDF-");
}

/// The brand of an ISO media file (ISO/IEC 14496-12): bytes 8 to 11 behind "ftyp".
QByteArray brandOf(const QByteArray& bytes)
{
    return bytes.mid(4, 4) == "ftyp" ? bytes.mid(8, 4) : QByteArray();
}
bool isHeic(const QByteArray& bytes)
{
    constexpr auto brands = std::to_array<const char*>({"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"});
    return std::ranges::any_of(brands, [&](const char* brand) { return brandOf(bytes) == brand; });
}
bool isThreeGp(const QByteArray& bytes)
{
    return brandOf(bytes).startsWith("3g");
}
bool isMp4(const QByteArray& bytes)
{
    return !brandOf(bytes).isEmpty() && !isHeic(bytes) && !isThreeGp(bytes);
}
bool isMp4OrThreeGp(const QByteArray& bytes)
{
    return isMp4(bytes) || isThreeGp(bytes);
}

bool isOgg(const QByteArray& bytes)
{
    return bytes.startsWith("OggS");
}
/// The frame sync of MPEG audio: eleven bits, then the layer, which is 0 in ADTS (AAC) alone.
int layerOf(const QByteArray& bytes)
{
    const bool isFrame = bytes.size() > 1 && quint8(bytes[0]) == 0xff && (quint8(bytes[1]) & 0xe0) == 0xe0;
    return isFrame ? (quint8(bytes[1]) >> 1) & 3 : -1;
}
bool isMp3(const QByteArray& bytes)
{
    return bytes.startsWith("ID3") || layerOf(bytes) > 0;
}
bool isAac(const QByteArray& bytes)
{
    return layerOf(bytes) == 0 && (quint8(bytes[1]) & 0xf0) == 0xf0;
}
bool isAmr(const QByteArray& bytes)
{
    return bytes.startsWith("#!AMR");
}
bool isZip(const QByteArray& bytes)
{
    return bytes.startsWith("PK\x03\x04");
}
bool isCompound(const QByteArray& bytes)
{
    return bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
}
bool isText(const QByteArray& bytes)
{
    return !bytes.isEmpty() && !bytes.contains('\0');
}

struct Type {
    const char* name;
    const char* ending;
    bool (*begins)(const QByteArray& bytes);
    bool isTelling; ///< the first bytes alone say what it is
};

constexpr auto types = std::to_array<Type>({
    {"image/jpeg", "jpg", isJpeg, true},
    {"image/png", "png", isPng, true},
    {"image/webp", "webp", isWebp, true},
    {"image/heic", "heic", isHeic, true},
    {"image/heif", "heif", isHeic, false},
    {"application/pdf", "pdf", isPdf, true},
    {"audio/ogg", "ogg", isOgg, true},
    {"audio/mpeg", "mp3", isMp3, true},
    {"audio/aac", "aac", isAac, true},
    {"audio/amr", "amr", isAmr, true},
    {"audio/mp4", "m4a", isMp4, false},
    {"video/mp4", "mp4", isMp4OrThreeGp, true},
    {"video/3gpp", "3gp", isMp4OrThreeGp, false},
    {"text/plain", "txt", isText, false},
    {"text/csv", "csv", isText, false},
    {"application/msword", "doc", isCompound, false},
    {"application/vnd.ms-excel", "xls", isCompound, false},
    {"application/vnd.ms-powerpoint", "ppt", isCompound, false},
    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", isZip, false},
    {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", isZip, false},
    {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", isZip, false},
    {"application/vnd.oasis.opendocument.text", "odt", isZip, false},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods", isZip, false},
});

/// Names that senders use besides the registered one.
constexpr auto otherNames = std::to_array<std::pair<const char*, const char*>>({
    {"image/jpg", "image/jpeg"},
    {"image/pjpeg", "image/jpeg"},
    {"application/x-pdf", "application/pdf"},
    {"audio/opus", "audio/ogg"},
    {"application/ogg", "audio/ogg"},
    {"audio/mp3", "audio/mpeg"},
    {"audio/x-m4a", "audio/mp4"},
    {"audio/m4a", "audio/mp4"},
    {"audio/x-aac", "audio/aac"},
    {"audio/aacp", "audio/aac"},
    {"video/3gp", "video/3gpp"},
});

QString usualName(const QString& declared)
{
    const QString name = declared.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    const auto other =
        std::ranges::find_if(otherNames, [&](const auto& pair) { return name == QLatin1String(pair.first); });
    return other == otherNames.end() ? name : QString::fromLatin1(other->second);
}

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

Result<QString> acceptedType(const QString& declared, const QByteArray& bytes)
{
    const QString name = usualName(declared);
    const bool isUndeclared = name.isEmpty() || name == QLatin1String("application/octet-stream");
    const auto type = std::ranges::find_if(types, [&](const Type& one) {
        return (isUndeclared ? one.isTelling : name == QLatin1String(one.name)) && one.begins(bytes);
    });
    if (type == types.end()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("a file of this type is not taken, or its bytes are not what its type says"),
                    QStringLiteral("media.type"));
    }
    return QString::fromLatin1(type->name);
}

qint64 mostOf(domain::MessageKind kind)
{
    switch (kind) {
    case domain::MessageKind::Image:
    case domain::MessageKind::Audio:
        return 16 * mebibyte;
    case domain::MessageKind::Sticker:
        return mebibyte;
    case domain::MessageKind::Video:
        return 64 * mebibyte;
    case domain::MessageKind::Document:
        return 100 * mebibyte;
    case domain::MessageKind::Text:
    case domain::MessageKind::Location:
    case domain::MessageKind::Contact:
    case domain::MessageKind::Choice:
    case domain::MessageKind::Unsupported:
        break;
    }
    return 0;
}

QString endingOf(const QString& type)
{
    const auto known = std::ranges::find_if(types, [&](const Type& one) { return type == QLatin1String(one.name); });
    return known == types.end() ? QString() : QString::fromLatin1(known->ending);
}

} // namespace delpek::media
