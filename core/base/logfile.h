// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtGlobal>

#include <memory>

namespace delpek::base
{

/// Where the log goes and what of it.
struct LogOptions {
    QString file;                           ///< empty: standard error
    QString level = QStringLiteral("info"); ///< debug, info, warning or error: the least grave that is written
    qint64 maxSize = 10 * 1024 * 1024;      ///< bytes of one file
    int keep = 5;                           ///< files put aside that stay
};

/// While it lives, Qt's messages of the whole process become one JSON object a line:
/// {"time","level","category","correlation","message"}, time in UTC with milliseconds, the message passed through
/// redact(). A warning or graver is on the disk when the call returns. When the disk is full, lines are dropped and
/// counted, and the count is written once there is room again; the program goes on. Messages come from any thread.
/// There can be one at a time: Qt has one message handler.
class LogFile
{
public:
    /// `clock` must outlive the result. InvalidInput for an unknown level; Unavailable when the file cannot be opened;
    /// Conflict when there is one already.
    static Result<std::unique_ptr<LogFile>> install(const LogOptions& options, const Clock& clock);
    /// Qt's former message handler is back afterwards.
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

private:
    class Private;
    explicit LogFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::base
