// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filedoor.h"

#include "base/cutpoint.h"
#include "media/envelope.h"
#include "media/filetypes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace delpek::media
{

namespace
{

constexpr auto onlyOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool isId(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(name).hasMatch();
}

} // namespace

FileDoor::FileDoor(QString folder, Limits limits, KeySource key)
    : m_folder(std::move(folder))
    , m_limits(limits)
    , m_keySource(std::move(key))
{
}

qint64 FileDoor::most(domain::MessageKind kind) const
{
    return std::min(m_limits.maxFile, mostOf(kind));
}

/// With m_mutex held: the key, and the folder looked through.
Result<QByteArray> FileDoor::open()
{
    if (m_key.isEmpty()) {
        const auto key = m_keySource();
        if (!key) {
            return fail(ErrorCode::Unavailable, key.error().detail, QStringLiteral("media.key"));
        }
        m_key = *key;
    }
    if (m_stored) {
        return m_key;
    }
    QDir folder(m_folder);
    if (!folder.mkpath(QStringLiteral(".")) || !QFile::setPermissions(m_folder, onlyOwner | QFileDevice::ExeOwner)) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("media.folder: %1 cannot be made or closed to others").arg(m_folder));
    }
    qint64 stored = 0;
    for (const QFileInfo& file : folder.entryInfoList(QDir::Files)) {
        if (isId(file.fileName())) {
            stored += file.size();
        } else if (isId(file.fileName().section(QLatin1Char('.'), 0, 0))) {
            QFile::remove(file.filePath()); // begun by a process that was cut
        }
    }
    m_stored = stored;
    return m_key;
}

Result<QString> FileDoor::keep(domain::MessageKind kind, const QByteArray& bytes)
{
    if (bytes.size() > most(kind)) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the file has %1 bytes, %2 are kept at most").arg(bytes.size()).arg(most(kind)),
                    QStringLiteral("media.size"));
    }
    const std::lock_guard lock(m_mutex);
    const auto key = open();
    if (!key) {
        return fail(key.error());
    }
    const QString id = nameOf(bytes, *key);
    const QString path = QDir(m_folder).filePath(id);
    if (QFileInfo::exists(path)) {
        return id;
    }
    const QByteArray envelope = seal(bytes, id, *key);
    if (*m_stored + envelope.size() > m_limits.maxStored) {
        return fail(ErrorCode::RateLimited, QStringLiteral("the folder for files is full: media.max-stored"),
                    QStringLiteral("media.full"));
    }
    base::cutPoint("media.before-write");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(onlyOwner) ||
        file.write(envelope) != envelope.size() || !file.commit()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("a file cannot be kept in %1").arg(m_folder),
                    QStringLiteral("media.folder"));
    }
    base::cutPoint("media.after-write");
    *m_stored += envelope.size();
    return id;
}

Result<QByteArray> FileDoor::read(const QString& id)
{
    QFile file(QDir(m_folder).filePath(id));
    if (!isId(id) || !file.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("a file is not in %1 any more").arg(m_folder),
                    QStringLiteral("media.gone"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable, QStringLiteral("a file in %1 cannot be read").arg(m_folder),
                    QStringLiteral("media.folder"));
    }
    const QByteArray kept = file.readAll();
    if (isEnvelope(kept)) {
        const std::lock_guard lock(m_mutex);
        const auto key = open();
        return key ? unseal(kept, id, *key) : fail(key.error());
    }
    // The web chat once kept files as they are, under their SHA-256.
    if (QCryptographicHash::hash(kept, QCryptographicHash::Sha256).toHex() == id.toLatin1()) {
        return kept;
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("a kept file was changed on the disk"));
}

Result<Done> FileDoor::remove(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    QFile file(QDir(m_folder).filePath(id));
    if (!isId(id) || !file.exists()) {
        return Done{};
    }
    const qint64 size = file.size();
    if (!file.remove()) {
        return fail(ErrorCode::Unavailable, QStringLiteral("a file in %1 cannot be removed").arg(m_folder),
                    QStringLiteral("media.folder"));
    }
    if (m_stored) {
        *m_stored -= size;
    }
    return Done{};
}

} // namespace delpek::media
