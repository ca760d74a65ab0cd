// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::ui
{

/// Writes a whole file or nothing, on another thread: a slow disk or a share holds up no window. Unavailable, with the
/// system's words as detail, where it cannot be written.
Future<Done> saveFile(const QString& path, const QByteArray& bytes);

} // namespace delpek::ui
