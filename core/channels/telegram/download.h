// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/telegram/line.h"

namespace delpek::channels::telegram
{

/// The file behind a file_id: asks where it lies (getFile), then fetches it. As Channel::fetchMedia says; the link that
/// getFile gives is asked for anew each time. The type stays empty: Telegram serves files without their own.
/// Source: Telegram Bot API, getFile, "File".
Future<MediaFile> fetch(const Line& line, const QString& fileId, qint64 most);

} // namespace delpek::channels::telegram
