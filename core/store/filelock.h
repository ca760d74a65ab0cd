// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <memory>

namespace delpek::store
{

/// An exclusive lock that the operating system itself releases when its holder ends, however it ends. The file stays
/// behind and means nothing.
class FileLock
{
public:
    /// Conflict when another process, or this one elsewhere, holds it.
    static Result<std::unique_ptr<FileLock>> acquire(const QString& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    explicit FileLock(qintptr handle)
        : m_handle(handle)
    {
    }
    qintptr m_handle;
};

} // namespace delpek::store
