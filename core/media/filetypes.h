// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/message.h"

#include <QByteArray>

// Which files are taken at all. Pure. What is taken is never opened or run, whatever it holds.

namespace delpek::media
{

/// The MIME type under which a file is kept: lower case, without parameters, under its usual name. A file is taken when
/// its declared type is one of ours (pictures, PDF, sound, video, plain office documents) and its first bytes say the
/// same; where none is declared (empty or application/octet-stream) the first bytes of a picture, a PDF, a sound or a
/// video are enough. InvalidInput otherwise.
Result<QString> acceptedType(const QString& declared, const QByteArray& bytes);

/// The largest file of a message of that kind that is kept, in bytes; 0: such a message has no file.
qint64 mostOf(domain::MessageKind kind);

/// The usual ending of a file of that type, without the dot; empty for one that is not taken.
QString endingOf(const QString& type);

} // namespace delpek::media
