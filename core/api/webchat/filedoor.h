// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <mutex>

namespace delpek::api::webchat
{

/// A file as a visitor declares it.
struct DeclaredFile {
    QString name; ///< its ending counts, the name is not kept
    QByteArray type;
    QByteArray bytes;
};

/// The MIME type under which a file is kept: JPEG, PNG, WebP or PDF, and only when the ending, the declared type and
/// the first bytes say the same. InvalidInput otherwise.
Result<QString> typeOf(const DeclaredFile& file);

/// The one door for visitors' files. They lie as inert bytes under a name made of their hash, readable by this user
/// alone, without an ending, and are never opened, converted or sent back to a browser by Delpek. Any thread.
class FileDoor
{
public:
    /// `mostStored`: bytes of all files together. The folder is made when the first file comes.
    FileDoor(QString folder, qint64 mostStored);

    /// Keeps the bytes and gives the file's id (64 hex digits); the same bytes again give the same id. RateLimited
    /// when the folder is full, Unavailable when it cannot be written.
    Result<QString> keep(const QByteArray& bytes);

private:
    Result<Done> open();

    QString m_folder;
    qint64 m_mostStored;
    std::mutex m_mutex;
    std::optional<qint64> m_stored;
};

} // namespace delpek::api::webchat
