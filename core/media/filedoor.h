// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/message.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>

namespace delpek::media
{

/// The one door for the files of every channel, patients' and ours. They lie sealed (envelope.h) under a name made of a
/// keyed hash, readable by this user alone, without an ending, and are never opened, run, converted or previewed by
/// what they hold. Reading and writing block; any thread that may wait.
class FileDoor
{
public:
    struct Limits {
        qint64 maxFile = 25 * 1024 * 1024;       ///< bytes of one file, below what its kind may have
        qint64 maxStored = 2048LL * 1024 * 1024; ///< bytes of all files together
    };
    /// Asked once, at the first file.
    using KeySource = std::function<Result<QByteArray>()>;

    /// The folder is made when the first file comes.
    FileDoor(QString folder, Limits limits, KeySource key);

    /// The largest file of a message of that kind that is kept; 0: none.
    qint64 most(domain::MessageKind kind) const;

    /// Keeps the bytes durably and gives the file's id (64 hex digits); the same bytes again give the same id.
    /// InvalidInput when they are longer than `most(kind)`, RateLimited when the folder is full, Unavailable when it
    /// cannot be written or there is no key. After a crash there is the whole file or none.
    Result<QString> keep(domain::MessageKind kind, const QByteArray& bytes);

    /// The bytes of a kept file, also of one that an earlier version kept unsealed. NotFound when there is none,
    /// InvalidInput when it was changed, Unavailable when it cannot be read.
    Result<QByteArray> read(const QString& id);

    /// For good; one that is not there is removed already. Unavailable when it cannot be.
    Result<Done> remove(const QString& id);

private:
    Result<QByteArray> open();

    QString m_folder;
    Limits m_limits;
    KeySource m_keySource;
    std::mutex m_mutex;
    std::optional<qint64> m_stored;
    QByteArray m_key;
};

} // namespace delpek::media
