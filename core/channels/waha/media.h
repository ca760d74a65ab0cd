// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/waha/line.h"

namespace delpek::channels::waha
{

/// Where a patient's file is. Its text form is "/api/files/…#false_<chat>_<id>", either part alone where the other is
/// not known. WAHA keeps a file for three minutes by default; later the message is asked for it again.
struct MediaReference {
    QString path;       ///< below the API's address, percent-encoded: the host that WAHA writes is often reachable only
                        ///< by itself, and a path leads nowhere else
    QString messageKey; ///< ids.h, whole
};
QString writeReference(const MediaReference& reference);
/// InvalidInput for what writeReference() does not write.
Result<MediaReference> readReference(const QString& text);
/// The path of an address that WAHA wrote; empty when it does not lead to its files.
QString filePathOf(const QString& url);

/// As Channel::fetchMedia says. Asking the message again needs the engine's store (NOWEB: noweb.store); without it the
/// file is NotFound once its three minutes are over. Source: WAHA, "Receive messages", "Files"; "Chats".
Future<MediaFile> fetch(const Line& line, const QString& reference, qint64 most);

} // namespace delpek::channels::waha
