// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

namespace delpek::language
{

/// A file or compiled-in resource whole. The error names the file.
Result<QByteArray> readBytes(const QString& folder, const QString& file);

/// A JSON object from a file or compiled-in resource. The error names the file.
Result<base::Json> readResource(const QString& folder, const QString& file);

/// The member as a list of texts; empty when absent.
QStringList textsAt(const base::Json& object, const char* key);

} // namespace delpek::language
