// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/rotatingfile.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace delpek::base
{

RotatingFile::RotatingFile(QString path, qint64 maxSize, int keep)
    : m_path(std::move(path))
    , m_maxSize(maxSize)
    , m_keep(keep)
    , m_file(m_path)
{
}

bool RotatingFile::reopen()
{
    return m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                       QFile::ReadOwner | QFile::WriteOwner);
}

Result<Done> RotatingFile::open()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    if (!reopen()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the log file %1 cannot be opened (%2); choose another with log.file")
                        .arg(m_path, m_file.errorString()));
    }
    return Done{};
}

void RotatingFile::rotate()
{
    const auto aside = [this](int number) { return m_path + QLatin1Char('.') + QString::number(number); };
    m_file.close();
    if (m_keep > 0) {
        QFile::remove(aside(m_keep));
        for (int number = m_keep - 1; number > 0; --number) {
            QFile::rename(aside(number), aside(number + 1));
        }
        QFile::rename(m_path, aside(1));
    }
    // Empties the file also where it could not be renamed: the limit holds in any case.
    QFile::resize(m_path, 0);
    reopen();
}

bool RotatingFile::write(const QByteArray& line)
{
    if (!m_file.isOpen() && !reopen()) {
        return false;
    }
    const qint64 size = m_file.size();
    if (size > 0 && size + line.size() + 1 > m_maxSize) {
        rotate();
        if (!m_file.isOpen()) {
            return false;
        }
    }
    const qint64 before = m_file.size();
    const QByteArray whole = line + '\n';
    if (m_file.write(whole) == whole.size()) {
        return true;
    }
    m_file.resize(before);
    m_file.close(); // a file with an error would refuse the next line
    return false;
}

void RotatingFile::sync()
{
#ifdef Q_OS_UNIX
    if (m_file.isOpen()) {
        ::fdatasync(m_file.handle());
    }
#endif
}

} // namespace delpek::base
