// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace delpek::app
{

/// Exit codes of the commands.
inline constexpr int exitOk = 0;
inline constexpr int exitFailed = 1; ///< the work was done and did not succeed
inline constexpr int exitUsage = 2;  ///< the command line or the configuration is wrong

/// One line on standard output, UTF-8, flushed.
void print(const QString& line);
/// One line on standard error; gives `code`.
int complain(const QString& line, int code = exitUsage);
int complain(const Error& error, int code = exitUsage);

} // namespace delpek::app
