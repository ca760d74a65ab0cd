// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/filelock.h"

#include <QFile>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace delpek::store
{

namespace
{

tl::unexpected<Error> taken()
{
    return fail(ErrorCode::Conflict,
                QStringLiteral("the database is in use by another running Delpek; close it there first"),
                QStringLiteral("store.in_use"));
}

tl::unexpected<Error> impossible(const QString& path)
{
    return fail(ErrorCode::Unavailable,
                QStringLiteral("the lock file %1 cannot be created; check that the folder exists and may be written to")
                    .arg(path));
}

} // namespace

#ifdef Q_OS_WIN

Result<std::unique_ptr<FileLock>> FileLock::acquire(const QString& path)
{
    // Sharing nothing is the lock: the system closes the handle when the process ends.
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t*>(path.utf16()), GENERIC_READ | GENERIC_WRITE, 0,
                                      nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        return GetLastError() == ERROR_SHARING_VIOLATION ? taken() : impossible(path);
    }
    return std::unique_ptr<FileLock>(new FileLock(reinterpret_cast<qintptr>(handle)));
}

FileLock::~FileLock()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

#else

Result<std::unique_ptr<FileLock>> FileLock::acquire(const QString& path)
{
    // Close-on-exec: a child process must not keep the lock alive. Over NFS only what is open for writing is locked;
    // elsewhere one that another account made need not be writable.
    const auto open = [name = QFile::encodeName(path)](int access) {
        return ::open(name.constData(), access | O_CREAT | O_CLOEXEC, 0644);
    };
    int handle = open(O_RDWR);
    if (handle < 0 && errno == EACCES) {
        handle = open(O_RDONLY);
    }
    if (handle < 0) {
        return impossible(path);
    }
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        const bool held = errno == EWOULDBLOCK;
        ::close(handle);
        return held ? taken() : impossible(path);
    }
    return std::unique_ptr<FileLock>(new FileLock(handle));
}

FileLock::~FileLock()
{
    ::close(int(m_handle));
}

#endif

} // namespace delpek::store
