// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

namespace delpek::base
{

/// The whole of a file. NotFound where it cannot be read; the detail names it and why.
Result<QByteArray> readFile(const QString& path);

/// As readFile; InvalidInput where it is no JSON, with the file and the place in it.
Result<Json> readJsonFile(const QString& path);

} // namespace delpek::base
