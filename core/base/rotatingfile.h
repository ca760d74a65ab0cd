// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>

namespace delpek::base
{

/// An append-only file of lines that is put aside ("name.1", "name.2"…, the higher the older) before it grows over a
/// size. Every line is one unbuffered write: nothing waits in memory when the process ends. Not thread-safe.
class RotatingFile
{
public:
    /// `keep` files put aside stay; with 0 a full file is emptied.
    RotatingFile(QString path, qint64 maxSize, int keep);

    /// Makes the folder and the file (mode 0600) or continues an old one. Unavailable when that fails.
    Result<Done> open();
    /// `line` without its end. False when it could not be written whole (full disk, folder gone); a part that was
    /// written is taken back, and the next call tries again.
    bool write(const QByteArray& line);
    /// Asks the system to bring what is written to the disk.
    void sync();

private:
    bool reopen();
    void rotate();

    const QString m_path;
    const qint64 m_maxSize;
    const int m_keep;
    QFile m_file;
};

} // namespace delpek::base
