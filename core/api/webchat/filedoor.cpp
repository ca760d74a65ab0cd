// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/filedoor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace delpek::api::webchat
{

namespace
{

struct Kind {
    const char* type;
    std::array<const char*, 2> endings;
    bool (*begins)(const QByteArray& bytes);
};

constexpr auto kinds = std::to_array<Kind>(
    {{"image/jpeg", {"jpg", "jpeg"}, [](const QByteArray& bytes) { return bytes.startsWith("\xff\xd8\xff"); }},
     {"image/png", {"png", "png"}, [](const QByteArray& bytes) { return bytes.startsWith("\x89PNG\r\n\x1a\n"); }},
     {"image/webp",
      {"webp", "webp"},
      [](const QByteArray& bytes) { return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP"; }},
     {"application/pdf", {"pdf", "pdf"}, [](const QByteArray& bytes) { return bytes.startsWith("%PDF-"); }}});

constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

Result<QString> typeOf(const DeclaredFile& file)
{
    const QString ending = file.name.section(QLatin1Char('.'), -1).toLower();
    for (const Kind& kind : kinds) {
        const bool named = file.name.contains(QLatin1Char('.')) &&
                           (ending == QLatin1String(kind.endings[0]) || ending == QLatin1String(kind.endings[1]));
        if (named && file.type == kind.type && kind.begins(file.bytes)) {
            return QString::fromLatin1(kind.type);
        }
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("only JPEG, PNG and WebP images and PDF documents are taken"));
}

FileDoor::FileDoor(QString folder, qint64 mostStored)
    : m_folder(std::move(folder))
    , m_mostStored(mostStored)
{
}

Result<Done> FileDoor::open()
{
    if (m_stored) {
        return Done{};
    }
    QDir folder(m_folder);
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(m_folder, onlyOwner | QFileDevice::ExeOwner)) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("webchat.file-folder: %1 cannot be made or closed to others").arg(m_folder));
    }
    qint64 stored = 0;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files)) {
        stored += file.size();
    }
    m_stored = stored;
    return Done{};
}

Result<QString> FileDoor::keep(const QByteArray& bytes)
{
    const std::lock_guard lock(m_mutex);
    if (const auto opened = open(); !opened) {
        return fail(opened.error());
    }
    const QString id = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString path = QDir(m_folder).filePath(id);
    if (QFileInfo::exists(path)) {
        return id;
    }
    if (*m_stored + bytes.size() > m_mostStored) {
        return fail(ErrorCode::RateLimited,
                    QStringLiteral("the folder for visitors' files is full: webchat.max-stored"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) || file.write(bytes) != bytes.size() ||
        !file.commit()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("a visitor's file cannot be kept in %1").arg(m_folder));
    }
    *m_stored += bytes.size();
    return id;
}

} // namespace delpek::api::webchat
